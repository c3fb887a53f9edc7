// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/failure_flow.h"

#include "app/nanocap/report_export.h"
#include "ui/main_window.h"
#include "ui/pages/details_page.h"
#include "ui/pages/failure_page.h"
#include "ui/sheets/notice_sheet.h"
#include "ui/sheets/plan_sheets.h"
#include "ui/text/local_text.h"

namespace nanocap::app {

using ui::NextAction;

FailureFlow::FailureFlow(ui::MainWindow& window, const MemoryUsersWatch& users, const Models& models)
    : m_window(window), m_users(users), m_models(models), m_page(new ui::FailurePage),
      m_details(new ui::DetailsPage)
{
    m_window.add(m_page);
    m_window.add(m_details);
    connect(m_page, &ui::FailurePage::actionChosen, this, &FailureFlow::act);
    connect(m_page, &ui::FailurePage::detailsRequested, this, &FailureFlow::showDetails);
    connect(m_details, &ui::DetailsPage::reportRequested, this, &FailureFlow::saveReport);
    connect(m_details, &ui::DetailsPage::readinessRequested, this, &FailureFlow::readinessRequested);
}

void FailureFlow::remember(const LastLoad& last)
{
    m_last = last;
    m_details->setReport(last.report, last.intent.floor, last.curve);
    m_details->setHeading(last.intent.card.title());
}

void FailureFlow::showLoad(const LastLoad& last, const std::optional<session::LoadIntent>& previous)
{
    remember(last);
    ui::FailureContext context;
    context.model = last.intent.card.title();
    context.path = last.intent.card.path;
    context.closable = m_users.closable();
    if (previous && previous->card.path != context.path)
        context.previous = previous->card.title();
    context.onlyTheFloorRefused = load::onlyTheFloorRefused(last.report);
    context.smallerPrecisionHelps = load::smallerPrecisionHelps(last.report);
    if (!last.intent.floor.automatic)
        context.floor = last.intent.floor.minimum;
    setFitting(context);
    m_path = context.path;
    m_page->setReport(last.report, context, last.intent.floor);
    m_window.go(m_page);
}

void FailureFlow::showDeath(const Failure& failure, const LastLoad& last)
{
    remember(last);
    ui::FailureContext context;
    context.model = last.intent.card.title();
    context.path = last.intent.card.path;
    context.closable = m_users.closable();
    context.whileCaptioning = true;
    setFitting(context);
    show(failure, context);
}

void FailureFlow::showFile(const catalog::ModelCard& card)
{
    ui::FailureContext context;
    context.model = card.title();
    context.path = card.path;
    show(*card.problem, context);
}

void FailureFlow::show(const Failure& failure)
{
    show(failure, ui::FailureContext());
}

void FailureFlow::show(const Failure& failure, const ui::FailureContext& context)
{
    m_path = context.path;
    const bool ofLastLoad = context.whileCaptioning && m_last;
    m_page->setFailure(failure, context, ofLastLoad ? std::optional(m_last->report) : std::nullopt,
                       ofLastLoad ? m_last->intent.floor : load::Floor());
    m_window.go(m_page);
}

void FailureFlow::setFitting(ui::FailureContext& context)
{
    m_fittingPrecision = m_last ? m_last->intent.precision : engine::Precision::Fp32;
    const auto* fitting = m_models.fittingInsteadOf(context.path, m_fittingPrecision);
    m_fitting = fitting ? fitting->path : std::string();
    if (fitting)
        context.fitting = fitting->title();
}

void FailureFlow::review(const catalog::ModelCard& card, const load::PastLoad& past)
{
    const load::LoadReport report = load::reportOf(past, {card.id, card.path, past.precision});
    // The newest load of this session has more to tell: its curve, its plan.
    const bool newest =
        m_last && m_last->intent.card.path == card.path && m_last->report.seconds == past.seconds;
    if (newest)
        m_details->setReport(m_last->report, m_last->intent.floor, m_last->curve);
    else
        m_details->setReport(report, load::Floor(), {});
    m_details->setHeading(card.title(), newest);
    m_window.open(m_details);
}

void FailureFlow::showDetails()
{
    if (m_last)
        remember(*m_last); // another one may have been looked at meanwhile
    m_window.open(m_details);
}

void FailureFlow::act(NextAction action)
{
    switch (action) {
    case NextAction::Retry:
        Q_EMIT retryRequested(m_last ? m_last->intent.floor : load::Floor());
        break;
    case NextAction::RetryWithoutFloor:
        askWithoutFloor();
        break;
    case NextAction::LoadFitting:
        Q_EMIT fittingRequested(m_fitting, m_fittingPrecision);
        break;
    case NextAction::WaitForMemory:
        Q_EMIT waitRequested(m_path);
        break;
    case NextAction::OpenMenu:
        Q_EMIT menuRequested();
        break;
    case NextAction::OpenPlan:
        Q_EMIT planRequested(m_path);
        break;
    case NextAction::ReloadPrevious:
        Q_EMIT previousRequested();
        break;
    case NextAction::OpenReadiness:
        Q_EMIT readinessRequested();
        break;
    case NextAction::SaveReport:
        saveReport();
        break;
    case NextAction::ChangeSource:
        Q_EMIT sourceRequested();
        break;
    case NextAction::None:
        break;
    }
}

Result<QString> FailureFlow::writeReport() const
{
    return exportReport(m_last ? std::optional(m_last->report) : std::nullopt,
                        m_details->timelineImage(QSize(1200, 500)));
}

void FailureFlow::askWithoutFloor()
{
    const auto load = [this] { Q_EMIT retryRequested(load::Floor::automaticFloor()); };
    if (m_last && m_last->report.plan)
        m_window.sheet()->open(QStringLiteral("withoutFloor"),
                               ui::withoutFloorSheet(*m_last->report.plan, load));
    else
        load();
}

void FailureFlow::saveReport()
{
    const auto saved = writeReport();
    m_window.sheet()->open(
        QStringLiteral("notice"),
        saved ? ui::noticeSheet(tr("Report saved"), *saved)
              : ui::noticeSheet(tr("The report could not be saved"), ui::localText(saved.error().message)));
}

} // namespace nanocap::app
