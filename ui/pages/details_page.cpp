// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/details_page.h"

#include "ui/style/theme.h"
#include "ui/text/command_line.h"
#include "ui/text/local_text.h"
#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/load_curve.h"
#include "ui/widgets/step_list.h"

#include <QGridLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace nanocap::ui {

DetailsPage::DetailsPage(QWidget* parent)
    : Page(parent), m_content(new QWidget), m_scroll(new FingerScroll(m_content, this)),
      m_column(new QVBoxLayout(m_content)), m_facts(new QGridLayout), m_curve(new LoadCurve(this)),
      m_steps(new StepList(this)), m_legend(makeLabel(TextKind::Muted, this, true)),
      m_detail(makeLabel(TextKind::Muted, this, true)), m_command(new ElidedLabel(this, Qt::ElideMiddle))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
    m_command->setProperty("kind", QStringLiteral("mono"));
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_command->setFocusPolicy(Qt::NoFocus);
    m_column->addWidget(m_curve, 1);
    m_column->addWidget(m_legend);
    m_column->addLayout(m_facts);
    m_column->addWidget(m_steps);
    m_column->addWidget(m_detail);
    m_column->addWidget(m_command);
    m_back = actionBar()->addLeft(Icon::Back);
    m_readiness = actionBar()->addRight(Icon::Readiness);
    m_save = actionBar()->addRight(Icon::Report, ActionButton::Role::Primary);
    connect(m_back, &QPushButton::clicked, this, &Page::backRequested);
    connect(m_readiness, &QPushButton::clicked, this, &DetailsPage::readinessRequested);
    connect(m_save, &QPushButton::clicked, this, &DetailsPage::reportRequested);
    setMetrics(Metrics());
    retranslate();
}

void DetailsPage::setReport(const load::LoadReport& report, const load::Floor& floor,
                            const LoadCurveData& curve)
{
    m_report = report;
    m_floor = floor;
    LoadCurveData both = LoadCurveData::fromReport(report);
    for (std::size_t i = 0; i < rowCount; ++i)
        both.rows[i].samples = curve.rows[i].samples;
    m_curve->setData(both);
    m_steps->reset();
    for (const RowReport& row : report.rows)
        m_steps->setReport(row);
    m_scroll->rewind();
    retranslate();
}

QString DetailsPage::title() const
{
    const QString model = localText(m_model);
    return model.isEmpty() ? tr("The last load") : tr("Load of %1").arg(model);
}

void DetailsPage::setHeading(const catalog::LocalText& model, bool reportable)
{
    m_model = model;
    m_reportable = reportable;
    retranslate();
    Q_EMIT headingChanged();
}

QString DetailsPage::commandLine() const
{
    return m_command->fullText();
}

QImage DetailsPage::timelineImage(QSize size) const
{
    return LoadCurve::render(m_curve->data(), themeOf(this), size);
}

void DetailsPage::setMetrics(const Metrics& metrics)
{
    Page::setMetrics(metrics);
    m_column->setContentsMargins(metrics.margin, metrics.wide ? metrics.margin : 8, metrics.margin,
                                 metrics.wide ? metrics.gap : 12);
    m_column->setSpacing(metrics.wide ? metrics.scaled(14) : 5);
    m_facts->setHorizontalSpacing(metrics.wide ? metrics.scaled(32) : metrics.small ? 10 : 20);
    m_facts->setVerticalSpacing(metrics.wide ? metrics.scaled(8) : metrics.stacked() ? 4 : 1);
    m_curve->setMinimumHeight(metrics.small ? 110 : metrics.scaled(120));
    m_steps->setFixedHeight(static_cast<int>(rowCount) * std::max(24, metrics.textPx + 8));
    const int columns = metrics.stacked() ? 1 : 3;
    if (columns != m_columns) {
        m_columns = columns;
        placeFacts();
    }
}

