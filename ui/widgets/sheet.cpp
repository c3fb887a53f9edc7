// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/sheet.h"

#include "ui/style/theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/focus_navigation.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace nanocap::ui {

Sheet::Sheet(QWidget* parent) : QWidget(parent), m_card(new QWidget(this))
{
    m_card->setObjectName(QStringLiteral("sheetCard"));
    m_card->setAttribute(Qt::WA_StyledBackground);
    auto* layout = new QVBoxLayout(this);
    layout->addStretch();
    layout->addWidget(m_card, 0, Qt::AlignHCenter);
    layout->addStretch();
    auto* inside = new QVBoxLayout(m_card);
    inside->setContentsMargins(0, 0, 0, 0);
    hide();
}

void Sheet::open(const QString& kind, const SheetContent& content)
{
    if (!isVisible())
        m_focusBefore = QApplication::focusWidget();
    m_kind = kind;
    m_content = content;
    rebuild();
    show();
    raise();
    const auto buttons = findChildren<ActionButton*>();
    if (!buttons.isEmpty())
        buttons.last()->setFocus(Qt::OtherFocusReason);
}

void Sheet::refresh(const SheetContent& content)
{
    if (content.rows.size() != m_values.size())
        return open(m_kind, content);
    m_content = content;
    m_body->setText(content.body);
    for (std::size_t i = 0; i < m_values.size(); ++i)
        m_values[i]->setText(content.rows[i].second);
}

void Sheet::close()
{
    if (!isVisible())
        return;
    hide();
    if (m_focusBefore && window()->isAncestorOf(m_focusBefore) && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::OtherFocusReason);
    else
        window()->setFocus(Qt::OtherFocusReason); // else keys would go on to a button nobody sees
    m_focusBefore = nullptr;
    Q_EMIT closed();
}

QString Sheet::text() const
{
    QString all = m_content.title + QLatin1Char('\n') + m_content.body;
    for (const auto& [name, value] : m_content.rows)
        all += QLatin1Char('\n') + name + QLatin1Char(' ') + value;
    return all;
}

QWidget* Sheet::buildBody(int width)
{
    const Metrics m = themeOf(this).metrics;
    auto* body = new QWidget(m_inside);
    auto* column = new QVBoxLayout(body);
    column->setContentsMargins(0, 0, m.small ? 14 : 0, 0); // where the scroll bar may stand
    column->setSpacing(m.gap + 4);
    m_body = makeLabel(TextKind::Body, body, true);
    m_body->setText(m_content.body);
    m_body->setVisible(!m_content.body.isEmpty());
    column->addWidget(m_body);
    if (!m_content.rows.empty()) {
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(24);
        grid->setVerticalSpacing(6);
        const int columns = m_content.rows.size() > 5 && width >= 500 ? 2 : 1;
        const int perColumn = (static_cast<int>(m_content.rows.size()) + columns - 1) / columns;
        for (int i = 0; i < static_cast<int>(m_content.rows.size()); ++i) {
            const auto& [name, value] = m_content.rows[static_cast<std::size_t>(i)];
            auto* nameLabel = makeLabel(TextKind::Muted, body);
            nameLabel->setText(name);
            auto* valueLabel = makeLabel(TextKind::Strong, body);
            valueLabel->setText(value);
            valueLabel->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            grid->addWidget(nameLabel, i % perColumn, i / perColumn * 2);
            grid->addWidget(valueLabel, i % perColumn, i / perColumn * 2 + 1);
            m_values.push_back(valueLabel);
        }
        column->addLayout(grid);
    }
    return body;
}

QBoxLayout* Sheet::buildActions(int width)
{
    const Metrics m = themeOf(this).metrics;
    auto* actions = new QHBoxLayout;
    actions->setSpacing(m.gap);
    int needed = 0;
    const auto add = [&](Icon icon, ActionButton::Role role, const QString& label, const QString& name) {
        auto* button = new ActionButton(icon, role, m_inside);
        button->setText(label);
        button->setObjectName(name);
        button->setMinimumHeight(m.touch);
        needed += button->sizeHint().width() + m.gap;
        return button;
    };
    for (const SheetContent::Action& action : m_content.actions) {
        auto* button = add(action.icon,
                           action.primary      ? ActionButton::Role::Primary
                           : m_content.stacked ? ActionButton::Role::Step
                                               : ActionButton::Role::Secondary,
                           action.label, action.id);
        actions->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, chosen = action.chosen] {
            close();
            if (chosen)
                chosen();
        });
    }
    auto* closing = add(
        Icon::None, m_content.actions.empty() ? ActionButton::Role::Primary : ActionButton::Role::Secondary,
        tr("Close"), QStringLiteral("closeSheet"));
    connect(closing, &QPushButton::clicked, this, &Sheet::close);
    if (m_content.stacked || needed > width)
        actions->setDirection(QBoxLayout::TopToBottom);
    else
        actions->addStretch();
    actions->addWidget(closing);
    return actions;
}

