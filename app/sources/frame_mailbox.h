// SPDX-License-Identifier: Apache-2.0
// FrameMailbox: room for one frame between the thread that makes frames and the thread that shows them. A
// newer frame replaces one not yet taken, so neither side ever waits for the other. Shared by pointer: a
// producer that ends late still finds it.
#pragma once

#include "app/sources/source_options.h"

#include <QImage>

#include <functional>
#include <mutex>

class QObject;

namespace nanocap::sources {

class FrameMailbox
{
public:
    /// `deliver` runs in the thread of `receiver`, at most once per frame left in the box.
    FrameMailbox(QObject* receiver, std::function<void()> deliver);

    /// Any thread. Leaves a frame, turned as setOrientation() says. Frames of an earlier epoch are dropped.
    void post(const QImage& frame, quint64 epoch);
    /// The receiver's thread. The newest frame, null if there is none.
    QImage take();
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
    QImage m_newest;
    Orientation m_orientation;
    quint64 m_epoch = 1;
    bool m_scheduled = false;
};

/// The frame turned and flipped; shares the pixels when nothing is to be done.
QImage oriented(const QImage& frame, Orientation orientation);

} // namespace nanocap::sources
