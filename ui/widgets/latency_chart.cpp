// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/latency_chart.h"

#include "ui/style/theme.h"
#include "ui/text/local_text.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace nanocap::ui {

LatencyChart::LatencyChart(QWidget* parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    renewAccessibleText();
}

void LatencyChart::setStatistics(const captions::LatencyStatistics& statistics)
{
    m_statistics = statistics;
    renewAccessibleText();
    update();
}

double LatencyChart::topFor(double greatestMs)
{
    if (!(greatestMs > 0))
        return 1;
    const double decade = std::pow(10.0, std::floor(std::log10(greatestMs)));
    for (const double step : {1.0, 2.0, 5.0})
        if (greatestMs <= step * decade)
            return step * decade;
    return 10 * decade;
}

QSize LatencyChart::minimumSizeHint() const
{
    const Metrics m = themeOf(this).metrics;
    return QSize(200, m.small ? 110 : m.scaled(130));
}

void LatencyChart::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    const Palette& p = theme.palette;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(p.card);
    painter.drawRoundedRect(QRectF(rect()), 10, 10);
    const QFont font = fontOf(this, theme.metrics.figurePx);
    const QFontMetrics metrics(font);
    painter.setFont(font);
    const std::vector<double>& values = m_statistics.recent;
    if (values.empty()) {
        painter.setPen(p.muted);
        painter.drawText(rect().adjusted(12, 0, -12, 0), Qt::AlignCenter | Qt::TextWordWrap,
                         tr("No caption was timed yet."));
        return;
    }
    const double top = topFor(m_statistics.max);
    const QString upper = latencyText(top), zero = QStringLiteral("0 ms");
    const int axis = std::max(metrics.horizontalAdvance(upper), metrics.horizontalAdvance(zero)) + 10;
    const int head = metrics.height() + 8; // what the broken line is
    const QRectF plot =
        QRectF(rect()).adjusted(12 + axis, head + metrics.height() / 2.0, -14, -8 - metrics.height() / 2.0);
    const auto y = [&](double ms) { return plot.bottom() - ms / top * plot.height(); };
    const auto label = [&](double ms, const QString& text) {
        painter.setPen(p.muted);
        painter.drawText(QRectF(12, y(ms) - metrics.height() / 2.0, axis - 8, metrics.height()),
                         Qt::AlignRight | Qt::AlignVCenter, text);
        painter.setPen(QPen(p.line, 1));
        painter.drawLine(QPointF(plot.left(), y(ms)), QPointF(plot.right(), y(ms)));
    };
    label(top, upper);
    label(0, zero);
    // Thirty places: three captions are three bars at the right, not three planks.
    const double place = plot.width() / static_cast<double>(captions::Latency::window);
    double x = plot.right() - place * static_cast<double>(values.size());
    painter.setPen(Qt::NoPen);
    painter.setBrush(p.accent);
    for (const double value : values) {
        const double height = std::max(1.0, value / top * plot.height());
        painter.drawRect(QRectF(x + place * 0.15, plot.bottom() - height, place * 0.7, height));
        x += place;
    }
    painter.setPen(QPen(p.text, 2, Qt::DashLine));
    painter.drawLine(QPointF(plot.left(), y(m_statistics.mean)), QPointF(plot.right(), y(m_statistics.mean)));
    const QString mean = tr("mean %1").arg(latencyText(m_statistics.mean));
    const QRectF words(plot.left(), 6, plot.width(), metrics.height());
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, mean);
    const double sample = plot.right() - metrics.horizontalAdvance(mean) - 8;
    painter.drawLine(QPointF(sample - 30, words.center().y()), QPointF(sample, words.center().y()));
}

void LatencyChart::renewAccessibleText()
{
    setAccessibleName(tr("Latency of the last 30 captions"));
    setAccessibleDescription(m_statistics.recent.empty()
                                 ? tr("No caption was timed yet.")
                                 : tr("from %1 to %2, mean %3")
                                       .arg(latencyText(m_statistics.min), latencyText(m_statistics.max),
                                            latencyText(m_statistics.mean)));
}

void LatencyChart::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        renewAccessibleText();
        update();
    }
}

} // namespace nanocap::ui
