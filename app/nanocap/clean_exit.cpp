// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/clean_exit.h"

#include <QCoreApplication>

#include <csignal>
#include <fcntl.h>
#include <unistd.h>

namespace nanocap::app {

namespace {
int pipeEnds[2] = {-1, -1};

void tell(int)
{
    // Only this may be done in a handler; the notifier does the rest in the event loop.
    [[maybe_unused]] const auto written = ::write(pipeEnds[1], "x", 1);
}
} // namespace

CleanExit::CleanExit(QObject* parent) : QObject(parent)
{
    if (::pipe2(pipeEnds, O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(pipeEnds[0], QSocketNotifier::Read);
    // Not quit(): it asks the window first, which in a kiosk never closes.
    connect(m_notifier.get(), &QSocketNotifier::activated, this, [] { QCoreApplication::exit(0); });
    struct sigaction action = {};
    action.sa_handler = tell;
    action.sa_flags = SA_RESTART;
    for (int signal : {SIGTERM, SIGINT, SIGHUP})
        ::sigaction(signal, &action, nullptr);
}

} // namespace nanocap::app
