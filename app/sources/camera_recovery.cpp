// SPDX-License-Identifier: Apache-2.0
#include "app/sources/camera_recovery.h"

#include <algorithm>

namespace nanocap::sources {

using Action = CameraRecovery::Action;

Action CameraRecovery::start(milliseconds now, bool present)
{
    m_wait = m_timings.firstRetry;
    m_retryAt.reset();
    m_lastSign = now;
    m_open = present;
    m_state = present ? SourceState::Starting : SourceState::Unplugged;
    return present ? Action::Open : Action::None;
}

Action CameraRecovery::stop()
{
    const bool wasOpen = m_open;
    m_open = false;
    m_retryAt.reset();
    m_state = SourceState::Off;
    return wasOpen ? Action::Close : Action::None;
}

Action CameraRecovery::presenceChanged(milliseconds now, bool present)
{
    if (m_state == SourceState::Off || m_state == SourceState::Failed)
        return Action::None;
    if (!present) {
        if (m_state == SourceState::Unplugged)
            return Action::None;
        const bool wasOpen = m_open;
        m_open = false;
        m_retryAt.reset();
        m_state = SourceState::Unplugged;
        return wasOpen ? Action::Close : Action::None;
    }
    return m_state == SourceState::Unplugged ? start(now, true) : Action::None;
}

Action CameraRecovery::failed(milliseconds now, CaptureProblem problem)
{
    if (!m_open)
        return Action::None;
    m_open = false;
    if (problem == CaptureProblem::Refused || !m_reopens) {
        m_retryAt.reset();
        m_state = SourceState::Failed;
        return Action::Close;
    }
    return retryLater(now, problem == CaptureProblem::Busy ? SourceState::Busy : SourceState::NoFrames,
                      Action::Close);
}

Action CameraRecovery::frameArrived(milliseconds now)
{
    if (!m_open)
        return Action::None;
    m_state = SourceState::On;
    m_lastSign = now;
    m_wait = m_timings.firstRetry;
    m_retryAt.reset();
    return Action::None;
}

Action CameraRecovery::tick(milliseconds now)
{
    if (m_retryAt && now >= *m_retryAt) {
        const Action action = m_open ? Action::Reopen : Action::Open;
        m_retryAt.reset();
        m_open = true;
        m_lastSign = now;
        return action;
    }
    if (m_open && !m_retryAt && now - m_lastSign >= m_timings.noFrames) {
        // It stays open: a camera that is only slow need not be disturbed at once.
        if (!m_reopens) {
            m_state = SourceState::NoFrames;
            m_lastSign = now;
            return Action::None;
        }
        return retryLater(now, SourceState::NoFrames, Action::None);
    }
    return Action::None;
}

Action CameraRecovery::retryLater(milliseconds now, SourceState state, Action action)
{
    m_state = state;
    m_retryAt = now + m_wait;
    m_wait = std::min(m_wait * 2, m_timings.longestRetry);
    return action;
}

std::optional<milliseconds> CameraRecovery::nextTick() const
{
    if (m_retryAt)
        return m_retryAt;
    if (m_open)
        return m_lastSign + m_timings.noFrames;
    return std::nullopt;
}

} // namespace nanocap::sources
