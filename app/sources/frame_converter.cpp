// SPDX-License-Identifier: Apache-2.0
#include "app/sources/frame_converter.h"

#include "app/sources/video_frame_image.h"

namespace nanocap::sources {

namespace {
/// In a row: a cable may spoil a picture now and then.
constexpr int mostUnreadable = 10;
} // namespace

FrameConverter::FrameConverter(std::shared_ptr<FrameMailbox> mailbox,
                               std::function<void(const Sentence& why)> refused)
    : m_mailbox(std::move(mailbox)), m_refused(std::move(refused))
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
    const auto now = std::chrono::steady_clock::now();
    if (m_pace == Pace::Watching && now - m_lastTaken < std::chrono::milliseconds(watchingGapMs))
        return;
    m_lastTaken = now;
    m_next = frame;
    m_epoch = epoch;
    if (m_scheduled)
        return;
    m_scheduled = true;
    m_thread.start([this] { convertNext(); });
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
    const QImage image = imageOf(frame, m_scaler);
    if (!image.isNull()) {
        m_unreadable = 0;
        m_mailbox->post(image, epoch);
        return;
    }
    Sentence why = whyUnreadable(frame.pixelFormat());
    if (why.empty() && ++m_unreadable >= mostUnreadable)
        why = said("Sources", "its pictures in the format \"%1\" are damaged or too "
                              "small. Choose another camera, or read it with "
                              "gst:v4l2src")
                  .with({QVideoFrameFormat::pixelFormatToString(frame.pixelFormat()).toStdString()});
    if (!why.empty() && m_refused)
        m_refused(why);
}

} // namespace nanocap::sources
