// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/memory_gauge.h"

#include "ui/style/theme.h"
#include "ui/text/local_text.h"
#include "ui/widgets/labels.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace nanocap::ui {

namespace {
constexpr int swatch = 10, space = 6, barHeight = 12, sign = 16, between = 14;
const QString unit = QStringLiteral("MB");

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
    const int margin = theme.metrics.margin;
    // The line ends at the button beside it, which keeps its own distance.
    const QRect inner = strip.adjusted(margin, 0, m_form == Form::Line ? 0 : -margin, 0);
    m_areas.clear();
    m_clipped = false;
    if (m_form != Form::Pane)
        painter.fillRect(strip, theme.palette.card);
    if (m_form == Form::Strip) {
        const int spare = std::max(0, strip.height() - 32) / 3;
        const int bar = strip.top() + 1 + spare;
        paintBar(painter, QRectF(inner.left(), bar, inner.width(), barHeight));
        paintRow(painter, entries(), QRect(inner.left(), bar + barHeight + 2 + spare, inner.width(), 17),
                 true);
    } else if (m_form == Form::Lines) {
        paintBar(painter, QRectF(inner.left(), strip.top() + 3, inner.width(), barHeight));
        const std::vector<Entry> all = entries();
        const auto half = all.begin() + static_cast<std::ptrdiff_t>((all.size() + 1) / 2);
        const int line = (strip.height() - 17) / 2;
        paintRow(painter, {all.begin(), half}, QRect(inner.left(), strip.top() + 16, inner.width(), line),
                 false);
        paintRow(painter, {half, all.end()},
                 QRect(inner.left(), strip.top() + 16 + line, inner.width(), line), true);
    } else if (m_form == Form::Line) {
        const int least = inner.width() / 4;
        const std::vector<Entry> shown = entriesWithin(inner.width() - least - 12);
        int width = QFontMetrics(fontOf(this, theme.metrics.figurePx)).horizontalAdvance(unit) + space +
                    widthOf(pressureEntry());
        for (const Entry& entry : shown)
            width += widthOf(entry) + between;
        paintBar(painter, QRectF(inner.left(), strip.center().y() - barHeight / 2.0 + 0.5,
                                 inner.width() - width - 12, barHeight));
        paintRow(painter, shown, QRect(inner.right() + 1 - width, strip.top(), width, strip.height()), true);
    } else {
        paintBar(painter, QRectF(2, 2, width() - 4, theme.metrics.scaled(20)));
        const int top = theme.metrics.scaled(34);
        paintPane(painter, QRect(2, top, width() - 4, height() - top));
    }
    if (hasFocus()) {
        painter.setPen(QPen(theme.palette.accent, 3));
        painter.setBrush(Qt::NoBrush);
        const QRect ring = m_selected < m_areas.size() ? m_areas[m_selected].second : strip;
        painter.drawRoundedRect(QRectF(ring & strip).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);
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
        const double reach = m_form == Form::Pane ? 4 : 0;
        painter.fillRect(QRectF(x - 3, bar.top() - 1, 6, bar.height() + 1 + reach), palette.card);
        painter.fillRect(QRectF(x - 1.5, bar.top() - 1, 3, bar.height() + 1 + reach), palette.text);
    }
}

int MemoryGauge::widthOf(const Entry& entry) const
{
    const int pixels = themeOf(this).metrics.figurePx;
    if (entry.figure == Figure::Pressure)
        return sign + space + QFontMetrics(fontOf(this, pixels, true)).horizontalAdvance(entry.value) + 2;
    return swatch + space + QFontMetrics(fontOf(this, pixels)).horizontalAdvance(entry.name) + space +
           QFontMetrics(fontOf(this, pixels, true)).horizontalAdvance(entry.value);
}

std::vector<MemoryGauge::Entry> MemoryGauge::entriesWithin(int width) const
{
    const std::vector<Entry> all = entries();
    std::vector<bool> taken(all.size(), false);
    int left = width - QFontMetrics(fontOf(this, themeOf(this).metrics.figurePx)).horizontalAdvance(unit) -
               space - widthOf(pressureEntry());
    for (const Figure figure : {Figure::Available, Figure::Floor, Figure::App, Figure::Other, Figure::Gpu})
        for (std::size_t i = 0; i < all.size(); ++i)
            if (all[i].figure == figure &&
                (figure == Figure::Available || widthOf(all[i]) + between <= left)) {
                taken[i] = true;
                left -= widthOf(all[i]) + between;
            }
    std::vector<Entry> shown;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (taken[i])
            shown.push_back(all[i]);
    return shown;
}

