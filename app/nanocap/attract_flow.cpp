// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/attract_flow.h"

#include "core/journal/journal.h"
#include "ui/main_window.h"
#include "ui/widgets/night_shade.h"

#include <QDateTime>

namespace nanocap::app {

AttractFlow::AttractFlow(ui::MainWindow& window, QString sys, std::function<QTime()> clock)
    : m_window(window), m_clock(std::move(clock)), m_view(new ui::AttractView(&window)),
      m_shade(new ui::NightShade(&window)),
      m_dimmer(std::move(sys), QString::fromStdString(journal::stateFolder()) + QStringLiteral("/dimmed"))
{
    connect(m_view, &ui::AttractView::cardWanted, this, &AttractFlow::showNext);
    m_minute.setInterval(std::chrono::minutes(1));
    m_minute.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_minute, &QTimer::timeout, this, &AttractFlow::renewNight);
}

void AttractFlow::setNight(const QString& hours)
{
    m_night = NightHours::parse(hours);
    if (m_running)
        renewNight();
}

void AttractFlow::setReducedMotion(bool on)
{
    m_view->setReducedMotion(on);
}

void AttractFlow::begin()
{
    if (m_running)
        return;
    m_running = true;
    // Without the pictures an empty page with the invitation is left, which is true all the same.
    if (auto deck = sources::CardDeck::read(sources::CardDeck::builtInFolder()))
        m_cards =
            std::make_unique<AttractCards>(std::move(*deck), quint32(QDateTime::currentSecsSinceEpoch()));
    renewNight();
    m_minute.start();
    m_view->start();
    if (m_shade->isVisible())
        m_shade->raise();
}

void AttractFlow::end()
{
    if (!m_running)
        return;
    m_running = false;
    m_minute.stop();
    setDim(false);
    m_view->stop();
    m_cards.reset();
    Q_EMIT ended();
}

void AttractFlow::showNext()
{
    if (m_cards)
        m_view->setCard(m_cards->next(m_window.looks().language));
}

void AttractFlow::renewNight()
{
    setDim(m_running && m_night && m_night->contains(m_clock()));
}

bool AttractFlow::isDimmed() const
{
    return m_dimmer.isDimmed() || m_shade->isVisible();
}

void AttractFlow::setDim(bool dim)
{
    m_view->setCalm(dim);
    if (dim && !isDimmed())
        m_shade->setVisible(!m_dimmer.dim());
    if (!dim) {
        m_dimmer.putBack();
        m_shade->hide();
    }
}

} // namespace nanocap::app