std::vector<std::pair<QString, QString>> DetailsPage::facts() const
{
    if (!m_report)
        return {};
    const load::LoadReport& r = *m_report;
    std::vector<std::pair<QString, QString>> list;
    list.emplace_back(tr("Result"), r.failure ? plain(r.failure->code) : tr("ready"));
    if (r.failure && r.failure->row)
        list.emplace_back(tr("Stopped at"), rowTitle(*r.failure->row));
    if (r.failure && r.failure->signal)
        list.emplace_back(tr("Signal"), QString::number(*r.failure->signal));
    list.emplace_back(tr("Time"), secondsText(r.seconds));
    if (const RowReport& warmUp = r.rows[indexOf(Row::Cleanup)]; warmUp.state == RowState::Done)
        list.emplace_back(tr("Clean-up and warm-up"), secondsText(warmUp.seconds));
    list.emplace_back(tr("Precision"), precisionText(r.model.precision));
    list.emplace_back(tr("Predicted peak"), bytesText(r.predictedPeak));
    list.emplace_back(tr("Measured peak"), bytesText(r.measuredPeak));
    if (r.predictedPeak && r.measuredPeak && *r.measuredPeak > Bytes()) {
        const double error = 100.0 * static_cast<double>((*r.predictedPeak - *r.measuredPeak).count()) /
                             static_cast<double>(r.measuredPeak->count());
        list.emplace_back(tr("Prediction off by"), QStringLiteral("%1 %").arg(error, 0, 'f', 1));
    }
    list.emplace_back(tr("Engine alone"), bytesText(r.engineBaseline));
    if (r.plan)
        list.emplace_back(tr("Required"), bytesText(r.plan->required));
    if (r.plan)
        list.emplace_back(tr("Free before"), bytesText(r.plan->reading.available));
    if (r.failure)
        list.emplace_back(tr("Came back"), bytesText(r.returned));
    return list;
}

QString DetailsPage::factsText() const
{
    QStringList lines;
    for (const auto& [name, value] : facts())
        lines << name + QLatin1Char(' ') + value;
    return lines.join(QLatin1Char('\n'));
}

void DetailsPage::placeFacts()
{
    for (QLabel* label : m_labels)
        delete label;
    m_labels.clear();
    const auto list = facts();
    const int perColumn = (static_cast<int>(list.size()) + m_columns - 1) / m_columns;
    for (int i = 0; i < static_cast<int>(list.size()); ++i) {
        auto* name = makeLabel(TextKind::Muted, m_content);
        name->setText(list[static_cast<std::size_t>(i)].first);
        auto* value = makeLabel(TextKind::Body, m_content);
        value->setText(list[static_cast<std::size_t>(i)].second);
        value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_facts->addWidget(name, i % perColumn, i / perColumn * 2);
        m_facts->addWidget(value, i % perColumn, i / perColumn * 2 + 1);
        m_labels.push_back(name);
        m_labels.push_back(value);
    }
    for (int column = 0; column < m_facts->columnCount(); ++column)
        m_facts->setColumnStretch(column, column < 2 * m_columns ? column % 2 : 0);
}

void DetailsPage::retranslate()
{
    placeFacts();
    m_legend->setText(tr("Memory of the engine over the ten rows: line measured, dots predicted."));
    QString detail;
    if (m_report && m_report->failure)
        detail = m_report->failure->detail.empty() ? localText(m_report->failure->message)
                                                   : plain(m_report->failure->detail);
    else if (m_report && !m_report->warnings.empty())
        detail = localText(m_report->warnings.back());
    else if (m_report && !m_report->notes.empty())
        detail = plain(m_report->notes.front());
    m_detail->setText(detail.size() > 220 ? detail.left(219) + QChar(0x2026) : detail);
    m_detail->setVisible(!detail.isEmpty());
    m_command->setFullText(m_report ? repeatCommand(m_report->model, m_floor) : QString());
    m_back->setText(tr("Back"));
    m_readiness->setText(tr("Check machine"));
    m_save->setText(tr("Save report"));
    m_save->setVisible(m_report.has_value() && m_reportable);
}

} // namespace nanocap::ui
