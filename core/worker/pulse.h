// SPDX-License-Identifier: Apache-2.0
// Pulse: whether a thread still gets anywhere, for whoever watches over it. Beaten by the thread, read by
// any.
#pragma once

#include <atomic>
#include <chrono>

namespace nanocap::worker {

class Pulse
{
public:
    using Clock = std::chrono::steady_clock;

    void beat() { m_last.store(Clock::now().time_since_epoch().count(), std::memory_order_relaxed); }
    /// Since the last beat; since it was made when there was none.
    std::chrono::milliseconds age() const
    {
        const Clock::duration last(m_last.load(std::memory_order_relaxed));
        return std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now().time_since_epoch() - last);
    }

private:
    std::atomic<Clock::rep> m_last{Clock::now().time_since_epoch().count()};
};

} // namespace nanocap::worker
