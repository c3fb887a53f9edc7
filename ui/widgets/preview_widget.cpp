// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/preview_widget.h"

#include "ui/style/icons.h"
#include "ui/style/theme.h"
#include "ui/widgets/heat_map.h"

#include <QPainter>
#include <QPainterPath>

namespace nanocap::ui {

namespace {
constexpr double radius = 12;
}

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

void PreviewWidget::setNote(const QString& text)
{
    m_note = text;
    setAccessibleDescription(text);
    update();
}

bool PreviewWidget::setAttention(const std::vector<float>& weights)
{
    m_heat = heatImage(weights);
    update();
    return !m_heat.isNull();
}

void PreviewWidget::clearAttention()
{
    m_heat = QImage();
    update();
}

QRect PreviewWidget::frameRect() const
{
    if (m_frame.isNull())
        return {};
    QRect box(QPoint(), m_frame.size().scaled(size(), Qt::KeepAspectRatio));
    box.moveCenter(rect().center());
    // The page gives the picture's own shape; what rounding left over is no edge anybody should see.
    return std::abs(box.width() - width()) + std::abs(box.height() - height()) <= 3 ? rect() : box;
}

void PreviewWidget::paintEvent(QPaintEvent*)
{
    const Palette p = themeOf(this).palette;
    QPainter painter(this);
    if (m_frame.isNull()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(p.card);
        painter.drawRoundedRect(QRectF(rect()), radius, radius);
        paintPlaceholder(painter);
        return;
    }
    const QRect box = frameRect();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.save();
    if (m_mirrored) {
        painter.translate(box.left() * 2 + box.width(), 0);
        painter.scale(-1, 1);
    }
    painter.drawImage(box, m_frame);
    if (!m_heat.isNull())
        painter.drawImage(box, m_heat);
    painter.restore();
    // Corners painted over cost a hundredth of what clipping the picture to a rounded outline does.
    QPainterPath corners;
    corners.addRect(QRectF(box));
    corners.addRoundedRect(QRectF(box), radius, radius);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(corners, p.background);
    if (!m_heat.isNull())
        paintScale(painter);
    if (!m_note.isEmpty())
        paintNote(painter);
}

void PreviewWidget::paintPlaceholder(QPainter& painter) const
{
    const Theme theme = themeOf(this);
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

void PreviewWidget::paintNote(QPainter& painter) const
{
    const Theme theme = themeOf(this);
    const QRect box = frameRect();
    const int side = theme.metrics.small ? 6 : theme.metrics.gap;
    const QFont font = fontOf(this, theme.metrics.textPx, true);
    const int room = box.width() - 4 * side;
    const QRect words =
        QFontMetrics(font).boundingRect(QRect(0, 0, room, 10000), Qt::AlignLeft | Qt::TextWordWrap, m_note);
    const QRect ground(box.left() + side, box.top() + side, words.width() + 2 * side + 2,
                       words.height() + side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.palette.card);
    painter.drawRoundedRect(QRectF(ground), 8, 8);
    painter.setFont(font);
    painter.setPen(theme.palette.text);
    painter.drawText(ground.adjusted(side, side / 2, -side, 0), Qt::AlignLeft | Qt::TextWordWrap, m_note);
}

void PreviewWidget::paintScale(QPainter& painter) const
{
    const Theme theme = themeOf(this);
    const QRect box = frameRect();
    const int side = theme.metrics.gap;
    const QFont font = fontOf(this, theme.metrics.figurePx);
    const QFontMetrics metrics(font);
    const QString less = tr("less"), more = tr("more");
    const int ramp = theme.metrics.scaled(72), line = metrics.height();
    const int width = ramp + metrics.horizontalAdvance(less) + metrics.horizontalAdvance(more) + 4 * side;
    if (width + 2 * side > box.width() || line * 5 > box.height())
        return;
    const QRect ground(box.right() + 1 - side - width, box.bottom() + 1 - side - line - side, width,
                       line + side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.palette.card);
    painter.drawRoundedRect(QRectF(ground), 8, 8);
    painter.setFont(font);
    painter.setPen(theme.palette.text);
    const QRect inner = ground.adjusted(side, 0, -side, 0);
    painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, less);
    painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter, more);
    const QRect bar(inner.left() + metrics.horizontalAdvance(less) + side, ground.center().y() - line / 4,
                    ramp, line / 2);
    for (int x = 0; x < bar.width(); ++x)
        painter.fillRect(QRect(bar.left() + x, bar.top(), 1, bar.height()),
                         heatColour((x + 0.5) / bar.width()));
}

} // namespace nanocap::ui
