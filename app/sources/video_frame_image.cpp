// SPDX-License-Identifier: Apache-2.0
#include "app/sources/video_frame_image.h"

#include <QTransform>
#include <QVideoFrame>
#include <QVideoFrameFormat>

#include <algorithm>

namespace nanocap::sources {

namespace {

/// Coefficients in 1/65536 of ITU-R BT.601 and BT.709, for studio range (16 to 235) or full range.
struct Matrix
{
    int yOffset, y, rv, gu, gv, bu;
};

constexpr Matrix matrixOf(double kr, double kb, bool full)
{
    const double kg = 1 - kr - kb;
    const double chroma = full ? 1.0 : 255.0 / 224.0;
    const double luma = full ? 1.0 : 255.0 / 219.0;
    return {full ? 0 : 16,
            int(luma * 65536 + 0.5),
            int(2 * (1 - kr) * chroma * 65536 + 0.5),
            int(2 * (1 - kb) * kb / kg * chroma * 65536 + 0.5),
            int(2 * (1 - kr) * kr / kg * chroma * 65536 + 0.5),
            int(2 * (1 - kb) * chroma * 65536 + 0.5)};
}

Matrix matrixOf(const QVideoFrameFormat& format)
{
    bool full = false;
    // Files that name no matrix follow the custom of their size.
    bool hd = format.frameHeight() > 576;
#if QT_VERSION >= QT_VERSION_CHECK(6, 4, 0)
    full = format.colorRange() == QVideoFrameFormat::ColorRange_Full;
    if (format.colorSpace() != QVideoFrameFormat::ColorSpace_Undefined)
        hd = format.colorSpace() == QVideoFrameFormat::ColorSpace_BT709 ||
             format.colorSpace() == QVideoFrameFormat::ColorSpace_BT2020;
#else
    full = format.yCbCrColorSpace() == QVideoFrameFormat::YCbCr_JPEG;
    if (format.yCbCrColorSpace() != QVideoFrameFormat::YCbCr_Undefined)
        hd = format.yCbCrColorSpace() == QVideoFrameFormat::YCbCr_BT709;
#endif
    return hd ? matrixOf(0.2126, 0.0722, full) : matrixOf(0.299, 0.114, full);
}

inline int byte(int value)
{
    return std::clamp(value >> 16, 0, 255);
}

inline QRgb toRgb(const Matrix& m, int y, int u, int v)
{
    const int luma = (y - m.yOffset) * m.y + 32768;
    u -= 128;
    v -= 128;
    return qRgb(byte(luma + m.rv * v), byte(luma - m.gu * u - m.gv * v), byte(luma + m.bu * u));
}

/// Planar or half-planar YUV: chroma of pixel x of a line is at [x / 2 * step] of the planes u and v.
void convertLine(const Matrix& m, const uchar* y, const uchar* u, const uchar* v, int step, int width,
                 QRgb* out)
{
    for (int x = 0; x < width; ++x) {
        const int at = (x >> 1) * step;
        out[x] = toRgb(m, y[x], u[at], v[at]);
    }
}

void convertPacked(const Matrix& m, const uchar* line, int firstY, int width, QRgb* out)
{
    const int firstU = firstY == 0 ? 1 : 0;
    for (int x = 0; x < width; ++x) {
        const uchar* pair = line + (x >> 1) * 4;
        out[x] = toRgb(m, pair[firstY + (x & 1) * 2], pair[firstU], pair[firstU + 2]);
    }
}

/// Null when the format is none of the layouts known here.
QImage convertYuv(QVideoFrame& frame)
{
    const Matrix m = matrixOf(frame.surfaceFormat());
    QImage image(frame.width(), frame.height(), QImage::Format_RGB32);
    if (image.isNull())
        return {};
    const uchar* plane[3] = {frame.bits(0), nullptr, nullptr};
    for (int i = 1; i < frame.planeCount() && i < 3; ++i)
        plane[i] = frame.bits(i);
    int stride[3] = {frame.bytesPerLine(0), frame.bytesPerLine(1), frame.bytesPerLine(2)};

    const auto format = frame.pixelFormat();
    for (int line = 0; line < image.height(); ++line) {
        auto* out = reinterpret_cast<QRgb*>(image.scanLine(line));
        const uchar* y = plane[0] + qsizetype(line) * stride[0];
        const auto chroma = [&](int i, int row) { return plane[i] + qsizetype(row) * stride[i]; };
        switch (format) {
        case QVideoFrameFormat::Format_YUV420P:
            convertLine(m, y, chroma(1, line / 2), chroma(2, line / 2), 1, image.width(), out);
            break;
        case QVideoFrameFormat::Format_YV12:
            convertLine(m, y, chroma(2, line / 2), chroma(1, line / 2), 1, image.width(), out);
            break;
        case QVideoFrameFormat::Format_YUV422P:
            convertLine(m, y, chroma(1, line), chroma(2, line), 1, image.width(), out);
            break;
        case QVideoFrameFormat::Format_NV12:
            convertLine(m, y, chroma(1, line / 2), chroma(1, line / 2) + 1, 2, image.width(), out);
            break;
        case QVideoFrameFormat::Format_NV21:
            convertLine(m, y, chroma(1, line / 2) + 1, chroma(1, line / 2), 2, image.width(), out);
            break;
        case QVideoFrameFormat::Format_YUYV:
            convertPacked(m, y, 0, image.width(), out);
            break;
        case QVideoFrameFormat::Format_UYVY:
            convertPacked(m, y, 1, image.width(), out);
            break;
        default:
            return {};
        }
    }
    return image;
}

QImage convert(QVideoFrame& frame)
{
    if (!frame.map(QVideoFrame::ReadOnly))
        return {};
    QImage image;
    const auto plain = QVideoFrameFormat::imageFormatFromPixelFormat(frame.pixelFormat());
    if (frame.pixelFormat() == QVideoFrameFormat::Format_Jpeg)
        image = QImage::fromData(frame.bits(0), frame.mappedBytes(0), "JPG")
                    .convertToFormat(QImage::Format_RGB32);
    else if (plain != QImage::Format_Invalid)
        image = QImage(frame.bits(0), frame.width(), frame.height(), frame.bytesPerLine(0), plain)
                    .convertToFormat(QImage::Format_RGB32)
                    .copy();
    else
        image = convertYuv(frame);
    frame.unmap();
    return image;
}

} // namespace

QImage imageOf(QVideoFrame frame)
{
    if (!frame.isValid())
        return {};
    QImage image = convert(frame);
    if (image.isNull())
        return frame.toImage().convertToFormat(QImage::Format_RGB32);
    if (frame.surfaceFormat().scanLineDirection() == QVideoFrameFormat::BottomToTop)
        image = image.mirrored();
    if (frame.rotationAngle() != QVideoFrame::Rotation0)
        image = image.transformed(QTransform().rotate(int(frame.rotationAngle())));
    return image;
}

} // namespace nanocap::sources
