// SPDX-License-Identifier: Apache-2.0
// FilmPlayer: one film in the helper process nanocap-film, whose pictures it leaves in a mailbox. A process,
// because a decoder that crashes, hangs or takes too much memory must not take the window along, and because
// FFmpeg's libraries, once loaded, stay: 26 MB. Lives in a thread of its own, which its VideoSource owns.
#pragma once

#include "app/sources/film_wire.h"
#include "app/sources/frame_mailbox.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <atomic>
#include <memory>

namespace nanocap::sources {

/// How the playing of a film ended.
struct FilmEnd
{
    enum class Trouble {
        None,      ///< `ending` tells
        NoProgram, ///< nanocap-film is not installed
        NotOpened, ///< `words` are the system's
        Died,      ///< the process; `words` say of what
        Stuck      ///< no word for stuckAfter
    };
    Trouble trouble = Trouble::None;
    film::Ending ending;
    QString words;
};

class FilmPlayer : public QObject
{
    Q_OBJECT
public:
    static constexpr int stuckAfterMs = 12'000;

    FilmPlayer(QString file, std::shared_ptr<FrameMailbox> mailbox);
    /// Ends the process.
    ~FilmPlayer() override;

    // The player's thread.
    /// From the beginning.
    void begin(quint64 epoch);
    /// After pause(): where it was, with the picture it had stopped at once more.
    void goOn(quint64 epoch);
    void pause();
    void close();

    /// Pictures that came. Any thread.
    quint64 pictures() const { return m_pictures; }

Q_SIGNALS:
    /// The last picture has been posted. Once per begin(), not after close().
    void ended(const nanocap::sources::FilmEnd& end);

private:
    bool startProcess(int file);
    void order(char byte);
    void read();
    bool readHeader();
    void handle();
    void processEnded();
    void endWith(FilmEnd end);

    const QString m_file;
    const std::shared_ptr<FrameMailbox> m_mailbox;
    std::unique_ptr<QProcess> m_process;
    QTimer m_silence;
    quint64 m_epoch = 0;
    film::Header m_header;
    bool m_hasHeader = false;
    qint64 m_bodyRead = 0;
    QImage m_picture; ///< that is being read
    film::Ending m_ending;
    QImage m_last;
    std::atomic<quint64> m_pictures = 0;
};

} // namespace nanocap::sources

Q_DECLARE_METATYPE(nanocap::sources::FilmEnd)
