// SPDX-License-Identifier: Apache-2.0
// FrameMailbox: room for one frame between the thread that makes frames and the thread that shows them. A
// newer frame replaces one not yet taken, so neither side ever waits for the other. Shared by pointer: a
// producer that ends late still finds it.
#pragma once

#include "app/sources/source_options.h"
#include "core/captions/frame.h"

#include <QImage>

#include <functional>
#include <mutex>

class QObject;

namespace nanocap::sources {

using captions::Frame;

/// What a producer knows of a picture beside its pixels.
struct FrameNote
{
    QString item;      ///< the file it was read from
    quint64 scene = 0; ///< the producer's own count of what is to be seen: the card, the file of a folder
};

class FrameMailbox
{
public:
    /// `deliver` runs in the thread of `receiver`, at most once per frame left in the box.
    FrameMailbox(QObject* receiver, std::function<void()> deliver);

    /// Any thread. Leaves a frame, turned as setOrientation() says. Frames of an earlier epoch are dropped.
    void post(const QImage& picture, quint64 epoch, const FrameNote& note = {});
    /// The receiver's thread. The newest frame, with picture, item, scene and time; its picture is null if
    /// there is none.
    Frame take();
    /// The receiver's thread. Empties the box and makes frames of before worthless; returns the new epoch.
    quint64 nextEpoch();
    quint64 epoch() const;
    void setOrientation(Orientation orientation);
    /// The receiver is about to go: nothing is delivered any more.
    void close();

private:
    mutable std::mutex m_mutex;
    QObject* m_receiver;
    std::function<void()> m_deliver;
    Frame m_newest;
    quint64 m_noted = 0; ///< the producer's scene of the frame before
    quint64 m_scene = captions::newScene();
    Orientation m_orientation;
    quint64 m_epoch = 1;
    bool m_scheduled = false;
};

/// The frame turned and flipped; shares the pixels when nothing is to be done.
QImage oriented(const QImage& frame, Orientation orientation);

} // namespace nanocap::sources
