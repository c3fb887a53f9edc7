// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/memory_timeline.h"

#include "ui/style/theme.h"
#include "ui/text/local_text.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace nanocap::ui {

namespace {
constexpr double span = 60;
}

MemoryTimeline::MemoryTimeline(QWidget* parent) : QWidget(parent)
{
    m_clock.start();
    setAccessibleName(tr("Free memory of the last 60 seconds"));
}

void MemoryTimeline::addSample(const MaybeBytes& available, const MaybeBytes& total)
{
    addSampleAt(static_cast<double>(m_clock.elapsed()) / 1000, available, total);
}

void MemoryTimeline::addSampleAt(double seconds, const MaybeBytes& available, const MaybeBytes& total)
{
    m_samples.emplace_back(seconds, available);
    while (!m_samples.empty() && m_samples.front().first < seconds - span)
        m_samples.pop_front();
    m_total = total;
    setAccessibleDescription(tr("now %1").arg(bytesText(available)));
    update();
}

void MemoryTimeline::setFloor(Bytes floor)
{
    m_floor = floor;
    update();
}

void MemoryTimeline::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    const Palette& p = theme.palette;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Metrics& m = theme.metrics;
    painter.setFont(fontOf(this, m.figurePx));
    const QFontMetrics metrics(painter.font());
    const QRectF box = QRectF(rect()).adjusted(
        0, 8, -(metrics.horizontalAdvance(QStringLiteral("88888")) + 8), -m.scaled(26));
    painter.setPen(Qt::NoPen);
    painter.setBrush(p.track);
    painter.drawRoundedRect(box, 6, 6);
    painter.setPen(p.muted);
    painter.drawText(QRectF(box.left(), box.bottom() + 4, m.scaled(120), m.scaled(20)),
                     Qt::AlignLeft | Qt::AlignVCenter, tr("60 s ago"));
    painter.drawText(QRectF(box.right() - m.scaled(120), box.bottom() + 4, m.scaled(120), m.scaled(20)),
                     Qt::AlignRight | Qt::AlignVCenter, tr("now"));
    if (!m_total || *m_total <= Bytes() || m_samples.empty())
        return;
    const double total = static_cast<double>(m_total->count());
    const auto y = [&](Bytes b) {
        return box.bottom() - box.height() * std::clamp(static_cast<double>(b.count()) / total, 0.0, 1.0);
    };
    const double last = m_samples.back().first;
    const auto x = [&](double seconds) { return box.right() - box.width() * (last - seconds) / span; };
    QPolygonF run;
    const auto flush = [&] {
        if (run.size() > 1) {
            QPolygonF body = run;
            body << QPointF(run.last().x(), box.bottom()) << QPointF(run.first().x(), box.bottom());
            QColor fill = p.ok;
            fill.setAlpha(45);
            painter.setPen(Qt::NoPen);
            painter.setBrush(fill);
            painter.drawPolygon(body);
            painter.setPen(QPen(p.ok, 2.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter.drawPolyline(run);
        }
        run.clear();
    };
    for (const auto& [seconds, available] : m_samples) {
        if (available)
            run << QPointF(x(seconds), y(*available));
        else
            flush();
    }
    flush();
    const double right = box.right() + 6;
    painter.setPen(p.muted);
    painter.drawText(QRectF(right, box.top() - 2, width() - right, m.scaled(20)),
                     Qt::AlignLeft | Qt::AlignVCenter, megabytesText(m_total));
    if (m_floor > Bytes() && m_floor < *m_total) {
        painter.setPen(QPen(p.warn, 2, Qt::DashLine));
        painter.drawLine(QPointF(box.left(), y(m_floor)), QPointF(box.right(), y(m_floor)));
        painter.setPen(p.warn);
        painter.drawText(QRectF(right, std::min(y(m_floor) - m.scaled(10), box.bottom() - m.scaled(18)),
                                width() - right, m.scaled(20)),
                         Qt::AlignLeft | Qt::AlignVCenter, megabytesText(m_floor));
    }
}

} // namespace nanocap::ui
