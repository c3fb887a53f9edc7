// SPDX-License-Identifier: Apache-2.0
#include "core/engine/stall_watch.h"

#include "core/base/number_text.h"

namespace nanocap::engine {

namespace {
constexpr Bytes smallestGrowth = Bytes::fromMegabytes(1);
// Paging that matters: 25 major faults a second is what one starved thread on an SD card makes; a healthy
// caption has none at all once its pages are in.
constexpr double streamingFaults = 25;
constexpr double pageMegabytes = 4096.0 / (1 << 20);
} // namespace

void StallWatch::progressed(Milliseconds now, const Sample& sample)
{
    m_since = now;
    if (sample.peakRss)
        m_peak = sample.peakRss;
    m_faultsAtStart = m_faultsNow = sample.majorFaults;
}

StallWatch::Verdict StallWatch::look(Milliseconds now, const Sample& sample)
{
    m_faultsNow = sample.majorFaults;
    if (sample.peakRss && (!m_peak || *sample.peakRss - *m_peak >= smallestGrowth)) {
        progressed(now, sample);
        return Verdict::Moving;
    }
    const auto idle = stalledFor(now);
    if (idle >= m_limits.end)
        return majorFaultsPerSecond(now).value_or(0) >= streamingFaults ? Verdict::Thrashing : Verdict::Hang;
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
    if (!faults || *faults < streamingFaults)
        return said("Stall", "no sign of work for %1 s")
            .with({std::to_string(stalledFor(now).count() / 1000)});
    return said("Stall", "waiting for the disk: %1 MB/s").with({fixedText(*faults * pageMegabytes, 1)});
}

} // namespace nanocap::engine
