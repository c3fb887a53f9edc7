// SPDX-License-Identifier: Apache-2.0
// Rest: what a kiosk does when its visitor has gone: language, text size and history go back, a pause ends,
// and the cards show what it is for until somebody comes. Stands over the program's flows, as the operator
// does. GUI thread.
#pragma once

#include "ui/style/looks.h"

#include <QObject>

#include <chrono>

namespace nanocap::app {

class Program;

class Rest : public QObject
{
    Q_OBJECT
public:
    explicit Rest(Program& program);
    /// What the kiosk goes back to.
    void setOwn(const ui::Looks& looks, bool muted)
    {
        m_ownLooks = looks;
        m_ownMuted = muted;
    }
    /// Without a touch or change for so long; 0 = never. Outside a kiosk it is never.
    void setAfter(std::chrono::seconds after);

private:
    void begin();
    void end();

    Program& m_program;
    ui::Looks m_ownLooks;
    bool m_ownMuted = false;
    bool m_beginning = false;
};

} // namespace nanocap::app
