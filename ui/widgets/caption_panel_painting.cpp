// SPDX-License-Identifier: Apache-2.0
// How a caption is laid out and drawn.
#include "ui/widgets/caption_panel.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/labels.h"

#include <QPainter>

#include <algorithm>

namespace nanocap::ui {

struct CaptionPanel::Place
{
    int side, edge, hedge; ///< left and right, above and below, height of the line over the caption
    int smallest, chosen;  ///< pixels of the type
};

CaptionPanel::Place CaptionPanel::place() const
{
    const Theme theme = themeOf(this);
    const Metrics& m = theme.metrics;
    const int hedge = QFontMetrics(fontOf(this, m.strongPx, true)).height() + (m.small ? 0 : 4);
    const int normal = m.small ? m.captionLeastPx : m.scaled(m.wide ? 48 : 36);
    const int large = m.small ? 36 : m.scaled(m.wide ? 52 : 42);
    const int largest = m.small ? 48 : m.scaled(m.wide ? 56 : 48);
    return {m.small ? 10 : m.scaled(16), m.small ? 6 : m.scaled(10), m_words.empty() && !m_busy ? 0 : hedge,
            m.captionLeastPx,
            theme.textSize == TextSize::Largest ? largest
            : theme.textSize == TextSize::Large ? large
                                                : normal};
}

int CaptionPanel::heightForWidth(int width) const
{
    const Place at = place();
    QTextLayout layout;
    const int pixels = m_words.empty() ? themeOf(this).metrics.strongPx : at.smallest;
    return static_cast<int>(layOut(layout, pixels, width - 2 * at.side)) + at.hedge + 2 * at.edge + 1;
}

double CaptionPanel::layOut(QTextLayout& layout, int pixels, double width) const
{
    QTextOption option(Qt::AlignLeft);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.setFont(fontOf(this, pixels, true));
    layout.setText(m_words.empty() ? QString(m_message).replace(QLatin1Char('\n'), QChar::LineSeparator)
                                   : shownText(m_words));
    if (m_chosen >= 0 && m_chosen < static_cast<int>(m_words.size())) {
        QTextLayout::FormatRange range{0, 0, {}};
        for (int i = 0; i < m_chosen; ++i)
            range.start += static_cast<int>(m_words[static_cast<std::size_t>(i)].text.size()) + 1;
        range.length = static_cast<int>(m_words[static_cast<std::size_t>(m_chosen)].text.size());
        range.format.setForeground(themeOf(this).palette.onAccent);
        layout.setFormats({range});
    }
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

std::vector<CaptionPanel::Piece> CaptionPanel::piecesOf(const QTextLayout& layout, QPointF origin) const
{
    std::vector<Piece> pieces;
    int begin = 0;
    for (int word = 0; word < static_cast<int>(m_words.size()); ++word) {
        const int end = begin + static_cast<int>(m_words[static_cast<std::size_t>(word)].text.size());
        for (int n = 0; n < layout.lineCount(); ++n) {
            const QTextLine line = layout.lineAt(n);
            const int from = std::max(begin, line.textStart());
            const int to = std::min(end, line.textStart() + line.textLength());
            if (from >= to)
                continue;
            const double left = line.cursorToX(from), right = line.cursorToX(to);
            pieces.push_back({word,
                              QRectF(std::min(left, right), line.y(), std::abs(right - left), line.height())
                                  .translated(origin),
                              origin.y() + line.y() + line.ascent()});
        }
        begin = end + 1;
    }
    return pieces;
}

void CaptionPanel::paintHedge(QPainter& painter, const QRectF& line)
{
    const Theme theme = themeOf(this);
    const QFont font = fontOf(this, theme.metrics.strongPx, true);
    const QFontMetricsF metrics(font);
    const QString words = m_busy ? tr("Captioning\u2026") : hedgeText(m_hedge);
    const Verdict::Tone tone = m_busy || m_hedge == Hedge::NotSure ? Verdict::Tone::Muted
                               : m_hedge == Hedge::LooksLike       ? Verdict::Tone::Ok
                                                                   : Verdict::Tone::Warn;
    painter.setFont(font);
    painter.setPen(toneColour(tone, theme.palette));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, words);
    m_hedgeBox = QRectF(line.left(), line.top(), metrics.horizontalAdvance(words), metrics.height());
    paintNote(painter, line, words);
    if (!m_choosable || m_busy)
        return;
    const double side = metrics.ascent();
    const QRectF sign(m_hedgeBox.right() + side / 2, line.center().y() - side / 2, side, side);
    drawIcon(painter, Icon::Info, sign, theme.palette.muted);
    m_hedgeBox.setRight(sign.right());
}

void CaptionPanel::paintNote(QPainter& painter, const QRectF& line, const QString& before)
{
    if (m_note.isEmpty() || m_busy)
        return;
    const Theme theme = themeOf(this);
    const QFontMetricsF metrics(fontOf(this, theme.metrics.strongPx, true));
    const double sign = m_choosable ? metrics.ascent() * 1.5 : 0;
    painter.setFont(fontOf(this, theme.metrics.textPx));
    painter.setPen(theme.palette.muted);
    painter.drawText(line.adjusted(metrics.horizontalAdvance(before + QStringLiteral("  ")) + sign, 0, 0, 0),
                     Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("\u00b7 ") + m_note);
}

void CaptionPanel::paintWords(QPainter& painter, const QTextLayout& layout, QPointF origin)
{
    const Palette p = themeOf(this).palette;
    m_pieces = piecesOf(layout, origin);
    painter.setPen(Qt::NoPen);
    painter.setBrush(p.accent);
    for (const Piece& piece : m_pieces)
        if (piece.word == m_chosen)
            painter.drawRoundedRect(piece.box.adjusted(-4, 1, 4, -1), 6, 6);
    painter.setPen(p.text);
    layout.draw(&painter, origin);
    for (const Piece& piece : m_pieces) {
        const Sureness sureness = m_words[static_cast<std::size_t>(piece.word)].sureness;
        if (sureness == Sureness::Sure)
            continue;
        const bool weak = sureness == Sureness::Weak;
        const double thick = weak ? std::max(3.0, m_pixels / 9.0) : std::max(2.0, m_pixels / 16.0);
        QPen pen(piece.word == m_chosen ? p.onAccent : p.warn, thick, Qt::SolidLine, Qt::FlatCap);
        if (!weak)
            pen.setDashPattern({3, 2});
        const double y =
            std::min(piece.baseline + m_pixels * 0.14 + thick / 2, piece.box.bottom() - thick / 2);
        painter.setPen(pen);
        painter.drawLine(QPointF(piece.box.left(), y), QPointF(piece.box.right(), y));
    }
}

void CaptionPanel::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    const Palette& p = theme.palette;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool lit = m_flash.isActive() || m_busy;
    painter.setPen(hasFocus() || lit ? QPen(p.accent, hasFocus() ? 3 : 2) : QPen(Qt::NoPen));
    painter.setBrush(p.card);
    const double inset = hasFocus() || lit ? 1.5 : 0;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 12, 12);

    const Place at = place();
    const QRectF inner = QRectF(rect()).adjusted(at.side, at.edge, -at.side, -at.edge);
    if (at.hedge > 0)
        paintHedge(painter, QRectF(inner.left(), inner.top(), inner.width(), at.hedge - 2));
    const double top = inner.top() + at.hedge;
    const double room = inner.bottom() - top;
    QTextLayout layout;
    m_pixels = m_words.empty() ? theme.metrics.strongPx : at.chosen;
    double height = layOut(layout, m_pixels, inner.width());
    while (!m_words.empty() && height > room && m_pixels > at.smallest) {
        m_pixels = std::max(at.smallest, m_pixels - 4);
        height = layOut(layout, m_pixels, inner.width());
    }
    painter.setClipRect(QRectF(inner.left() - 5, top, inner.width() + 10, room + 6));
    if (m_words.empty()) {
        m_pieces.clear();
        painter.setPen(p.muted);
        layout.draw(&painter, QPointF(inner.left(), top + std::max(0.0, (room - height) / 2)));
        return;
    }
    paintWords(painter, layout, QPointF(inner.left(), top));
    if (!hasFocus())
        return;
    painter.setClipping(false);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(p.text, 2));
    for (const Piece& piece : m_pieces)
        if (piece.word == m_at)
            painter.drawRoundedRect(piece.box.adjusted(-4, 1, 4, -1), 6, 6);
    if (m_at < 0)
        painter.drawRoundedRect(m_hedgeBox.adjusted(-4, 0, 4, 0), 6, 6);
}

} // namespace nanocap::ui
