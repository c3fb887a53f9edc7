// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/plan_summary.h"

#include "ui/style/touch_metrics.h"
#include "ui/text/local_text.h"
#include "ui/text/model_text.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/labels.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace nanocap::ui {

namespace {

/// The sentence of the guard itself, and before it whose rule it is.
QString refusalText(const load::Plan& plan)
{
    const auto failure = load::guardRow(plan, Row::Class, plan.reading);
    if (!failure)
        return {};
    const QString sentence = localText(failure->message);
    return plan.fit == load::Fit::No && load::modelItselfFits(plan) && !plan.floor.automatic
               ? PlanSummary::tr("This device keeps %1 free for safety.").arg(bytesText(plan.floor.minimum)) +
                     QLatin1Char(' ') + sentence
               : sentence;
}

} // namespace

PlanSummary::PlanSummary(QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_headline(makeLabel(TextKind::Headline, this, true)),
      m_description(makeLabel(TextKind::Body, this, true)),
      m_explanation(makeLabel(TextKind::Body, this, true)), m_panel(new QWidget(this)),
      m_waysBox(new QWidget(this)), m_ways(new QVBoxLayout(m_waysBox)),
      m_waysTitle(makeLabel(TextKind::Strong, m_waysBox, true)),
      m_close(makeLabel(TextKind::Body, m_waysBox, true)),
      m_fitting(new ActionButton(Icon::Load, ActionButton::Role::Step, m_waysBox)),
      m_wait(new ActionButton(Icon::Pending, ActionButton::Role::Step, m_waysBox)),
      m_withoutFloor(new ActionButton(Icon::Warning, ActionButton::Role::Step, m_waysBox))
{
    m_panel->setObjectName(QStringLiteral("panel"));
    m_panel->setAttribute(Qt::WA_StyledBackground);
    auto* facts = new QGridLayout(m_panel);
    facts->setContentsMargins(16, 12, 16, 12);
    facts->setColumnStretch(1, 1);
    for (int i = 0; i < static_cast<int>(m_facts.size()); ++i) {
        auto& [name, value] = m_facts[static_cast<std::size_t>(i)];
        name = makeLabel(TextKind::Muted, m_panel);
        value = makeLabel(TextKind::Strong, m_panel, true);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        facts->addWidget(name, i, 0);
        facts->addWidget(value, i, 1);
    }
    m_ways->setContentsMargins(0, 0, 0, 0);
    for (QWidget* way : {static_cast<QWidget*>(m_waysTitle), static_cast<QWidget*>(m_close),
                         static_cast<QWidget*>(m_fitting), static_cast<QWidget*>(m_wait),
                         static_cast<QWidget*>(m_withoutFloor)})
        m_ways->addWidget(way);
    m_ways->addStretch();
    connect(m_fitting, &QPushButton::clicked, this, &PlanSummary::fittingRequested);
    connect(m_wait, &QPushButton::clicked, this, &PlanSummary::waitToggled);
    connect(m_withoutFloor, &QPushButton::clicked, this, &PlanSummary::withoutFloorRequested);
    setMetrics(Metrics());
}

QString PlanSummary::headline() const
{
    return m_headline->text();
}

QString PlanSummary::explanation() const
{
    return m_explanation->text();
}

QString PlanSummary::closeText() const
{
    return m_close->isHidden() ? QString() : m_close->text();
}

void PlanSummary::setFacts(const catalog::ModelCard& card, const std::optional<load::Plan>& plan)
{
    const QString language = modelLanguage(card), last = lastTimeText(card, plan);
    const std::pair<QString, QString> facts[] = {
        {tr("Captions in"), language.isEmpty() ? bytesText(std::nullopt) : language},
        {tr("Needs"), bytesText(plan ? MaybeBytes(plan->need.total) : std::nullopt)},
        {tr("Free now"), bytesText(plan ? plan->reading.available : std::nullopt)},
        {tr("Last time"), last.isEmpty() ? bytesText(std::nullopt) : last}};
    for (std::size_t i = 0; i < m_facts.size(); ++i) {
        m_facts[i].first->setText(facts[i].first);
        m_facts[i].second->setText(facts[i].second);
    }
}

void PlanSummary::setContent(const catalog::ModelCard& card, const std::optional<load::Plan>& plan,
                             const WaysOut& ways, const Rights& rights)
{
    const bool quarantined = !card.quarantine.empty();
    const bool refused = !quarantined && plan && !load::mayLoad(*plan);
    const bool unknown = plan && plan->fit == load::Fit::Unknown;
    QString headline, explanation;
    if (quarantined) {
        headline = tr("In quarantine: %1").arg(lastTimeText(card, plan));
        explanation = rights.operate ? tr("Loading it again may end the engine; this window stays.")
                                     : tr("Only the operator can load it again.");
    } else if (!plan) {
        headline = tr("Being measured");
    } else if (unknown) {
        headline = tr("Available memory is unknown");
        explanation = refusalText(*plan);
    } else if (refused) {
        headline =
            tr("Not now: %1").arg(tr("%1 short").arg(bytesText(plan->required - *plan->reading.available)));
        explanation = refusalText(*plan);
    } else if (plan->fit == load::Fit::Tight) {
        headline = tr("It loads, but memory is tight");
        explanation = tr("%1 of libraries will be read again and again: it may be slow.")
                          .arg(bytesText(plan->required - *plan->reading.available));
    } else {
        headline = tr("It fits");
    }
    m_headline->setText(headline);
    setTone(m_headline, verdictFor(card, plan).tone);
    m_explanation->setText(explanation);
    m_explanation->setVisible(!explanation.isEmpty());
    const QString description = localText(card.description);
    m_description->setText(description);
    m_description->setVisible(!description.isEmpty());
    setFacts(card, plan);

    m_waysTitle->setText(tr("What helps"));
    m_close->setText(ways.closable.isEmpty() ? tr("Close programs that are not needed.")
                                             : tr("Close %1.").arg(ways.closable));
    m_close->setVisible(refused && !unknown);
    const QString fitting = localText(ways.fitting);
    m_fitting->setText(tr("Load %1 instead: it fits now").arg(fitting));
    m_fitting->setVisible(refused && !fitting.isEmpty());
    m_wait->setText(ways.waiting ? tr("Waiting for memory. Tap to stop waiting")
                                 : tr("Load it by itself when memory is free"));
    m_wait->setVisible(refused);
    m_withoutFloor->setText(tr("Load without the floor\u2026"));
    m_withoutFloor->setVisible(refused && rights.operate && !plan->floor.automatic &&
                               (unknown || load::modelItselfFits(*plan)));
    if (m_waysBox->isHidden() == refused) {
        m_waysBox->setVisible(refused);
        place();
    }
}

void PlanSummary::setMetrics(const Metrics& metrics)
{
    m_grid->setContentsMargins(metrics.margin, metrics.wide ? metrics.margin : 10, metrics.margin,
                               metrics.wide ? metrics.gap : 10);
    m_grid->setHorizontalSpacing(metrics.wide ? metrics.scaled(24) : 16);
    m_grid->setVerticalSpacing(metrics.wide ? metrics.scaled(12) : 6);
    m_ways->setSpacing(metrics.gap);
    auto* facts = static_cast<QGridLayout*>(m_panel->layout());
    facts->setVerticalSpacing(metrics.wide ? metrics.scaled(10) : 4);
    facts->setHorizontalSpacing(16);
    for (ActionButton* button : {m_fitting, m_wait, m_withoutFloor})
        button->setMinimumHeight(metrics.touch);
    m_besides = !metrics.stacked();
    place();
}

void PlanSummary::place()
{
    QWidget* const parts[] = {m_headline, m_explanation, m_waysBox, m_description, m_panel};
    for (QWidget* part : parts)
        m_grid->removeWidget(part);
    for (int row = 0; row < 6; ++row)
        m_grid->setRowStretch(row, 0);
    const bool besides = m_besides && !m_waysBox->isHidden();
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, besides ? 1 : 0);
    m_grid->addWidget(m_headline, 0, 0, 1, besides ? 2 : 1);
    if (besides) {
        m_grid->addWidget(m_explanation, 1, 0, Qt::AlignTop);
        m_grid->addWidget(m_panel, 2, 0, Qt::AlignTop);
        m_grid->addWidget(m_description, 3, 0, Qt::AlignTop);
        m_grid->addWidget(m_waysBox, 1, 1, 4, 1);
        m_grid->setRowStretch(4, 1);
        return;
    }
    // What helps comes before what one knows already.
    m_grid->addWidget(m_explanation, 1, 0);
    m_grid->addWidget(m_waysBox, 2, 0);
    m_grid->addWidget(m_description, 3, 0);
    m_grid->addWidget(m_panel, 4, 0);
    m_grid->setRowStretch(5, 1);
}

} // namespace nanocap::ui
