// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/plan_page.h"

#include "ui/style/theme.h"
#include "ui/text/local_text.h"
#include "ui/widgets/deficit_table.h"
#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/load_curve.h"
#include "ui/widgets/segmented_buttons.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace nanocap::ui {

PlanPage::PlanPage(QWidget* parent)
    : Page(parent), m_content(new QWidget), m_scroll(new FingerScroll(m_content, this)),
      m_grid(new QGridLayout(m_content)), m_headline(makeLabel(TextKind::Strong, this, true)),
      m_table(new DeficitTable(this)),
      m_precisions(new SegmentedButtons(
          {QStringLiteral("FP32"), QStringLiteral("FP16"), QStringLiteral("INT8")}, this)),
      m_curve(new LoadCurve(this)), m_facts(makeLabel(TextKind::Muted, this, true))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
    m_curve->setPredictionOnly(true);
    m_facts->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_back = actionBar()->addLeft(Icon::Back);
    m_historyButton = actionBar()->addLeft(Icon::Report);
    m_withoutFloor = actionBar()->addRight(Icon::Warning);
    m_load = actionBar()->addRight(Icon::Load, ActionButton::Role::Primary);
    connect(m_back, &QPushButton::clicked, this, &Page::backRequested);
    connect(m_precisions, &SegmentedButtons::chosen, this, [this](int chosen) {
        m_precision = static_cast<engine::Precision>(chosen);
        Q_EMIT precisionChosen(m_precision);
    });
    connect(m_load, &QPushButton::clicked, this, [this] {
        if (!m_card.quarantine.empty())
            Q_EMIT tryQuarantinedRequested();
        else
            Q_EMIT loadRequested(m_plan ? m_plan->floor : load::Floor());
    });
    connect(m_withoutFloor, &QPushButton::clicked, this,
            [this] { Q_EMIT loadRequested(load::Floor::automaticFloor()); });
    connect(m_historyButton, &QPushButton::clicked, this, &PlanPage::historyRequested);
    connect(m_table, &QAbstractButton::clicked, this, &PlanPage::meaningRequested);
    setMetrics(Metrics());
    retranslate();
}

void PlanPage::setModel(const catalog::ModelCard& card, const std::optional<load::Plan>& plan,
                        engine::Precision precision)
{
    m_card = card;
    m_precision = precision;
    m_precisions->setCurrent(static_cast<int>(precision));
    m_scroll->rewind();
    setPlan(plan);
}

void PlanPage::setPlan(const std::optional<load::Plan>& plan)
{
    m_plan = plan;
    m_table->setPlan(plan);
    m_curve->setData(plan ? LoadCurveData::fromPlan(*plan) : LoadCurveData());
    retranslate();
    Q_EMIT headingChanged();
}

QString PlanPage::headline() const
{
    return m_headline->text();
}

QString PlanPage::title() const
{
    return localText(m_card.title());
}

void PlanPage::setMetrics(const Metrics& metrics)
{
    Page::setMetrics(metrics);
    m_grid->setContentsMargins(metrics.margin, metrics.wide ? metrics.margin : metrics.gap, metrics.margin,
                               metrics.wide ? metrics.gap : 10);
    m_grid->setHorizontalSpacing(metrics.gap + 4);
    m_grid->setVerticalSpacing(metrics.wide ? metrics.scaled(16) : 8);
    for (QWidget* widget : {static_cast<QWidget*>(m_table), static_cast<QWidget*>(m_headline),
                            static_cast<QWidget*>(m_precisions), static_cast<QWidget*>(m_curve),
                            static_cast<QWidget*>(m_facts)})
        m_grid->removeWidget(widget);
    for (int row = 0; row < 5; ++row)
        m_grid->setRowStretch(row, 0);
    m_grid->setColumnStretch(1, metrics.stacked() ? 0 : 1);
    const int across = metrics.window.width() - 2 * metrics.margin;
    if (metrics.stacked()) {
        // The verdict first: on the smallest screens it is what one sees without pushing.
        QWidget* const order[] = {m_headline, m_precisions, m_table, m_curve, m_facts};
        for (int row = 0; row < 5; ++row)
            m_grid->addWidget(order[row], row, 0);
        m_grid->setRowStretch(3, 1);
        m_table->setMinimumWidth(0);
        m_table->setMaximumWidth(QWIDGETSIZE_MAX);
        m_curve->setMinimumHeight(metrics.small ? 110 : 60);
        return;
    }
    m_grid->addWidget(m_table, 0, 0, 4, 1);
    m_grid->addWidget(m_headline, 0, 1);
    m_grid->addWidget(m_precisions, 1, 1);
    m_grid->addWidget(m_curve, 2, 1);
    m_grid->addWidget(m_facts, 3, 1);
    m_grid->setRowStretch(2, 1);
    m_curve->setMinimumHeight(60);
    m_table->setFixedWidth(metrics.wide ? metrics.scaled(400) : std::max(366, across * 46 / 100));
}

