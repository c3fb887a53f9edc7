// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/list_row.h"

#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStaticText>

#include <algorithm>
#include <cmath>

namespace nanocap::ui {

using Kind = RowContent::Kind;

namespace {
constexpr int side = 12; ///< between edge and words

/// Wrapped between words; a word longer than a line (a path) where the line ends.
QStaticText wrapped(const QString& words, const QFont& font, int width)
{
    QStaticText text(QString(words).replace(QLatin1Char('\n'), QChar(QChar::LineSeparator)));
    text.setTextFormat(Qt::PlainText);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    text.setTextOption(option);
    text.setTextWidth(width);
    text.prepare({}, font);
    return text;
}
int heightOf(const QString& words, const QFont& font, int width)
{
    return words.isEmpty() ? 0 : static_cast<int>(std::ceil(wrapped(words, font, width).size().height()));
}

int iconSide(const Metrics& m)
{
    return m.scaled(24);
}
int switchWidth(const Metrics& m)
{
    return m.scaled(52);
}
} // namespace

ListRow::ListRow(QWidget* parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ListRow::setContent(const RowContent& content)
{
    m_content = content;
    const bool pressed = content.kind != Kind::Heading && content.kind != Kind::Text;
    setFocusPolicy(pressed ? Qt::StrongFocus : Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents, !pressed);
    setEnabled(content.enabled);
    setCheckable(content.kind == Kind::Switch || content.kind == Kind::Choice);
    setChecked(content.on);
    setObjectName(content.id);
    setText(content.name);
    setAccessibleName(content.name);
    setAccessibleDescription(content.value);
    updateGeometry();
    update();
}

QFont ListRow::nameFont() const
{
    const Metrics m = themeOf(this).metrics;
    return fontOf(this, m_content.kind == Kind::Text ? m.textPx : m.strongPx, m_content.kind != Kind::Text);
}

QRect ListRow::wordsIn(const QRect& box) const
{
    const Metrics m = themeOf(this).metrics;
    if (m_content.kind == Kind::Heading)
        return box.adjusted(2, m.scaled(10), 0, -4);
    const int left = m_content.icon == Icon::None ? side : 2 * side + iconSide(m);
    int right = side;
    if (m_content.kind == Kind::Switch)
        right += switchWidth(m) + side;
    else if (m_content.kind == Kind::Open || m_content.kind == Kind::Choice)
        right += iconSide(m) + side / 2;
    return box.adjusted(left, 8, -right, -8);
}

int ListRow::heightForWidth(int width) const
{
    const Metrics m = themeOf(this).metrics;
    const QRect whole(0, 0, std::max(width, 60), 100000);
    const QRect box = wordsIn(whole);
    const int name = heightOf(m_content.name, nameFont(), box.width());
    const int value = heightOf(m_content.value, fontOf(this, m.textPx), box.width());
    int height = name + value + (name && value ? 2 : 0);
    height += whole.height() - box.height();
    return m_content.kind == Kind::Heading || m_content.kind == Kind::Text ? height
                                                                           : std::max(m.touch, height);
}

QSize ListRow::sizeHint() const
{
    const int width = themeOf(this).metrics.scaled(300);
    return QSize(width, heightForWidth(width));
}

QSize ListRow::minimumSizeHint() const
{
    return QSize(120, m_content.kind == Kind::Heading || m_content.kind == Kind::Text
                          ? 0
                          : themeOf(this).metrics.touch);
}

void ListRow::paintEnd(QPainter& painter, const QRect& box) const
{
    const Theme theme = themeOf(this);
    const Palette& p = theme.palette;
    const int sign = iconSide(theme.metrics);
    const QRectF at(box.right() - side - sign, box.center().y() - sign / 2.0, sign, sign);
    if (m_content.kind == Kind::Open)
        drawIcon(painter, Icon::Next, at, p.muted);
    if (m_content.kind == Kind::Choice && m_content.on)
        drawIcon(painter, Icon::Check, at, p.ok);
    if (m_content.kind != Kind::Switch)
        return;
    // Where the knob stands tells on from off, colour only repeats it.
    const double width = switchWidth(theme.metrics), height = width * 0.56;
    const QRectF track(box.right() - side - width, box.center().y() - height / 2, width, height);
    painter.setPen(QPen(m_content.on ? p.accent : p.border, 2));
    painter.setBrush(m_content.on ? p.accent : p.background);
    painter.drawRoundedRect(track, height / 2, height / 2);
    const double knob = height - 8;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_content.on ? p.onAccent : p.border);
    painter.drawEllipse(
        QRectF(m_content.on ? track.right() - knob - 4 : track.left() + 4, track.top() + 4, knob, knob));
}

void ListRow::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    const Palette& p = theme.palette;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool button = m_content.kind != Kind::Heading && m_content.kind != Kind::Text;
    if (button) {
        painter.setPen(QPen(hasFocus() ? p.accent : isEnabled() ? p.card : p.line, 3));
        painter.setBrush(!isEnabled() ? p.background : isDown() ? p.raised : p.card);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10);
    }
    const QRect box = wordsIn(rect());
    const QColor ink = !isEnabled() || m_content.kind == Kind::Heading ? p.muted : p.text;
    if (m_content.icon != Icon::None) {
        const int sign = iconSide(theme.metrics);
        drawIcon(painter, m_content.icon, QRectF(side, (height() - sign) / 2.0, sign, sign), ink);
    }
    const QFont valueFont = fontOf(this, theme.metrics.textPx);
    const int name = heightOf(m_content.name, nameFont(), box.width());
    const int value = heightOf(m_content.value, valueFont, box.width());
    const int between = name && value ? 2 : 0;
    int y =
        m_content.kind == Kind::Heading ? box.top() : box.top() + (box.height() - name - between - value) / 2;
    painter.setPen(ink);
    painter.setFont(nameFont());
    painter.drawStaticText(box.left(), y, wrapped(m_content.name, nameFont(), box.width()));
    y += name + between;
    // A text alone is there to be read, not a value under its name.
    painter.setPen(name ? p.muted : ink);
    painter.setFont(valueFont);
    painter.drawStaticText(box.left(), y, wrapped(m_content.value, valueFont, box.width()));
    if (button)
        paintEnd(painter, rect());
}

void ListRow::keyPressEvent(QKeyEvent* event)
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
        QAbstractButton::keyPressEvent(event);
    }
}

} // namespace nanocap::ui
