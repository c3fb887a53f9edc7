// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/memory_gauge.h"

#include "ui/style/theme.h"
#include "ui/text/local_text.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace nanocap::ui {

namespace {
QColor colourOf(Figure figure, const Palette& p)
{
    switch (figure) {
    case Figure::App: return p.accent;
    case Figure::Gpu: return p.gpu;
    case Figure::Available: return p.ok;
    case Figure::Floor: return p.text;
    default: return p.other;
    }
}
constexpr int paneLine = 30;
} // namespace

MemoryGauge::MemoryGauge(QWidget* parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    renewAccessibleText();
}

void MemoryGauge::setSample(const memory::MemorySample& sample)
{
    m_sample = sample;
    m_hasSample = true;
    m_since.start();
    // A screen reader that is told ten times a second never gets to say anything else.
    if (!m_sinceSpoken.isValid() || m_sinceSpoken.elapsed() > 5000) {
        m_sinceSpoken.start();
        renewAccessibleText();
    }
    update();
}

void MemoryGauge::setFloor(Bytes floor)
{
    m_floor = floor;
    update();
}

void MemoryGauge::setForm(Form form, int visible)
{
    m_form = form;
    m_visible = visible;
    update();
}

double MemoryGauge::ageSeconds() const
{
    return m_since.isValid() ? static_cast<double>(m_since.elapsed()) / 1000.0 : -1;
}

std::vector<MemoryGauge::Entry> MemoryGauge::entries() const
{
    const memory::GaugeParts& parts = m_sample.gauge;
    std::vector<Entry> list;
    const auto add = [&](Figure figure, const MaybeBytes& bytes) {
        list.push_back({figure, figureName(figure), megabytesText(bytes), bytes});
    };
    add(Figure::App, parts.app);
    if (parts.gpuShared)
        add(Figure::Gpu, parts.gpuShared);
    add(Figure::Other, parts.other);
    add(Figure::Available, parts.available);
    if (m_floor > Bytes())
        add(Figure::Floor, m_floor);
    return list;
}

QString MemoryGauge::legendText() const
{
    QStringList words;
    for (const Entry& entry : entries())
        words << entry.name + QLatin1Char(' ') + entry.value;
    return words.join(QStringLiteral(" \u00b7 ")) + QStringLiteral(" MB");
}

int MemoryGauge::heightForPane() const
{
    return 22 + 14 + 3 * paneLine;
}

QRect MemoryGauge::stripRect() const
{
    return m_form == Form::Pane ? rect() : QRect(0, (height() - m_visible) / 2, width(), m_visible);
}

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
            painter.fillRect(QRectF(x, bar.top(), std::max(width - 2, 1.0), bar.height()), colourOf(figure, palette));
            x += width;
        };
        part(Figure::App, parts.app);
        part(Figure::Gpu, parts.gpuShared);
        part(Figure::Other, parts.other);
        if (parts.available) {
            // Free memory is drawn from the right end, so that the floor's tick is reached from the left as it shrinks.
            const double width = std::min(static_cast<double>(parts.available->count()) * scale, bar.width());
            const bool enough = *parts.available >= m_floor;
            painter.fillRect(QRectF(bar.right() - width, bar.top(), width, bar.height()),
                             enough ? palette.ok : palette.warn);
        }
    }
    painter.restore();
    if (parts.total && m_floor > Bytes() && m_floor < *parts.total) {
        const double x = bar.right() - bar.width() * static_cast<double>(m_floor.count())
                                           / static_cast<double>(parts.total->count());
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
        widths.push_back(swatch + space + plainMetrics.horizontalAdvance(e.name) + space
                         + boldMetrics.horizontalAdvance(e.value));
        total += widths.back();
    }
    const QString unit = QStringLiteral("MB");
    const int unitWidth = pane ? 0 : plainMetrics.horizontalAdvance(unit) + 8;
    const int gap = list.size() > 1 ? std::min(28, (area.width() - total - unitWidth) / static_cast<int>(list.size() - 1)) : 0;
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
        painter.setBrush(colourOf(e.figure, theme.palette));
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
            painter.drawText(cell, Qt::AlignVCenter | Qt::AlignRight, e.value + (e.bytes ? QStringLiteral(" MB") : QString()));
        else
            painter.drawText(cell, Qt::AlignVCenter | Qt::AlignRight, e.value);
        m_areas.emplace_back(e.figure, pane ? cell : QRect(x - gap / 2, stripRect().top(), widths[i] + gap, stripRect().height()));
        x += widths[i] + gap;
    }
    if (!pane) {
        painter.setFont(normal);
        painter.setPen(theme.palette.muted);
        painter.drawText(area, Qt::AlignVCenter | Qt::AlignRight, unit);
    }
}

void MemoryGauge::mousePressEvent(QMouseEvent*)
{
    m_pressed = true;
}

void MemoryGauge::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_pressed || !rect().contains(event->pos()) || m_areas.empty())
        return;
    m_pressed = false;
    // The nearest figure answers: no finger hits a line of text exactly.
    const auto distance = [&](const std::pair<Figure, QRect>& area) {
        const QPoint d = event->pos() - area.second.center();
        return m_form == Form::Pane ? d.manhattanLength() : std::abs(d.x());
    };
    const auto nearest = std::min_element(m_areas.begin(), m_areas.end(),
                                          [&](const auto& a, const auto& b) { return distance(a) < distance(b); });
    m_selected = static_cast<std::size_t>(nearest - m_areas.begin());
    update();
    Q_EMIT figureTapped(nearest->first);
}

void MemoryGauge::keyPressEvent(QKeyEvent* event)
{
    const std::size_t count = m_areas.size();
    if (event->key() == Qt::Key_Right && m_selected + 1 < count)
        ++m_selected;
    else if (event->key() == Qt::Key_Left && m_selected > 0)
        --m_selected;
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
             && m_selected < count)
        Q_EMIT figureTapped(m_areas[m_selected].first);
    else
        return QWidget::keyPressEvent(event);
    update();
}

void MemoryGauge::focusInEvent(QFocusEvent* event)
{
    renewAccessibleText();
    QWidget::focusInEvent(event);
    update();
}

void MemoryGauge::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void MemoryGauge::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        renewAccessibleText();
        update();
    }
}

void MemoryGauge::renewAccessibleText()
{
    // The name says what the control is; only the description carries its state.
    setAccessibleName(tr("Memory gauge"));
    setAccessibleDescription(m_hasSample ? legendText() : QString());
}

} // namespace nanocap::ui
