// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/operator_session.h"

#include "app/access/pin_file.h"
#include "app/access/pin_hash.h"
#include "app/access/pin_tries.h"
#include "app/nanocap/beside.h"
#include "ui/main_window.h"
#include "ui/pages/keypad_page.h"

namespace nanocap::app {

using access::PinFile;
using std::chrono::ceil;
using std::chrono::seconds;

OperatorSession::OperatorSession(ui::MainWindow& window, VisitorRights& rights, access::TriesClock clock)
    : m_window(window), m_rights(rights),
      m_tries(std::make_unique<access::PinTries>(std::string(), std::move(clock))),
      m_keypad(new ui::KeypadPage)
{
    m_window.add(m_keypad);
    m_idle.setSingleShot(true);
    m_second.setInterval(seconds(1));
    connect(&m_window, &ui::MainWindow::operatorCalled, this, &OperatorSession::call);
    connect(&m_window, &ui::MainWindow::touched, this, &OperatorSession::stay);
    connect(&m_idle, &QTimer::timeout, this, &OperatorSession::onIdle);
    connect(&m_second, &QTimer::timeout, this, &OperatorSession::renewKeypad);
    connect(m_keypad, &ui::KeypadPage::entered, this, &OperatorSession::check);
    connect(m_keypad, &ui::KeypadPage::left, this, [this] {
        m_second.stop();
        if (!m_open)
            m_idle.stop();
    });
}

OperatorSession::~OperatorSession() = default;

void OperatorSession::call()
{
    if (m_window.currentPage() == m_keypad)
        return;
    if (m_open)
        Q_EMIT opened();
    else if (PinFile::read().state == PinFile::State::None && !m_rights.isKiosk())
        open(false);
    else
        showKeypad();
}

void OperatorSession::stay()
{
    if (m_idle.isActive())
        m_idle.start();
}

void OperatorSession::showKeypad()
{
    m_keypad->begin();
    m_window.open(m_keypad);
    m_idle.start(keypadLimit);
    m_second.start();
    renewKeypad();
}

void OperatorSession::renewKeypad()
{
    if (m_checking)
        return;
    switch (PinFile::read().state) {
    case PinFile::State::None:
        m_keypad->setBlocked(
            tr("There is no PIN, so the operator's page stays closed. Set one in a terminal of "
               "this device:\nnanocapctl pin --set"));
        return;
    case PinFile::State::Unusable:
        m_keypad->setBlocked(tr("The file with the PIN cannot be used. Set a new PIN in a terminal of this "
                                "device:\nnanocapctl pin --set"));
        return;
    case PinFile::State::Set:
        break;
    }
    const auto wait = ceil<seconds>(m_tries->wait()).count();
    if (wait > 90)
        m_keypad->setBlocked(tr("Too many wrong PINs. The next try is in %1 minutes.").arg((wait + 59) / 60));
    else if (wait > 0)
        m_keypad->setBlocked(tr("Too many wrong PINs. The next try is in %1 s.").arg(wait));
    else if (!m_keypad->isOpen())
        m_keypad->begin();
}

QString OperatorSession::triesText()
{
    const int left = m_tries->left();
    return left == 1 ? tr("That is not the PIN. One try is left.")
                     : tr("That is not the PIN. %1 tries are left.").arg(left);
}

void OperatorSession::check(const QString& digits)
{
    const PinFile file = PinFile::read();
    if (m_checking || file.state != PinFile::State::Set || m_tries->wait().count() > 0)
        return renewKeypad();
    m_tries->begin();
    m_checking = true;
    m_keypad->setChecking();
    beside(
        this, [hash = file.hash, pin = digits.toStdString()] { return access::pinMatches(hash, pin); },
        [this](bool right) { take(right); });
}

void OperatorSession::take(bool right)
{
    m_checking = false;
    if (right)
        m_tries->forget();
    if (m_window.currentPage() != m_keypad)
        return; // nobody waits for it any more
    if (right) {
        leaveKeypad();
        open(true);
        return;
    }
    if (m_tries->left() > 0)
        m_keypad->setRefused(triesText());
    renewKeypad();
}

void OperatorSession::leaveKeypad()
{
    if (m_window.currentPage() == m_keypad)
        m_window.back();
}

void OperatorSession::open(bool byPin)
{
    m_open = true;
    m_rights.setOperatorPresent(true);
    if (byPin)
        m_idle.start(idleLimit);
    Q_EMIT opened();
}

void OperatorSession::close()
{
    m_idle.stop();
    if (!m_open)
        return;
    m_open = false;
    m_rights.setOperatorPresent(false);
    Q_EMIT closed();
}

void OperatorSession::onIdle()
{
    leaveKeypad();
    close();
}

} // namespace nanocap::app
