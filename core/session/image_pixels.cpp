// SPDX-License-Identifier: Apache-2.0
#include "core/session/image_pixels.h"

#include <QPainter>

namespace nanocap::session {

QImage toRgb(const QImage& image)
{
    if (image.format() == QImage::Format_RGB888)
        return image;
    if (!image.hasAlphaChannel())
        return image.convertToFormat(QImage::Format_RGB888);
    QImage flat(image.size(), QImage::Format_RGB888);
    flat.fill(Qt::white);
    QPainter painter(&flat);
    painter.drawImage(QPoint(), image);
    return flat;
}

} // namespace nanocap::session
