// SPDX-License-Identifier: Apache-2.0
#include "app/sources/film_player.h"

#include "app/pixels/shown_size.h"
#include "core/base/installation.h"
#include "core/base/path_text.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace nanocap::sources {

namespace {

QString systemWords(int error)
{
    return QString::fromLocal8Bit(std::strerror(error));
}

} // namespace

FilmPlayer::FilmPlayer(QString file, std::shared_ptr<FrameMailbox> mailbox)
    : m_file(std::move(file)), m_mailbox(std::move(mailbox)), m_silence(this)
{
    m_silence.setSingleShot(true);
    m_silence.setInterval(stuckAfterMs);
    connect(&m_silence, &QTimer::timeout, this, [this] { endWith({.trouble = FilmEnd::Trouble::Stuck}); });
}

FilmPlayer::~FilmPlayer()
{
    close();
}

void FilmPlayer::begin(quint64 epoch)
{
    close();
    m_epoch = epoch;
    m_pictures = 0;
    m_last = {};
    m_hasHeader = false;
    const int file = ::open(pathBytes(m_file).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        endWith({.trouble = FilmEnd::Trouble::NotOpened, .words = systemWords(errno)});
        return;
    }
    if (startProcess(file)) {
        order(film::playByte);
        m_silence.start();
    }
    ::close(file);
}

bool FilmPlayer::startProcess(int file)
{
    const QString program = QString::fromStdString(helperProgram("nanocap-film", "NANOCAP_FILM"));
    if (program.isEmpty()) {
        endWith({.trouble = FilmEnd::Trouble::NoProgram});
        return false;
    }
    m_process = std::make_unique<QProcess>();
    m_process->setStandardErrorFile(QProcess::nullDevice());
    const pid_t parent = ::getpid();
    // Runs between fork and exec: async-signal-safe calls only.
    m_process->setChildProcessModifier([file, parent] {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (::getppid() != parent)
            ::_exit(1);
        ::fcntl(file, F_SETFD, 0);
        // When memory runs out, a film is the first to go.
        const int score = ::open("/proc/self/oom_score_adj", O_WRONLY | O_CLOEXEC);
        if (score >= 0) {
            [[maybe_unused]] const auto written = ::write(score, "1000", 4);
            ::close(score);
        }
    });
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &FilmPlayer::read);
    connect(m_process.get(), &QProcess::finished, this, &FilmPlayer::processEnded);
    m_process->start(program, {QString::number(file)}, QIODevice::ReadWrite);
    if (m_process->waitForStarted())
        return true;
    endWith({.trouble = FilmEnd::Trouble::Died, .words = m_process->errorString()});
    return false;
}

void FilmPlayer::goOn(quint64 epoch)
{
    m_epoch = epoch;
    if (!m_last.isNull())
        m_mailbox->post(m_last, m_epoch, {m_file});
    if (m_process) {
        order(film::playByte);
        m_silence.start();
    }
}

void FilmPlayer::pause()
{
    m_silence.stop();
    order(film::pauseByte);
}

void FilmPlayer::close()
{
    m_silence.stop();
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished(2'000);
    m_process.reset();
}

void FilmPlayer::order(char byte)
{
    if (m_process)
        m_process->write(&byte, 1);
}

bool FilmPlayer::readHeader()
{
    if (m_process->bytesAvailable() < qint64(sizeof m_header))
        return false;
    m_process->read(reinterpret_cast<char*>(&m_header), sizeof m_header);
    const bool isPicture = m_header.word == film::Word::Picture;
    const uint32_t side = pixels::longestSide;
    const bool sane =
        m_header.magic == film::Header().magic && m_header.width <= side && m_header.height <= side &&
        (isPicture ? m_header.length == m_header.width * m_header.height * 4 && m_header.length > 0
                   : m_header.length == (m_header.word == film::Word::Ending ? sizeof m_ending : 0));
    if (!sane) {
        endWith({.trouble = FilmEnd::Trouble::Died, .words = QStringLiteral("what it told makes no sense")});
        return false;
    }
    m_hasHeader = true;
    m_bodyRead = 0;
    if (isPicture)
        m_picture = QImage(int(m_header.width), int(m_header.height), QImage::Format_RGB32);
    return true;
}

void FilmPlayer::read()
{
    while (m_process && (m_hasHeader || readHeader())) {
        const bool isPicture = m_header.word == film::Word::Picture;
        char* body =
            isPicture ? reinterpret_cast<char*>(m_picture.bits()) : reinterpret_cast<char*>(&m_ending);
        if (const qint64 rest = m_header.length - m_bodyRead; rest > 0) {
            const qint64 got = m_process->read(body + m_bodyRead, rest);
            if (got <= 0)
                return;
            m_bodyRead += got;
            if (got < rest)
                return;
        }
        m_hasHeader = false;
        handle();
    }
}

void FilmPlayer::handle()
{
    if (m_silence.isActive())
        m_silence.start();
    if (m_header.word == film::Word::Ending) {
        m_ending.name[sizeof m_ending.name - 1] = '\0';
        m_ending.words[sizeof m_ending.words - 1] = '\0';
        endWith({.ending = m_ending});
        return;
    }
    if (m_header.word != film::Word::Picture)
        return;
    ++m_pictures;
    m_last = oriented(m_picture, {.rotation = m_header.rotation, .flip = m_header.flip != 0});
    m_picture = {};
    m_mailbox->post(m_last, m_epoch, {m_file});
}

void FilmPlayer::processEnded()
{
    read();
    if (!m_process)
        return;
    const bool crashed = m_process->exitStatus() == QProcess::CrashExit;
    const int code = m_process->exitCode();
    endWith(
        {.trouble = FilmEnd::Trouble::Died,
         .words =
             crashed
                 ? QStringLiteral("signal %1, %2").arg(code).arg(QString::fromLocal8Bit(::strsignal(code)))
                 : QStringLiteral("exit code %1").arg(code)});
}

void FilmPlayer::endWith(FilmEnd end)
{
    // Later: what is closed here is what called.
    QProcess* process = m_process.release();
    m_silence.stop();
    if (process) {
        process->disconnect(this);
        process->kill();
        connect(process, &QProcess::finished, process, &QObject::deleteLater);
        if (process->state() == QProcess::NotRunning)
            process->deleteLater();
    }
    end.ending.pictures = std::max(end.ending.pictures, uint32_t(m_pictures));
    Q_EMIT ended(end);
}

} // namespace nanocap::sources
