// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/memory_gauge.h"

#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace nanocap::ui {

namespace {
QColor colourOf(Figure figure, const Palette& p)
{
    switch (figure) {
    case Figure::App:
        return p.accent;
    case Figure::Gpu:
        return p.gpu;
    case Figure::Available:
        return p.ok;
    case Figure::Floor:
        return p.text;
    default:
        return p.other;
    }
}

/// Bar and legend alike: what is free is amber once the floor is not.
QColor freeColour(Bytes available, Bytes floor, const Palette& p)
{
    return available >= floor ? colourOf(Figure::Available, p) : p.warn;
}
} // namespace

void MemoryGauge::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect strip = stripRect();
    if (m_form == Form::Strip) {
        painter.fillRect(strip, theme.palette.card);
        const int margin = theme.metrics.margin;
        paintBar(painter, QRectF(margin, strip.top() + 4, width() - 2 * margin, 6));
        paintLegend(painter, strip.adjusted(margin, 12, -margin, -1));
    } else {
        paintBar(painter, QRectF(2, 2, width() - 4, 20));
        paintLegend(painter, QRect(2, 34, width() - 4, height() - 34));
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.palette.accent, 3));
        painter.setBrush(Qt::NoBrush);
        const QRect ring = m_selected < m_areas.size() ? m_areas[m_selected].second : strip;
        painter.drawRoundedRect(QRectF(ring).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);
    }
}

void MemoryGauge::paintBar(QPainter& painter, const QRectF& bar) const
{
    const Palette palette = themeOf(this).palette;
    const memory::GaugeParts& parts = m_sample.gauge;
    QPainterPath clip;
    clip.addRoundedRect(bar, 3, 3);
    painter.save();
    painter.setClipPath(clip);
    painter.fillRect(bar, palette.track);
    if (parts.total && *parts.total > Bytes()) {
        const double scale = bar.width() / static_cast<double>(parts.total->count());
        double x = bar.left();
        const auto part = [&](Figure figure, const MaybeBytes& bytes) {
            if (!bytes || *bytes <= Bytes())
                return;
            const double width = std::min(static_cast<double>(bytes->count()) * scale, bar.right() - x);
            painter.fillRect(QRectF(x, bar.top(), std::max(width - 2, 1.0), bar.height()),
                             colourOf(figure, palette));
            x += width;
        };
        part(Figure::App, parts.app);
        part(Figure::Gpu, parts.gpuShared);
        part(Figure::Other, parts.other);
        if (parts.available) {
            // Free memory is drawn from the right end, so that the floor's tick is reached from the left as
            // it shrinks.
            const double width = std::min(static_cast<double>(parts.available->count()) * scale, bar.width());
            painter.fillRect(QRectF(bar.right() - width, bar.top(), width, bar.height()),
                             freeColour(*parts.available, m_floor, palette));
        }
    }
    painter.restore();
    if (parts.total && m_floor > Bytes() && m_floor < *parts.total) {
        const double x = bar.right() - bar.width() * static_cast<double>(m_floor.count()) /
                                           static_cast<double>(parts.total->count());
        const double reach = m_form == Form::Pane ? 4 : 1;
        painter.fillRect(QRectF(x - 3, bar.top() - 3, 6, bar.height() + 3 + reach), palette.card);
        painter.fillRect(QRectF(x - 1.5, bar.top() - 3, 3, bar.height() + 3 + reach), palette.text);
    }
}

void MemoryGauge::paintLegend(QPainter& painter, const QRect& area)
{
    const Theme theme = themeOf(this);
    const std::vector<Entry> list = entries();
    const QFont normal = fontOf(this, 16), bold = fontOf(this, 16, true);
    const QFontMetrics plainMetrics(normal), boldMetrics(bold);
    m_areas.clear();
    m_clipped = false;
    const bool pane = m_form == Form::Pane;
    constexpr int swatch = 10, space = 6;
    std::vector<int> widths;
    int total = 0;
    for (const Entry& e : list) {
        widths.push_back(swatch + space + plainMetrics.horizontalAdvance(e.name) + space +
                         boldMetrics.horizontalAdvance(e.value));
        total += widths.back();
    }
    const QString unit = QStringLiteral("MB");
    const int unitWidth = pane ? 0 : plainMetrics.horizontalAdvance(unit) + 8;
    const int gap = list.size() > 1
                        ? std::min(28, (area.width() - total - unitWidth) / static_cast<int>(list.size() - 1))
                        : 0;
    m_clipped = !pane && gap < 6;
    int x = area.left();
    for (std::size_t i = 0; i < list.size(); ++i) {
        const Entry& e = list[i];
        QRect cell(x, area.top(), widths[i], area.height());
        if (pane) {
            const int column = static_cast<int>(i) % 2, line = static_cast<int>(i) / 2;
            cell = QRect(area.left() + column * (area.width() / 2 + 8), area.top() + line * paneLine,
                         area.width() / 2 - 8, paneLine);
        }
        const double middle = cell.center().y() + 0.5;
        painter.setPen(Qt::NoPen);
        painter.setBrush(e.figure == Figure::Available && e.bytes
                             ? freeColour(*e.bytes, m_floor, theme.palette)
                             : colourOf(e.figure, theme.palette));
        if (e.figure == Figure::Floor)
            painter.drawRect(QRectF(cell.left() + 3, middle - 7, 3, 14));
        else
            painter.drawRoundedRect(QRectF(cell.left(), middle - 5, swatch, swatch), 2, 2);
        painter.setFont(normal);
        painter.setPen(theme.palette.muted);
        painter.drawText(cell.adjusted(swatch + space, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, e.name);
        painter.setFont(bold);
        painter.setPen(theme.palette.text);
        if (pane)
            painter.drawText(cell, Qt::AlignVCenter | Qt::AlignRight,
                             e.value + (e.bytes ? QStringLiteral(" MB") : QString()));
        else
            painter.drawText(cell, Qt::AlignVCenter | Qt::AlignRight, e.value);
        m_areas.emplace_back(
            e.figure,
            pane ? cell : QRect(x - gap / 2, stripRect().top(), widths[i] + gap, stripRect().height()));
        x += widths[i] + gap;
    }
    if (!pane) {
        painter.setFont(normal);
        painter.setPen(theme.palette.muted);
        painter.drawText(area, Qt::AlignVCenter | Qt::AlignRight, unit);
    }
}

} // namespace nanocap::ui
