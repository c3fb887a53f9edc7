// SPDX-License-Identifier: Apache-2.0
#include "app/sources/gst_process.h"

#include "core/base/installation.h"
#include "core/base/path_text.h"

#include <QFile>

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

extern char** environ;

namespace nanocap::sources {

namespace {
/// QImage has no quick way from BGR888: its own takes 7 ms of two threads for a picture of 640 x 480.
QImage rgb32Of(const uchar* blueGreenRed, int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height && !image.isNull(); ++y) {
        auto* pixel = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < width; ++x, blueGreenRed += 3)
            pixel[x] =
                0xff000000U | uint(blueGreenRed[2]) << 16 | uint(blueGreenRed[1]) << 8 | blueGreenRed[0];
    }
    return image;
}
} // namespace

QString GstProcess::findProgram()
{
    return QString::fromStdString(helperProgram("nanocap-gst", "NANOCAP_GST"));
}

bool GstProcess::start(const QString& program, const QString& pipeline)
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        m_why = QString::fromLocal8Bit(std::strerror(errno));
        return false;
    }
    // Room for a whole picture, so that the helper does not wait in the middle of one; refused where the
    // limit is lower.
    ::fcntl(ends[0], F_SETPIPE_SZ, 1 << 20);
    constexpr int childFd = 3;
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], childFd);
    QByteArray path = QFile::encodeName(program);
    QByteArray fd = QByteArray::number(childFd);
    std::string text = pathBytes(pipeline);
    char* arguments[] = {path.data(), fd.data(), text.data(), nullptr};
    const int error = ::posix_spawn(&m_pid, path.constData(), &actions, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    m_fd = ends[0];
    if (error == 0)
        return true;
    m_pid = -1;
    m_why = QString::fromLocal8Bit(std::strerror(error));
    return false;
}

GstProcess::~GstProcess()
{
    if (m_pid > 0) {
        ::kill(m_pid, SIGTERM);
        // A helper that waits to write a picture goes on when nobody can read it any more.
        ::close(std::exchange(m_fd, -1));
        if (!waitForExit(std::chrono::milliseconds(700))) {
            ::kill(m_pid, SIGKILL);
            waitForExit(std::chrono::seconds(10));
        }
    }
    if (m_fd >= 0)
        ::close(m_fd);
}

bool GstProcess::waitForExit(std::chrono::milliseconds time)
{
    const auto deadline = std::chrono::steady_clock::now() + time;
    for (;;) {
        const pid_t ended = ::waitpid(m_pid, &m_exitStatus, WNOHANG);
        if (ended == m_pid || (ended < 0 && errno == ECHILD)) {
            m_pid = -1;
            return true;
        }
        if (std::chrono::steady_clock::now() >= deadline)
            return false;
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
}

void GstProcess::setPace(Pace pace)
{
    if (std::exchange(m_pace, pace) != pace && m_pid > 0)
        ::kill(m_pid, pace == Pace::Watching ? SIGUSR1 : SIGUSR2);
}

GstProcess::Read GstProcess::readAll(void* to, size_t size, int stopFd)
{
    auto* at = static_cast<char*>(to);
    while (size > 0) {
        pollfd fds[2] = {{m_fd, POLLIN, 0}, {stopFd, POLLIN, 0}};
        if (::poll(fds, 2, -1) < 0 && errno != EINTR)
            return Read::Closed;
        if (fds[1].revents != 0)
            return Read::Stopped;
        if (fds[0].revents == 0)
            continue;
        const ssize_t got = ::read(m_fd, at, size);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return Read::Closed;
        at += got;
        size -= size_t(got);
    }
    return Read::All;
}

GstProcess::Message GstProcess::closedUnexpectedly()
{
    m_end = gst::Word::Broken;
    if (m_pid > 0 && waitForExit(std::chrono::milliseconds(700)) && WIFSIGNALED(m_exitStatus))
        m_why = QStringLiteral("GStreamer was ended by signal %1 (%2)")
                    .arg(WTERMSIG(m_exitStatus))
                    .arg(QString::fromLocal8Bit(::strsignal(WTERMSIG(m_exitStatus))));
    else
        m_why = QStringLiteral("GStreamer ended without a word");
    return Message::End;
}

GstProcess::Message GstProcess::next(int stopFd)
{
    gst::Header header;
    header.magic = 0;
    Read read = readAll(&header, sizeof header, stopFd);
    const bool frame = header.word == gst::Word::Frame;
    const bool sane =
        header.magic == gst::Header().magic && header.length <= gst::longestMessage &&
        (!frame || (header.bytesPerPixel == 3 &&
                    quint64(header.width) * header.height * header.bytesPerPixel == header.length));
    if (read == Read::All && sane) {
        m_pixels.resize(qsizetype(header.length));
        read = readAll(m_pixels.data(), header.length, stopFd);
    } else if (read == Read::All) {
        read = Read::Closed;
    }
    if (read == Read::Stopped)
        return Message::Stopped;
    if (read == Read::Closed)
        return closedUnexpectedly();
    if (!frame) {
        m_end = header.word;
        m_why = QString::fromUtf8(m_pixels);
        return Message::End;
    }
    m_frame =
        rgb32Of(reinterpret_cast<const uchar*>(m_pixels.constData()), int(header.width), int(header.height));
    return Message::Frame;
}

} // namespace nanocap::sources
