// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/action_button.h"

#include "ui/style/theme.h"

#include <QEvent>
#include <QKeyEvent>

namespace nanocap::ui {

namespace {
const char* nameOfRole(ActionButton::Role role)
{
    switch (role) {
    case ActionButton::Role::Primary:
        return "primary";
    case ActionButton::Role::Quiet:
        return "quiet";
    case ActionButton::Role::Step:
        return "step";
    case ActionButton::Role::Row:
        return "row";
    case ActionButton::Role::Segment:
        return "segment";
    case ActionButton::Role::Secondary:
        break;
    }
    return "secondary";
}
} // namespace

ActionButton::ActionButton(Icon icon, Role role, QWidget* parent)
    : QPushButton(parent), m_icon(icon), m_role(role)
{
    setProperty("role", QLatin1String(nameOfRole(role)));
    setFocusPolicy(Qt::StrongFocus);
    setAutoDefault(false);
    if (role == Role::Segment)
        setCheckable(true);
}

void ActionButton::setText(const QString& text)
{
    const bool hadText = !this->text().isEmpty();
    QPushButton::setText(text);
    if (hadText == text.isEmpty())
        renewIcon();
}

void ActionButton::setIconKind(Icon icon)
{
    if (icon == m_icon)
        return;
    m_icon = icon;
    renewIcon();
}

QSize ActionButton::sizeHint() const
{
    const int touch = themeOf(this).metrics.touch;
    return QPushButton::sizeHint().expandedTo(QSize(touch, touch));
}

QSize ActionButton::minimumSizeHint() const
{
    return sizeHint();
}

void ActionButton::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        click();
        return;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
        event->ignore(); // the window moves the focus by where things are
        return;
    default:
        QPushButton::keyPressEvent(event);
    }
}

void ActionButton::changeEvent(QEvent* event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        renewIcon();
}

void ActionButton::renewIcon()
{
    if (m_renewing)
        return;
    m_renewing = true;
    const Theme theme = themeOf(this);
    if (m_icon == Icon::None) {
        setIcon({});
    } else {
        const int side = theme.metrics.wide ? 26 : 22;
        const QColor colour = m_role == Role::Primary ? theme.palette.onAccent : theme.palette.text;
        const int space = text().isEmpty() ? 0 : 6;
        setIconSize(QSize(side + space, side));
        setIcon(
            makeIcon(m_icon, QSize(side + space, side), colour, theme.palette.muted, devicePixelRatioF()));
    }
    m_renewing = false;
}

} // namespace nanocap::ui
