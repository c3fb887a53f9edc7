// SPDX-License-Identifier: Apache-2.0
// Latency of captions over the last 30, as the original program's `p` key shows it.
#pragma once

#include <QMetaType>

#include <deque>
#include <vector>

namespace nanocap::captions {

/// Latency of the last 30 captions, in milliseconds; `count` is of all. `deviation` is that of these 30
/// (divided by their number), `recent` holds them, oldest first.
struct LatencyStatistics
{
    quint64 count = 0;
    double last = 0, mean = 0, median = 0, min = 0, max = 0, deviation = 0;
    double captionsPerSecond = 0;
    std::vector<double> recent = {};
};

class Latency
{
public:
    static constexpr std::size_t window = 30;
    /// `nowMs` is monotonic; captions per second are counted over the same window.
    void add(double latencyMs, double nowMs);
    LatencyStatistics statistics() const;
    void clear() { *this = Latency(); }

private:
    std::deque<double> m_latencies, m_times;
    quint64 m_count = 0;
};

} // namespace nanocap::captions
