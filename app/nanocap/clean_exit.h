// SPDX-License-Identifier: Apache-2.0
// CleanExit: being asked to end (SIGTERM of a service manager, Ctrl+C, a closed session) is a clean stop, not
// a crash.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <memory>

namespace nanocap::app {

class CleanExit : public QObject
{
    Q_OBJECT
public:
    /// From now on SIGTERM, SIGINT and SIGHUP quit the application's event loop. One object a program, GUI
    /// thread.
    explicit CleanExit(QObject* parent = nullptr);

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
};

} // namespace nanocap::app
