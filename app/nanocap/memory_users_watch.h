// SPDX-License-Identifier: Apache-2.0
// MemoryUsersWatch: the five largest users of memory, looked up every few seconds beside the window. GUI
// thread.
#pragma once

#include "ui/main_window.h"

#include <QObject>
#include <QTimer>

namespace nanocap::app {

class MemoryUsersWatch : public QObject
{
    Q_OBJECT
public:
    explicit MemoryUsersWatch(ui::MainWindow& window);
    void start();
    /// The largest that may be closed, as "chromium (612 MB)"; empty when there is none of at least 50 MB.
    QString closable() const { return m_closable; }

private:
    void look();
    void take(const std::vector<ui::MemoryUserLine>& users);

    ui::MainWindow& m_window;
    QTimer m_timer;
    QString m_closable;
};

} // namespace nanocap::app
