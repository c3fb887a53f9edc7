// SPDX-License-Identifier: Apache-2.0
// VideoSource: a video file played once at its own speed, without sound, through Qt Multimedia.
#pragma once

#include "app/sources/frame_converter.h"
#include "app/sources/frame_source.h"

#include <QMediaPlayer>
#include <QTimer>
#include <QVideoSink>

#include <atomic>

namespace nanocap::sources {

class VideoSource : public FrameSource
{
    Q_OBJECT
public:
    VideoSource(const QString& uri, QString file, const SourceOptions& options, QObject* parent = nullptr);
    ~VideoSource() override;

    /// After stop() the video goes on where it was; after its end it begins anew.
    void start() override;
    void stop() override;

    /// Frames the decoder gave, of which the newest are delivered. Any thread.
    quint64 decodedFrames() const { return m_decoded; }

protected:
    void frameArrived() override { m_firstPicture.stop(); }

private:
    void followStatus(QMediaPlayer::MediaStatus status);
    void finish();
    void failToPlay(const Sentence& why);
    bool running() const { return state() == SourceState::Starting || state() == SourceState::On; }

    QString m_file;
    std::atomic<quint64> m_decoded = 0;
    /// The mailbox's at start(): a frame that comes after stop() is an old one.
    std::atomic<quint64> m_epoch = 0;
    QTimer m_firstPicture; ///< runs until it comes: some broken files keep the backends waiting for ever
    FrameConverter m_converter;
    QVideoSink m_sink;
    QMediaPlayer m_player; ///< after the sink and the converter: its threads end first
};

} // namespace nanocap::sources
