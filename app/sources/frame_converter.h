// SPDX-License-Identifier: Apache-2.0
// FrameConverter: takes frames of Qt Multimedia from whichever thread its backend delivers them in and leaves
// them as pictures in a mailbox, from one thread of its own. Newest wins here too.
#pragma once

#include "app/pixels/picture_scaler.h"
#include "app/sources/frame_mailbox.h"
#include "app/sources/pace.h"
#include "core/base/sentence.h"

#include <QThreadPool>
#include <QVideoFrame>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

namespace nanocap::sources {

class FrameConverter
{
public:
    /// `refused` runs in the converter's thread when frames come that can never be read, and gets the
    /// reason, to stand behind a colon.
    explicit FrameConverter(std::shared_ptr<FrameMailbox> mailbox,
                            std::function<void(const Sentence& why)> refused = {});
    /// Waits for the frame under way, a few milliseconds.
    ~FrameConverter();

    /// Any thread; invalid frames are ignored. `epoch` is the mailbox's when the frame was asked for.
    void submit(const QVideoFrame& frame, quint64 epoch);
    /// Any thread.
    void setPace(Pace pace) { m_pace = pace; }

private:
    void convertNext();

    std::shared_ptr<FrameMailbox> m_mailbox;
    std::function<void(const Sentence&)> m_refused;
    pixels::PictureScaler m_scaler; ///< the converter's thread only
    int m_unreadable = 0;           ///< in a row; the converter's thread only
    std::atomic<Pace> m_pace = Pace::Full;
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_lastTaken; ///< under the mutex
    QVideoFrame m_next;
    quint64 m_epoch = 0;
    bool m_scheduled = false;
    QThreadPool m_thread;
};

} // namespace nanocap::sources
