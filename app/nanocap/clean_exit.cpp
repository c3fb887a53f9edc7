// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/clean_exit.h"

#include <QCoreApplication>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace nanocap::app {

namespace {

constexpr int markMs = 500; ///< a disk that takes longer must not keep the program from ending
constexpr int signalNumbers[] = {SIGTERM, SIGINT, SIGHUP};

// From the handler to the marker, from the marker to the handler, from the marker to the event loop.
int toMarker[2] = {-1, -1}, marked[2] = {-1, -1}, toLoop[2] = {-1, -1};

void tell(int)
{
    // Only this may be done in a handler.
    const int before = errno;
    [[maybe_unused]] const auto written = ::write(toMarker[1], "x", 1);
    pollfd waiting = {marked[0], POLLIN, 0};
    ::poll(&waiting, 1, markMs);
    errno = before;
}

void closeBoth(int (&ends)[2])
{
    for (int& end : ends) {
        ::close(end);
        end = -1;
    }
}

} // namespace

CleanExit::CleanExit(std::function<void()> mark, QObject* parent) : QObject(parent)
{
    if (::pipe2(toMarker, O_CLOEXEC) != 0 || ::pipe2(marked, O_CLOEXEC | O_NONBLOCK) != 0 ||
        ::pipe2(toLoop, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(toLoop[0], QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [this] {
        m_notifier->setEnabled(false);
        Q_EMIT asked();
        // Not quit(): it asks the window first, which in a kiosk never closes.
        QCoreApplication::exit(0);
    });
    // The marker is never the thread a signal interrupts.
    sigset_t all, before;
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_SETMASK, &all, &before);
    m_marker = std::thread([mark = std::move(mark)] {
        char byte = 0;
        while (::read(toMarker[0], &byte, 1) == 1) {
            if (byte == 'q')
                return;
            if (mark)
                mark();
            [[maybe_unused]] auto written = ::write(marked[1], "x", 1);
            written = ::write(toLoop[1], "x", 1);
        }
    });
    ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
    struct sigaction action = {};
    action.sa_handler = tell;
    action.sa_flags = SA_RESTART;
    for (int signal : signalNumbers)
        ::sigaction(signal, &action, nullptr);
}

CleanExit::~CleanExit()
{
    if (!m_marker.joinable())
        return;
    // What comes now comes too late to be answered, and ends nothing in its middle.
    for (int signal : signalNumbers)
        ::signal(signal, SIG_IGN);
    [[maybe_unused]] const auto written = ::write(toMarker[1], "q", 1);
    m_marker.join();
    m_notifier.reset();
    closeBoth(toMarker);
    closeBoth(marked);
    closeBoth(toLoop);
}

} // namespace nanocap::app
