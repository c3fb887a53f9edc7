// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/rest.h"

#include "app/nanocap/program.h"

#include <QScopedValueRollback>

namespace nanocap::app {

Rest::Rest(Program& program) : m_program(program)
{
    IdleWatch& idle = m_program.idle;
    connect(&idle, &IdleWatch::wentIdle, this, &Rest::begin);
    connect(&idle, &IdleWatch::woke, &m_program.attract, &AttractFlow::end);
    connect(&m_program.captions, &CaptionFlow::stirred, &idle, &IdleWatch::stir);
    // A page that comes by itself has something to say.
    connect(&m_program.window, &ui::MainWindow::pageShown, this, [this] {
        if (!m_beginning)
            m_program.idle.stir();
    });
    connect(&m_program.attract, &AttractFlow::ended, this, &Rest::end);
}

void Rest::setAfter(std::chrono::seconds after)
{
    const Behaviour& behaviour = m_program.behaviour();
    m_program.idle.setAfter(behaviour.kiosk && !behaviour.unattended ? after : std::chrono::seconds(0));
}

void Rest::begin()
{
    const QString page = m_program.window.pageName();
    if (page == QLatin1String("loading") || page == QLatin1String("failure") ||
        page == QLatin1String("countdown") || m_program.rights.isOperatorPresent()) {
        m_program.idle
            .stir(); // they are going somewhere, tell what somebody must know, or are the operator's
        return;
    }
    const QScopedValueRollback guard(m_beginning, true);
    LiveFlow& live = m_program.live;
    m_program.window.sheet()->close();
    m_program.window.setLooks(m_ownLooks);
    m_program.captions.forgetHistory();
    m_program.speech.stop();
    m_program.speech.setMuted(m_ownMuted);
    live.endPause();
    if (live.isLive())
        live.show();
    else
        m_program.menu.show();
    m_program.captions.setResting(true);
    if (live.isLive() && !m_program.source.isLive())
        m_program.source.stop(); // a film or cards that nobody sees; a camera is watched
    m_program.attract.begin();
}

void Rest::end()
{
    m_program.captions.setResting(false);
    if (m_program.live.isLive())
        m_program.source.start();
}

} // namespace nanocap::app
