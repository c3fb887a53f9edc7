// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/loading_page.h"

#include "ui/style/theme.h"
#include "ui/text/local_text.h"
#include "ui/widgets/load_curve.h"
#include "ui/widgets/step_list.h"

#include <QVBoxLayout>

namespace nanocap::ui {

LoadingPage::LoadingPage(QWidget* parent)
    : Page(parent), m_steps(new StepList(this)), m_curve(new LoadCurve(this)), m_column(new QVBoxLayout(this))
{
    m_column->addWidget(m_steps);
    m_column->addWidget(m_curve, 1);
    m_cancel = actionBar()->addRight(Icon::Stop);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        // Acknowledged at once, although the engine's end may take a moment.
        m_cancelling = true;
        m_cancel->setEnabled(false);
        retranslate();
        Q_EMIT cancelRequested();
    });
    m_tick.setInterval(100);
    connect(&m_tick, &QTimer::timeout, this, &Page::headingChanged);
    setMetrics(Metrics());
    retranslate();
}

void LoadingPage::begin(const QString& modelName, const std::optional<load::Plan>& plan)
{
    m_name = modelName;
    m_step = 0;
    m_cancelling = false;
    m_cancel->setEnabled(true);
    m_steps->reset();
    m_curve->setData(plan ? LoadCurveData::fromPlan(*plan) : LoadCurveData());
    m_clock.start();
    m_tick.start();
    retranslate();
    Q_EMIT headingChanged();
}

void LoadingPage::setPlan(const load::Plan& plan)
{
    LoadCurveData fresh = LoadCurveData::fromPlan(plan);
    fresh.rows = m_curve->data().rows;
    m_curve->setData(fresh);
}

void LoadingPage::setModelName(const QString& name)
{
    m_name = name;
    Q_EMIT headingChanged();
}

void LoadingPage::startRow(Row row)
{
    m_step = static_cast<int>(indexOf(row)) + 1;
    m_steps->start(row);
    m_curve->beginRow(row);
    Q_EMIT headingChanged();
}

void LoadingPage::setProgress(Row row, qint64 doneBytes, qint64 totalBytes)
{
    m_steps->setProgress(row, doneBytes, totalBytes);
}

void LoadingPage::setStalled(Row row, const Sentence& why)
{
    m_steps->setStalled(row, why);
}

void LoadingPage::finishRow(const RowReport& report)
{
    m_steps->finish(report);
    m_curve->endRow(report);
}

void LoadingPage::addSample(const memory::MemorySample& sample)
{
    if (m_tick.isActive() && sample.engine)
        m_curve->addSample(*sample.engine);
}

void LoadingPage::end()
{
    m_seconds = static_cast<double>(m_clock.elapsed()) / 1000;
    m_tick.stop();
}

QString LoadingPage::title() const
{
    return tr("Loading %1").arg(m_name);
}

QString LoadingPage::note() const
{
    const double seconds = m_tick.isActive() ? static_cast<double>(m_clock.elapsed()) / 1000 : m_seconds;
    return tr("step %1 of %2").arg(std::max(m_step, 1)).arg(rowCount) + QStringLiteral("   ") +
           secondsText(seconds);
}

void LoadingPage::setMetrics(const Metrics& metrics)
{
    Page::setMetrics(metrics);
    if (metrics.wide) {
        m_column->setContentsMargins(metrics.margin, metrics.margin, metrics.margin, metrics.gap);
        m_column->setSpacing(metrics.gap);
        m_steps->setFixedHeight(400);
    } else {
        m_column->setContentsMargins(4, 2, 4, 10);
        m_column->setSpacing(2);
        // Ten rows of 24 px are the least; a taller screen gives the rest to both.
        const int room = metrics.window.height() - metrics.title - metrics.strip - metrics.action;
        m_steps->setFixedHeight(std::clamp(room - 96, 240, 340));
    }
}

void LoadingPage::retranslate()
{
    m_cancel->setText(m_cancelling ? tr("Stopping\u2026") : tr("Cancel"));
    actionBar()->setReason(m_cancelling ? tr("The engine is being ended; its memory comes back.")
                                        : QString());
}

} // namespace nanocap::ui
