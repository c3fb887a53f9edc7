// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/menu_flow.h"

#include "core/session/load_session.h"
#include "ui/main_window.h"
#include "ui/pages/menu_page.h"
#include "ui/pages/plan_page.h"
#include "ui/sheets/notice_sheet.h"
#include "ui/sheets/plan_sheets.h"

namespace nanocap::app {

using ui::MenuPage;
using ui::PlanPage;

MenuFlow::MenuFlow(ui::MainWindow& window, Models& models, const MemoryUsersWatch& users,
                   const Behaviour& behaviour)
    : m_window(window), m_models(models), m_users(users), m_behaviour(behaviour), m_menu(new MenuPage),
      m_plan(new PlanPage)
{
    m_window.add(m_menu);
    m_window.add(m_plan);
    m_menu->setQuitVisible(!behaviour.kiosk);
    m_menu->setSettingsVisible(!behaviour.kiosk);
    connect(m_menu, &MenuPage::modelPicked, this, &MenuFlow::pick);
    connect(m_menu, &MenuPage::readinessRequested, this, &MenuFlow::readinessRequested);
    connect(m_menu, &MenuPage::sourceRequested, this, &MenuFlow::sourceRequested);
    connect(m_menu, &MenuPage::settingsRequested, this, &MenuFlow::settingsRequested);
    connect(m_menu, &MenuPage::quitRequested, this, &MenuFlow::quitRequested);
    connect(m_menu, &MenuPage::shown, this, &MenuFlow::renewMenu);
    wirePlan();
    connect(&m_models, &Models::listed, this, [this] {
        m_menu->setSearched(QString::fromStdString(m_behaviour.folders.user));
        renewMenu();
        followFile();
    });
    connect(&m_models, &Models::renewed, this, [this] {
        if (m_window.currentPage() == m_menu)
            renewMenu();
        else
            renewPlan();
        loadWhenFree();
    });
}

void MenuFlow::wirePlan()
{
    connect(m_plan, &PlanPage::backRequested, this, &MenuFlow::show);
    connect(m_plan, &PlanPage::precisionChosen, this, &MenuFlow::renewPlan);
    connect(m_plan, &PlanPage::loadRequested, this, [this](const load::Floor& floor) {
        session::LoadIntent intent = intentFor(m_plan->card(), m_plan->precision());
        intent.floor = floor;
        Q_EMIT loadRequested(intent);
    });
    connect(m_plan, &PlanPage::withoutFloorRequested, this, &MenuFlow::askWithoutFloor);
    connect(m_plan, &PlanPage::waitToggled, this, [this] { setWaiting(!m_waiting); });
    connect(m_plan, &PlanPage::left, this, [this] { setWaiting(false); });
    connect(m_plan, &PlanPage::fittingRequested, this, [this] {
        if (const auto* fitting = m_models.card(m_fitting))
            Q_EMIT loadRequested(intentFor(*fitting, m_plan->precision()));
    });
    connect(m_plan, &PlanPage::tryQuarantinedRequested, this, [this] {
        const session::LoadIntent intent = intentFor(m_plan->card(), m_plan->precision());
        m_models.release(intent.card.path);
        Q_EMIT loadRequested(intent);
    });
    connect(m_plan, &PlanPage::meaningRequested, this,
            [this] { m_window.sheet()->open(QStringLiteral("meanings"), ui::meaningsSheet()); });
    connect(m_plan, &PlanPage::historyRequested, this, [this] {
        m_window.sheet()->open(QStringLiteral("history"),
                               ui::pastLoadsSheet(m_plan->history(), [this](const load::PastLoad& past) {
                                   Q_EMIT reviewRequested(m_plan->card(), past);
                               }));
    });
}

void MenuFlow::show()
{
    m_window.go(m_menu);
}

void MenuFlow::pick(const std::string& path)
{
    const catalog::ModelCard* card = m_models.card(path);
    const auto plan = m_models.plan(path, m_behaviour.precision);
    // A visitor came for captions, not for a plan.
    if (!m_window.rights().operate && card && !card->problem && card->quarantine.empty() && plan &&
        plan->fit == load::Fit::Fits)
        Q_EMIT loadRequested(intentFor(*card, m_behaviour.precision));
    else
        showPlan(path);
}

void MenuFlow::showPlan(const std::string& path)
{
    const catalog::ModelCard* card = m_models.card(path);
    if (!card) {
        show();
    } else if (card->problem) {
        Q_EMIT badFilePicked(*card);
    } else {
        m_plan->setModel(*card, m_models.plan(path, m_behaviour.precision), m_behaviour.precision);
        m_window.go(m_plan);
        renewPlan();
    }
}

void MenuFlow::waitFor(const std::string& path)
{
    showPlan(path);
    if (m_window.currentPage() == m_plan)
        setWaiting(true);
}

void MenuFlow::setWaiting(bool on)
{
    m_waiting = on;
    m_freeReadings = 0;
    renewPlan();
}

void MenuFlow::loadWhenFree()
{
    if (!m_waiting)
        return;
    const auto plan = m_models.plan(m_plan->card().path, m_plan->precision());
    m_freeReadings = plan && load::mayLoad(*plan) ? m_freeReadings + 1 : 0;
    // One reading may be the dip between two greedy moments of another program.
    constexpr int enough = 3;
    if (m_freeReadings < enough)
        return;
    m_waiting = false;
    Q_EMIT loadRequested(intentFor(m_plan->card(), m_plan->precision()));
}

void MenuFlow::askWithoutFloor()
{
    if (!m_plan->plan())
        return;
    m_window.sheet()->open(QStringLiteral("withoutFloor"), ui::withoutFloorSheet(*m_plan->plan(), [this] {
                               session::LoadIntent intent = intentFor(m_plan->card(), m_plan->precision());
                               intent.floor = load::Floor::automaticFloor();
                               Q_EMIT loadRequested(intent);
                           }));
}

session::LoadIntent MenuFlow::intentFor(const catalog::ModelCard& card, engine::Precision precision) const
{
    return {card, precision, session::floorFor(card, m_behaviour.floor), m_behaviour.unattended,
            m_behaviour.threads};
}

void MenuFlow::renewMenu()
{
    m_menu->setModels(m_models.cards(), m_models.plans(m_behaviour.precision));
    // Cards that come after the window must be reachable by keyboard at once.
    if (m_window.currentPage() == m_menu && (!m_window.focusWidget() || m_window.focusWidget() == &m_window))
        if (QWidget* first = m_menu->firstFocus())
            first->setFocus(Qt::OtherFocusReason);
}

void MenuFlow::renewPlan()
{
    if (m_window.currentPage() != m_plan)
        return;
    m_plan->setPlan(m_models.plan(m_plan->card().path, m_plan->precision()));
    ui::WaysOut ways;
    ways.closable = m_users.closable();
    const auto* fitting = m_models.fittingInsteadOf(m_plan->card().path, m_plan->precision());
    m_fitting = fitting ? fitting->path : std::string();
    if (fitting)
        ways.fitting = fitting->title();
    ways.waiting = m_waiting;
    m_plan->setWaysOut(ways);
}

void MenuFlow::followFile()
{
    if (m_window.currentPage() != m_plan)
        return;
    const std::string path = m_plan->card().path;
    const catalog::ModelCard* card = m_models.card(path);
    if (card && card->problem) {
        Q_EMIT badFilePicked(*card);
    } else if (card) {
        m_plan->setModel(*card, m_models.plan(path, m_plan->precision()), m_plan->precision());
    } else {
        show();
        m_window.sheet()->open(
            QStringLiteral("notice"),
            ui::noticeSheet(tr("The model is gone"),
                            tr("%1 is no longer there.").arg(QString::fromStdString(path))));
    }
}

} // namespace nanocap::app
