// SPDX-License-Identifier: Apache-2.0
#include "app/sources/frame_mailbox.h"

#include <QMetaObject>
#include <QObject>
#include <QTransform>

namespace nanocap::sources {

FrameMailbox::FrameMailbox(QObject* receiver, std::function<void()> deliver)
    : m_receiver(receiver), m_deliver(std::move(deliver))
{
}

void FrameMailbox::post(const QImage& picture, quint64 epoch, const FrameNote& note)
{
    Orientation orientation;
    {
        std::lock_guard lock(m_mutex);
        if (!m_receiver || epoch != m_epoch)
            return;
        orientation = m_orientation;
    }
    QImage turned = oriented(picture, orientation);

    std::lock_guard lock(m_mutex);
    if (!m_receiver || epoch != m_epoch)
        return;
    if (note.scene != m_noted)
        m_scene = captions::newScene();
    m_noted = note.scene;
    m_newest.picture.swap(turned);
    m_newest.item = note.item;
    m_newest.scene = m_scene;
    m_newest.takenMs = captions::nowMs();
    if (m_scheduled)
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(m_receiver, m_deliver, Qt::QueuedConnection);
}

Frame FrameMailbox::take()
{
    std::lock_guard lock(m_mutex);
    m_scheduled = false;
    return std::exchange(m_newest, Frame());
}

quint64 FrameMailbox::nextEpoch()
{
    std::lock_guard lock(m_mutex);
    m_newest = Frame();
    m_scene = captions::newScene();
    return ++m_epoch;
}

quint64 FrameMailbox::epoch() const
{
    std::lock_guard lock(m_mutex);
    return m_epoch;
}

void FrameMailbox::setOrientation(Orientation orientation)
{
    std::lock_guard lock(m_mutex);
    m_orientation = orientation;
}

void FrameMailbox::close()
{
    std::lock_guard lock(m_mutex);
    m_receiver = nullptr;
    m_newest = Frame();
}

QImage oriented(const QImage& frame, Orientation orientation)
{
    QImage result = frame;
    if (orientation.rotation % 360 != 0)
        result = result.transformed(QTransform().rotate(orientation.rotation));
    if (orientation.flip)
        result = result.mirrored(true, false);
    return result;
}

} // namespace nanocap::sources
