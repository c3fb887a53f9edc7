// SPDX-License-Identifier: Apache-2.0
#include "app/sources/video_frame_image.h"

#include <QTest>
#include <QVideoFrame>
#include <QVideoFrameFormat>

#include <cstdlib>
#include <cstring>

using namespace nanocap::sources;
using Format = QVideoFrameFormat::PixelFormat;

class VideoFrameImageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void convertsEveryLayout_data();
    void convertsEveryLayout();
    void followsTheColourMatrix();
    void anInvalidFrameIsNoPicture();
};

namespace {

/// A frame whose left half is one YUV colour and whose right half is another.
QVideoFrame twoColours(Format format, QSize size, const uchar (&left)[3], const uchar (&right)[3],
                       const QVideoFrameFormat* like = nullptr)
{
    QVideoFrame frame(like ? *like : QVideoFrameFormat(size, format));
    if (!frame.map(QVideoFrame::WriteOnly))
        return {};
    const auto fill = [&](int plane, int width, int height, int step, int offset, int channel) {
        for (int y = 0; y < height; ++y) {
            for (int x = 0; x < width; ++x) {
                uchar* at = frame.bits(plane) + y * frame.bytesPerLine(plane) + x * step + offset;
                *at = (x < width / 2 ? left : right)[channel];
            }
        }
    };
    const int w = size.width(), h = size.height();
    switch (format) {
    case Format::Format_YUV420P:
    case Format::Format_YV12: {
        const bool swapped = format == Format::Format_YV12;
        fill(0, w, h, 1, 0, 0);
        fill(1, w / 2, h / 2, 1, 0, swapped ? 2 : 1);
        fill(2, w / 2, h / 2, 1, 0, swapped ? 1 : 2);
        break;
    }
    case Format::Format_NV12:
    case Format::Format_NV21: {
        const int u = format == Format::Format_NV12 ? 0 : 1;
        fill(0, w, h, 1, 0, 0);
        fill(1, w / 2, h / 2, 2, u, 1);
        fill(1, w / 2, h / 2, 2, 1 - u, 2);
        break;
    }
    default: { // YUYV, UYVY
        const int y = format == Format::Format_YUYV ? 0 : 1;
        fill(0, w, h, 2, y, 0);
        fill(0, w / 2, h, 4, 1 - y, 1);
        fill(0, w / 2, h, 4, 3 - y, 2);
        break;
    }
    }
    frame.unmap();
    return frame;
}

bool isNear(QRgb a, QRgb b)
{
    return std::abs(qRed(a) - qRed(b)) <= 2 && std::abs(qGreen(a) - qGreen(b)) <= 2 &&
           std::abs(qBlue(a) - qBlue(b)) <= 2;
}

// BT.601, studio range: pure red and a middle gray.
constexpr uchar red601[3] = {81, 90, 240};
constexpr uchar gray[3] = {126, 128, 128};

} // namespace

void VideoFrameImageTest::convertsEveryLayout_data()
{
    QTest::addColumn<int>("format");
    QTest::newRow("planar 4:2:0") << int(Format::Format_YUV420P);
    QTest::newRow("planar 4:2:0, V first") << int(Format::Format_YV12);
    QTest::newRow("half planar") << int(Format::Format_NV12);
    QTest::newRow("half planar, V first") << int(Format::Format_NV21);
    QTest::newRow("packed YUYV, as most webcams") << int(Format::Format_YUYV);
    QTest::newRow("packed UYVY") << int(Format::Format_UYVY);
}

void VideoFrameImageTest::convertsEveryLayout()
{
    QFETCH(int, format);
    const QSize size(64, 32);
    const QImage image = imageOf(twoColours(Format(format), size, red601, gray));
    QCOMPARE(image.size(), size);
    QCOMPARE(image.format(), QImage::Format_RGB32);
    for (const int y : {0, 15, 31}) {
        QVERIFY2(isNear(image.pixel(0, y), qRgb(255, 0, 0)), qPrintable(QColor(image.pixel(0, y)).name()));
        QVERIFY(isNear(image.pixel(31, y), qRgb(255, 0, 0)));
        QVERIFY2(isNear(image.pixel(32, y), qRgb(128, 128, 128)),
                 qPrintable(QColor(image.pixel(32, y)).name()));
        QVERIFY(isNear(image.pixel(63, y), qRgb(128, 128, 128)));
    }
}

void VideoFrameImageTest::followsTheColourMatrix()
{
#if QT_VERSION < QT_VERSION_CHECK(6, 4, 0)
    QSKIP("Qt before 6.4 does not tell the colour range of a frame");
#else
    const QSize size(8, 8);
    constexpr uchar red709[3] = {63, 102, 240};
    QVideoFrameFormat hd(size, Format::Format_YUV420P);
    hd.setColorSpace(QVideoFrameFormat::ColorSpace_BT709);
    hd.setColorRange(QVideoFrameFormat::ColorRange_Video);
    QVERIFY(isNear(imageOf(twoColours(Format::Format_YUV420P, size, red709, gray, &hd)).pixel(0, 0),
                   qRgb(255, 0, 0)));

    constexpr uchar redFull[3] = {76, 85, 255};
    QVideoFrameFormat full(size, Format::Format_YUV420P);
    full.setColorSpace(QVideoFrameFormat::ColorSpace_BT601);
    full.setColorRange(QVideoFrameFormat::ColorRange_Full);
    QVERIFY(isNear(imageOf(twoColours(Format::Format_YUV420P, size, redFull, gray, &full)).pixel(0, 0),
                   qRgb(255, 0, 0)));
#endif
}

void VideoFrameImageTest::anInvalidFrameIsNoPicture()
{
    QVERIFY(imageOf(QVideoFrame()).isNull());
}

QTEST_MAIN(VideoFrameImageTest)
#include "tst_video_frame_image.moc"
