// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/display_probe.h"

#include <QGuiApplication>
#include <QWindow>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <poll.h>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace nanocap::app {

namespace {

constexpr int patienceMs = 10'000;

std::string variable(const char* name)
{
    const char* value = std::getenv(name);
    return value ? value : "";
}

/// The platform that will be used, without its options ("xcb:…" is "xcb"); empty when Qt chooses by itself.
std::string chosenPlatform(int argc, char* argv[])
{
    std::string platform = variable("QT_QPA_PLATFORM");
    for (int i = 1; i + 1 < argc; ++i)
        if (std::string_view(argv[i]) == "-platform" || std::string_view(argv[i]) == "--platform")
            platform = argv[i + 1];
    return platform.substr(0, platform.find_first_of(":;"));
}

[[noreturn]] void tryDisplay(int argc, char* argv[], int errorOutput)
{
    ::dup2(errorOutput, STDERR_FILENO);
    const rlimit none = {0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    ::alarm(patienceMs / 1000 + 1);
    QGuiApplication application(argc, argv);
    // eglfs and linuxfb open their device with the first window only.
    QWindow window;
    window.create();
    ::_exit(0);
}

/// Everything the child says; ends it when it takes too long.
std::string listen(int descriptor, pid_t child, bool& slow)
{
    std::string all;
    char part[4096];
    pollfd waiting = {descriptor, POLLIN, 0};
    while (true) {
        const int ready = ::poll(&waiting, 1, patienceMs);
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0) {
            slow = true;
            ::kill(child, SIGKILL);
            return all;
        }
        const ssize_t got = ::read(descriptor, part, sizeof part);
        if (got <= 0)
            return all;
        all.append(part, static_cast<std::size_t>(got));
    }
}

bool has(const std::string& text, std::string_view words)
{
    return text.find(words) != std::string::npos;
}

} // namespace

Sentence displaySentence(const std::string& platform, const std::string& display, const std::string& qtSaid)
{
    if (has(qtSaid, "Could not find the Qt platform plugin"))
        return platform.rfind("wayland", 0) == 0
                   ? said(
                         "Display",
                         "The Qt platform \"%1\" is not installed. Install the package qt6-wayland, or unset "
                         "QT_QPA_PLATFORM.")
                         .with({platform})
                   : said("Display",
                          "The Qt platform \"%1\" is not installed. Unset QT_QPA_PLATFORM, or install the "
                          "package that has it (qt6-qpa-plugins).")
                         .with({platform});
    if (platform == "linuxfb")
        return said("Display",
                    "There is no framebuffer to draw on (/dev/fb0). Connect a screen, add this user to the "
                    "group video, or start Nanocap on a desktop.");
    if (platform.rfind("eglfs", 0) == 0)
        return said("Display",
                    "There is no graphics device that eglfs can use (/dev/dri). Connect a screen, add this "
                    "user to the groups video and render, or start Nanocap on a desktop.");
    if (platform == "vnc")
        return said(
            "Display",
            "Qt's VNC server could not be started. Choose another port (QT_QPA_PLATFORM=vnc:port=5901) or "
            "start Nanocap on a desktop.");
    return said("Display", "The display \"%1\" does not answer. Start Nanocap on the desktop itself, name "
                           "the display that is "
                           "there (DISPLAY or WAYLAND_DISPLAY), or use nanocapctl in a terminal.")
        .with({display.empty() ? platform : display});
}

Sentence displayProblem(int argc, char* argv[])
{
    const std::string platform = chosenPlatform(argc, argv);
    if (platform == "offscreen" || platform == "minimal")
        return {};
    int ends[2] = {-1, -1};
    if (::pipe(ends) != 0)
        return {}; // Qt will say by itself what is wrong
    const pid_t child = ::fork();
    if (child < 0) {
        ::close(ends[0]);
        ::close(ends[1]);
        return {};
    }
    if (child == 0) {
        ::close(ends[0]);
        tryDisplay(argc, argv, ends[1]);
    }
    ::close(ends[1]);
    bool slow = false;
    const std::string qtSaid = listen(ends[0], child, slow);
    ::close(ends[0]);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    if (!slow && WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return {};
    const bool wayland =
        platform.rfind("wayland", 0) == 0 || (platform.empty() && variable("DISPLAY").empty());
    return displaySentence(platform, wayland ? variable("WAYLAND_DISPLAY") : variable("DISPLAY"), qtSaid);
}

} // namespace nanocap::app
