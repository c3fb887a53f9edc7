// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/past_captions.h"

#include "ui/style/theme.h"
#include "ui/text/caption_text.h"
#include "ui/text/local_text.h"

#include <QEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

#include <algorithm>

namespace nanocap::ui {

namespace {

QString wordsOf(const captions::PastCaption& past)
{
    const QString words = shownText(shownWords(past.caption));
    return words.isEmpty() ? QStringLiteral("\u2013") : words;
}

/// Wrapped into the box, the last line shortened with an ellipsis, in the middle of its height.
void drawWrapped(QPainter& painter, const QString& text, const QRect& box)
{
    const QFontMetrics metrics(painter.font());
    const int most = std::max(1, box.height() / metrics.height());
    QTextLayout layout(text, painter.font());
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(box.width());
        const bool last = lines.size() + 1 == most;
        lines << (last ? metrics.elidedText(text.mid(line.textStart()), Qt::ElideRight, box.width())
                       : text.mid(line.textStart(), line.textLength()).trimmed());
        if (last)
            break;
    }
    layout.endLayout();
    int y = box.top() + (box.height() - static_cast<int>(lines.size()) * metrics.height()) / 2;
    for (const QString& line : lines) {
        painter.drawText(QRect(box.left(), y, box.width(), metrics.height()),
                         Qt::AlignLeft | Qt::AlignVCenter, line);
        y += metrics.height();
    }
}

} // namespace

PastCaptions::PastCaptions(Form form, QWidget* parent) : QWidget(parent), m_form(form)
{
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, form == Form::Rail ? QSizePolicy::Expanding : QSizePolicy::Fixed);
    renew();
}

void PastCaptions::setCaptions(std::deque<captions::PastCaption> captions)
{
    m_captions = std::move(captions);
    m_at = std::clamp(m_at, 0, std::max(0, static_cast<int>(m_captions.size()) - 1));
    setFocusPolicy(m_captions.empty() ? Qt::NoFocus : Qt::StrongFocus);
    renew();
    updateGeometry();
    update();
}

void PastCaptions::renew()
{
    setAccessibleName(m_form == Form::Rail ? tr("Earlier captions") : tr("History"));
    QStringList read;
    for (int i = 0; i < std::min(mostInRail, static_cast<int>(m_captions.size())); ++i)
        read << wordsOf(m_captions[static_cast<std::size_t>(i)]);
    setAccessibleDescription(m_form == Form::Rail ? read.join(QStringLiteral("; "))
                             : m_captions.empty() ? QString()
                                                  : wordsOf(m_captions[static_cast<std::size_t>(m_at)]));
}

int PastCaptions::rowHeight() const
{
    const Metrics m = themeOf(this).metrics;
    if (m_form == Form::List)
        return std::max(m.touch, m.small ? 64 : m.scaled(88));
    // As many as are to be shown, each high enough for one line.
    const int least = std::max(m.scaled(40), QFontMetrics(fontOf(this, m.textPx)).height() + 8);
    const int rows = std::clamp(height() / least, 1, mostInRail);
    return std::min(height() / rows, m.scaled(112));
}

int PastCaptions::rowsShown() const
{
    const int all = static_cast<int>(m_captions.size());
    return m_form == Form::List ? all : std::min({all, mostInRail, height() / std::max(1, rowHeight())});
}

QRect PastCaptions::rowRect(int row) const
{
    return QRect(0, row * rowHeight(), width(), rowHeight());
}

QSize PastCaptions::sizeHint() const
{
    if (m_form == Form::Rail)
        return QSize(themeOf(this).metrics.scaled(300), themeOf(this).metrics.scaled(264));
    return QSize(300, static_cast<int>(m_captions.size()) * rowHeight());
}

QSize PastCaptions::minimumSizeHint() const
{
    return m_form == Form::Rail ? QSize(0, 0) : QSize(200, sizeHint().height());
}

QImage PastCaptions::pictureOf(const captions::PastCaption& past)
{
    const qint64 key = past.doneMs * 1000 + static_cast<qint64>(past.frame % 1000);
    if (const QImage* known = m_pictures.object(key))
        return *known;
    const QImage picture = QImage::fromData(past.thumbnail, "JPEG");
    m_pictures.insert(key, new QImage(picture));
    return picture;
}

