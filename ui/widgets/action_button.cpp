// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/action_button.h"

#include "ui/style/theme.h"

#include <QEvent>
#include <QKeyEvent>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace nanocap::ui {

namespace {
constexpr int wordSpace = 6; ///< between icon and words

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
    QSizePolicy policy = sizePolicy();
    policy.setHeightForWidth(role == Role::Step);
    if (role == Role::Step)
        policy.setHorizontalPolicy(QSizePolicy::Preferred);
    setSizePolicy(policy);
}

void ActionButton::setText(const QString& text)
{
    m_text = text;
    renewText();
}

void ActionButton::setCompact(bool on)
{
    on = on && m_icon != Icon::None && !m_text.isEmpty();
    if (on == m_compact)
        return;
    m_compact = on;
    setAccessibleName(on ? m_text : QString());
    setToolTip(on ? m_text : QString());
    renewText();
}

void ActionButton::renewText()
{
    if (m_compact) {
        setAccessibleName(m_text);
        setToolTip(m_text);
    }
    const QString shown = m_compact ? QString() : m_text;
    const bool hadText = !QPushButton::text().isEmpty();
    if (shown == QPushButton::text())
        return;
    QPushButton::setText(shown);
    if (m_role == Role::Step && testAttribute(Qt::WA_Resized))
        setMinimumHeight(heightForWidth(width()));
    if (hadText == shown.isEmpty())
        renewIcon();
}

void ActionButton::setIconKind(Icon icon)
{
    if (icon == m_icon)
        return;
    m_icon = icon;
    renewIcon();
}

int ActionButton::widthWith(bool words) const
{
    const int touch = themeOf(this).metrics.touch;
    if (m_text.isEmpty() || (!words && m_icon != Icon::None))
        return touch;
    // As QPushButton counts it, but also while the words are not shown.
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = m_text;
    QSize contents = option.fontMetrics.size(Qt::TextShowMnemonic, m_text);
    if (m_icon != Icon::None)
        contents.rwidth() += iconSize().height() + wordSpace + 4;
    return std::max(touch, style()->sizeFromContents(QStyle::CT_PushButton, &option, contents, this).width());
}

QSize ActionButton::sizeHint() const
{
    const int touch = themeOf(this).metrics.touch;
    return QSize(widthWith(!m_compact), std::max(touch, QPushButton::sizeHint().height()));
}

QSize ActionButton::minimumSizeHint() const
{
    const int touch = themeOf(this).metrics.touch;
    return m_role == Role::Step ? QSize(2 * touch, touch) : sizeHint();
}

QRect ActionButton::wordsIn(const QRect& box) const
{
    const int left = m_icon == Icon::None ? 12 : 12 + iconSize().height() + 8;
    return box.adjusted(left, 8, -12, -8);
}

int ActionButton::heightForWidth(int width) const
{
    if (m_role != Role::Step)
        return -1;
    const QRect words = fontMetrics().boundingRect(wordsIn(QRect(0, 0, width, 10000)),
                                                   Qt::AlignLeft | Qt::TextWordWrap, m_text);
    return std::max(themeOf(this).metrics.touch, words.height() + 16);
}

void ActionButton::paintEvent(QPaintEvent* event)
{
    if (m_role != Role::Step)
        return QPushButton::paintEvent(event);
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = QIcon();
    painter.drawControl(QStyle::CE_PushButton, option);
    const Palette palette = themeOf(this).palette;
    const QColor ink = isEnabled() ? palette.text : palette.muted;
    if (m_icon != Icon::None) {
        const int side = iconSize().height();
        drawIcon(painter, m_icon, QRectF(12, (height() - side) / 2.0, side, side), ink);
    }
    painter.setFont(font());
    painter.setPen(ink);
    painter.drawText(wordsIn(rect()), Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, m_text);
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

void ActionButton::resizeEvent(QResizeEvent* event)
{
    QPushButton::resizeEvent(event);
    // Inside a scroll area layouts give no more than the least height: it has to be that of the words.
    if (m_role == Role::Step)
        setMinimumHeight(heightForWidth(width()));
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
        const int side = theme.metrics.wide ? theme.metrics.scaled(26) : 22;
        const QColor colour = m_role == Role::Primary ? theme.palette.onAccent : theme.palette.text;
        const int space = QPushButton::text().isEmpty() ? 0 : wordSpace;
        setIconSize(QSize(side + space, side));
        setIcon(
            makeIcon(m_icon, QSize(side + space, side), colour, theme.palette.muted, devicePixelRatioF()));
    }
    m_renewing = false;
}

} // namespace nanocap::ui
