// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap-gst/gst_capture.h"

#include <opencv2/core/utils/logger.hpp>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <sys/prctl.h>
#include <thread>
#include <unistd.h>

using namespace nanocap::gst;

namespace {

bool writeAll(int fd, const void* data, size_t size)
{
    const auto* from = static_cast<const char*>(data);
    while (size > 0) {
        const ssize_t written = ::write(fd, from, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        from += written;
        size -= size_t(written);
    }
    return true;
}

bool sendFrame(int fd, const cv::Mat& picture)
{
    Header header;
    header.word = Word::Frame;
    header.width = uint32_t(picture.cols);
    header.height = uint32_t(picture.rows);
    header.bytesPerPixel = uint32_t(picture.channels());
    header.length = header.width * header.height * header.bytesPerPixel;
    bool good = writeAll(fd, &header, sizeof header);
    for (int line = 0; good && line < picture.rows; ++line)
        good = writeAll(fd, picture.ptr(line), size_t(header.width) * header.bytesPerPixel);
    return good;
}

/// Waits for SIGTERM, then takes the pipeline down until the main thread has ended the process.
[[noreturn]] void endOnRequest(GstCapture& capture, sigset_t signals)
{
    int signal = 0;
    sigwait(&signals, &signal);
    for (;;) {
        capture.interrupt();
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
    }
}

} // namespace

int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (::getppid() == 1)
        return 0;
    const int fd = std::atoi(argv[1]);
    std::signal(SIGPIPE, SIG_IGN);
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    // What OpenCV would print is told through the pipe instead.
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);

    GstCapture capture;
    std::thread(endOnRequest, std::ref(capture), signals).detach();
    std::optional<Word> end = capture.open(argv[2]);
    cv::Mat picture;
    while (!end && !(end = capture.read(picture)) && sendFrame(fd, picture)) {
    }
    capture.close();
    if (end) {
        const std::string why = capture.error();
        Header header;
        header.word = *end;
        header.length = uint32_t(why.size());
        writeAll(fd, &header, sizeof header) && writeAll(fd, why.data(), why.size());
    }
    // The other thread still uses what the end of main would take down.
    ::_exit(0);
}
