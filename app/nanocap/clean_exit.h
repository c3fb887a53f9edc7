// SPDX-License-Identifier: Apache-2.0
// CleanExit: being asked to end (SIGTERM of a service manager, Ctrl+C, a closed session) is a clean stop, not
// a crash.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <functional>
#include <memory>
#include <thread>

namespace nanocap::app {

class CleanExit : public QObject
{
    Q_OBJECT
public:
    /// From now on SIGTERM, SIGINT and SIGHUP quit the application's event loop. `mark` is called first and
    /// at once, in a thread of its own: when a session ends, the display may be gone before the event loop
    /// turns again, and then the program ends there. One object a program, GUI thread.
    explicit CleanExit(std::function<void()> mark = {}, QObject* parent = nullptr);
    ~CleanExit() override;

Q_SIGNALS:
    void asked(); ///< in the event loop, before it quits

private:
    std::unique_ptr<QSocketNotifier> m_notifier;
    std::thread m_marker;
};

} // namespace nanocap::app
