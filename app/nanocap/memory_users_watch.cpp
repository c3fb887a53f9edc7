// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/memory_users_watch.h"

#include "core/memory/process_list.h"
#include "core/memory/reading.h"

#include <QPointer>
#include <QThreadPool>

namespace nanocap::app {

namespace {
constexpr int intervalMs = 10'000; // walking /proc costs some milliseconds of a small board's core
constexpr std::size_t shown = 5;
constexpr Bytes worthClosing = Bytes::fromMegabytes(50);
} // namespace

MemoryUsersWatch::MemoryUsersWatch()
{
    m_timer.setInterval(intervalMs);
    connect(&m_timer, &QTimer::timeout, this, &MemoryUsersWatch::look);
}

void MemoryUsersWatch::start()
{
    m_timer.start();
    look();
}

void MemoryUsersWatch::look()
{
    QThreadPool::globalInstance()->start([self = QPointer(this)] {
        std::vector<ui::MemoryUserLine> users;
        // Two more than are shown: this program's own are no other programs.
        for (const auto& user : memory::topMemoryUsers(shown + 2, memory::readMemory().limitedBy))
            if (user.kind.advice != memory::StopAdvice::Ours && users.size() < shown)
                users.push_back({QString::fromStdString(user.kind.plainName),
                                 user.proportional.value_or(user.rss),
                                 user.kind.advice == memory::StopAdvice::CanStop});
        if (self)
            QMetaObject::invokeMethod(self, [self, users] {
                if (self)
                    self->take(users);
            });
    });
}

void MemoryUsersWatch::take(const std::vector<ui::MemoryUserLine>& users)
{
    m_closable.clear();
    for (const auto& user : users)
        if (m_closable.isEmpty() && user.canStop && user.bytes >= worthClosing)
            m_closable = QStringLiteral("%1 (%2)").arg(user.name, QString::fromStdString(toText(user.bytes)));
    m_users = users;
}

} // namespace nanocap::app