void MemoryGauge::paintEntry(QPainter& painter, const Entry& entry, const QRect& cell, bool withUnit)
{
    const Theme theme = themeOf(this);
    const double middle = cell.center().y() + 0.5;
    painter.setPen(Qt::NoPen);
    painter.setBrush(entry.figure == Figure::Available && entry.bytes
                         ? freeColour(*entry.bytes, m_floor, theme.palette)
                         : colourOf(entry.figure, theme.palette));
    if (entry.figure == Figure::Floor)
        painter.drawRect(QRectF(cell.left() + 3, middle - 7, 3, 14));
    else
        painter.drawRoundedRect(QRectF(cell.left(), middle - 5, swatch, swatch), 2, 2);
    painter.setFont(fontOf(this, theme.metrics.figurePx));
    painter.setPen(theme.palette.muted);
    painter.drawText(cell.adjusted(swatch + space, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft, entry.name);
    painter.setFont(fontOf(this, theme.metrics.figurePx, true));
    painter.setPen(theme.palette.text);
    painter.drawText(cell, Qt::AlignVCenter | Qt::AlignRight,
                     withUnit && entry.bytes ? entry.value + QLatin1Char(' ') + unit : entry.value);
}

void MemoryGauge::paintPressure(QPainter& painter, const QRect& cell)
{
    using Level = memory::MemorySample::Pressure;
    const Theme theme = themeOf(this);
    const Level level = m_sample.level;
    const Icon icon = level == Level::Calm        ? Icon::Check
                      : level == Level::Busy      ? Icon::Warning
                      : level == Level::Thrashing ? Icon::Cross
                                                  : Icon::Unknown;
    const QColor colour = toneColour(pressureTone(level), theme.palette);
    drawIcon(painter, icon, QRectF(cell.left(), cell.center().y() - sign / 2.0 + 0.5, sign, sign), colour);
    painter.setFont(fontOf(this, theme.metrics.figurePx, true));
    painter.setPen(colour);
    painter.drawText(cell, Qt::AlignVCenter | Qt::AlignRight, pressureEntry().value);
}

void MemoryGauge::paintRow(QPainter& painter, const std::vector<Entry>& row, const QRect& area, bool last)
{
    const Theme theme = themeOf(this);
    const int unitWidth =
        last ? QFontMetrics(fontOf(this, theme.metrics.figurePx)).horizontalAdvance(unit) + space : 0;
    const int word = last ? widthOf(pressureEntry()) : 0;
    int total = 0;
    for (const Entry& entry : row)
        total += widthOf(entry);
    const bool columns = m_form == Form::Lines; // of both lines under each other
    const int room = area.width() - unitWidth - word;
    const int gap = row.empty() || columns
                        ? 8
                        : std::min(28, (room - total) / static_cast<int>(row.size() - 1 + (last ? 1 : 0)));
    m_clipped = m_clipped || gap < 6 || total > room;
    const auto touched = [&](int left, int width) {
        const bool oneLine = m_form != Form::Lines;
        return QRect(left, oneLine ? stripRect().top() : area.top(), width,
                     oneLine ? stripRect().height() : area.height());
    };
    int x = area.left();
    for (const Entry& entry : row) {
        const int width = widthOf(entry);
        paintEntry(painter, entry, QRect(x, area.top(), width, area.height()), false);
        m_areas.emplace_back(entry.figure, touched(x - gap / 2, width + gap));
        x += columns ? std::max(width + gap, (area.width() - word) / 3) : width + gap;
        if (last && &entry == &row.back()) {
            // The unit stands once, behind the last number.
            painter.setFont(fontOf(this, theme.metrics.figurePx));
            painter.setPen(theme.palette.muted);
            painter.drawText(QRect(m_areas.back().second.left() + gap / 2 + width + space, area.top(),
                                   unitWidth, area.height()),
                             Qt::AlignVCenter | Qt::AlignLeft, unit);
        }
    }
    if (!last)
        return;
    const QRect cell(area.right() + 1 - word, area.top(), word, area.height());
    paintPressure(painter, cell);
    m_areas.emplace_back(Figure::Pressure, touched(cell.left() - gap / 2, word + gap));
}

void MemoryGauge::paintPane(QPainter& painter, const QRect& area)
{
    const std::vector<Entry> list = entries();
    for (std::size_t i = 0; i < list.size(); ++i) {
        const int column = static_cast<int>(i) % 2, line = static_cast<int>(i) / 2;
        const QRect cell(area.left() + column * (area.width() / 2 + 8), area.top() + line * paneLine(),
                         area.width() / 2 - 8, paneLine());
        paintEntry(painter, list[i], cell, true);
        m_areas.emplace_back(list[i].figure, cell);
    }
}

} // namespace nanocap::ui
