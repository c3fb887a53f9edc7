// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/plan_page.h"

#include "ui/text/local_text.h"
#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/plan_numbers.h"

#include <QStackedLayout>

namespace nanocap::ui {

PlanPage::PlanPage(QWidget* parent)
    : Page(parent), m_summary(new PlanSummary), m_numbers(new PlanNumbers),
      m_summaryScroll(new FingerScroll(m_summary, this)), m_numbersScroll(new FingerScroll(m_numbers, this)),
      m_views(new QStackedLayout(this))
{
    m_views->addWidget(m_summaryScroll);
    m_views->addWidget(m_numbersScroll);
    m_back = actionBar()->addLeft(Icon::Back);
    m_historyButton = actionBar()->addRight(Icon::Report);
    m_details = actionBar()->addRight(Icon::Info);
    m_load = actionBar()->addRight(Icon::Load, ActionButton::Role::Primary);
    connect(m_back, &QPushButton::clicked, this, &PlanPage::goBack);
    connect(m_details, &QPushButton::clicked, this, [this] { showNumbers(true); });
    connect(m_historyButton, &QPushButton::clicked, this, &PlanPage::historyRequested);
    connect(m_load, &QPushButton::clicked, this, [this] {
        if (!m_card.quarantine.empty())
            Q_EMIT tryQuarantinedRequested();
        else
            Q_EMIT loadRequested(m_plan ? m_plan->floor : load::Floor());
    });
    connect(m_numbers, &PlanNumbers::precisionChosen, this, [this](engine::Precision precision) {
        m_precision = precision;
        Q_EMIT precisionChosen(precision);
    });
    connect(m_numbers, &PlanNumbers::meaningRequested, this, &PlanPage::meaningRequested);
    connect(m_summary, &PlanSummary::fittingRequested, this, &PlanPage::fittingRequested);
    connect(m_summary, &PlanSummary::waitToggled, this, &PlanPage::waitToggled);
    connect(m_summary, &PlanSummary::withoutFloorRequested, this, &PlanPage::withoutFloorRequested);
    setMetrics(Metrics());
    retranslate();
}

void PlanPage::setModel(const catalog::ModelCard& card, const std::optional<load::Plan>& plan,
                        engine::Precision precision)
{
    const bool another = card.path != m_card.path;
    m_card = card;
    m_precision = precision;
    if (another) {
        m_ways = {};
        showNumbers(false);
        m_summaryScroll->rewind();
        m_numbersScroll->rewind();
    }
    setPlan(plan);
}

void PlanPage::setPlan(const std::optional<load::Plan>& plan)
{
    m_plan = plan;
    retranslate();
    Q_EMIT headingChanged();
}

void PlanPage::setWaysOut(const WaysOut& ways)
{
    m_ways = ways;
    retranslate();
}

void PlanPage::showNumbers(bool on)
{
    m_views->setCurrentWidget(on ? m_numbersScroll : m_summaryScroll);
    retranslate();
    if (QWidget* first = on ? m_back : firstFocus(); isVisible())
        first->setFocus(Qt::OtherFocusReason);
    Q_EMIT headingChanged();
}

bool PlanPage::showsNumbers() const
{
    return m_views->currentWidget() == m_numbersScroll;
}

DeficitTable* PlanPage::table() const
{
    return m_numbers->table();
}

SegmentedButtons* PlanPage::precisionButtons() const
{
    return m_numbers->precisionButtons();
}

QString PlanPage::title() const
{
    const QString model = localText(m_card.title());
    return showsNumbers() ? tr("%1, numbers").arg(model) : model;
}

void PlanPage::goBack()
{
    if (showsNumbers())
        showNumbers(false);
    else
        Q_EMIT backRequested();
}

void PlanPage::setMetrics(const Metrics& metrics)
{
    Page::setMetrics(metrics);
    m_summary->setMetrics(metrics);
    m_numbers->setMetrics(metrics);
}

QWidget* PlanPage::firstFocus() const
{
    if (m_load->isEnabled() && !m_load->isHidden())
        return m_load;
    for (ActionButton* way : {m_summary->fittingButton(), m_summary->waitButton()})
        if (!way->isHidden() && !showsNumbers())
            return way;
    return m_back;
}

void PlanPage::retranslate()
{
    const bool quarantined = !m_card.quarantine.empty();
    const bool mayLoad = quarantined || (m_plan && load::mayLoad(*m_plan));
    m_summary->setContent(m_card, m_plan, m_ways, rights());
    m_numbers->setPlan(m_card, m_plan, m_precision);
    m_back->setText(tr("Back"));
    m_details->setText(tr("Details"));
    m_details->setVisible(!showsNumbers());
    m_historyButton->setText(tr("Last loads"));
    m_historyButton->setVisible(m_plan && !m_plan->history.empty());
    m_load->setText(quarantined ? tr("Try anyway") : tr("Load"));
    m_load->setEnabled(mayLoad);
    m_load->setVisible(!quarantined || rights().operate);
    QString reason;
    if (!m_plan)
        reason = tr("Being measured");
    else if (!mayLoad)
        reason = m_plan->reading.available
                     ? tr("%1 short").arg(bytesText(m_plan->required - *m_plan->reading.available))
                     : tr("memory unknown");
    actionBar()->setReason(reason);
}

} // namespace nanocap::ui
