// SPDX-License-Identifier: Apache-2.0
#include "core/captions/latency.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace nanocap::captions {

void Latency::add(double latencyMs, double nowMs)
{
    ++m_count;
    m_latencies.push_back(latencyMs);
    m_times.push_back(nowMs);
    if (m_latencies.size() > window) {
        m_latencies.pop_front();
        m_times.pop_front();
    }
}

LatencyStatistics Latency::statistics() const
{
    LatencyStatistics s;
    s.count = m_count;
    if (m_latencies.empty())
        return s;
    s.recent.assign(m_latencies.begin(), m_latencies.end());
    std::vector<double> sorted(m_latencies.begin(), m_latencies.end());
    std::sort(sorted.begin(), sorted.end());
    const auto n = sorted.size();
    s.last = m_latencies.back();
    s.mean = std::accumulate(sorted.begin(), sorted.end(), 0.0) / static_cast<double>(n);
    s.median = n % 2 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    s.min = sorted.front();
    s.max = sorted.back();
    double squares = 0;
    for (double v : sorted)
        squares += (v - s.mean) * (v - s.mean);
    s.deviation = std::sqrt(squares / static_cast<double>(n));
    const double span = m_times.back() - m_times.front();
    if (n > 1 && span > 0)
        s.captionsPerSecond = static_cast<double>(n - 1) * 1000.0 / span;
    return s;
}

} // namespace nanocap::captions
