// SPDX-License-Identifier: Apache-2.0
// VisitorRights: the one place that says what a visitor of a kiosk may do. Outside a kiosk, in an unattended
// run and while the operator is there, everything is permitted. GUI thread.
#pragma once

#include "ui/rights.h"

#include <QObject>
#include <QStringList>

namespace nanocap::app {

class VisitorRights : public QObject
{
    Q_OBJECT
public:
    explicit VisitorRights(bool kiosk) : m_kiosk(kiosk) { renew(); }
    /// The words of the setting visitors_may; others are passed over.
    void setAllowed(const QStringList& words);
    /// Behind the PIN: until the session ends.
    void setOperatorPresent(bool present);
    bool isOperatorPresent() const { return m_operatorPresent; }
    bool isKiosk() const { return m_kiosk; }
    const ui::Rights& now() const { return m_now; }

    /// What may be allowed, in the order a page offers it.
    static const QStringList& words();
    static const QStringList& usualWords(); ///< allowed unless the operator says otherwise

Q_SIGNALS:
    void changed(const nanocap::ui::Rights& now);

private:
    void renew();

    const bool m_kiosk;
    bool m_operatorPresent = false;
    QStringList m_allowed = usualWords();
    ui::Rights m_now;
};

} // namespace nanocap::app