void Sheet::rebuild()
{
    const Metrics m = themeOf(this).metrics;
    // The button that asked for another sheet may still be in its click: it must outlive this call.
    if (m_inside) {
        m_inside->hide();
        m_inside->setParent(nullptr);
        m_inside->deleteLater();
    }
    m_inside = new QWidget(m_card);
    m_values.clear();
    const int side = m.small ? 14 : 24, edge = m.small ? 10 : 20;
    const int width = std::min(m.wide ? m.scaled(680) : 600, this->window()->width() - 2 * m.margin);
    const int inner = width - 2 - 2 * side;
    auto* column = new QVBoxLayout(m_inside);
    column->setContentsMargins(side, edge, side, edge);
    column->setSpacing(m.small ? m.gap : m.gap + 4);
    auto* title = makeLabel(TextKind::Strong, m_inside, true);
    title->setText(m_content.title);
    auto* head = new QHBoxLayout;
    head->addWidget(title, 1);
    column->addLayout(head);
    QBoxLayout* actions = buildActions(inner);
    m_inside->ensurePolished();
    const bool list = m_content.stacked && m_content.body.isEmpty() && m_content.rows.empty();
    QWidget* body = buildBody(inner);
    if (auto* closing = m_inside->findChild<ActionButton*>(QStringLiteral("closeSheet")); list && m.small) {
        actions->removeWidget(closing); // the list needs the height
        head->addWidget(closing);
    }
    if (list) { // then the list itself is what may be too long, and Close goes with it
        delete body->layout();
        actions->setContentsMargins(0, 0, 0, 0);
        body->setLayout(actions);
        m_body = makeLabel(TextKind::Body, body);
        m_body->hide();
    }
    auto* scroll = new FingerScroll(body, m_inside);
    column->addWidget(scroll, 1);
    if (!list)
        column->addLayout(actions);
    m_inside->setFixedWidth(width - 2);
    // Wrapped text needs its height told, or the buttons under it are squeezed.
    for (QWidget* part : m_inside->findChildren<QWidget*>())
        part->ensurePolished(); // sizes follow the style, which comes late to what is not shown yet
    const auto heightOf = [inner](QLayout* layout) {
        layout->invalidate();
        return layout->hasHeightForWidth() ? layout->totalHeightForWidth(inner)
                                           : layout->totalSizeHint().height();
    };
    const bool empty = !list && m_content.body.isEmpty() && m_content.rows.empty();
    scroll->setVisible(!empty);
    int height =
        2 * edge + column->spacing() + std::max(title->heightForWidth(inner), list && m.small ? m.touch : 0);
    if (!empty)
        height += heightOf(body->layout()) + column->spacing();
    if (!list)
        height += heightOf(actions);
    m_inside->setFixedHeight(std::min(height, this->window()->height() - 2 * m.margin));
    static_cast<QVBoxLayout*>(m_card->layout())->addWidget(m_inside);
    m_inside->show();
    setAccessibleName(m_content.title);
    setAccessibleDescription(text());
}

void Sheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), QColor(0, 0, 0, 150));
}

void Sheet::mouseReleaseEvent(QMouseEvent* event)
{
    if (!m_card->geometry().contains(event->pos()))
        close();
}

void Sheet::takeKey(int key)
{
    if (key >= Qt::Key_Left && key <= Qt::Key_Down)
        moveFocus(this, key);
    else if (key == Qt::Key_Escape || (key != 0 && key == m_content.closingKey))
        close();
}

void Sheet::keyPressEvent(QKeyEvent* event)
{
    takeKey(event->key());
    event->accept();
}

bool Sheet::focusNextPrevChild(bool next)
{
    const auto buttons = findChildren<ActionButton*>();
    if (buttons.isEmpty())
        return true;
    const auto at = buttons.indexOf(qobject_cast<ActionButton*>(QApplication::focusWidget()));
    const auto count = buttons.size();
    buttons.at((at + (next ? 1 : count - 1)) % count)
        ->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

} // namespace nanocap::ui
