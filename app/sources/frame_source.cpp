// SPDX-License-Identifier: Apache-2.0
#include "app/sources/frame_source.h"

namespace nanocap::sources {

QString nameOf(SourceState state)
{
    switch (state) {
    case SourceState::Off:
        return QStringLiteral("off");
    case SourceState::Starting:
        return QStringLiteral("starting");
    case SourceState::On:
        return QStringLiteral("on");
    case SourceState::Busy:
        return QStringLiteral("busy");
    case SourceState::NoFrames:
        return QStringLiteral("no frames");
    case SourceState::Unplugged:
        return QStringLiteral("unplugged");
    case SourceState::Finished:
        return QStringLiteral("finished");
    case SourceState::Failed:
        break;
    }
    return QStringLiteral("failed");
}

FrameSource::FrameSource(QString uri, const SourceOptions& options, QObject* parent)
    : QObject(parent), m_uri(std::move(uri)),
      m_mailbox(std::make_shared<FrameMailbox>(this, [this] { deliver(); }))
{
    m_mailbox->setOrientation(options.orientation);
}

FrameSource::~FrameSource()
{
    m_mailbox->close();
}

void FrameSource::setState(SourceState state, const Sentence& text)
{
    const bool same = state == m_state && text.text() == m_stateText.text();
    m_state = state;
    m_stateText = text;
    m_failure.reset();
    if (!same)
        Q_EMIT stateChanged(state, text);
}

void FrameSource::setProblem(SourceState state, const Failure& failure)
{
    const bool same = state == m_state && failure.message.text() == m_stateText.text();
    m_state = state;
    m_stateText = failure.message;
    m_failure = failure;
    if (!same)
        Q_EMIT stateChanged(state, m_stateText);
}

void FrameSource::deliver()
{
    Frame frame = m_mailbox->take();
    if (frame.picture.isNull())
        return;
    frame.number = ++m_frames;
    frame.origin = m_uri;
    if (m_state != SourceState::On)
        setState(SourceState::On, said("Sources", "Pictures are arriving."));
    frameArrived();
    Q_EMIT frameReady(frame);
}

Sentence systemWords(QString why)
{
    while (why.endsWith(u'.'))
        why.chop(1);
    return Sentence::verbatim(why.toStdString());
}

} // namespace nanocap::sources
