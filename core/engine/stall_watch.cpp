// SPDX-License-Identifier: Apache-2.0
#include "core/engine/stall_watch.h"

#include "core/base/number_text.h"

#include <unistd.h>

namespace nanocap::engine {

namespace {
constexpr Bytes smallestGrowth = Bytes::fromMegabytes(1);
// Paging that matters: 25 major faults a second is what one starved thread on an SD card makes; a healthy
// caption has none at all once its pages are in.
constexpr double streamingFaults = 25;
// From here on everything on the machine waits for memory a fifth of its time.
constexpr double pressedPercent = 20;
// A thread that is only woken now and then to look uses less than this share of a processor.
constexpr double computingShare = 0.03;

double pageMegabytes()
{
    static const double size = static_cast<double>(::sysconf(_SC_PAGESIZE)) / (1 << 20);
    return size;
}
} // namespace

void StallWatch::progressed(Milliseconds now, const Sample& sample)
{
    m_since = now;
    if (sample.peakRss)
        m_peak = sample.peakRss;
    m_faultsAtStart = m_faultsNow = sample.majorFaults;
    m_cpuAtStart = m_cpuNow = sample.cpuSeconds;
    m_pressure = sample.pressure;
}

bool StallWatch::isThrashing(Milliseconds now) const
{
    return majorFaultsPerSecond(now).value_or(0) >= streamingFaults ||
           (m_pressure.value_or(0) >= pressedPercent && !computes(now)); // it gets on all the same
}

bool StallWatch::computes(Milliseconds now) const
{
    if (!m_cpuAtStart || !m_cpuNow)
        return false;
    const double worked = (*m_cpuNow - *m_cpuAtStart) * 1000;
    return worked >= computingShare * static_cast<double>(stalledFor(now).count()) &&
           worked < static_cast<double>(m_limits.work.count());
}

StallWatch::Verdict StallWatch::look(Milliseconds now, const Sample& sample)
{
    m_faultsNow = sample.majorFaults;
    m_cpuNow = sample.cpuSeconds;
    m_pressure = sample.pressure;
    if (sample.peakRss && (!m_peak || *sample.peakRss - *m_peak >= smallestGrowth)) {
        progressed(now, sample);
        return Verdict::Moving;
    }
    const auto idle = stalledFor(now);
    if (idle >= m_limits.end && isThrashing(now))
        return Verdict::Thrashing;
    if (idle >= m_limits.end && !computes(now))
        return Verdict::Hang;
    return idle >= m_limits.explain ? Verdict::Stalled : Verdict::Moving;
}

std::optional<double> StallWatch::majorFaultsPerSecond(Milliseconds now) const
{
    const auto idle = stalledFor(now);
    if (!m_faultsAtStart || !m_faultsNow || idle <= Milliseconds(0))
        return std::nullopt;
    return static_cast<double>(*m_faultsNow - *m_faultsAtStart) * 1000.0 / static_cast<double>(idle.count());
}

Sentence StallWatch::explanation(Milliseconds now) const
{
    const auto faults = majorFaultsPerSecond(now);
    if (isThrashing(now) && faults.value_or(0) < streamingFaults)
        return said("Stall", "everything waits for memory %1 % of the time")
            .with({fixedText(*m_pressure, 0)});
    if (!isThrashing(now) && computes(now))
        return said("Stall", "computing for %1 s").with({std::to_string(stalledFor(now).count() / 1000)});
    if (!faults || *faults < streamingFaults)
        return said("Stall", "no sign of work for %1 s")
            .with({std::to_string(stalledFor(now).count() / 1000)});
    return said("Stall", "waiting for the disk: %1 MB/s").with({fixedText(*faults * pageMegabytes(), 1)});
}

} // namespace nanocap::engine
