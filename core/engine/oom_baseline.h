// SPDX-License-Identifier: Apache-2.0
// OomBaseline: the kernel's counters of some ten seconds ago, to compare with those after a death. An engine
// lives all day, and a kill of yesterday must not explain a death of today. One thread.
#pragma once

#include "core/memory/reading.h"

#include <chrono>

namespace nanocap::engine {

class OomBaseline
{
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::seconds interval{10};

    /// At the start of an engine.
    void reset(memory::PressureReading now, Clock::time_point at)
    {
        m_older = m_newer = std::move(now);
        m_at = at;
    }
    /// Whenever the engine was just seen alive. The newest counters are not used yet: a process may be seen
    /// for a moment after the kernel counted its kill.
    template <typename Read> void seenAlive(Clock::time_point at, const Read& read)
    {
        if (at - m_at < interval)
            return;
        m_older = std::move(m_newer);
        m_newer = read();
        m_at = at;
    }
    /// Of 10 to 20 seconds before the engine was last seen alive, or of its start.
    const memory::PressureReading& counters() const { return m_older; }

private:
    memory::PressureReading m_older, m_newer;
    Clock::time_point m_at;
};

} // namespace nanocap::engine
