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

MenuFlow::MenuFlow(ui::MainWindow& window, Models& models, const Behaviour& behaviour)
    : m_window(window), m_models(models), m_behaviour(behaviour), m_menu(new MenuPage), m_plan(new PlanPage)
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
        renewMenu();
        followFile();
    });
    connect(&m_models, &Models::renewed, this, [this] {
        if (m_window.currentPage() == m_menu)
            renewMenu();
        else
            renewPlan();
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
    connect(m_plan, &PlanPage::tryQuarantinedRequested, this, [this] {
        const session::LoadIntent intent = intentFor(m_plan->card(), m_plan->precision());
        m_models.release(intent.card.path);
        Q_EMIT loadRequested(intent);
    });
    connect(m_plan, &PlanPage::meaningRequested, this,
            [this] { m_window.sheet()->open(QStringLiteral("meanings"), ui::meaningsSheet()); });
    connect(m_plan, &PlanPage::historyRequested, this, [this] {
        m_window.sheet()->open(QStringLiteral("history"), ui::pastLoadsSheet(m_plan->history()));
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
    }
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
    if (m_window.currentPage() == m_plan)
        m_plan->setPlan(m_models.plan(m_plan->card().path, m_plan->precision()));
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
