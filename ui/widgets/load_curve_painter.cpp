// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/load_curve_painter.h"

#include "ui/style/theme.h"
#include "ui/text/local_text.h"
#include "ui/widgets/load_curve.h"

#include <QCoreApplication>
#include <QPainterPath>

#include <algorithm>

namespace nanocap::ui {

namespace {

struct CurveText
{
    Q_DECLARE_TR_FUNCTIONS(LoadCurve)
};

struct Plot
{
    QRectF box;
    double top = 1; ///< bytes at the upper edge
    double x(std::size_t row, double fraction) const
    {
        return box.left() +
               box.width() * (static_cast<double>(row) + fraction) / static_cast<double>(rowCount);
    }
    double y(Bytes bytes) const
    {
        return box.bottom() - box.height() * std::clamp(static_cast<double>(bytes.count()) / top, 0.0, 1.0);
    }
};

Bytes highestOf(const LoadCurveData& data)
{
    Bytes highest = data.predictedPeak.value_or(Bytes());
    if (data.predicted)
        highest = std::max(highest, *std::max_element(data.predicted->begin(), data.predicted->end()));
    for (const auto& row : data.rows) {
        highest = std::max({highest, row.after.value_or(Bytes()), row.peak.value_or(Bytes())});
        for (const auto& sample : row.samples)
            highest = std::max(highest, sample.second);
    }
    return std::max(highest, Bytes::fromMegabytes(16));
}

QPolygonF predictedLine(const LoadCurveData& data, const Plot& plot)
{
    QPolygonF line;
    Bytes before;
    for (std::size_t i = 0; i < rowCount; ++i) {
        line << QPointF(plot.x(i, 0), plot.y(before))
             << QPointF(plot.x(i, 0.5), plot.y((*data.predicted)[i]));
        before = (*data.predicted)[i];
    }
    line << QPointF(plot.x(rowCount, 0), plot.y(before));
    return line;
}

QPolygonF measuredLine(const LoadCurveData& data, const Plot& plot)
{
    QPolygonF line;
    Bytes before;
    for (std::size_t i = 0; i < rowCount; ++i) {
        const auto& row = data.rows[i];
        if (row.state == RowState::Pending || row.state == RowState::Skipped)
            break;
        if (line.isEmpty())
            line << QPointF(plot.x(i, 0), plot.y(before));
        const bool running = row.state == RowState::Running;
        const double last = row.samples.empty() ? 0 : row.samples.back().first;
        // A running row fills its column ever more slowly: its end is not known yet.
        const double reach = running ? last / (last + 1.0) : 1.0;
        const double length = running ? last : std::max(last, row.seconds);
        for (const auto& [seconds, rss] : row.samples) {
            line << QPointF(plot.x(i, length > 0 ? reach * 0.9 * seconds / length : 0), plot.y(rss));
            before = rss;
        }
        if (!running && row.after) {
            line << QPointF(plot.x(i, row.samples.empty() ? 0.5 : 0.95), plot.y(*row.after));
            before = *row.after;
        }
        if (!running)
            line << QPointF(plot.x(i, 1), plot.y(before));
    }
    return line;
}

void paintGrid(QPainter& painter, const LoadCurveData& data, const Theme& theme, const Plot& plot,
               bool numbers)
{
    for (std::size_t i = 0; i < rowCount; ++i) {
        const QRectF column(QPointF(plot.x(i, 0), plot.box.top()), QPointF(plot.x(i, 1), plot.box.bottom()));
        const RowState state = data.rows[i].state;
        if (i % 2 == 1)
            painter.fillRect(column, QColor(theme.palette.track.red(), theme.palette.track.green(),
                                            theme.palette.track.blue(), 130));
        if (state == RowState::Failed) {
            QColor bad = theme.palette.bad;
            bad.setAlpha(60);
            painter.fillRect(column, bad);
        }
        if (numbers) {
            painter.setPen(state == RowState::Failed ? theme.palette.bad : theme.palette.muted);
            painter.drawText(
                QRectF(column.left(), plot.box.bottom() + 2, column.width(), painter.fontMetrics().height()),
                Qt::AlignCenter, QString::number(i + 1));
        }
    }
    painter.setPen(QPen(theme.palette.line, 1));
    painter.drawLine(plot.box.bottomLeft(), plot.box.bottomRight());
}

void paintNote(QPainter& painter, const QPointF& at, const QString& text, const QColor& colour,
               const Theme& theme, bool right)
{
    const QFontMetrics metrics(painter.font());
    const double width = metrics.horizontalAdvance(text) + 8;
    const int height = metrics.height() + 2;
    QRectF box(right ? at.x() - width : at.x(), at.y() - 10, width, height);
    QColor paper = theme.palette.card;
    paper.setAlpha(215);
    painter.fillRect(box, paper);
    painter.setPen(colour);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace

void paintLoadCurve(QPainter& painter, const LoadCurveData& data, const Theme& theme, const QRect& area,
                    bool predictionOnly)
{
    const Palette& palette = theme.palette;
    const bool roomy = area.height() >= 130;
    Plot plot;
    const int edge = painter.fontMetrics().height() + 4;
    plot.box = QRectF(area).adjusted(0, roomy ? edge : 2, 0, roomy ? -edge : -2);
    const Bytes highest = highestOf(data);
    plot.top = static_cast<double>(highest.count()) * 1.12;
    // The floor's line is worth a taller chart only while it stays readable; far away it becomes a note.
    const bool lineFits = data.headroom && *data.headroom > Bytes() &&
                          static_cast<double>(data.headroom->count()) < plot.top * 2.2;
    if (lineFits)
        plot.top = std::max(plot.top, static_cast<double>(data.headroom->count()) * 1.12);

    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    paintGrid(painter, data, theme, plot, roomy);
    if (data.predicted) {
        QPolygonF line = predictedLine(data, plot);
        QPolygonF body = line;
        body << plot.box.bottomRight() << plot.box.bottomLeft();
        QColor fill = palette.muted;
        fill.setAlpha(36);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPolygon(body);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette.muted, 2, Qt::DotLine));
        painter.drawPolyline(line);
    }
    if (!predictionOnly) {
        painter.setPen(QPen(palette.accent, 3, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(measuredLine(data, plot));
    }
    const QString limit = data.headroomIsFloor ? CurveText::tr("floor") : CurveText::tr("reserve");
    if (lineFits) {
        const double y = plot.y(*data.headroom);
        painter.setPen(QPen(palette.warn, 2, Qt::DashLine));
        painter.drawLine(QPointF(plot.box.left(), y), QPointF(plot.box.right(), y));
        paintNote(painter, QPointF(plot.box.left() + 4, std::max(y, plot.box.top() + 10)), limit,
                  palette.warn, theme, false);
    } else if (data.headroom) {
        const QString note =
            *data.headroom > Bytes()
                ? CurveText::tr("%1 left before the %2").arg(bytesText(data.headroom), limit)
                : CurveText::tr("%1 already below the %2").arg(bytesText(-*data.headroom), limit);
        paintNote(painter, QPointF(area.left() + 2, area.top() + 10), note,
                  *data.headroom > Bytes() ? palette.muted : palette.warn, theme, false);
    }
    const QString peak = data.predictedPeak
                             ? CurveText::tr("predicted peak %1").arg(bytesText(data.predictedPeak))
                             : CurveText::tr("no prediction");
    const bool bothFit = lineFits || !data.headroom || area.width() > 29 * painter.fontMetrics().height();
    const QPointF corner(area.right() - 2, roomy && bothFit ? area.top() + 10 : plot.box.bottom() - 11);
    paintNote(painter, corner, peak, palette.muted, theme, true);
    painter.restore();
}

} // namespace nanocap::ui
