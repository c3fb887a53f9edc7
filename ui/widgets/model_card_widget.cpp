// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/model_card_widget.h"

#include "ui/style/theme.h"
#include "ui/text/failure_text.h"
#include "ui/text/local_text.h"
#include "ui/text/model_text.h"
#include "ui/widgets/labels.h"

#include <QKeyEvent>
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
    if (m_available == available)
        return;
    m_available = available;
    update();
}

void ModelCardWidget::renewTexts()
{
    m_title = localText(m_card.title());
    setText(m_title);
    setAccessibleName(m_title);
    QStringList all{verdictWord(), localText(m_card.description), needLine(), factsLine()};
    all.removeAll(QString());
    setAccessibleDescription(all.join(QStringLiteral(", ")));
    update();
}

QString ModelCardWidget::verdictWord() const
{
    return verdictFor(m_card, m_plan).word;
}

QString ModelCardWidget::factsLine() const
{
    QStringList facts;
    if (const QString language = modelLanguage(m_card); !language.isEmpty())
        facts << language;
    // What stands in the way matters more than how it went before.
    const QString obstacle = m_card.problem ? QString() : obstacleText(m_card, m_plan);
    const QString state = obstacle.isEmpty() ? lastTimeText(m_card, m_plan) : obstacle;
    if (!state.isEmpty())
        facts << state;
    return facts.join(QStringLiteral(" \u00b7 "));
}

QString ModelCardWidget::needLine() const
{
    return m_card.problem ? shortReason(*m_card.problem) : needText(m_plan, m_available);
}

QString ModelCardWidget::descriptionWithin(const QFont& font, int width, int lines) const
{
    const QString whole = localText(m_card.description);
    const QFontMetrics metrics(font);
    const auto fits = [&](const QString& text) {
        return !text.isEmpty() &&
               metrics.boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, text).height() <=
                   lines * metrics.lineSpacing();
    };
    if (lines < 1 || fits(whole))
        return lines < 1 ? QString() : whole;
    // The first sentence says what the model does; half a sentence says nothing.
    const QString first = whole.section(QStringLiteral(". "), 0, 0);
    return first != whole && fits(first) ? first + QLatin1Char('.') : QString();
}

int ModelCardWidget::leastHeight(const Metrics& metrics)
{
    return metrics.wide    ? metrics.scaled(150)
           : metrics.small ? (metrics.portrait ? 110 : 76)
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
    painter.setPen(QPen(p.border, 1));
    painter.setBrush(isDown() ? p.raised : p.card);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 12, 12);
    painter.setPen(Qt::NoPen);
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
    const QFont strong = fontOf(this, m.small ? m.strongPx : m.strongPx + m.scaled(2), true),
                body = fontOf(this, m.textPx), word = fontOf(this, m.textPx, true);
    const int padY = m.small ? 4 : pad - 6;
    const QRect inner = rect().adjusted(pad, padY, -pad, -padY);
    const int line = QFontMetrics(strong).height() + 2, bodyLine = QFontMetrics(body).height() + 3;

    const int icon = m.wide ? m.scaled(22) : 20;
    const int verdictWidth = QFontMetrics(word).horizontalAdvance(verdict.word) + icon + 6;
    const QRect verdictBox(inner.right() - verdictWidth + 1, inner.top(), verdictWidth, line);
    drawIcon(painter, verdict.icon,
             QRectF(verdictBox.left(), verdictBox.center().y() - icon / 2.0 + 0.5, icon, icon), tone);
    painter.setFont(word);
    painter.setPen(tone);
    painter.drawText(verdictBox, Qt::AlignRight | Qt::AlignVCenter, verdict.word);

    // A name may take two lines; one that needs more is shortened in its middle: what tells file names apart
    // stands at their ends. The whole name is the accessible one.
    const QRect nameBox(inner.left(), inner.top(), inner.width() - verdictWidth - 12, line * 2);
    const QFontMetrics strongMetrics(strong);
    const bool oneLine = strongMetrics.horizontalAdvance(m_title) <= nameBox.width();
    const QRect wrapped = strongMetrics.boundingRect(nameBox, Qt::AlignLeft | Qt::TextWordWrap, m_title);
    const bool two = !oneLine && wrapped.height() <= 2 * line && wrapped.width() <= nameBox.width() &&
                     inner.height() >= 2 * line + 2 * bodyLine;
    painter.setFont(strong);
    painter.setPen(p.text);
    painter.drawText(nameBox, Qt::AlignLeft | Qt::AlignTop | (two ? Qt::TextWordWrap : 0),
                     two || oneLine ? m_title
                                    : strongMetrics.elidedText(m_title, Qt::ElideMiddle, nameBox.width()));

    const bool numbered = m_number > 0 && m_number <= 9;
    const int side = m.scaled(26);
    const auto text = [&](int y, const QString& words, const QColor& colour, int width) {
        const QRect box(inner.left(), y, width, bodyLine);
        const QString shown = QFontMetrics(body).elidedText(words, Qt::ElideRight, box.width());
        m_clipped = m_clipped || shown != words;
        painter.setFont(body);
        painter.setPen(colour);
        painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, shown);
    };
    const bool calm = verdict.tone == Verdict::Tone::Ok || verdict.tone == Verdict::Tone::Muted;
    const int factsTop = inner.bottom() - bodyLine + 1, needTop = factsTop - bodyLine;
    QString facts = factsLine();
    // The last part says how it went or what is in the way; the language stands on the plan page too.
    const int besideNumber = inner.width() - (numbered ? side + 8 : 0);
    if (QFontMetrics(body).horizontalAdvance(facts) > besideNumber)
        facts = facts.section(QStringLiteral(" \u00b7 "), -1);
    text(factsTop, facts, calm || m_card.problem ? p.muted : tone, besideNumber);
    text(needTop, needLine(), m_card.problem ? tone : p.text, inner.width());
    const int top = inner.top() + (two ? 2 : 1) * line + 2;
    const QString description =
        descriptionWithin(body, inner.width(), (needTop - top) / QFontMetrics(body).lineSpacing());
    painter.setFont(body);
    painter.setPen(p.muted);
    painter.drawText(QRect(inner.left(), top, inner.width(), needTop - top),
                     Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap, description);
    if (numbered) {
        painter.setFont(word);
        painter.setPen(QPen(p.border, 1));
        painter.setBrush(Qt::NoBrush);
        const QRectF cap(inner.right() - side + 1, inner.bottom() - side + 1, side, side);
        painter.drawRoundedRect(cap, 5, 5);
        painter.setPen(p.muted);
        painter.drawText(cap, Qt::AlignCenter, QString::number(m_number));
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
