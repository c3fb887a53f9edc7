// SPDX-License-Identifier: Apache-2.0
// VideoSource: a film played once at its own speed, without sound, by the helper process nanocap-film.
#pragma once

#include "app/sources/film_player.h"
#include "app/sources/frame_source.h"

#include <QThread>

#include <optional>

namespace nanocap::sources {

class VideoSource : public FrameSource
{
    Q_OBJECT
public:
    VideoSource(const QString& uri, QString file, const SourceOptions& options, QObject* parent = nullptr);
    ~VideoSource() override;

    /// After stop() the film goes on where it was; after its end it begins anew.
    void start() override;
    void stop() override;

    /// Pictures the decoder gave, of which the newest are delivered. Any thread.
    quint64 decodedFrames() const { return m_player->pictures(); }

private:
    void judge(const FilmEnd& end);
    bool running() const { return state() == SourceState::Starting || state() == SourceState::On; }

    QString m_file;
    QThread m_thread;
    FilmPlayer* m_player;          ///< lives in m_thread
    bool m_begun = false;          ///< stop() has left it somewhere before its end
    std::optional<FilmEnd> m_held; ///< it ended while it was being paused
};

} // namespace nanocap::sources
