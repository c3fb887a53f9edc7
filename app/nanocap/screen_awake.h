// SPDX-License-Identifier: Apache-2.0
// ScreenAwake: while captions run, the screen does not go dark. Asks whoever would darken it: the desktop
// (org.freedesktop.ScreenSaver on the session bus), the system (logind's idle inhibitor) and a bare X server,
// whose own timer is started again every minute. Nobody else darkens a screen: cage, weston's kiosk shell and
// eglfs leave it on; the blanking of a text console is the kernel's (consoleblank=0 turns it off). GUI
// thread; no call waits.
#pragma once

#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QTimer>

#include <optional>

namespace nanocap::app {

class ScreenAwake : public QObject
{
    Q_OBJECT
public:
    ScreenAwake();
    ~ScreenAwake() override;
    void setNeeded(bool on);
    bool isNeeded() const { return m_needed; }

private:
    void ask();
    void release();
    void restartTimerOfX() const;

    bool m_needed = false;
    std::optional<quint32> m_cookie;     ///< of the desktop's inhibition
    QDBusUnixFileDescriptor m_inhibitor; ///< logind's: closing it ends it
    QTimer m_minute;
};

} // namespace nanocap::app
