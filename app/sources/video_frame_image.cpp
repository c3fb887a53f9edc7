// SPDX-License-Identifier: Apache-2.0
#include "app/sources/video_frame_image.h"

#include "app/sources/frame_mailbox.h"

#include <QVideoFrame>

extern "C" {
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

namespace nanocap::sources {

namespace {

using Pixels = QVideoFrameFormat;

/// Where FFmpeg's planes lie in a frame of Qt.
struct Layout
{
    AVPixelFormat format;
    std::array<int, 3> plane{0, 1, 2}; ///< Qt's plane of each of FFmpeg's
    int halfLine = -1;                 ///< FFmpeg's plane that begins in the middle of Qt's lines
    bool premultiplied = false;
};

std::optional<Layout> layoutOf(QVideoFrameFormat::PixelFormat format)
{
    switch (format) {
    case Pixels::Format_ARGB8888:
        return Layout{AV_PIX_FMT_ARGB};
    case Pixels::Format_ARGB8888_Premultiplied:
        return Layout{.format = AV_PIX_FMT_ARGB, .premultiplied = true};
    case Pixels::Format_XRGB8888:
        return Layout{AV_PIX_FMT_0RGB};
    case Pixels::Format_BGRA8888:
        return Layout{AV_PIX_FMT_BGRA};
    case Pixels::Format_BGRA8888_Premultiplied:
        return Layout{.format = AV_PIX_FMT_BGRA, .premultiplied = true};
    case Pixels::Format_BGRX8888:
        return Layout{AV_PIX_FMT_BGR0};
    case Pixels::Format_ABGR8888:
        return Layout{AV_PIX_FMT_ABGR};
    case Pixels::Format_XBGR8888:
        return Layout{AV_PIX_FMT_0BGR};
    case Pixels::Format_RGBA8888:
        return Layout{AV_PIX_FMT_RGBA};
    case Pixels::Format_RGBX8888:
        return Layout{AV_PIX_FMT_RGB0};
    case Pixels::Format_AYUV:
        return Layout{AV_PIX_FMT_YUVA444P};
    case Pixels::Format_AYUV_Premultiplied:
        return Layout{.format = AV_PIX_FMT_YUVA444P, .premultiplied = true};
    case Pixels::Format_YUV420P:
    case Pixels::Format_IMC3:
        return Layout{AV_PIX_FMT_YUV420P};
    case Pixels::Format_YV12:
    case Pixels::Format_IMC1:
        return Layout{AV_PIX_FMT_YUV420P, {0, 2, 1}};
    case Pixels::Format_IMC2:
        return Layout{AV_PIX_FMT_YUV420P, {0, 1, 1}, 1};
    case Pixels::Format_IMC4:
        return Layout{AV_PIX_FMT_YUV420P, {0, 1, 1}, 2};
    case Pixels::Format_YUV422P:
        return Layout{AV_PIX_FMT_YUV422P};
    case Pixels::Format_UYVY:
        return Layout{AV_PIX_FMT_UYVY422};
    case Pixels::Format_YUYV:
        return Layout{AV_PIX_FMT_YUYV422};
    case Pixels::Format_NV12:
        return Layout{AV_PIX_FMT_NV12};
    case Pixels::Format_NV21:
        return Layout{AV_PIX_FMT_NV21};
    case Pixels::Format_Y8:
        return Layout{AV_PIX_FMT_GRAY8};
    case Pixels::Format_Y16:
        return Layout{AV_PIX_FMT_GRAY16LE};
    case Pixels::Format_P010:
        return Layout{AV_PIX_FMT_P010LE};
    case Pixels::Format_P016:
        return Layout{AV_PIX_FMT_P016LE};
#if QT_VERSION >= QT_VERSION_CHECK(6, 4, 0)
    case Pixels::Format_YUV420P10:
        return Layout{AV_PIX_FMT_YUV420P10LE};
#endif
    case Pixels::Format_Invalid:
    case Pixels::Format_SamplerExternalOES:
    case Pixels::Format_SamplerRect:
    case Pixels::Format_Jpeg:
        break;
    }
    return std::nullopt;
}

void tagColour(AVFrame& picture, const QVideoFrameFormat& format)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 4, 0)
    switch (format.colorSpace()) {
    case QVideoFrameFormat::ColorSpace_BT601:
    case QVideoFrameFormat::ColorSpace_AdobeRgb:
        picture.colorspace = AVCOL_SPC_SMPTE170M;
        break;
    case QVideoFrameFormat::ColorSpace_BT709:
        picture.colorspace = AVCOL_SPC_BT709;
        break;
    case QVideoFrameFormat::ColorSpace_BT2020:
        picture.colorspace = AVCOL_SPC_BT2020_NCL;
        break;
    default:
        break;
    }
    if (format.colorRange() == QVideoFrameFormat::ColorRange_Full)
        picture.color_range = AVCOL_RANGE_JPEG;
    else if (format.colorRange() == QVideoFrameFormat::ColorRange_Video)
        picture.color_range = AVCOL_RANGE_MPEG;
#else
    switch (format.yCbCrColorSpace()) {
    case QVideoFrameFormat::YCbCr_BT601:
    case QVideoFrameFormat::YCbCr_xvYCC601:
        picture.colorspace = AVCOL_SPC_SMPTE170M;
        break;
    case QVideoFrameFormat::YCbCr_BT709:
    case QVideoFrameFormat::YCbCr_xvYCC709:
        picture.colorspace = AVCOL_SPC_BT709;
        break;
    case QVideoFrameFormat::YCbCr_JPEG:
        picture.colorspace = AVCOL_SPC_SMPTE170M;
        picture.color_range = AVCOL_RANGE_JPEG;
        break;
    case QVideoFrameFormat::YCbCr_BT2020:
        picture.colorspace = AVCOL_SPC_BT2020_NCL;
        break;
    default:
        break;
    }
#endif
}

/// A line of a mapped plane; the last whole one when the plane is shorter.
const uchar* lineOf(const FramePlanes& planes, size_t plane, int line, int bytes)
{
    const int whole = (planes.size[plane] - bytes) / planes.stride[plane];
    return planes.bits[plane] + qsizetype(std::min(line, whole)) * planes.stride[plane];
}

pixels::FramePointer newPicture(AVPixelFormat format, QSize size)
{
    pixels::FramePointer picture(av_frame_alloc());
    if (!picture)
        return {};
    picture->format = format;
    picture->width = size.width();
    picture->height = size.height();
    if (av_frame_get_buffer(picture.get(), 64) < 0)
        return {};
    return picture;
}

/// A copy with FFmpeg's planes. Qt knows no padding behind the last line, which libswscale may read.
pixels::FramePointer copyOf(const FramePlanes& planes, const Layout& layout, QSize size)
{
    pixels::FramePointer copy = newPicture(layout.format, size);
    const AVPixFmtDescriptor& description = *av_pix_fmt_desc_get(layout.format);
    const int count = av_pix_fmt_count_planes(layout.format);
    // Packed 4:2:2 has whole pairs only.
    const int pairs = count == 1 && description.log2_chroma_w == 1 ? size.width() & 1 : 0;
    for (int plane = 0; copy && plane < count; ++plane) {
        const int lines =
            plane > 0 ? AV_CEIL_RSHIFT(size.height(), description.log2_chroma_h) : size.height();
        const int bytes = av_image_get_linesize(layout.format, size.width() + pairs, plane);
        const auto from = size_t(layout.plane[size_t(plane)]);
        const int offset = layout.halfLine == plane ? planes.stride[from] / 2 : 0;
        const bool fits = int(from) < planes.count && bytes > 0 && bytes <= copy->linesize[plane] &&
                          offset + bytes <= planes.stride[from] && offset + bytes <= planes.size[from];
        if (!fits)
            return {};
        for (int line = 0; line < lines; ++line)
            std::memcpy(copy->data[plane] + ptrdiff_t(line) * copy->linesize[plane],
                        lineOf(planes, from, line, offset + bytes) + offset, size_t(bytes));
    }
    return copy;
}

/// FFmpeg 5 has no packed format with alpha, luma and chroma in this order.
pixels::FramePointer planesOfAyuv(const FramePlanes& planes, QSize size)
{
    const int bytes = size.width() * 4;
    if (planes.count < 1 || planes.stride[0] < bytes || planes.size[0] < bytes)
        return {};
    pixels::FramePointer copy = newPicture(AV_PIX_FMT_YUVA444P, size);
    constexpr int planeOfByte[4] = {3, 0, 1, 2};
    for (int line = 0; copy && line < size.height(); ++line) {
        const uchar* from = lineOf(planes, 0, line, bytes);
        for (int i = 0; i < bytes; ++i) {
            const int plane = planeOfByte[i % 4];
            copy->data[plane][ptrdiff_t(line) * copy->linesize[plane] + i / 4] = from[i];
        }
    }
    return copy;
}

QImage decodedJpeg(const FramePlanes& planes)
{
    const QImage image = QImage::fromData(planes.bits[0], planes.size[0], "JPG");
    if (image.isNull())
        return {};
    const pixels::Size size = pixels::shownSize({image.width(), image.height()});
    return image.convertToFormat(QImage::Format_RGB32)
        .scaled(size.width, size.height, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
}

} // namespace

Sentence whyUnreadable(QVideoFrameFormat::PixelFormat format)
{
    if (format == Pixels::Format_Jpeg || layoutOf(format))
        return {};
    return said("Sources", "it gives pictures in the format \"%1\", which stays in "
                           "the graphics card. Choose another camera, or read it "
                           "with gst:v4l2src")
        .with({QVideoFrameFormat::pixelFormatToString(format).toStdString()});
}

QImage imageOf(const QVideoFrameFormat& format, const FramePlanes& planes, pixels::PictureScaler& scaler)
{
    const QSize size = format.frameSize();
    if (planes.count < 1 || !planes.bits[0] || planes.size[0] <= 0)
        return {};
    if (format.pixelFormat() == Pixels::Format_Jpeg)
        return decodedJpeg(planes);
    const std::optional<Layout> layout = layoutOf(format.pixelFormat());
    if (!layout || size.isEmpty())
        return {};
    const pixels::FramePointer picture =
        layout->format == AV_PIX_FMT_YUVA444P ? planesOfAyuv(planes, size) : copyOf(planes, *layout, size);
    if (!picture)
        return {};
    tagColour(*picture, format);
    const pixels::Size shown = pixels::shownSize({size.width(), size.height()});
    const AVFrame* scaled = scaler.scaled(*picture, shown, layout->premultiplied);
    if (!scaled)
        return {};
    return QImage(scaled->data[0], shown.width, shown.height, scaled->linesize[0], QImage::Format_RGB32)
        .copy();
}

QImage imageOf(QVideoFrame frame, pixels::PictureScaler& scaler)
{
    // Qt 6.4 divides by half the height when it maps 4:2:0 frames.
    if (!frame.isValid() || frame.height() < 2 || !frame.map(QVideoFrame::ReadOnly))
        return {};
    FramePlanes planes;
    planes.count = std::min(frame.planeCount(), 3);
    for (int i = 0; i < planes.count; ++i) {
        planes.bits[size_t(i)] = frame.bits(i);
        planes.stride[size_t(i)] = frame.bytesPerLine(i);
        planes.size[size_t(i)] = frame.mappedBytes(i);
    }
    QImage image = imageOf(frame.surfaceFormat(), planes, scaler);
    frame.unmap();
    if (frame.surfaceFormat().scanLineDirection() == QVideoFrameFormat::BottomToTop)
        image = image.mirrored();
    return oriented(image, {.rotation = int(frame.rotationAngle())});
}

} // namespace nanocap::sources
