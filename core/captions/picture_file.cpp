// SPDX-License-Identifier: Apache-2.0
#include "core/captions/picture_file.h"

#include "core/base/path_text.h"
#include "core/base/sentence.h"
#include "core/captions/jpeg_reading.h"
#include "core/captions/picture_container.h"
#include "core/captions/tiff_ear.h"
#include "core/memory/reading.h"

#include <QFile>
#include <QImageReader>
#include <QPainter>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nanocap::captions {

namespace {

Failure refusal(const QString& path, const Sentence& why, const QString& detail = {})
{
    return makeFailure("IMAGE", why, detail.toStdString(), shownPath(path).toStdString());
}

Failure unreadable(const QString& path, int error)
{
    const std::string shown = shownPath(path).toStdString();
    if (error == ENOENT || error == ENOTDIR)
        return refusal(path,
                       said("Picture", "The picture \"%1\" does not exist. Check the name.").with({shown}));
    return refusal(
        path,
        said("Picture", "The picture \"%1\" cannot be opened: %2.").with({shown, std::strerror(error)}));
}

/// A regular file, opened by its bytes; never waits, as opening a pipe would.
tl::expected<int, Failure> openRegular(const QString& path)
{
    const int descriptor = ::open(pathBytes(path).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0)
        return fail(unreadable(path, errno));
    struct stat info = {};
    if (::fstat(descriptor, &info) == 0 && S_ISREG(info.st_mode))
        return descriptor;
    ::close(descriptor);
    const std::string shown = shownPath(path).toStdString();
    if (S_ISDIR(info.st_mode))
        return fail(
            refusal(path, said("Picture", "\"%1\" is not a file but a folder. Name a PNG or JPEG file in it.")
                              .with({shown})));
    return fail(
        refusal(path, said("Picture", "\"%1\" is not a file. Name a PNG or JPEG file.").with({shown})));
}

Failure notRead(const QString& path, PictureKind kind)
{
    const std::string shown = shownPath(path).toStdString();
    switch (kind) {
    case PictureKind::Empty:
        return refusal(path,
                       said("Picture", "The picture \"%1\" cannot be read: the file is empty. Copy it again.")
                           .with({shown}));
    case PictureKind::Film:
        return refusal(
            path, said("Picture", "\"%1\" is not a picture but a film. Open it with --source video:FILE.")
                      .with({shown}));
    case PictureKind::WebPage:
        return refusal(path,
                       said("Picture", "\"%1\" is not a picture but a web page. Download the picture itself.")
                           .with({shown}));
    case PictureKind::Heic:
        return refusal(path,
                       said("Picture",
                            "\"%1\" is a HEIC picture, which cannot be read here. Save it as JPEG; a phone "
                            "takes JPEG when its camera format is set to the most compatible one.")
                           .with({shown}));
    case PictureKind::Raw:
        return refusal(
            path,
            said("Picture",
                 "\"%1\" is a camera raw picture, which cannot be read here. Develop it and save it as JPEG.")
                .with({shown}));
    case PictureKind::Text:
    case PictureKind::Other:
        return refusal(
            path, said("Picture",
                       "\"%1\" cannot be read as a picture: its contents are none. Use a PNG or JPEG file.")
                      .with({shown}));
    default:
        return refusal(
            path, said("Picture", "\"%1\" is a %2 file, which cannot be read here. Save it as PNG or JPEG.")
                      .with({shown, nameOf(kind)}));
    }
}

Failure incomplete(const QString& path, PictureKind kind, const QString& detail = {})
{
    return refusal(path,
                   said("Picture", "The picture \"%1\" cannot be read: it is incomplete, the end of the %2 "
                                   "file is missing. Copy it again.")
                       .with({shownPath(path).toStdString(), nameOf(kind)}),
                   detail);
}

Failure damaged(const QString& path, PictureKind kind, const QString& words)
{
    return refusal(path,
                   said("Picture", "The picture \"%1\" cannot be read: the %2 file is damaged. Copy it "
                                   "again, or save it again as PNG or JPEG.")
                       .with({shownPath(path).toStdString(), nameOf(kind)}),
                   words);
}

Failure tooLarge(const QString& path, const QSize& size, qint64 needs, qint64 limit)
{
    return refusal(path,
                   said("Picture",
                        "The picture \"%1\" of %2 x %3 pixels needs %4 while it is read, and %5 may be used. "
                        "Scale it down, or save it as a JPEG file that is not progressive.")
                       .with({shownPath(path).toStdString(), std::to_string(size.width()),
                              std::to_string(size.height()), toText(Bytes(needs)), toText(Bytes(limit))}));
}

qint64 byteLimit()
{
    const MaybeBytes available = memory::readMemory().available;
    return available ? std::min<qint64>(mostPictureBytes, available->count() / 2) : mostPictureBytes;
}

/// EXIF's eight ways to hold a camera (EXIF 2.32, tag 274).
QImage upright(const QImage& image, int orientation)
{
    const auto turned = [&](int degrees) { return image.transformed(QTransform().rotate(degrees)); };
    switch (orientation) {
    case 2:
        return image.mirrored(true, false);
    case 3:
        return image.mirrored(true, true);
    case 4:
        return image.mirrored(false, true);
    case 5:
        return turned(90).mirrored(true, false);
    case 6:
        return turned(90);
    case 7:
        return turned(90).mirrored(false, true);
    case 8:
        return turned(270);
    default:
        return image;
    }
}

/// Halves what is too long, as the JPEG reader does while it decodes.
QImage shortened(const QImage& image)
{
    if (std::max(image.width(), image.height()) <= longestPictureSide)
        return image;
    QSize size = image.size();
    while (std::max(size.width(), size.height()) > longestPictureSide)
        size = QSize(std::max(1, (size.width() + 1) / 2), std::max(1, (size.height() + 1) / 2));
    return image.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

/// Qt shifts colours of less than 8 bits up, which leaves white at 248: spread over the whole range here.
QImage spread(QImage image, const std::array<int, 3>& depth)
{
    if (depth == std::array<int, 3>{8, 8, 8})
        return image;
    const auto whole = [](int value, int bits) { return (value >> (8 - bits)) * 255 / ((1 << bits) - 1); };
    image = image.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (QRgb* pixel = line; pixel != line + image.width(); ++pixel)
            *pixel = qRgba(whole(qRed(*pixel), depth[0]), whole(qGreen(*pixel), depth[1]),
                           whole(qBlue(*pixel), depth[2]), qAlpha(*pixel));
    }
    return image;
}

QImage opaque(const QImage& image)
{
    if (!image.hasAlphaChannel())
        return image.convertToFormat(QImage::Format_RGB32);
    QImage flat(image.size(), QImage::Format_RGB32);
    flat.fill(Qt::white);
    QPainter painter(&flat);
    painter.drawImage(QPoint(), image);
    return flat;
}

Result<QImage> readWithLibjpeg(QFile& file, const QString& path)
{
    const qint64 limit = byteLimit();
    JpegReading reading = readJpeg(file, longestPictureSide, limit);
    switch (reading.end) {
    case JpegReading::End::CutOff:
        return fail(incomplete(path, PictureKind::Jpeg, reading.words));
    case JpegReading::End::Damaged:
        return fail(damaged(path, PictureKind::Jpeg, reading.words));
    case JpegReading::End::TooLarge:
        return fail(
            tooLarge(path, reading.size, qint64(reading.size.width()) * reading.size.height() * 6, limit));
    case JpegReading::End::Whole:
        break;
    }
    return shortened(upright(reading.picture, orientationOf(reading.exif)));
}

Result<QImage> readWithQt(QFile& file, const QString& path, PictureKind kind)
{
    const PictureContainer container = inspectContainer(file, kind);
    if (!container.whole)
        return fail(incomplete(path, kind));
    QImageReader reader(&file);
    reader.setDecideFormatFromContent(true);
    // Qt tells the height of a BMP file that begins with its upper line as it stands there: below 0.
    const QSize size(reader.size().width(), std::abs(reader.size().height()));
    if (!size.isValid())
        return fail(damaged(path, kind, reader.errorString()));
    const QImage::Format format = reader.imageFormat();
    const int bits = format == QImage::Format_Invalid
                         ? 32
                         : std::max<int>(32, QImage::toPixelFormat(format).bitsPerPixel());
    const qint64 needs = qint64(size.width()) * size.height() * bits / 8, limit = byteLimit();
    if (needs > limit || qint64(size.width()) * size.height() > mostPictureMegapixels * 1'000'000)
        return fail(tooLarge(path, size, needs, limit));
    // The limit above is ours; Qt's own of 128 MB would call a phone's picture broken.
    QImageReader::setAllocationLimit(0);
    const TiffEar ear;
    QImage image = reader.read();
    if (image.isNull())
        return fail(damaged(path, kind, reader.errorString()));
    // Qt keeps what libtiff made of a grey picture with transparency, but calls it opaque. libtiff leaves its
    // grey as it stands in the file; opaque pixels are 255.
    if (kind == PictureKind::Tiff && image.format() == QImage::Format_RGB32)
        image.reinterpretAsFormat(QImage::Format_ARGB32);
    if (!ear.error().empty())
        return fail(damaged(path, kind, QString::fromStdString(ear.error())));
    return upright(opaque(shortened(spread(image, container.depth))), container.orientation);
}

} // namespace

Result<QImage> readPicture(const QString& path)
{
    const auto descriptor = openRegular(path);
    if (!descriptor)
        return fail(descriptor.error());
    QFile file;
    if (!file.open(*descriptor, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle)) {
        ::close(*descriptor);
        return fail(unreadable(path, EIO));
    }
    const PictureKind kind = kindOf(file.peek(kindBytes), path);
    if (!isReadable(kind))
        return fail(notRead(path, kind));
    return kind == PictureKind::Jpeg ? readWithLibjpeg(file, path) : readWithQt(file, path, kind);
}

} // namespace nanocap::captions