void PastCaptions::paintRow(QPainter& painter, int row)
{
    const Theme theme = themeOf(this);
    const Metrics& m = theme.metrics;
    const captions::PastCaption& past = m_captions[static_cast<std::size_t>(row)];
    const int pad = m_form == Form::Rail ? std::max(2, rowHeight() / 24) : 4;
    const QRect box = rowRect(row).adjusted(0, 0, 0, -2 * pad);
    if (m_form == Form::List) {
        painter.setPen(hasFocus() && row == m_at ? QPen(theme.palette.accent, 3) : QPen(Qt::NoPen));
        painter.setBrush(theme.palette.card);
        painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10);
    }
    const QRect inner = m_form == Form::List ? box.adjusted(8, 6, -12, -6) : box;
    const QRect place(inner.topLeft(), QSize(inner.height() * 4 / 3, inner.height()));
    const QImage picture = pictureOf(past);
    painter.save();
    QPainterPath outline;
    outline.addRoundedRect(QRectF(place), 6, 6);
    painter.setClipPath(outline);
    painter.fillRect(place, theme.palette.track);
    if (!picture.isNull()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        const QSize size = picture.size().scaled(place.size(), Qt::KeepAspectRatioByExpanding);
        QRect full(QPoint(), size);
        full.moveCenter(place.center());
        painter.drawImage(full, picture);
    }
    painter.restore();
    const QRect words = inner.adjusted(place.width() + m.gap, 0, 0, 0);
    const bool tall = inner.height() >= m.scaled(44) + QFontMetrics(fontOf(this, m.figurePx)).height();
    QRect text = words;
    if (m_form == Form::List || tall) {
        painter.setFont(fontOf(this, m.figurePx));
        painter.setPen(theme.palette.muted);
        const int line = QFontMetrics(painter.font()).height();
        const QRect under(words.left(), words.bottom() + 1 - line, words.width(), line);
        const QString how =
            QFontMetrics(painter.font())
                .elidedText(agoText(captions::nowMs() - past.doneMs) + QStringLiteral(" \u00b7 ") +
                                hedgeText(hedgeFor(captions::meanLogProbability(past.caption))),
                            Qt::ElideRight, words.width());
        painter.drawText(under, Qt::AlignLeft | Qt::AlignVCenter, how);
        text.setBottom(under.top() - 1);
    }
    painter.setFont(fontOf(this, m_form == Form::List ? m.strongPx : m.textPx, m_form == Form::List));
    painter.setPen(theme.palette.text);
    drawWrapped(painter, wordsOf(past), text);
}

void PastCaptions::paintEvent(QPaintEvent* event)
{
    const Theme theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int high = std::max(1, rowHeight());
    const int first = std::max(0, event->rect().top() / high);
    const int last = std::min(rowsShown() - 1, event->rect().bottom() / high);
    for (int row = first; row <= last; ++row)
        paintRow(painter, row);
    if (m_form == Form::Rail && hasFocus()) {
        painter.setPen(QPen(theme.palette.accent, 3));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8);
    }
}

void PastCaptions::mousePressEvent(QMouseEvent* event)
{
    const int row = static_cast<int>(event->position().y()) / std::max(1, rowHeight());
    m_pressed = row < rowsShown() ? row : -1;
    if (m_pressed < 0)
        event->ignore();
}

void PastCaptions::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = std::exchange(m_pressed, -1);
    if (row < 0 || row >= rowsShown() || !rowRect(row).contains(event->pos()))
        return;
    m_at = row;
    renew();
    update();
    Q_EMIT chosen(row);
}

void PastCaptions::keyPressEvent(QKeyEvent* event)
{
    const int key = event->key();
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (m_form == Form::List && step != 0 && m_at + step >= 0 && m_at + step < rowsShown()) {
        m_at += step;
        renew();
        update();
        Q_EMIT currentMoved(rowRect(m_at));
    } else if ((key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Space) && rowsShown() > 0) {
        Q_EMIT chosen(m_form == Form::List ? m_at : 0);
    } else {
        QWidget::keyPressEvent(event);
    }
}

void PastCaptions::focusInEvent(QFocusEvent* event)
{
    QWidget::focusInEvent(event);
    if (m_form == Form::List && event->reason() != Qt::MouseFocusReason)
        Q_EMIT currentMoved(rowRect(m_at));
    update();
}

void PastCaptions::focusOutEvent(QFocusEvent* event)
{
    QWidget::focusOutEvent(event);
    update();
}

void PastCaptions::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    m_older.start(10000, this);
}

void PastCaptions::hideEvent(QHideEvent* event)
{
    QWidget::hideEvent(event);
    m_older.stop();
}

void PastCaptions::timerEvent(QTimerEvent*)
{
    update();
}

void PastCaptions::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        renew();
        update();
    }
}

} // namespace nanocap::ui
