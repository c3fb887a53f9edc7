// SPDX-License-Identifier: Apache-2.0
// FrameSource: where pictures come from. Lives in the GUI thread and never holds it up: decoding and drawing
// run in threads of the source's own, and only the newest picture crosses.
#pragma once

#include "app/sources/frame_mailbox.h"
#include "app/sources/pace.h"
#include "app/sources/source_options.h"
#include "core/base/failure.h"
#include "core/captions/source_state.h"

#include <QImage>
#include <QObject>
#include <QString>

#include <memory>
#include <optional>

namespace nanocap::sources {

using captions::SourceState;

/// "off", "starting", "on", "busy", "no frames", "unplugged", "finished", "failed".
QString nameOf(SourceState state);

class FrameSource : public QObject
{
    Q_OBJECT
public:
    FrameSource(QString uri, const SourceOptions& options, QObject* parent = nullptr);
    ~FrameSource() override;

    /// Begins, or goes on after stop(). A finished or failed source begins anew. No effect while it runs.
    virtual void start() = 0;
    /// Ends the pictures and closes the device node. No frameReady follows. The state becomes Off at once; a
    /// device that takes a moment to close says so by deviceOpenChanged(false).
    virtual void stop() = 0;

    /// Whether it shows what is in front of the person: the preview may be mirrored then, and only then.
    virtual bool isCamera() const { return false; }
    /// Whether it goes on by itself for ever, as a camera or a pipeline does.
    virtual bool isLive() const { return false; }
    /// A live source may be asked for fewer pictures while nothing happens in them; the others have no use
    /// for it.
    virtual void setPace(Pace) {}
    /// Whether a camera's device node is open now: what the privacy light shows, whatever the state says.
    virtual bool isDeviceOpen() const { return false; }

    const QString& uri() const { return m_uri; }
    SourceState state() const { return m_state; }
    /// The sentence that went with the state.
    const Sentence& stateText() const { return m_stateText; }
    /// Why there are no pictures: set in the states Busy, NoFrames, Unplugged and Failed, empty in the
    /// others.
    const std::optional<Failure>& failure() const { return m_failure; }
    /// Pictures delivered since the source was made.
    quint64 frames() const { return m_frames; }
    /// Takes effect from the next picture on.
    void setOrientation(Orientation orientation) { m_mailbox->setOrientation(orientation); }

public Q_SLOTS:
    /// images: goes to the next picture now. The others have no use for it.
    virtual void advance() {}

Q_SIGNALS:
    /// A picture with its number, scene, time, origin and item.
    void frameReady(const nanocap::captions::Frame& frame);
    void stateChanged(nanocap::captions::SourceState state, const nanocap::Sentence& text);
    /// The last picture of a video or folder has been delivered.
    void finished();
    /// images: this file could not be shown and was passed over.
    void imageFailed(const QString& path, const nanocap::Failure& failure);
    void deviceOpenChanged(bool open);

protected:
    /// Says so once; the same state with the same text again is not repeated.
    void setState(SourceState state, const Sentence& text);
    /// A state with a reason: the text is the failure's sentence.
    void setProblem(SourceState state, const Failure& failure);
    const std::shared_ptr<FrameMailbox>& mailbox() const { return m_mailbox; }
    /// Called just before a picture is delivered.
    virtual void frameArrived() {}

private:
    void deliver();

    QString m_uri;
    Sentence m_stateText;
    std::optional<Failure> m_failure;
    std::shared_ptr<FrameMailbox> m_mailbox;
    SourceState m_state = SourceState::Off;
    quint64 m_frames = 0;
};

/// The system's own word for what went wrong, as it stands inside a sentence: without its full stop.
Sentence systemWords(QString why);

} // namespace nanocap::sources
