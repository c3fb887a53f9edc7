// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/loading_page.h"

#include "ui/style/theme.h"
#include "ui/text/local_text.h"
#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/load_curve.h"
#include "ui/widgets/step_list.h"

#include <QVBoxLayout>

namespace nanocap::ui {

LoadingPage::LoadingPage(QWidget* parent)
    : Page(parent), m_content(new QWidget), m_scroll(new FingerScroll(m_content, this)),
      m_steps(new StepList(m_content)), m_curve(new LoadCurve(m_content)),
      m_column(new QVBoxLayout(m_content))
{
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
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

void LoadingPage::begin(const catalog::LocalText& model, const std::optional<load::Plan>& plan)
{
    m_model = model;
    m_step = 0;
    m_cancelling = false;
    m_cancel->setEnabled(true);
    m_steps->reset();
    m_scroll->rewind();
    m_curve->setData(plan ? LoadCurveData::fromPlan(*plan) : LoadCurveData());
    m_clock.start();
    m_tick.start();
    retranslate();
    Q_EMIT headingChanged();
}

void LoadingPage::take(const load::LoadEvent& event)
{
    load::on(
        event,
        [this](const load::Planned& planned) {
            // The plan as the pipeline computed it; what was measured so far stays.
            LoadCurveData fresh = LoadCurveData::fromPlan(planned.plan);
            fresh.rows = m_curve->data().rows;
            m_curve->setData(fresh);
        },
        [this](const load::RowStarted& row) { startRow(row.row); },
        [this](const load::RowProgressed& row) {
            m_steps->setProgress(row.row, row.done.count(), row.total.count());
        },
        [this](const load::RowStalled& row) { m_steps->setStalled(row.row, row.why); },
        [this](const load::RowFinished& row) { finishRow(row.report); },
        [this](const load::Finished&) {
            m_seconds = static_cast<double>(m_clock.elapsed()) / 1000;
            m_tick.stop();
        });
}

void LoadingPage::startRow(Row row)
{
    m_step = static_cast<int>(indexOf(row)) + 1;
    m_steps->start(row);
    m_curve->beginRow(row);
    const int line = m_steps->rowHeight();
    m_scroll->ensureVisible(0, m_steps->y() + line * m_step - line / 2, 0, line * 3 / 2);
    Q_EMIT headingChanged();
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

QString LoadingPage::title() const
{
    return tr("Loading %1").arg(localText(m_model));
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
    const int edge = metrics.wide ? metrics.margin : 4;
    m_column->setContentsMargins(edge, metrics.wide ? edge : 2, edge, metrics.wide ? metrics.gap : 10);
    m_column->setSpacing(metrics.wide ? metrics.gap : 2);
    m_curve->setMinimumHeight(metrics.small ? 110 : 60);
    // Ten rows of 24 px are the least; a taller screen gives the rest to both.
    m_steps->setFixedHeight(metrics.wide
                                ? metrics.scaled(400)
                                : std::clamp(metrics.room() - 96, 240, metrics.portrait ? 380 : 340));
}

void LoadingPage::retranslate()
{
    m_cancel->setText(m_cancelling ? tr("Stopping\u2026") : tr("Cancel"));
    actionBar()->setReason(m_cancelling ? tr("The engine is being ended; its memory comes back.")
                                        : QString());
}

} // namespace nanocap::ui
