// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/supervision.h"

#include <systemd/sd-daemon.h>

namespace nanocap::app {

namespace {

void notify(const QString& text)
{
    sd_notify(0, text.toUtf8().constData());
}

} // namespace

Supervision::Supervision(Silence worker, QObject* parent) : QObject(parent), m_worker(std::move(worker))
{
    connect(&m_timer, &QTimer::timeout, this, &Supervision::ping);
}

Supervision::~Supervision()
{
    stopping();
}

void Supervision::start()
{
    QTimer::singleShot(0, this, [this] {
        notify(QStringLiteral("READY=1"));
        uint64_t microseconds = 0;
        if (sd_watchdog_enabled(0, &microseconds) <= 0)
            return;
        ping();
        m_timer.start(std::chrono::milliseconds(std::max<uint64_t>(1, microseconds / 3000)));
    });
}

void Supervision::setStatus(const QString& line)
{
    if (line == m_status || m_stopping)
        return;
    m_status = line;
    notify(QStringLiteral("STATUS=") + line);
}

void Supervision::stopping()
{
    if (std::exchange(m_stopping, true))
        return;
    notify(QStringLiteral("STOPPING=1\nSTATUS=stopping"));
}

void Supervision::ping()
{
    if (m_worker() <= longestSilence)
        notify(QStringLiteral("WATCHDOG=1"));
}

} // namespace nanocap::app
