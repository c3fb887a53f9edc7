// SPDX-License-Identifier: Apache-2.0
// StallWatch: tells a slow engine from one that no longer moves. Plain arithmetic over samples, so tests give
// it the clock. Progress is a message, or a resident set that reaches a new high by at least 1 MB: a load
// that only pages the same library in and out again has neither. An engine that computes without a message is
// slow, not stuck: a small board takes seconds for a caption, and a starved one gets little of its processor.
#pragma once

#include "core/base/bytes.h"
#include "core/base/sentence.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

namespace nanocap::engine {

class StallWatch
{
public:
    using Milliseconds = std::chrono::milliseconds;
    struct Limits
    {
        Milliseconds explain{5'000}; ///< without progress for this long: say why
        Milliseconds end{20'000};    ///< and for this long: end the engine (10 s in unattended runs)
        Milliseconds work{60'000};   ///< processor time it may use meanwhile
    };
    /// Figures of the engine process; empty where the kernel did not tell.
    struct Sample
    {
        MaybeBytes peakRss;
        std::optional<std::uint64_t> majorFaults; ///< since the process began
        std::optional<double> cpuSeconds;         ///< since the process began
        std::optional<double> pressure;           ///< memory's, of the machine: full avg10 in per cent
    };
    enum class Verdict { Moving, Stalled, Hang, Thrashing };

    explicit StallWatch(Limits limits) : m_limits(limits) {}
    /// A request begins, or a message arrived.
    void progressed(Milliseconds now, const Sample& sample);
    Verdict look(Milliseconds now, const Sample& sample);

    /// For how long nothing has moved, and how much was paged in meanwhile.
    Milliseconds stalledFor(Milliseconds now) const { return now - m_since; }
    std::optional<double> majorFaultsPerSecond(Milliseconds now) const;
    /// "waiting for the disk: 4.0 MB/s", "everything waits for memory 34 % of the time", "computing for 6 s"
    /// or "no sign of work for 6 s".
    Sentence explanation(Milliseconds now) const;

private:
    bool isThrashing(Milliseconds now) const;
    bool computes(Milliseconds now) const;
    Limits m_limits;
    Milliseconds m_since{0};
    MaybeBytes m_peak;
    std::optional<std::uint64_t> m_faultsAtStart, m_faultsNow;
    std::optional<double> m_cpuAtStart, m_cpuNow, m_pressure;
};

} // namespace nanocap::engine
