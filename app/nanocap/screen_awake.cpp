// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/screen_awake.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

#if QT_CONFIG(xcb)
#include <xcb/xcb.h>
#endif

namespace nanocap::app {

namespace {

const QString who = QStringLiteral("Nanocap");
const QString why = QStringLiteral("Captions are shown.");

QDBusMessage screenSaver(const QString& method)
{
    return QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.ScreenSaver"),
                                          QStringLiteral("/org/freedesktop/ScreenSaver"),
                                          QStringLiteral("org.freedesktop.ScreenSaver"), method);
}

/// A screen nobody sees goes dark for nobody, and tests must not hold a desktop awake.
bool hasScreen()
{
    const QString platform = QGuiApplication::platformName();
    return platform != QLatin1String("offscreen") && platform != QLatin1String("minimal");
}

} // namespace

ScreenAwake::ScreenAwake()
{
    m_minute.setInterval(50'000);
    connect(&m_minute, &QTimer::timeout, this, &ScreenAwake::restartTimerOfX);
}

ScreenAwake::~ScreenAwake()
{
    setNeeded(false);
}

void ScreenAwake::setNeeded(bool on)
{
    if (on == m_needed || !hasScreen())
        return;
    m_needed = on;
    if (on)
        ask();
    else
        release();
}

void ScreenAwake::ask()
{
    m_minute.start();
    restartTimerOfX();
    QDBusMessage inhibit = screenSaver(QStringLiteral("Inhibit"));
    inhibit.setArguments({who, why});
    auto* desktop = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(inhibit), this);
    connect(desktop, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* call) {
        call->deleteLater();
        if (const QDBusPendingReply<quint32> cookie = *call; cookie.isValid()) {
            m_cookie = cookie.value();
            if (!m_needed) // it is over before the answer came
                release();
        }
    });
    QDBusMessage logind = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.login1"), QStringLiteral("/org/freedesktop/login1"),
        QStringLiteral("org.freedesktop.login1.Manager"), QStringLiteral("Inhibit"));
    logind.setArguments({QStringLiteral("idle"), who, why, QStringLiteral("block")});
    auto* system = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(logind), this);
    connect(system, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher* call) {
        call->deleteLater();
        if (const QDBusPendingReply<QDBusUnixFileDescriptor> held = *call; held.isValid() && m_needed)
            m_inhibitor = held.value();
    });
}

void ScreenAwake::release()
{
    m_minute.stop();
    m_inhibitor = {};
    if (!m_cookie)
        return;
    QDBusMessage end = screenSaver(QStringLiteral("UnInhibit"));
    end.setArguments({*std::exchange(m_cookie, std::nullopt)});
    QDBusConnection::sessionBus().send(end);
}

void ScreenAwake::restartTimerOfX() const
{
#if QT_CONFIG(xcb)
    if (const auto* x = qGuiApp->nativeInterface<QNativeInterface::QX11Application>(); x && x->connection()) {
        xcb_force_screen_saver(x->connection(), XCB_SCREEN_SAVER_RESET);
        xcb_flush(x->connection());
    }
#endif
}

} // namespace nanocap::app
