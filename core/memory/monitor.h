// SPDX-License-Identifier: Apache-2.0
// MemoryMonitor: samples memory on a thread of its own, so that gauge, journal and curve read one value. Lives in
// the thread that made it (its signal arrives there); the sampling thread ends with it.
#pragma once

#include "core/memory/reading.h"

#include <QObject>
#include <QThread>

namespace nanocap::memory {

/// One moment, for the gauge and the curve.
struct MemorySample
{
    MemoryReading reading;
    PressureReading pressure;
    MaybeBytes window;  ///< resident set of this process
    MaybeBytes engine;  ///< resident set of the engine, empty when none runs
    double swapInsPerSecond = 0, swapOutsPerSecond = 0, majorFaultsPerSecond = 0;
    bool ratesKnown = false;
    enum class Pressure { Unknown, Calm, Busy, Thrashing } level = Pressure::Unknown;
};

class MemoryMonitor : public QObject
{
    Q_OBJECT
public:
    explicit MemoryMonitor(SystemRoot root, QObject* parent = nullptr);
    ~MemoryMonitor() override;
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
