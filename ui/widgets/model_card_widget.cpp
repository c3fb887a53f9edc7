// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/model_card_widget.h"

#include "ui/style/theme.h"
#include "ui/text/failure_text.h"
#include "ui/text/local_text.h"
#include "ui/widgets/labels.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

namespace nanocap::ui {

ModelCardWidget::ModelCardWidget(QWidget* parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void ModelCardWidget::setModel(const catalog::ModelCard& card, const std::optional<load::Plan>& plan,
                               int number)
{
    m_card = card;
    m_plan = plan;
    m_number = number;
    if (plan)
        m_available = plan->reading.available;
    renewTexts();
}

void ModelCardWidget::setAvailable(const MaybeBytes& available)
{
    m_available = available;
    update();
}

void ModelCardWidget::renewTexts()
{
    m_title = localText(m_card.title());
    setText(m_title);
    setAccessibleName(m_title);
    setAccessibleDescription(QStringList{verdictWord(), factsLine(), needLine()}.join(QStringLiteral(", ")));
    update();
}

QString ModelCardWidget::verdictWord() const
{
    return verdictFor(m_card, m_plan).word;
}

QString ModelCardWidget::factsLine() const
{
    const bool sized = m_card.fileBytes > Bytes() || !m_card.problem || m_card.problem->code == "FILE_EMPTY";
    QStringList facts{bytesText(sized ? MaybeBytes(m_card.fileBytes) : std::nullopt)};
    const qint64 words = m_card.network      ? m_card.network->vocabSize
                         : m_card.checkpoint ? static_cast<qint64>(m_card.checkpoint->vocabulary.words.size())
                                             : 0;
    if (words > 0)
        facts << tr("%1 words").arg(QLocale(QLocale::English).toString(words));
    if (m_card.language == "en")
        facts << tr("English");
    else if (m_card.language == "ko")
        facts << tr("Korean");
    return facts.join(QStringLiteral(" \u00b7 "));
}

QString ModelCardWidget::needLine() const
{
    if (m_card.problem)
        return shortReason(*m_card.problem);
    if (!m_card.quarantine.empty())
        return tr("It ended the program before. Tap to see why.");
    if (!m_plan)
        return tr("needs %1   free %2").arg(bytesText(std::nullopt), bytesText(m_available));
    return tr("needs %1   free %2").arg(bytesText(m_plan->required), bytesText(m_available));
}

int ModelCardWidget::leastHeight(const Metrics& metrics)
{
    return metrics.wide    ? metrics.scaled(150)
           : metrics.small ? (metrics.portrait ? 110 : 84)
                           : metrics.scaled(110);
}

QSize ModelCardWidget::minimumSizeHint() const
{
    const Metrics m = themeOf(this).metrics;
    return QSize(m.touch * 4, leastHeight(m));
}

void ModelCardWidget::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    const Palette& p = theme.palette;
    const Metrics& m = theme.metrics;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(isDown() ? p.raised : p.card);
    painter.drawRoundedRect(QRectF(rect()), 12, 12);
    const Verdict verdict = verdictFor(m_card, m_plan);
    const QColor tone = toneColour(verdict.tone, p);
    painter.setBrush(tone);
    painter.drawRoundedRect(QRectF(6, m.small ? 12 : 16, 4, height() - (m.small ? 24 : 32)), 2, 2);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(p.accent, 3));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 11, 11);
    }

    m_clipped = false;
    const int pad = m.wide ? m.scaled(24) : m.small ? 14 : 20;
    const auto text = [&](const QRect& box, const QString& words, const QColor& colour, const QFont& font,
                          int align) {
        painter.setFont(font);
        painter.setPen(colour);
        const QString shown = QFontMetrics(font).elidedText(words, Qt::ElideRight, box.width());
        m_clipped = m_clipped || shown != words;
        painter.drawText(box, align, shown);
    };
    const QFont strong = fontOf(this, m.small ? m.strongPx : m.strongPx + m.scaled(2), true),
                body = fontOf(this, m.textPx), word = fontOf(this, m.textPx, true);
    const QRect inner = rect().adjusted(pad, pad - 4, -pad, m.small ? -6 : -(pad - 4));
    const int line = QFontMetrics(strong).height() + 2;

    // The verdict stands at the lower right, where the eye ends after the numbers that explain it.
    const int icon = m.wide ? m.scaled(22) : 20;
    const int verdictWidth = QFontMetrics(word).horizontalAdvance(verdict.word) + icon + 6;
    const QRect top(inner.left(), inner.top(), inner.width(), line);
    const QRect verdictBox(top.right() - verdictWidth + 1, top.top(), verdictWidth, line);
    drawIcon(painter, verdict.icon,
             QRectF(verdictBox.left(), verdictBox.center().y() - icon / 2.0 + 0.5, icon, icon), tone);
    painter.setFont(word);
    painter.setPen(tone);
    painter.drawText(verdictBox, Qt::AlignRight | Qt::AlignVCenter, verdict.word);

    const QRect nameBox(inner.left(), inner.top(), inner.width() - verdictWidth - 12, line * 2);
    painter.setFont(strong);
    painter.setPen(p.text);
    const int bodyLine = QFontMetrics(body).height() + 4;
    const bool oneLine = QFontMetrics(strong).horizontalAdvance(m_title) <= nameBox.width();
    const bool twoFit = inner.height() >= 2 * line + 2 * bodyLine;
    if (oneLine)
        painter.drawText(nameBox, Qt::AlignLeft | Qt::AlignTop, m_title);
    else if (twoFit)
        painter.drawText(nameBox, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_title);
    else // the whole name is the accessible one
        painter.drawText(nameBox, Qt::AlignLeft | Qt::AlignTop,
                         QFontMetrics(strong).elidedText(m_title, Qt::ElideMiddle, nameBox.width()));
    const QRect wrapped =
        QFontMetrics(strong).boundingRect(nameBox, Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, m_title);
    m_clipped = m_clipped || (twoFit && wrapped.height() > nameBox.height());

    int bottom = inner.bottom() - bodyLine + 1;
    text(QRect(inner.left(), bottom, inner.width(), bodyLine), needLine(),
         verdict.tone == Verdict::Tone::Ok || verdict.tone == Verdict::Tone::Muted ? p.text : tone, body,
         Qt::AlignLeft | Qt::AlignVCenter);
    bottom -= bodyLine;
    text(QRect(inner.left(), bottom, inner.width(), bodyLine), factsLine(), p.muted, body,
         Qt::AlignLeft | Qt::AlignVCenter);
    const QString description = localText(m_card.description);
    const int top2 = nameBox.top() + (oneLine ? line : 2 * line) + 4;
    if (!description.isEmpty() && bottom - top2 >= bodyLine) {
        const QRect box(inner.left(), top2, inner.width(), std::min(bottom - top2, 2 * bodyLine));
        painter.setFont(body);
        painter.setPen(p.muted);
        const bool two = box.height() >= 2 * bodyLine;
        const QString shown = QFontMetrics(body).elidedText(description, Qt::ElideRight,
                                                            box.width() * (two ? 2 : 1) - (two ? 40 : 0));
        painter.drawText(box, Qt::AlignLeft | Qt::AlignTop | (two ? Qt::TextWordWrap : 0), shown);
    }
    if (m_number > 0 && m_number <= 9) {
        const QString key = QString::number(m_number);
        painter.setFont(word);
        painter.setPen(QPen(p.border, 1));
        painter.setBrush(Qt::NoBrush);
        const int side = m.scaled(26);
        const QRectF cap(inner.right() - side + 1, bottom - 1, side, side);
        painter.drawRoundedRect(cap, 5, 5);
        painter.setPen(p.muted);
        painter.drawText(cap, Qt::AlignCenter, key);
    }
}

void ModelCardWidget::keyPressEvent(QKeyEvent* event)
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
        event->ignore();
        return;
    default:
        QAbstractButton::keyPressEvent(event);
    }
}

void ModelCardWidget::changeEvent(QEvent* event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        renewTexts();
}

} // namespace nanocap::ui
