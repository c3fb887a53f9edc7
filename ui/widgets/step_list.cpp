// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/step_list.h"

#include "core/base/qt_text.h"
#include "ui/style/theme.h"
#include "ui/text/local_text.h"
#include "ui/widgets/accessible_widgets.h"

#include <QAccessible>
#include <QEvent>
#include <QPainter>

namespace nanocap::ui {

namespace {
Icon iconOf(RowState state)
{
    switch (state) {
    case RowState::Running:
        return Icon::Running;
    case RowState::Done:
        return Icon::Check;
    case RowState::Failed:
        return Icon::Cross;
    case RowState::Skipped:
        return Icon::Skipped;
    case RowState::Pending:
        break;
    }
    return Icon::Pending;
}

QColor colourOf(RowState state, const Palette& p)
{
    switch (state) {
    case RowState::Running:
        return p.accent;
    case RowState::Done:
        return p.ok;
    case RowState::Failed:
        return p.bad;
    default:
        return p.muted;
    }
}
} // namespace

StepList::StepList(QWidget* parent) : QWidget(parent)
{
    installAccessibleWidgets();
    setAccessibleName(tr("Steps of the load"));
    reset();
}

void StepList::reset()
{
    for (Row row : allRows) {
        m_rows[indexOf(row)] = {};
        m_rows[indexOf(row)].report.row = row;
    }
    update();
}

void StepList::start(Row row)
{
    m_rows[indexOf(row)].report.state = RowState::Running;
    announce(row);
    update();
}

void StepList::setProgress(Row row, qint64 doneBytes, qint64 totalBytes)
{
    Line& line = m_rows[indexOf(row)];
    line.doneBytes = doneBytes;
    line.totalBytes = totalBytes;
    update();
}

void StepList::setStalled(Row row, const Sentence& why)
{
    m_rows[indexOf(row)].stalled = why;
    update();
}

void StepList::finish(const RowReport& report)
{
    setReport(report);
    announce(report.row);
}

void StepList::setReport(const RowReport& report)
{
    Line& line = m_rows[indexOf(report.row)];
    line.report = report;
    line.stalled = {};
    update();
}

QString StepList::lineText(Row row) const
{
    const Line& line = m_rows[indexOf(row)];
    const RowReport& r = line.report;
    QStringList words{rowTitle(row), rowStateWord(r.state)};
    if (!line.stalled.empty())
        words << localText(line.stalled);
    if (r.state == RowState::Done || r.state == RowState::Failed) {
        words << secondsText(r.seconds);
        if (r.availableBefore && r.availableAfter)
            words << deltaText(*r.availableBefore - *r.availableAfter);
        words << tr("free %1").arg(bytesText(r.availableAfter));
    }
    return words.join(QStringLiteral(", "));
}

void StepList::announce(Row row)
{
    setAccessibleDescription(lineText(row));
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

int StepList::rowHeight() const
{
    return std::clamp(height() / static_cast<int>(rowCount), 24, themeOf(this).metrics.scaled(44));
}

QSize StepList::sizeHint() const
{
    const Metrics m = themeOf(this).metrics;
    return m.wide ? QSize(m.scaled(640), m.scaled(400)) : QSize(m.stacked() ? 260 : 480, 240);
}

QSize StepList::minimumSizeHint() const
{
    return QSize(themeOf(this).metrics.stacked() ? 240 : 400, 240);
}

void StepList::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_clipped = false;
    const int rowPx = rowHeight();
    for (std::size_t i = 0; i < rowCount; ++i)
        paintRow(painter, i, QRect(0, static_cast<int>(i) * rowPx, width(), rowPx));
}

void StepList::paintRow(QPainter& painter, std::size_t index, const QRect& box)
{
    const Theme theme = themeOf(this);
    const Palette& p = theme.palette;
    const Line& line = m_rows[index];
    const RowReport& r = line.report;
    const bool running = r.state == RowState::Running,
               over = r.state == RowState::Done || r.state == RowState::Failed;
    const Metrics& m = theme.metrics;
    const int textPx = m.textPx;
    if (running || r.state == RowState::Failed) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(running ? p.raised : p.card);
        painter.drawRoundedRect(QRectF(box).adjusted(4, 0.5, -4, -0.5), 6, 6);
    }
    const int icon = m.wide ? m.scaled(20) : 16;
    const int indent = m.wide ? m.scaled(28) : m.small ? 12 : 22, edge = m.small ? 6 : 14;
    int left = box.left() + edge + (isSubRow(r.row) ? indent : 0);
    drawIcon(painter, iconOf(r.state), QRectF(left, box.center().y() - icon / 2.0 + 0.5, icon, icon),
             colourOf(r.state, p));
    left += icon + 10;

