// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/load_curve.h"

#include "ui/style/theme.h"
#include "ui/text/local_text.h"
#include "ui/widgets/load_curve_painter.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QPainter>

namespace nanocap::ui {

namespace {
qint64 nowMs()
{
    static const QElapsedTimer timer = [] {
        QElapsedTimer t;
        t.start();
        return t;
    }();
    return timer.elapsed();
}
} // namespace

LoadCurveData LoadCurveData::fromPlan(const load::Plan& plan)
{
    LoadCurveData data;
    data.predicted = plan.bytesAfter;
    data.predictedPeak = plan.predictedPeak;
    if (plan.reading.available) {
        data.headroomIsFloor = plan.floor.minimum > plan.reserve;
        data.headroom = *plan.reading.available - std::max(plan.floor.minimum, plan.reserve);
    }
    return data;
}

LoadCurveData LoadCurveData::fromReport(const load::LoadReport& report)
{
    LoadCurveData data;
    if (report.plan)
        data = fromPlan(*report.plan);
    for (const RowReport& row : report.rows) {
        RowTrace& trace = data.rows[indexOf(row.row)];
        trace.state = row.state;
        trace.seconds = row.seconds;
        trace.after = row.engineRss;
        trace.peak = row.enginePeakRss;
    }
    return data;
}

LoadCurve::LoadCurve(QWidget* parent) : QWidget(parent)
{
    renewAccessibleText();
}

void LoadCurve::setData(const LoadCurveData& data)
{
    m_data = data;
    m_running.reset();
    renewAccessibleText();
    update();
}

void LoadCurve::setPredictionOnly(bool on)
{
    m_predictionOnly = on;
    update();
}

void LoadCurve::beginRow(Row row)
{
    m_running = row;
    m_rowStartMs = nowMs();
    m_data.rows[indexOf(row)].state = RowState::Running;
    update();
}

void LoadCurve::addSample(Bytes engineRss)
{
    if (!m_running)
        return;
    auto& samples = m_data.rows[indexOf(*m_running)].samples;
    samples.emplace_back(static_cast<double>(nowMs() - m_rowStartMs) / 1000.0, engineRss);
    if (samples.size() > 600) // a minute at 10 Hz; a slower row keeps every other sample
        for (std::size_t i = 0; i < samples.size(); ++i)
            samples.erase(samples.begin() + static_cast<std::ptrdiff_t>(i));
    update();
}

void LoadCurve::endRow(const RowReport& report)
{
    auto& trace = m_data.rows[indexOf(report.row)];
    trace.state = report.state;
    trace.seconds = report.seconds;
    trace.after = report.engineRss;
    trace.peak = report.enginePeakRss;
    if (m_running == report.row)
        m_running.reset();
    renewAccessibleText();
    update();
}

QImage LoadCurve::render(const LoadCurveData& data, const Theme& theme, QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(theme.palette.card);
    QPainter painter(&image);
    QFont font;
    font.setFamilies(fontFamilies());
    font.setPixelSize(16);
    painter.setFont(font);
    paintLoadCurve(painter, data, theme, QRect(QPoint(12, 12), size - QSize(24, 24)), false);
    return image;
}

void LoadCurve::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.palette.card);
    painter.drawRoundedRect(rect(), 8, 8);
    painter.setFont(fontOf(this, theme.metrics.figurePx));
    paintLoadCurve(painter, m_data, theme, rect().adjusted(8, 4, -8, -4), m_predictionOnly);
}

void LoadCurve::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        renewAccessibleText();
        update();
    }
}

void LoadCurve::renewAccessibleText()
{
    setAccessibleName(tr("Memory taken by the model, row by row"));
    setAccessibleDescription(tr("Predicted peak %1").arg(bytesText(m_data.predictedPeak)));
}

} // namespace nanocap::ui
