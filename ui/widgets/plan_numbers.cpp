// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/plan_numbers.h"

#include "ui/style/touch_metrics.h"
#include "ui/text/local_text.h"
#include "ui/widgets/deficit_table.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/load_curve.h"
#include "ui/widgets/segmented_buttons.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>

#include <algorithm>

namespace nanocap::ui {

namespace {

QString factsOf(const catalog::ModelCard& card, const std::optional<load::Plan>& plan)
{
    QStringList lines;
    static const checkpoint::Dimensions none;
    const checkpoint::Dimensions& dims = card.checkpoint ? card.checkpoint->dims : none;
    const auto number = [](const std::optional<std::int64_t>& n) {
        return n ? QString::number(*n) : PlanNumbers::tr("unknown");
    };
    lines << PlanNumbers::tr("File of %1").arg(bytesText(card.fileBytes));
    if (card.network || dims.vocabSize)
        lines << PlanNumbers::tr("%1 words, embedding %2, decoder %3, attention %4, encoder %5")
                     .arg(dims.vocabSize
                              ? QLocale(QLocale::English).toString(static_cast<qlonglong>(*dims.vocabSize))
                              : PlanNumbers::tr("unknown"),
                          number(dims.embedDim), number(dims.decoderDim), number(dims.attentionDim),
                          number(dims.encoderChannels));
    if (plan && plan->learned)
        lines << PlanNumbers::tr("Peak measured on this device: %1.").arg(bytesText(plan->predictedPeak));
    if (card.checkpoint && !card.checkpoint->warnings.empty())
        lines << PlanNumbers::tr("Note: %1").arg(localText(card.checkpoint->warnings.front().message));
    else if (card.checkpoint)
        lines << (card.checkpoint->verified
                      ? PlanNumbers::tr("File checked: archive, words and checksums.")
                      : PlanNumbers::tr("File checked: archive and words; checksums at loading."));
    return lines.join(QLatin1Char('\n'));
}

} // namespace

PlanNumbers::PlanNumbers(QWidget* parent)
    : QWidget(parent), m_grid(new QGridLayout(this)), m_table(new DeficitTable(this)),
      m_precisions(new SegmentedButtons(
          {QStringLiteral("FP32"), QStringLiteral("FP16"), QStringLiteral("INT8")}, this)),
      m_curve(new LoadCurve(this)), m_facts(makeLabel(TextKind::Muted, this, true))
{
    m_curve->setPredictionOnly(true);
    m_facts->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    connect(m_precisions, &SegmentedButtons::chosen, this,
            [this](int chosen) { Q_EMIT precisionChosen(static_cast<engine::Precision>(chosen)); });
    connect(m_table, &QAbstractButton::clicked, this, &PlanNumbers::meaningRequested);
}

void PlanNumbers::setPlan(const catalog::ModelCard& card, const std::optional<load::Plan>& plan,
                          engine::Precision precision)
{
    m_precisions->setCurrent(static_cast<int>(precision));
    m_table->setPlan(plan);
    m_curve->setData(plan ? LoadCurveData::fromPlan(*plan) : LoadCurveData());
    m_curve->setVisible(plan.has_value());
    m_facts->setText(factsOf(card, plan));
}

void PlanNumbers::setMetrics(const Metrics& metrics)
{
    m_grid->setContentsMargins(metrics.margin, metrics.wide ? metrics.margin : metrics.gap, metrics.margin,
                               metrics.wide ? metrics.gap : 10);
    m_grid->setHorizontalSpacing(metrics.gap + 4);
    m_grid->setVerticalSpacing(metrics.wide ? metrics.scaled(16) : 8);
    for (QWidget* widget : {static_cast<QWidget*>(m_table), static_cast<QWidget*>(m_precisions),
                            static_cast<QWidget*>(m_curve), static_cast<QWidget*>(m_facts)})
        m_grid->removeWidget(widget);
    for (int row = 0; row < 4; ++row)
        m_grid->setRowStretch(row, 0);
    m_grid->setColumnStretch(1, metrics.stacked() ? 0 : 1);
    m_curve->setMinimumHeight(metrics.small ? 110 : 60);
    if (metrics.stacked()) {
        QWidget* const order[] = {m_precisions, m_table, m_curve, m_facts};
        for (int row = 0; row < 4; ++row)
            m_grid->addWidget(order[row], row, 0);
        m_grid->setRowStretch(2, 1);
        m_table->setMinimumWidth(0);
        m_table->setMaximumWidth(QWIDGETSIZE_MAX);
        return;
    }
    m_grid->addWidget(m_table, 0, 0, 3, 1);
    m_grid->addWidget(m_precisions, 0, 1);
    m_grid->addWidget(m_curve, 1, 1);
    m_grid->addWidget(m_facts, 2, 1);
    m_grid->setRowStretch(1, 1);
    const int across = metrics.window.width() - 2 * metrics.margin;
    m_table->setFixedWidth(metrics.wide ? metrics.scaled(400) : std::max(366, across * 46 / 100));
}

} // namespace nanocap::ui
