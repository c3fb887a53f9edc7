// SPDX-License-Identifier: Apache-2.0
// FrameSlot: room for one frame, the newest. Putting never waits for the taker.
#pragma once

#include "core/captions/frame.h"

#include <mutex>
#include <optional>

namespace nanocap::worker {

class FrameSlot
{
public:
    /// Replaces whatever was not taken yet. Returns true when the slot was empty.
    bool put(captions::Frame frame)
    {
        const std::lock_guard lock(m_mutex);
        const bool wasEmpty = !m_frame;
        m_frame = std::move(frame);
        return wasEmpty;
    }
    std::optional<captions::Frame> take()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_frame, std::nullopt);
    }

private:
    std::mutex m_mutex;
    std::optional<captions::Frame> m_frame;
};

} // namespace nanocap::worker
