// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap-gst/gst_capture.h"
#include "core/base/write_all.h"

#include <csignal>
#include <cstdlib>
#include <sys/prctl.h>
#include <unistd.h>

using namespace nanocap::gst;
using nanocap::writeAll;

namespace {

bool sendFrame(int fd, const GstFrame& picture)
{
    constexpr uint32_t bytesPerPixel = 3;
    Header header;
    header.word = Word::Frame;
    header.width = uint32_t(picture.width());
    header.height = uint32_t(picture.height());
    header.bytesPerPixel = bytesPerPixel;
    header.length = header.width * header.height * bytesPerPixel;
    bool good = writeAll(fd, &header, sizeof header);
    for (int line = 0; good && line < picture.height(); ++line)
        good = writeAll(fd, picture.line(line), size_t(header.width) * bytesPerPixel);
    return good;
}

// A signal handler has no other way to it.
GstCapture* running = nullptr;

void endOnRequest(int)
{
    running->interrupt();
}

void watchOnly(int)
{
    running->setGap(200 * GST_MSECOND);
}

void takeAll(int)
{
    running->setGap(0);
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
    GstCapture capture;
    running = &capture;
    std::signal(SIGTERM, endOnRequest);
    std::signal(SIGUSR1, watchOnly);
    std::signal(SIGUSR2, takeAll);

    std::optional<Ending> end = capture.open(argv[2]);
    GstFrame picture;
    while (!end && !(end = capture.read(picture)) && sendFrame(fd, picture)) {
    }
    if (end) {
        Header header;
        header.word = end->word;
        header.length = uint32_t(end->text.size());
        writeAll(fd, &header, sizeof header) && writeAll(fd, end->text.data(), end->text.size());
    }
    picture = GstFrame();
    capture.close();
    // Plugins' threads may still use what the end of main would take down.
    ::_exit(0);
}
