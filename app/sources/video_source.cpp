// SPDX-License-Identifier: Apache-2.0
#include "app/sources/video_source.h"

#include <QFileInfo>
#include <QUrl>

namespace nanocap::sources {

VideoSource::VideoSource(const QString& uri, QString file, const SourceOptions& options, QObject* parent)
    : FrameSource(uri, options, parent), m_file(std::move(file)), m_converter(mailbox(), m_file)
{
    m_firstPicture.setSingleShot(true);
    m_firstPicture.setInterval(15000);
    connect(&m_firstPicture, &QTimer::timeout, this,
            [this] { failToPlay(said("Sources", "no picture came within 15 seconds")); });
    m_player.setVideoSink(&m_sink);
    connect(
        &m_sink, &QVideoSink::videoFrameChanged, &m_sink,
        [this](const QVideoFrame& frame) {
            if (!frame.isValid())
                return;
            ++m_decoded;
            m_converter.submit(frame, m_epoch);
        },
        Qt::DirectConnection);
    connect(&m_player, &QMediaPlayer::mediaStatusChanged, this, &VideoSource::followStatus);
    connect(&m_player, &QMediaPlayer::errorOccurred, this,
            [this](QMediaPlayer::Error, const QString& why) { failToPlay(systemWords(why)); });
}

VideoSource::~VideoSource()
{
    mailbox()->close();
    m_player.disconnect(this);
    m_player.stop();
    m_player.setVideoSink(nullptr);
    m_sink.disconnect();
}

void VideoSource::start()
{
    if (running())
        return;
    const bool anew = state() == SourceState::Finished || state() == SourceState::Failed;
    m_epoch = mailbox()->epoch();
    setState(SourceState::Starting, said("Sources", "The video is being opened."));
    if (anew || m_player.source().isEmpty()) {
        m_decoded = 0;
        m_player.setSource({});
        m_player.setSource(QUrl::fromLocalFile(QFileInfo(m_file).absoluteFilePath()));
    }
    // The file may have been refused already.
    if (!running())
        return;
    m_firstPicture.start();
    m_player.play();
}

void VideoSource::stop()
{
    if (state() == SourceState::Off)
        return;
    const bool wasRunning = running();
    m_firstPicture.stop();
    mailbox()->nextEpoch();
    setState(SourceState::Off, said("Sources", "Paused."));
    if (wasRunning)
        m_player.pause();
    else
        m_player.setSource({});
}

void VideoSource::followStatus(QMediaPlayer::MediaStatus status)
{
    if (!running())
        return;
    if (status == QMediaPlayer::EndOfMedia) {
        const quint64 epoch = mailbox()->epoch();
        m_converter.afterAll([this, epoch] {
            QMetaObject::invokeMethod(
                this,
                [this, epoch] {
                    if (epoch == mailbox()->epoch())
                        finish();
                },
                Qt::QueuedConnection);
        });
    } else if (status == QMediaPlayer::InvalidMedia) {
        failToPlay(systemWords(m_player.errorString()));
    } else if ((status == QMediaPlayer::LoadedMedia || status == QMediaPlayer::BufferedMedia) &&
               !m_player.hasVideo()) {
        // Without a sound device the backends would play such a file for ever.
        failToPlay(said("Sources", "it has no pictures in it"));
    }
}

void VideoSource::finish()
{
    if (!running())
        return;
    if (m_decoded == 0) {
        failToPlay(said("Sources", "it has no pictures in it"));
        return;
    }
    m_firstPicture.stop();
    setState(SourceState::Finished, said("Sources", "The video has ended."));
    Q_EMIT finished();
}

void VideoSource::failToPlay(const Sentence& why)
{
    if (!running())
        return;
    m_firstPicture.stop();
    setProblem(
        SourceState::Failed,
        makeFailure("SOURCE",
                    said("Sources", "The video %1 cannot be played: %2.")
                        .with({QFileInfo(m_file).fileName().toStdString(),
                               why.empty() ? said("Sources", "it is no video this system can play") : why}),
                    m_file.toStdString(), m_file.toStdString()));
}

} // namespace nanocap::sources
