// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/action_bar.h"

#include "ui/widgets/labels.h"

#include <QEvent>

#include <algorithm>

namespace nanocap::ui {

ActionBar::ActionBar(QWidget* parent) : QWidget(parent), m_reason(makeLabel(TextKind::Muted, this, true))
{
    setObjectName(QStringLiteral("actionBar"));
    m_reason->hide();
}

ActionButton* ActionBar::addLeft(Icon icon, ActionButton::Role role)
{
    return m_left.emplace_back(new ActionButton(icon, role, this));
}

ActionButton* ActionBar::addRight(Icon icon, ActionButton::Role role)
{
    return m_right.emplace_back(new ActionButton(icon, role, this));
}

void ActionBar::setReason(const QString& reason)
{
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    arrange();
}

QString ActionBar::reason() const
{
    return m_reason->text();
}

void ActionBar::setMetrics(const Metrics& metrics)
{
    m_metrics = metrics;
    arrange();
}

bool ActionBar::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    // Asked for when a button appears, goes or changes its words.
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show ||
        event->type() == QEvent::StyleChange)
        arrange();
    return done;
}

void ActionBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

std::vector<ActionBar::Buttons> ActionBar::rows() const
{
    Buttons all;
    for (const Buttons* side : {&m_left, &m_right})
        for (ActionButton* button : *side)
            if (!button->isHidden())
                all.push_back(button);
    if (m_metrics.actionRows < 2 || all.size() < 3)
        return {all};
    // Arrows stay together.
    auto main = all.end() - 1;
    while ((*main)->text().isEmpty() && main - 1 != all.begin() && (*(main - 1))->text().isEmpty())
        --main;
    Buttons bottom(main, all.end());
    bottom.insert(bottom.begin(), all.front());
    return {Buttons(all.begin() + 1, main), bottom};
}

int ActionBar::widthOf(const Buttons& row) const
{
    int width = row.empty() ? 0 : m_metrics.gap * static_cast<int>(row.size() - 1);
    for (const ActionButton* button : row)
        width += button->sizeHint().width();
    return width;
}

std::size_t ActionBar::wordless(const Buttons& row, int room) const
{
    int width = row.empty() ? 0 : m_metrics.gap * static_cast<int>(row.size() - 1);
    for (const ActionButton* button : row)
        width += button->widthWith(true);
    std::size_t count = 0;
    for (; count < row.size() && width > room; ++count)
        width -= row[count]->widthWith(true) - row[count]->widthWith(false);
    return count;
}

void ActionBar::shorten(const Buttons& row, int room) const
{
    const std::size_t count = wordless(row, room);
    for (std::size_t i = 0; i < row.size(); ++i)
        row[i]->setCompact(i < count);
}

bool ActionBar::isLeft(const ActionButton* button) const
{
    return std::find(m_left.begin(), m_left.end(), button) != m_left.end();
}

void ActionBar::arrange()
{
    if (m_arranging || width() <= 0)
        return;
    m_arranging = true; // a button that loses its words asks for a new arrangement
    const std::vector<Buttons> all = rows();
    int y = height() - m_metrics.edge - m_metrics.touch;
    for (auto row = all.rbegin(); row != all.rend(); ++row, y -= m_metrics.touch + m_metrics.gap) {
        if (m_metrics.actionRows > 1)
            placeFilling(*row, y);
        else
            place(*row, y);
    }
    m_arranging = false;
}

void ActionBar::place(const Buttons& row, int y)
{
    const QString reason = m_reason->text();
    // A reason may take two lines, as the height of a button allows.
    const int words = reason.isEmpty() ? 0 : m_reason->fontMetrics().horizontalAdvance(reason);
    const bool oneWord = !reason.contains(QLatin1Char(' '));
    const int least = oneWord ? words + 4 : words * 11 / 20;
    shorten(row, width() - 2 * m_metrics.margin - (words > 0 ? least + 2 * m_metrics.gap : 0));
    int left = m_metrics.margin, right = width() - m_metrics.margin;
    for (ActionButton* button : row)
        if (isLeft(button)) {
            button->setGeometry(left, y, button->sizeHint().width(), m_metrics.touch);
            left += button->width() + m_metrics.gap;
        }
    for (auto button = row.rbegin(); button != row.rend(); ++button)
        if (!isLeft(*button)) {
            const int width = (*button)->sizeHint().width();
            (*button)->setGeometry(right - width, y, width, m_metrics.touch);
            right -= width + m_metrics.gap;
        }
    m_reason->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_reason->setGeometry(left, y, std::max(0, right - left), m_metrics.touch);
}

void ActionBar::placeFilling(const Buttons& row, int y)
{
    const int top = m_metrics.actionPad;
    int room = width() - 2 * m_metrics.margin;
    m_reason->setAlignment(Qt::AlignHCenter | Qt::AlignVCenter);
    // The reason stands over the buttons; where there are some, it shares their row.
    if (y > top)
        m_reason->setGeometry(m_metrics.margin, top, room, m_metrics.touch);
    else if (!m_reason->text().isEmpty()) {
        const int words = std::min(room / 2, m_reason->fontMetrics().horizontalAdvance(m_reason->text()) + 8);
        room -= words + m_metrics.gap;
        m_reason->setGeometry(m_metrics.margin + room + m_metrics.gap, top, words, m_metrics.touch);
    }
    shorten(row, room);
    const int spare = row.empty() ? 0 : std::max(0, room - widthOf(row)) / static_cast<int>(row.size());
    int x = m_metrics.margin;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const int width =
            i + 1 == row.size() ? m_metrics.margin + room - x : row[i]->sizeHint().width() + spare;
        row[i]->setGeometry(x, y, width, m_metrics.touch);
        x += width + m_metrics.gap;
    }
}

} // namespace nanocap::ui