    // Columns from the right: free after, change, seconds, code.
    const QFont normal = fontOf(this, textPx), bold = fontOf(this, textPx, true);
    const QFontMetrics metrics(bold);
    const int right = box.right() - edge;
    int titles = 0;
    for (Row row : allRows)
        titles = std::max(titles, metrics.horizontalAdvance(rowTitle(row)) + (isSubRow(row) ? indent : 0));
    const QFont codeFont = fontOf(this, m.figurePx);
    const int freeFull = metrics.horizontalAdvance(tr("free %1").arg(QStringLiteral("88888 MB"))) + 4;
    const int deltaFull = metrics.horizontalAdvance(QStringLiteral("\u22128888 MB")) + 22;
    const int secondsWidth = metrics.horizontalAdvance(QStringLiteral("888.8 s")) + 22;
    const int codeFull = QFontMetrics(codeFont).horizontalAdvance(QStringLiteral("CHECKPOINT")) + 22;
    // On narrow screens columns go, the least telling first; the titles stay whole.
    int spare = right - (box.left() + edge + icon + 10) - titles - 8 - secondsWidth;
    const auto widthIfItFits = [&](int full) {
        const bool fits = full <= spare;
        spare -= fits ? full : 0;
        return fits ? full : 0;
    };
    const int freeWidth = widthIfItFits(freeFull), deltaWidth = widthIfItFits(deltaFull),
              codeWidth = widthIfItFits(codeFull);
    const int codeLeft = right - freeWidth - deltaWidth - secondsWidth - codeWidth;
    const auto text = [&](const QRect& where, Qt::Alignment align, const QString& words, const QColor& colour,
                          const QFont& font) {
        painter.setFont(font);
        painter.setPen(colour);
        const QString shown = QFontMetrics(font).elidedText(words, Qt::ElideRight, where.width());
        m_clipped = m_clipped || shown != words;
        painter.drawText(where, static_cast<int>(align | Qt::AlignVCenter), shown);
    };
    const bool quiet = r.state == RowState::Pending || r.state == RowState::Skipped;
    text(QRect(left, box.top(), codeLeft - left - 8, box.height()), Qt::AlignLeft, rowTitle(r.row),
         quiet ? p.muted : p.text, running || r.state == RowState::Failed ? bold : normal);
    if (codeWidth > 0)
        text(QRect(codeLeft, box.top(), codeWidth, box.height()), Qt::AlignLeft, toQString(codeOf(r.row)),
             p.muted, codeFont);

    int x = codeLeft + codeWidth;
    if (running) {
        if (codeWidth == 0)
            x = std::min(x, left + metrics.horizontalAdvance(rowTitle(r.row)) + 12);
        const QRect rest(x, box.top(), right - x, box.height());
        if (!line.stalled.empty()) {
            text(rest, Qt::AlignRight, localText(line.stalled), p.warn, normal);
            return;
        }
        const double done =
            line.totalBytes > 0 ? std::clamp(double(line.doneBytes) / double(line.totalBytes), 0.0, 1.0) : 0;
        const QString amount = line.totalBytes > 0 ? tr("%1 of %2")
                                                         .arg(wholeMegabytes(Bytes(line.doneBytes)))
                                                         .arg(bytesText(Bytes(line.totalBytes)))
                                                   : rowStateWord(r.state);
        const int amountWidth = std::min(QFontMetrics(normal).horizontalAdvance(amount) + 4, rest.width());
        const QRectF bar(rest.left(), box.center().y() - 3.5, rest.width() - amountWidth - 12, 8);
        if (bar.width() > 24) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(p.background);
            painter.drawRoundedRect(bar, 4, 4);
            painter.setBrush(p.accent);
            painter.drawRoundedRect(
                QRectF(bar.left(), bar.top(), std::max(8.0, bar.width() * done), bar.height()), 4, 4);
        }
        text(QRect(rest.right() - amountWidth, box.top(), amountWidth + 1, box.height()), Qt::AlignRight,
             amount, p.text, normal);
        return;
    }
    if (!over)
        return;
    text(QRect(x, box.top(), secondsWidth - 12, box.height()), Qt::AlignRight, secondsText(r.seconds),
         p.muted, normal);
    x += secondsWidth;
    if (deltaWidth > 0 && r.availableBefore && r.availableAfter)
        text(QRect(x, box.top(), deltaWidth - 12, box.height()), Qt::AlignRight,
             deltaText(*r.availableBefore - *r.availableAfter), p.text, normal);
    x += deltaWidth;
    if (freeWidth > 0)
        text(QRect(x, box.top(), right - x + 1, box.height()), Qt::AlignRight,
             tr("free %1").arg(bytesText(r.availableAfter)), p.muted, normal);
}

void StepList::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Steps of the load"));
        update();
    }
}

} // namespace nanocap::ui
