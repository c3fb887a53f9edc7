// SPDX-License-Identifier: Apache-2.0
#include "app/sources/frame_converter.h"

#include "app/sources/video_frame_image.h"

namespace nanocap::sources {

FrameConverter::FrameConverter(std::shared_ptr<FrameMailbox> mailbox, QString item)
    : m_mailbox(std::move(mailbox)), m_item(std::move(item))
{
    m_thread.setMaxThreadCount(1);
}

FrameConverter::~FrameConverter()
{
    m_thread.clear();
    m_thread.waitForDone();
}

void FrameConverter::submit(const QVideoFrame& frame, quint64 epoch)
{
    if (!frame.isValid())
        return;
    std::lock_guard lock(m_mutex);
    m_next = frame;
    m_epoch = epoch;
    if (m_scheduled)
        return;
    m_scheduled = true;
    m_thread.start([this] { convertNext(); });
}

void FrameConverter::afterAll(std::function<void()> then)
{
    m_thread.start(std::move(then));
}

void FrameConverter::convertNext()
{
    QVideoFrame frame;
    quint64 epoch = 0;
    {
        std::lock_guard lock(m_mutex);
        frame = std::exchange(m_next, QVideoFrame());
        epoch = m_epoch;
        m_scheduled = false;
    }
    const QImage image = imageOf(frame);
    if (!image.isNull())
        m_mailbox->post(image, epoch, {m_item});
}

} // namespace nanocap::sources
