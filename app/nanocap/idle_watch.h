// SPDX-License-Identifier: Apache-2.0
// IdleWatch: the one place that knows when a person last touched the program or something last changed before
// its camera. Sees every touch, key and wheel of the application. GUI thread.
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

namespace nanocap::app {

class IdleWatch : public QObject
{
    Q_OBJECT
public:
    using Clock = std::function<qint64()>; ///< monotonic milliseconds

    explicit IdleWatch(Clock clock, QObject* parent = nullptr);
    /// 0 = nobody is ever away.
    void setAfter(std::chrono::seconds after);
    /// As good as a touch: something changed in front of the camera, a page came by itself.
    void stir();
    bool isIdle() const { return m_idle; }
    /// Since the last touch or change.
    std::chrono::milliseconds quiet() const;
    /// Whether the time is over; the watch's own timer asks.
    void check();

    bool eventFilter(QObject* object, QEvent* event) override;

Q_SIGNALS:
    void wentIdle();
    /// A touch that wakes means nothing else: neither it nor its release reaches a control.
    void woke();
    void touched(); ///< by a person, not by a change

private:
    const Clock m_clock;
    std::chrono::milliseconds m_after{0};
    QTimer m_timer;
    qint64 m_last;
    bool m_idle = false;
    bool m_swallowing = false; ///< until the finger or key that woke it is lifted
    qint64 m_wokenAt = 0;
};

} // namespace nanocap::app
