// SPDX-License-Identifier: Apache-2.0
#include "app/sources/video_source.h"

#include "app/sources/film_verdict.h"

#include <utility>

namespace nanocap::sources {

VideoSource::VideoSource(const QString& uri, QString file, const SourceOptions& options, QObject* parent)
    : FrameSource(uri, options, parent), m_file(std::move(file)), m_player(new FilmPlayer(m_file, mailbox()))
{
    qRegisterMetaType<FilmEnd>();
    m_thread.setObjectName(QStringLiteral("film"));
    m_player->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_player, &QObject::deleteLater);
    connect(m_player, &FilmPlayer::ended, this, &VideoSource::judge);
    m_thread.start();
}

VideoSource::~VideoSource()
{
    mailbox()->close();
    m_player->disconnect(this);
    m_thread.quit();
    m_thread.wait();
}

void VideoSource::start()
{
    if (running())
        return;
    const quint64 epoch = mailbox()->epoch();
    setState(SourceState::Starting, said("Sources", "The film is being opened."));
    const bool anew = !std::exchange(m_begun, true);
    QMetaObject::invokeMethod(
        m_player, [player = m_player, epoch, anew] { anew ? player->begin(epoch) : player->goOn(epoch); });
    // Through the player's thread, so that its last picture comes first.
    if (const auto held = std::exchange(m_held, std::nullopt); held && !anew)
        QMetaObject::invokeMethod(m_player, [player = m_player, end = *held] { Q_EMIT player->ended(end); });
}

void VideoSource::stop()
{
    if (state() == SourceState::Off)
        return;
    m_begun = m_begun && running();
    mailbox()->nextEpoch();
    setState(SourceState::Off, said("Sources", "Paused."));
    QMetaObject::invokeMethod(m_player, &FilmPlayer::pause);
}

void VideoSource::judge(const FilmEnd& end)
{
    if (!running()) {
        m_held = end;
        return;
    }
    m_begun = false;
    const FilmVerdict verdict = verdictOn(end, m_file);
    if (verdict.failure) {
        setProblem(SourceState::Failed, *verdict.failure);
        return;
    }
    setState(SourceState::Finished, verdict.text);
    Q_EMIT finished();
}

} // namespace nanocap::sources