QWidget* PlanPage::firstFocus() const
{
    return m_load->isEnabled() && !m_load->isHidden() ? m_load : m_back;
}

QString PlanPage::factsText() const
{
    QStringList lines;
    static const checkpoint::Dimensions none;
    const checkpoint::Dimensions& dims = m_card.checkpoint ? m_card.checkpoint->dims : none;
    const auto number = [](const std::optional<std::int64_t>& n) {
        return n ? QString::number(*n) : tr("unknown");
    };
    if (m_card.network || dims.vocabSize)
        lines << tr("%1 words, embedding %2, decoder %3, attention %4, encoder %5")
                     .arg(dims.vocabSize
                              ? QLocale(QLocale::English).toString(static_cast<qlonglong>(*dims.vocabSize))
                              : tr("unknown"),
                          number(dims.embedDim), number(dims.decoderDim), number(dims.attentionDim),
                          number(dims.encoderChannels));
    if (m_plan && m_plan->learned)
        lines << tr("Peak measured on this device: %1.").arg(bytesText(m_plan->predictedPeak));
    if (m_card.checkpoint && !m_card.checkpoint->warnings.empty())
        lines << tr("Note: %1").arg(localText(m_card.checkpoint->warnings.front().message));
    else if (m_card.checkpoint)
        lines << (m_card.checkpoint->verified ? tr("File checked: archive, words and checksums.")
                                              : tr("File checked: archive and words; checksums at loading."));
    return lines.join(QLatin1Char('\n'));
}

void PlanPage::retranslate()
{
    const bool quarantined = !m_card.quarantine.empty();
    const bool unknown = !m_plan || m_plan->fit == load::Fit::Unknown;
    const bool automatic = m_plan && m_plan->floor.automatic;
    const bool mayLoad = m_plan && load::mayLoad(*m_plan);
    const Verdict verdict = verdictFor(m_card, m_plan);
    QString reason;
    if (quarantined) {
        m_headline->setText(tr("In quarantine: %1").arg(quarantineText(m_card.quarantine)));
        reason = rights().operate ? tr("Loading it again may end the engine; this window stays.") : QString();
    } else if (!m_plan) {
        m_headline->setText(tr("Being measured"));
        reason = tr("Being measured");
    } else if (m_plan->fit == load::Fit::Fits) {
        m_headline->setText(tr("Fits: %1").arg(m_table->resultText()));
    } else if (m_plan->fit == load::Fit::Tight) {
        m_headline->setText(tr("It loads, but tight: %1 of libraries will be read again and again, slowly")
                                .arg(bytesText(m_plan->required - *m_plan->reading.available)));
    } else if (m_plan->fit == load::Fit::No) {
        m_headline->setText(
            load::modelItselfFits(*m_plan)
                ? tr("Below the floor: %1. The model itself would fit.").arg(m_table->resultText())
                : tr("Does not fit: %1").arg(m_table->resultText()));
        reason = m_table->resultText();
    } else {
        m_headline->setText(tr("Available memory is unknown"));
        reason = tr("memory unknown");
    }
    setTone(m_headline, verdict.tone);
    m_facts->setText(factsText());
    m_back->setText(tr("Back"));
    m_historyButton->setText(tr("History"));
    m_historyButton->setVisible(m_plan && !m_plan->history.empty());
    m_load->setText(quarantined ? tr("Try anyway") : tr("Load"));
    m_load->setEnabled(quarantined || mayLoad);
    m_load->setVisible(!quarantined || rights().operate);
    m_withoutFloor->setText(tr("Load without the floor"));
    m_withoutFloor->setVisible(rights().operate && !quarantined && m_plan && !mayLoad && !automatic &&
                               (unknown || load::modelItselfFits(*m_plan)));
    actionBar()->setReason(reason);
    m_curve->setVisible(m_plan.has_value());
}

} // namespace nanocap::ui
