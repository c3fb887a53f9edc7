// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/sheet.h"

#include "ui/style/theme.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/labels.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

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

void Sheet::rebuild()
{
    const Theme theme = themeOf(this);
    const Metrics& m = theme.metrics;
    // The button that asked for another sheet may still be in its click: it must outlive this call.
    if (m_inside) {
        m_inside->hide();
        m_inside->setParent(nullptr);
        m_inside->deleteLater();
    }
    m_inside = new QWidget(m_card);
    m_values.clear();
    auto* column = new QVBoxLayout(m_inside);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(m.gap + 4);
    auto* title = makeLabel(TextKind::Strong, m_inside, true);
    title->setText(m_content.title);
    column->addWidget(title);
    m_body = makeLabel(TextKind::Body, m_inside, true);
    m_body->setText(m_content.body);
    m_body->setVisible(!m_content.body.isEmpty());
    column->addWidget(m_body);
    if (!m_content.rows.empty()) {
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(24);
        grid->setVerticalSpacing(6);
        const int columns = m_content.rows.size() > 5 ? 2 : 1;
        const int perColumn = (static_cast<int>(m_content.rows.size()) + columns - 1) / columns;
        for (int i = 0; i < static_cast<int>(m_content.rows.size()); ++i) {
            const auto& [name, value] = m_content.rows[static_cast<std::size_t>(i)];
            auto* nameLabel = makeLabel(TextKind::Muted, m_inside);
            nameLabel->setText(name);
            auto* valueLabel = makeLabel(TextKind::Strong, m_inside);
            valueLabel->setText(value);
            valueLabel->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            grid->addWidget(nameLabel, i % perColumn, i / perColumn * 2);
            grid->addWidget(valueLabel, i % perColumn, i / perColumn * 2 + 1);
            m_values.push_back(valueLabel);
        }
        column->addLayout(grid);
    }
    QBoxLayout* actions = m_content.stacked ? static_cast<QBoxLayout*>(new QVBoxLayout) : new QHBoxLayout;
    actions->setSpacing(m.gap);
    for (const SheetContent::Action& action : m_content.actions) {
        auto* button = new ActionButton(action.icon,
                                        action.primary      ? ActionButton::Role::Primary
                                        : m_content.stacked ? ActionButton::Role::Step
                                                            : ActionButton::Role::Secondary,
                                        m_inside);
        button->setText(action.label);
        button->setObjectName(action.id);
        button->setFixedHeight(m.touch);
        actions->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, chosen = action.chosen] {
            close();
            if (chosen)
                chosen();
        });
    }
    auto* closing = new ActionButton(
        Icon::None, m_content.actions.empty() ? ActionButton::Role::Primary : ActionButton::Role::Secondary,
        m_inside);
    closing->setText(tr("Close"));
    closing->setFixedHeight(m.touch);
    closing->setObjectName(QStringLiteral("closeSheet"));
    connect(closing, &QPushButton::clicked, this, &Sheet::close);
    if (!m_content.stacked)
        actions->addStretch();
    actions->addWidget(closing);
    column->addLayout(actions);
    const int width = std::min(m.wide ? 680 : 600, this->window()->width() - 2 * m.margin);
    m_inside->setFixedWidth(width - 2);
    // Wrapped text needs its height told, or the buttons under it are squeezed.
    const int height = column->hasHeightForWidth() ? column->totalHeightForWidth(width - 2)
                                                   : column->totalSizeHint().height();
    m_inside->setMinimumHeight(std::min(height, this->window()->height() - 2 * m.margin));
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
    if (key == Qt::Key_Escape || (key != 0 && key == m_content.closingKey))
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
