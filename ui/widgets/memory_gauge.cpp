// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/memory_gauge.h"

#include "ui/style/theme.h"
#include "ui/text/local_text.h"
#include "ui/widgets/accessible_widgets.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace nanocap::ui {

MemoryGauge::MemoryGauge(QWidget* parent) : QWidget(parent)
{
    installAccessibleWidgets();
    setObjectName(QStringLiteral("memoryGauge"));
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
        if (QAccessible::isActive() && sample.reading.available) {
            QAccessibleValueChangeEvent event(this,
                                              static_cast<int>(wholeMegabytes(*sample.reading.available)));
            QAccessible::updateAccessibility(&event);
        }
    }
    announce();
    update();
}

void MemoryGauge::announce()
{
    using Level = memory::MemorySample::Pressure;
    // What a person would look up for: memory gets short, or comes back.
    const MaybeBytes& available = m_sample.gauge.available;
    const bool low = available && *available < m_floor;
    const bool pressed = m_sample.level == Level::Busy || m_sample.level == Level::Thrashing;
    QString state;
    if (low)
        state = tr("Free memory is below the floor.");
    if (pressed)
        state = tr("Memory pressure: %1").arg(pressureWord(m_sample.level));
    if (state == m_announced)
        return;
    m_announced = state;
    renewAccessibleText();
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
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
    return words.join(QStringLiteral(" \u00b7 ")) + QStringLiteral(" MB \u00b7 ") + pressureEntry().value;
}

MemoryGauge::Entry MemoryGauge::pressureEntry() const
{
    using Level = memory::MemorySample::Pressure;
    // "unknown" alone would be read as of the number before it.
    const QString word = pressureWord(m_sample.level);
    return {Figure::Pressure,
            figureName(Figure::Pressure),
            m_sample.level == Level::Unknown ? tr("pressure unknown") : word,
            {}};
}

Figure MemoryGauge::figureAfter(Figure figure) const
{
    std::vector<Entry> all = entries();
    all.push_back(pressureEntry());
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const Entry& entry) { return entry.figure == figure; });
    return found == all.end() || found + 1 == all.end() ? all.front().figure : (found + 1)->figure;
}

int MemoryGauge::heightForPane() const
{
    return themeOf(this).metrics.scaled(36) + 3 * paneLine();
}

int MemoryGauge::paneLine() const
{
    return themeOf(this).metrics.scaled(30);
}

QRect MemoryGauge::stripRect() const
{
    switch (m_form) {
    case Form::Pane:
    case Form::Lines:
        return rect();
    case Form::Line:
        return QRect(0, height() - m_visible - 2, width(), m_visible);
    case Form::Strip:
        break;
    }
    return QRect(0, (height() - m_visible) / 2, width(), m_visible);
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
        return m_form == Form::Pane || m_form == Form::Lines ? d.manhattanLength() : std::abs(d.x());
    };
    const auto nearest = std::min_element(m_areas.begin(), m_areas.end(), [&](const auto& a, const auto& b) {
        return distance(a) < distance(b);
    });
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
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
              event->key() == Qt::Key_Space) &&
             m_selected < count)
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
    setAccessibleDescription(
        m_hasSample ? QStringList{legendText(), m_announced}.join(QLatin1Char(' ')).trimmed() : QString());
}

} // namespace nanocap::ui
