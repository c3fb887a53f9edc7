// SPDX-License-Identifier: Apache-2.0
// MemoryUsersWatch: the five largest users of memory, looked up every few seconds beside the window. GUI
// thread.
#pragma once

#include "ui/sheets/figure_sheet.h"

#include <QObject>
#include <QTimer>

namespace nanocap::app {

class MemoryUsersWatch : public QObject
{
    Q_OBJECT
public:
    MemoryUsersWatch();
    void start();
    /// The largest that may be closed, as "chromium (612 MB)"; empty when there is none of at least 50 MB.
    QString closable() const { return m_closable; }
    /// Largest first.
    const std::vector<ui::MemoryUserLine>& users() const { return m_users; }

private:
    void look();
    void take(const std::vector<ui::MemoryUserLine>& users);

    std::vector<ui::MemoryUserLine> m_users;
    QTimer m_timer;
    QString m_closable;
};

} // namespace nanocap::app
