// SPDX-License-Identifier: Apache-2.0
// CaptureDevice: something that is opened and then gives pictures until it is closed: a webcam, a GStreamer
// pipeline. Lives in the GUI thread; none of its functions waits for the device.
#pragma once

#include "app/sources/camera_recovery.h"
#include "app/sources/frame_mailbox.h"
#include "app/sources/pace.h"
#include "core/base/sentence.h"

#include <QObject>
#include <QString>

#include <memory>

namespace nanocap::sources {

class CaptureDevice : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Whether it is connected, as far as the system knows.
    virtual bool isPresent() const = 0;
    /// Begins. Pictures go to `mailbox` under `epoch`, from any thread. What goes wrong is told by failed().
    virtual void open(const std::shared_ptr<FrameMailbox>& mailbox, quint64 epoch) = 0;
    /// Ends. Neither failed() nor ended() follows.
    virtual void close() = 0;
    /// Whether the device node may still be held.
    virtual bool isOpen() const = 0;
    /// From the next picture on, also of later openings. Pictures in between are dropped before they are
    /// converted, which is what they cost.
    virtual void setPace(Pace) {}
    /// How a person would call it, in a sentence: "the camera", "the pipeline".
    virtual Sentence name() const = 0;
    /// Written by a person, so that it may be wrong in itself.
    virtual bool isPipeline() const { return false; }
    /// A camera is opened again by itself; another pipeline is not.
    virtual bool isCamera() const = 0;

Q_SIGNALS:
    void presenceChanged();
    /// `why` is the device's own word where it has one, else a phrase: "it is not connected".
    void failed(nanocap::sources::CaptureProblem problem, const nanocap::Sentence& why);
    void ended();
    void openChanged(bool open);
};

} // namespace nanocap::sources
