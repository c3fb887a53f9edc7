// SPDX-License-Identifier: Apache-2.0
// FrameConverter: takes frames of Qt Multimedia from whichever thread its backend delivers them in and leaves
// them as pictures in a mailbox, from one thread of its own. Newest wins here too.
#pragma once

#include "app/sources/frame_mailbox.h"

#include <QThreadPool>
#include <QVideoFrame>

#include <functional>
#include <memory>
#include <mutex>

namespace nanocap::sources {

class FrameConverter
{
public:
    /// `item`: the file the frames come from, empty for a device.
    explicit FrameConverter(std::shared_ptr<FrameMailbox> mailbox, QString item = {});
    /// Waits for the frame under way, a few milliseconds.
    ~FrameConverter();

    /// Any thread; invalid frames are ignored. `epoch` is the mailbox's when the frame was asked for.
    void submit(const QVideoFrame& frame, quint64 epoch);
    /// Runs `then` in the converter's thread when every frame submitted before has been posted.
    void afterAll(std::function<void()> then);

private:
    void convertNext();

    std::shared_ptr<FrameMailbox> m_mailbox;
    QString m_item;
    std::mutex m_mutex;
    QVideoFrame m_next;
    quint64 m_epoch = 0;
    bool m_scheduled = false;
    QThreadPool m_thread;
};

} // namespace nanocap::sources
