// SPDX-License-Identifier: Apache-2.0
// OperatorSession: who stands there is the operator: five taps in the corner, the PIN on the keypad, and the
// rights that follow, until the operator leaves or nobody touched the window for two minutes. Outside a kiosk
// the person at the keyboard owns the machine, and a PIN is asked for only where one was set. GUI thread; a
// PIN is hashed in a thread beside it.
#pragma once

#include "app/access/tries_clock.h"
#include "app/nanocap/visitor_rights.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace nanocap::access {
class PinTries;
}
namespace nanocap::ui {
class KeypadPage;
class MainWindow;
} // namespace nanocap::ui

namespace nanocap::app {

class OperatorSession : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::minutes idleLimit{2};
    static constexpr std::chrono::seconds keypadLimit{30};

    OperatorSession(ui::MainWindow& window, VisitorRights& rights,
                    access::TriesClock clock = access::TriesClock::system());
    ~OperatorSession() override;
    /// Somebody wants the operator's page: the keypad, or opened() at once.
    void call();
    /// The operator leaves: a visitor's rights hold, closed() follows.
    void close();
    bool isOpen() const { return m_open; }
    /// The operator waits for something: the two minutes begin anew.
    void stay();
    /// Nobody touched the window for so long, or for so long at the keypad: for tests, which do not wait.
    void passIdleTime() { onIdle(); }

Q_SIGNALS:
    void opened();
    void closed();

private:
    void check(const QString& digits);
    void take(bool right);
    void showKeypad();
    void leaveKeypad();
    void renewKeypad();
    void open(bool byPin);
    void onIdle();
    QString triesText();

    ui::MainWindow& m_window;
    VisitorRights& m_rights;
    std::unique_ptr<access::PinTries> m_tries;
    ui::KeypadPage* m_keypad;
    QTimer m_idle, m_second;
    bool m_open = false, m_checking = false;
};

} // namespace nanocap::app
