// SPDX-License-Identifier: Apache-2.0
#include "core/session/image_pixels.h"

#include <QFileInfo>
#include <QImageReader>
#include <QPainter>

namespace nanocap::session {

namespace {
constexpr int largestSide = 8192;

Failure imageFailure(const QString& path, const Saying& says, const QString& detail = {})
{
    return makeFailure("IMAGE", says.with({path.toStdString()}), detail.toStdString(), path.toStdString());
}
} // namespace

Result<QImage> readImage(const QString& path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fail(imageFailure(path, said("Image", "The picture \"%1\" does not exist. Check the name.")));
    if (!info.isFile())
        return fail(
            imageFailure(path, said("Image", "The picture \"%1\" is not a file. Name a PNG or JPEG file.")));
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.width() > largestSide || size.height() > largestSide)
        return fail(imageFailure(
            path, said("Image", "The picture \"%1\" is larger than 8192 pixels a side. Scale it down."),
            QStringLiteral("%1 x %2").arg(size.width()).arg(size.height())));
    const QImage image = reader.read();
    if (image.isNull() || image.width() > largestSide || image.height() > largestSide)
        return fail(imageFailure(
            path, said("Image", "The picture \"%1\" cannot be read as an image. Use a PNG or JPEG file."),
            reader.errorString()));
    return image;
}

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
