// SPDX-License-Identifier: Apache-2.0
// StallMeter: how long the window's event loop was ever held up. A timer ticks every 10 ms; what a tick is
// late by is the hold-up. Lives in the GUI thread.
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace nanocap::app {

class StallMeter : public QObject
{
    Q_OBJECT
public:
    explicit StallMeter(QObject* parent = nullptr) : QObject(parent)
    {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(interval);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            const qint64 late = m_clock.restart() - interval;
            m_longest = std::max(m_longest, late);
            m_over100 += late > 100;
        });
    }
    void start()
    {
        m_clock.start();
        m_timer.start();
    }
    /// Milliseconds; 0 until the first tick.
    qint64 longestMs() const { return m_longest; }
    /// How often it was over 100 ms.
    int countOver100() const { return m_over100; }

private:
    static constexpr int interval = 10;
    QTimer m_timer;
    QElapsedTimer m_clock;
    qint64 m_longest = 0;
    int m_over100 = 0;
};

} // namespace nanocap::app
