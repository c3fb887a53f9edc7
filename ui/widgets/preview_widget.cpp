// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/preview_widget.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace nanocap::ui {

PreviewWidget::PreviewWidget(QWidget* parent) : QWidget(parent)
{
    setAccessibleName(tr("Preview"));
}

void PreviewWidget::setFrame(const QImage& frame)
{
    m_frame = frame;
    update();
}

void PreviewWidget::clear()
{
    m_frame = QImage();
    update();
}

void PreviewWidget::setMirrored(bool on)
{
    m_mirrored = on;
    update();
}

void PreviewWidget::setPlaceholder(const QString& text)
{
    m_placeholder = text;
    update();
}

QRect PreviewWidget::frameRect() const
{
    if (m_frame.isNull())
        return {};
    QRect box(QPoint(), m_frame.size().scaled(size(), Qt::KeepAspectRatio));
    box.moveCenter(rect().center());
    return box;
}

void PreviewWidget::paintEvent(QPaintEvent*)
{
    const Theme theme = themeOf(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()), 12, 12);
    painter.setClipPath(outline);
    painter.fillRect(rect(), m_frame.isNull() ? theme.palette.card : theme.palette.track);
    if (!m_frame.isNull()) {
        const QRect box = frameRect();
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        if (m_mirrored) {
            painter.translate(box.left() * 2 + box.width(), 0);
            painter.scale(-1, 1);
        }
        painter.drawImage(box, m_frame);
        return;
    }
    const bool low = height() < 170;
    const int icon = theme.metrics.scaled(low ? 32 : 56);
    const QRect middle = rect().adjusted(low ? 8 : 24, 0, low ? -8 : -24, 0);
    const QFont font = fontOf(this, low ? theme.metrics.textPx : theme.metrics.strongPx);
    const QRect words =
        QFontMetrics(font).boundingRect(QRect(0, 0, middle.width(), 10000),
                                        Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_placeholder);
    const int top = middle.center().y() - (icon + 8 + words.height()) / 2;
    drawIcon(painter, Icon::Camera, QRectF(middle.center().x() - icon / 2.0, top, icon, icon),
             theme.palette.muted);
    painter.setFont(font);
    painter.setPen(theme.palette.muted);
    painter.drawText(QRect(middle.left(), top + icon + 8, middle.width(), words.height() + 2),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_placeholder);
}

} // namespace nanocap::ui
