// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/caption_panel.h"

#include "ui/style/theme.h"
#include "ui/widgets/labels.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace nanocap::ui {

struct CaptionPanel::Place
{
    int side, edge, hedge; ///< left and right, above and below, height of the line over the caption
    int smallest, chosen;  ///< pixels of the type
};

CaptionPanel::CaptionPanel(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Caption"));
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

CaptionPanel::Place CaptionPanel::place() const
{
    const Theme theme = themeOf(this);
    const Metrics& m = theme.metrics;
    const int hedge = QFontMetrics(fontOf(this, m.strongPx, true)).height() + (m.small ? 0 : 4);
    const int normal = m.wide                   ? m.scaled(40)
                       : m.portrait && !m.small ? 36
                                                : std::max(m.captionLeastPx, m.scaled(28));
    const int large = m.wide ? m.scaled(44) : 36, largest = m.wide ? m.scaled(48) : 48;
    return {m.small ? 10 : m.scaled(16), m.small ? 6 : m.scaled(10), m_words.empty() ? 0 : hedge,
            m.captionLeastPx,
            theme.textSize == TextSize::Largest ? largest
            : theme.textSize == TextSize::Large ? std::max(large, normal)
                                                : normal};
}

int CaptionPanel::heightForWidth(int width) const
{
    const Place at = place();
    QTextLayout layout;
    const int pixels = m_words.empty() ? themeOf(this).metrics.strongPx : at.smallest;
    return static_cast<int>(layOut(layout, pixels, width - 2 * at.side)) + at.hedge + 2 * at.edge + 1;
}

void CaptionPanel::setCaption(const std::vector<ShownWord>& words, Hedge hedge)
{
    m_words = words;
    m_hedge = hedge;
    m_message.clear();
    setAccessibleDescription(text());
    updateGeometry();
    update();
}

void CaptionPanel::setNote(const QString& note)
{
    if (std::exchange(m_note, note) == note)
        return;
    setAccessibleDescription(
        text() + (m_words.empty() || note.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(note)));
    update();
}

void CaptionPanel::setMessage(const QString& text)
{
    m_message = text;
    m_words.clear();
    setAccessibleDescription(text);
    updateGeometry();
    update();
}

QString CaptionPanel::text() const
{
    if (m_words.empty())
        return m_message;
    return hedgeText(m_hedge) + QLatin1Char(' ') + shownText(m_words);
}

double CaptionPanel::layOut(QTextLayout& layout, int pixels, double width) const
{
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setFont(fontOf(this, pixels, true));
    layout.setText(m_words.empty() ? QString(m_message).replace(QLatin1Char('\n'), QChar::LineSeparator)
                                   : shownText(m_words));
    QList<QTextLayout::FormatRange> formats;
    int at = 0;
    for (const ShownWord& word : m_words) {
        if (word.weak) {
            QTextLayout::FormatRange range;
            range.start = at;
            range.length = static_cast<int>(word.text.size());
            range.format.setUnderlineStyle(QTextCharFormat::DashUnderline);
            range.format.setUnderlineColor(themeOf(this).palette.warn);
            formats << range;
        }
        at += static_cast<int>(word.text.size()) + 1;
    }
    layout.setFormats(formats);
    double y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition(QPointF(0, y));
        y += line.height();
    }
    layout.endLayout();
    return y;
}

void CaptionPanel::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    const Palette& p = theme.palette;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(p.card);
    painter.drawRoundedRect(QRectF(rect()), 12, 12);

    const Place at = place();
    const QRectF inner = QRectF(rect()).adjusted(at.side, at.edge, -at.side, -at.edge);
    double top = inner.top();
    if (!m_words.empty()) {
        const Verdict::Tone tone = m_hedge == Hedge::LooksLike ? Verdict::Tone::Ok
                                   : m_hedge == Hedge::Maybe   ? Verdict::Tone::Warn
                                                               : Verdict::Tone::Muted;
        const QFont font = fontOf(this, theme.metrics.strongPx, true);
        painter.setFont(font);
        painter.setPen(toneColour(tone, p));
        const int line = QFontMetrics(font).height();
        painter.drawText(QRectF(inner.left(), top, inner.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                         hedgeText(m_hedge));
        if (!m_note.isEmpty()) {
            const double from =
                QFontMetrics(font).horizontalAdvance(hedgeText(m_hedge) + QStringLiteral("  "));
            painter.setFont(fontOf(this, theme.metrics.textPx));
            painter.setPen(p.muted);
            painter.drawText(QRectF(inner.left() + from, top, inner.width() - from, line),
                             Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("\u00b7 ") + m_note);
        }
        top += at.hedge;
    }
    const double room = inner.bottom() - top;
    QTextLayout layout;
    m_pixels = m_words.empty() ? theme.metrics.strongPx : at.chosen;
    double height = layOut(layout, m_pixels, inner.width());
    while (!m_words.empty() && height > room && m_pixels > at.smallest) {
        m_pixels = std::max(at.smallest, m_pixels - 4);
        height = layOut(layout, m_pixels, inner.width());
    }
    painter.setClipRect(QRectF(inner.left(), top, inner.width(), room + 6));
    painter.setPen(m_words.empty() ? p.muted : p.text);
    layout.draw(&painter,
                QPointF(inner.left(), m_words.empty() ? top + std::max(0.0, (room - height) / 2) : top));
}

void CaptionPanel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Caption"));
        update();
    }
}

} // namespace nanocap::ui
