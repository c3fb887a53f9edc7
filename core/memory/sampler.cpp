// SPDX-License-Identifier: Apache-2.0
#include "core/memory/monitor.h"

#include <algorithm>

namespace nanocap::memory {

using Pressure = MemorySample::Pressure;

Pressure pressureLevel(const MemorySample& sample)
{
    // Page-ins of a file system count as major faults too: starting libtorch cold makes several hundred a
    // second, so they are asked only where nothing better is known.
    constexpr double busySwaps = 100, thrashingSwaps = 1000, busyFaults = 200, thrashingFaults = 800;
    const auto& some = sample.pressure.someAvg10;
    const auto& full = sample.pressure.fullAvg10;
    if (!some && !sample.ratesKnown)
        return Pressure::Unknown;
    Pressure level = Pressure::Calm;
    const auto raise = [&level](Pressure to) { level = std::max(level, to); };
    if (some && *some >= 10)
        raise(Pressure::Busy);
    if (full && *full >= 10)
        raise(Pressure::Thrashing);
    if (sample.ratesKnown) {
        const double swaps = sample.swapInsPerSecond + sample.swapOutsPerSecond;
        const double faults = some ? 0 : sample.majorFaultsPerSecond;
        if (swaps >= busySwaps || faults >= busyFaults)
            raise(Pressure::Busy);
        if (swaps >= thrashingSwaps || faults >= thrashingFaults)
            raise(Pressure::Thrashing);
    }
    return level;
}

std::string_view nameOf(Pressure level)
{
    switch (level) {
    case Pressure::Unknown:
        return "unknown";
    case Pressure::Calm:
        return "calm";
    case Pressure::Busy:
        return "busy";
    case Pressure::Thrashing:
        return "thrashing";
    }
    return "unknown";
}

void RateMeter::measure(MemorySample& sample)
{
    const PressureReading& now = sample.pressure;
    const std::int64_t elapsed = sample.reading.monotonicMs - m_sinceMs;
    if (m_since && elapsed >= 1000) {
        const auto rate = [elapsed](const auto& before, const auto& after) {
            return before && after && *after >= *before ? double(*after - *before) * 1000 / double(elapsed)
                                                        : 0.0;
        };
        m_last.swapInsPerSecond = rate(m_since->swapIns, now.swapIns);
        m_last.swapOutsPerSecond = rate(m_since->swapOuts, now.swapOuts);
        m_last.majorFaultsPerSecond = rate(m_since->majorFaults, now.majorFaults);
        m_last.ratesKnown = now.majorFaults && m_since->majorFaults;
    }
    if (!m_since || elapsed >= 1000) {
        m_since = now;
        m_sinceMs = sample.reading.monotonicMs;
    }
    sample.swapInsPerSecond = m_last.swapInsPerSecond;
    sample.swapOutsPerSecond = m_last.swapOutsPerSecond;
    sample.majorFaultsPerSecond = m_last.majorFaultsPerSecond;
    sample.ratesKnown = m_last.ratesKnown;
}

AppProcess MemorySampler::process(pid_t pid, Share& share, const MaybeBytes& rss, std::int64_t nowMs)
{
    if (!rss)
        return {};
    if (share.pid != pid || nowMs - share.readMs >= 1000) {
        const ProcessShare walked = readProcessShare(pid);
        share.pid = pid;
        share.readMs = nowMs;
        share.difference.reset();
        if (walked.rss && walked.proportional)
            share.difference = *walked.rss - *walked.proportional;
    }
    AppProcess result;
    result.rss = rss;
    if (share.difference)
        result.proportional = std::max(Bytes(), *rss - *share.difference);
    return result;
}

MemorySample MemorySampler::sample(pid_t enginePid)
{
    MemorySample sample;
    sample.reading = readMemory(m_root);
    sample.pressure = readPressure(m_root);
    sample.window = readProcess(ownPid()).rss;
    if (enginePid > 0)
        sample.engine = readProcess(enginePid).rss;
    m_rates.measure(sample);
    sample.level = pressureLevel(sample);
    const std::int64_t now = sample.reading.monotonicMs;
    sample.gauge = gaugeParts(sample.reading, process(ownPid(), m_window, sample.window, now),
                              process(enginePid, m_engine, sample.engine, now));
    if (constexpr std::int64_t boardEveryMs = 5000; !m_boardReadMs || now - *m_boardReadMs >= boardEveryMs) {
        m_board = readBoardHealth(m_root);
        m_boardReadMs = now;
    }
    sample.board = m_board;
    return sample;
}

} // namespace nanocap::memory
