// SPDX-License-Identifier: Apache-2.0
// MemoryMonitor: samples memory on a thread of its own, so that gauge, journal and curve read one value.
// Lives in the thread that made it (its signal arrives there); the sampling thread ends with it.
#pragma once

#ifndef Q_MOC_RUN // Qt 6.4's moc cannot read the standard library's concepts
#include "core/memory/board_health.h"
#include "core/memory/gauge_parts.h"
#include "core/memory/reading.h"
#endif

#include <QObject>
#include <QThread>

namespace nanocap::memory {

/// One moment, for the gauge and the curve.
struct MemorySample
{
    MemoryReading reading;
    PressureReading pressure;
    MaybeBytes window; ///< resident set of this process
    MaybeBytes engine; ///< resident set of the engine, empty when none runs
    double swapInsPerSecond = 0, swapOutsPerSecond = 0, majorFaultsPerSecond = 0;
    bool ratesKnown = false;
    enum class Pressure { Unknown, Calm, Busy, Thrashing } level = Pressure::Unknown;
    GaugeParts
        gauge; ///< app by proportional set size, walked once a second and carried on by resident set between
    BoardHealth board; ///< heat and power, read every five seconds
};

/// Three words for how hard memory is pressed: pressure-stall information where the kernel has it (busy: some
/// task waits 10 % of the time, thrashing: all tasks do), swapping per second, and on kernels without PSI
/// major faults.
MemorySample::Pressure pressureLevel(const MemorySample& sample);
std::string_view nameOf(MemorySample::Pressure level); ///< "calm", "busy", "thrashing", "unknown"

/// Turns the kernel's counters into rates over at least one second, whatever the sampling interval.
class RateMeter
{
public:
    /// Fills the rates and ratesKnown of the sample from its reading's time and its pressure's counters.
    void measure(MemorySample& sample);

private:
    std::optional<PressureReading> m_since;
    std::int64_t m_sinceMs = 0;
    MemorySample m_last;
};

/// Takes one sample after another; used by the monitor's thread, and by a program without an event loop.
class MemorySampler
{
public:
    explicit MemorySampler(SystemRoot root) : m_root(std::move(root)) {}
    MemorySample sample(pid_t enginePid); ///< 0 = none

private:
    struct Share
    {
        pid_t pid = 0;
        std::int64_t readMs = 0;
        MaybeBytes difference;
    };
    AppProcess process(pid_t pid, Share& share, const MaybeBytes& rss, std::int64_t nowMs);

    SystemRoot m_root;
    RateMeter m_rates;
    Share m_window, m_engine;
    BoardHealth m_board;
    std::optional<std::int64_t> m_boardReadMs;
};

class MemoryMonitor : public QObject
{
    Q_OBJECT
public:
    explicit MemoryMonitor(SystemRoot root, QObject* parent = nullptr);
    ~MemoryMonitor() override;
    /// Samples at once, then every second. The signal comes in this object's thread.
    void start();
    void setEnginePid(pid_t pid); ///< 0 = none
    void setFast(bool fast);      ///< 10 Hz while loading, else 1 Hz

Q_SIGNALS:
    void sampled(const nanocap::memory::MemorySample& sample);

private:
    class Sampler;
    Sampler* m_sampler = nullptr;
    QThread m_thread;
};

} // namespace nanocap::memory

Q_DECLARE_METATYPE(nanocap::memory::MemorySample)
