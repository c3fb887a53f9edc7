// SPDX-License-Identifier: Apache-2.0
// CameraRecovery: what to do when a camera is missing, taken, silent or pulled out, decided without Qt and
// without a clock of its own, so that every case can be tested as a table. LiveSource feeds it and carries
// out what it says.
#pragma once

#include "app/sources/frame_source.h"

#include <chrono>
#include <optional>

namespace nanocap::sources {

using std::chrono::milliseconds;

struct RecoveryTimings
{
    milliseconds noFrames{3000};   ///< open for so long without a picture means NoFrames
    milliseconds firstRetry{1000}; ///< then opened again after this time, twice as long at every next try …
    milliseconds longestRetry{30000}; ///< … up to this
};

enum class CaptureProblem {
    Busy,   ///< another program holds the device
    Broken, ///< it could not be started, or broke off
    Refused ///< it can never work as asked for: not tried again
};

class CameraRecovery
{
public:
    enum class Action { None, Open, Close, Reopen };

    /// `reopens` false: the states are told, but nothing is opened again by itself (a pipeline that is no
    /// camera).
    explicit CameraRecovery(RecoveryTimings timings = {}, bool reopens = true)
        : m_timings(timings), m_reopens(reopens), m_wait(timings.firstRetry)
    {
    }

    // What happened, and when. Every call returns what to do now.
    Action start(milliseconds now, bool present);
    Action stop();
    Action presenceChanged(milliseconds now, bool present);
    Action failed(milliseconds now, CaptureProblem problem);
    Action frameArrived(milliseconds now);
    Action tick(milliseconds now);

    /// Off, Starting, On, Busy, NoFrames, Unplugged or Failed.
    SourceState state() const { return m_state; }
    /// When tick() is due at the latest; empty when only an event can change anything.
    std::optional<milliseconds> nextTick() const;

private:
    Action retryLater(milliseconds now, SourceState state, Action action);

    RecoveryTimings m_timings;
    bool m_reopens;
    SourceState m_state = SourceState::Off;
    bool m_open = false;
    milliseconds m_wait;        ///< before the next try
    milliseconds m_lastSign{0}; ///< when it was opened or gave its last picture
    std::optional<milliseconds> m_retryAt;
};

} // namespace nanocap::sources
