// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/idle_watch.h"

#include <QCoreApplication>
#include <QEvent>

#include <utility>

namespace nanocap::app {

using std::chrono::milliseconds;

namespace {
constexpr qint64 oneTouchMs = 1'000;
}

IdleWatch::IdleWatch(Clock clock, QObject* parent)
    : QObject(parent), m_clock(std::move(clock)), m_timer(this), m_last(m_clock())
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &IdleWatch::check);
    QCoreApplication::instance()->installEventFilter(this);
}

void IdleWatch::setAfter(std::chrono::seconds after)
{
    m_after = after;
    stir();
    if (m_after.count() > 0)
        m_timer.start(m_after);
    else
        m_timer.stop();
}

milliseconds IdleWatch::quiet() const
{
    return milliseconds(m_clock() - m_last);
}

void IdleWatch::stir()
{
    m_last = m_clock();
    if (!std::exchange(m_idle, false))
        return;
    if (m_after.count() > 0)
        m_timer.start(m_after);
    Q_EMIT woke();
}

void IdleWatch::check()
{
    if (m_idle || m_after.count() == 0)
        return;
    // Touches only note the time; the timer is set anew here, once in a while.
    if (const milliseconds left = m_after - quiet(); left.count() > 0) {
        m_timer.start(left);
        return;
    }
    m_idle = true;
    Q_EMIT wentIdle();
}

bool IdleWatch::eventFilter(QObject* object, QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
    case QEvent::TouchBegin:
    case QEvent::TabletPress:
    case QEvent::KeyPress:
    case QEvent::Wheel:
        // A touch comes as a touch and again as a mouse; a release that is lost must not cost the next one.
        m_swallowing = m_idle || (m_swallowing && m_clock() - m_wokenAt < oneTouchMs);
        if (m_idle)
            m_wokenAt = m_clock();
        stir();
        Q_EMIT touched();
        return event->type() == QEvent::Wheel ? std::exchange(m_swallowing, false) : m_swallowing;
    case QEvent::MouseMove:
    case QEvent::TouchUpdate:
    case QEvent::TabletMove:
        if (!m_idle)
            m_last = m_clock();
        return m_swallowing;
    case QEvent::MouseButtonRelease:
    case QEvent::TouchEnd:
    case QEvent::TouchCancel:
    case QEvent::TabletRelease:
    case QEvent::KeyRelease:
        return std::exchange(m_swallowing, false);
    default:
        return QObject::eventFilter(object, event);
    }
}

} // namespace nanocap::app
