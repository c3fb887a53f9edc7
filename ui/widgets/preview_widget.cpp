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
    const QRect middle = rect().adjusted(24, 0, -24, 0);
    drawIcon(painter, Icon::Camera, QRectF(middle.center().x() - 28, middle.center().y() - 56, 56, 56),
             theme.palette.muted);
    painter.setFont(fontOf(this, theme.metrics.strongPx));
    painter.setPen(theme.palette.muted);
    painter.drawText(QRect(middle.left(), middle.center().y() + 12, middle.width(), 80),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_placeholder);
}

} // namespace nanocap::ui
