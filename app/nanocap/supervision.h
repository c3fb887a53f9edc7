// SPDX-License-Identifier: Apache-2.0
// Supervision: what a service manager is told through sd_notify: ready, stopping, what the window is doing,
// and, as long as both the event loop and the model's thread get on, that it lives. GUI thread. Does nothing
// where no service manager listens ($NOTIFY_SOCKET).
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace nanocap::app {

class Supervision : public QObject
{
    Q_OBJECT
public:
    using Silence = std::function<std::chrono::milliseconds()>;
    /// The model's thread shows itself far more often, also while an engine or a disk keeps it waiting.
    static constexpr std::chrono::milliseconds longestSilence{15'000};

    /// `worker`: for how long the model's thread has not shown that it gets on.
    explicit Supervision(Silence worker, QObject* parent = nullptr);
    ~Supervision() override;
    /// The window is there. From the next turn of the event loop on.
    void start();
    void setStatus(const QString& line);
    void stopping();

private:
    void ping();

    Silence m_worker;
    QTimer m_timer; ///< a third of the watchdog's time
    QString m_status;
    bool m_stopping = false;
};

} // namespace nanocap::app
