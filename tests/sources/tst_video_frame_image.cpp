// SPDX-License-Identifier: Apache-2.0
#include "app/sources/video_frame_image.h"

#include <QBuffer>
#include <QColor>
#include <QTest>
#include <QVideoFrame>
#include <QVideoFrameFormat>

#include <cmath>
#include <cstdlib>
#include <cstring>

using namespace nanocap;
using namespace nanocap::sources;
using Format = QVideoFrameFormat::PixelFormat;

namespace {

/// What a frame is made of, worked out here from the definitions of BT.601, BT.709 and BT.2020.
struct Sample
{
    QColor colour;
    int value[8] = {}; ///< Y, U, V in 8 bits of the range, alpha, red, green, blue, unused
};

enum Channel { Y, U, V, A, R, G, B, X };

struct Matrix
{
    double kr, kb;
    bool full;
};
constexpr Matrix bt601{0.299, 0.114, false};

Sample sampleOf(QColor colour, Matrix matrix = bt601)
{
    const double r = colour.red() / 255.0, g = colour.green() / 255.0, b = colour.blue() / 255.0;
    const double y = matrix.kr * r + (1 - matrix.kr - matrix.kb) * g + matrix.kb * b;
    const double luma = matrix.full ? 255 : 219, chroma = matrix.full ? 255 : 224;
    Sample sample{colour};
    sample.value[Y] = int(std::lround(y * luma)) + (matrix.full ? 0 : 16);
    sample.value[U] = int(std::lround((b - y) / (2 - 2 * matrix.kb) * chroma)) + 128;
    sample.value[V] = int(std::lround((r - y) / (2 - 2 * matrix.kr) * chroma)) + 128;
    sample.value[A] = colour.alpha();
    sample.value[R] = colour.red();
    sample.value[G] = colour.green();
    sample.value[B] = colour.blue();
    sample.value[X] = 77;
    return sample;
}

/// Where the samples of a channel lie: every `step` bytes from `offset` in a plane, one for `overX` by
/// `overY` pixels; `bits` are 8, or more at `shift` in two bytes.
struct Place
{
    Channel channel;
    int plane, step, offset, overX, overY;
    int bits = 8;
    int shift = 0;
};
constexpr int halfLine = -1;

QList<Place> packed(const char* order)
{
    QList<Place> places;
    for (int i = 0; i < 4; ++i) {
        const Channel channels[] = {Y, U, V, A, R, G, B, X};
        places << Place{channels[std::strchr("yuvARGBX", order[i]) - "yuvARGBX"], 0, 4, i, 1, 1};
    }
    return places;
}

QList<Place> planar(Channel first, Channel second, int overY = 2)
{
    return {{Y, 0, 1, 0, 1, 1}, {first, 1, 1, 0, 2, overY}, {second, 2, 1, 0, 2, overY}};
}

QList<Place> halfPlanar(Channel first, Channel second)
{
    return {{Y, 0, 1, 0, 1, 1}, {first, 1, 2, 0, 2, 2}, {second, 1, 2, 1, 2, 2}};
}

QList<Place> deep(int bits, int shift)
{
    return {
        {Y, 0, 2, 0, 1, 1, bits, shift}, {U, 1, 4, 0, 2, 2, bits, shift}, {V, 1, 4, 2, 2, 2, bits, shift}};
}

/// Empty for formats without pixels.
QList<Place> placesOf(Format format)
{
    switch (format) {
    case Format::Format_ARGB8888:
    case Format::Format_ARGB8888_Premultiplied:
        return packed("ARGB");
    case Format::Format_XRGB8888:
        return packed("XRGB");
    case Format::Format_BGRA8888:
    case Format::Format_BGRA8888_Premultiplied:
        return packed("BGRA");
    case Format::Format_BGRX8888:
        return packed("BGRX");
    case Format::Format_ABGR8888:
        return packed("ABGR");
    case Format::Format_XBGR8888:
        return packed("XBGR");
    case Format::Format_RGBA8888:
        return packed("RGBA");
    case Format::Format_RGBX8888:
        return packed("RGBX");
    case Format::Format_AYUV:
    case Format::Format_AYUV_Premultiplied:
        return packed("Ayuv");
    case Format::Format_YUV420P:
    case Format::Format_IMC3:
        return planar(U, V);
    case Format::Format_YUV422P:
        return planar(U, V, 1);
    case Format::Format_YV12:
    case Format::Format_IMC1:
        return planar(V, U);
    case Format::Format_IMC2:
        return {{Y, 0, 1, 0, 1, 1}, {V, 1, 1, 0, 2, 2}, {U, 1, 1, halfLine, 2, 2}};
    case Format::Format_IMC4:
        return {{Y, 0, 1, 0, 1, 1}, {U, 1, 1, 0, 2, 2}, {V, 1, 1, halfLine, 2, 2}};
    case Format::Format_UYVY:
        return {{U, 0, 4, 0, 2, 1}, {Y, 0, 2, 1, 1, 1}, {V, 0, 4, 2, 2, 1}};
    case Format::Format_YUYV:
        return {{Y, 0, 2, 0, 1, 1}, {U, 0, 4, 1, 2, 1}, {V, 0, 4, 3, 2, 1}};
    case Format::Format_NV12:
        return halfPlanar(U, V);
    case Format::Format_NV21:
        return halfPlanar(V, U);
    case Format::Format_Y8:
        return {{R, 0, 1, 0, 1, 1}};
    case Format::Format_Y16:
        return {{R, 0, 2, 0, 1, 1, 16, 0}};
    case Format::Format_P010:
        return deep(10, 6);
    case Format::Format_P016:
        return deep(16, 0);
#if QT_VERSION >= QT_VERSION_CHECK(6, 4, 0)
    case Format::Format_YUV420P10:
        return {{Y, 0, 2, 0, 1, 1, 10, 0}, {U, 1, 2, 0, 2, 2, 10, 0}, {V, 2, 2, 0, 2, 2, 10, 0}};
#endif
    default:
        return {};
    }
}

/// Writes a frame whose left half shows one colour and whose right half another.
void writeTwoColours(Format format, QSize size, const FramePlanes& planes, const Sample& left,
                     const Sample& right)
{
    for (const Place& place : placesOf(format)) {
        const auto plane = size_t(place.plane);
        const int offset = place.offset == halfLine ? planes.stride[plane] / 2 : place.offset;
        for (int y = 0; y * place.overY < size.height(); ++y) {
            for (int x = 0; x * place.overX < size.width(); ++x) {
                const qsizetype at = qsizetype(y) * planes.stride[plane] + x * place.step + offset;
                if (at + (place.bits > 8 ? 2 : 1) > planes.size[plane])
                    continue; // Qt leaves no room for the last half line of an odd height
                const Sample& sample = x * place.overX < size.width() / 2 ? left : right;
                auto* to = const_cast<uchar*>(planes.bits[plane]) + at;
                const int value = sample.value[place.channel];
                // Studio range grows by powers of two, full range to all ones.
                const int wide = place.channel == R && place.bits == 16
                                     ? value * 257
                                     : value << (place.bits - 8) << place.shift;
                to[0] = uchar(wide & 0xff);
                if (place.bits > 8)
                    to[1] = uchar(wide >> 8);
            }
        }
    }
}

QVideoFrame twoColours(const QVideoFrameFormat& format, const Sample& left, const Sample& right)
{
    QVideoFrame frame(format);
    if (!frame.map(QVideoFrame::WriteOnly))
        return {};
    FramePlanes planes;
    planes.count = frame.planeCount();
    for (int i = 0; i < planes.count; ++i) {
        planes.bits[size_t(i)] = frame.bits(i);
        planes.stride[size_t(i)] = frame.bytesPerLine(i);
        planes.size[size_t(i)] = frame.mappedBytes(i);
    }
    writeTwoColours(format.pixelFormat(), format.frameSize(), planes, left, right);
    frame.unmap();
    return frame;
}

/// Memory as a driver lays it out: lines padded to 16 bytes and every line an odd size needs. Qt 6.4 itself
/// allocates too little for two of the formats.
struct Driver
{
    Driver(Format format, QSize size)
    {
        for (const Place& place : placesOf(format)) {
            const auto plane = size_t(place.plane);
            const int samples = (size.width() + place.overX - 1) / place.overX;
            int line = (samples * place.step + 15) / 16 * 16;
            if (place.offset == halfLine)
                line *= 2;
            const int lines = (size.height() + place.overY - 1) / place.overY;
            planes.stride[plane] = std::max(planes.stride[plane], line);
            planes.size[plane] = std::max(planes.size[plane], planes.stride[plane] * lines);
            planes.count = std::max(planes.count, place.plane + 1);
        }
        for (int i = 0; i < planes.count; ++i) {
            memory[i].resize(planes.size[size_t(i)]);
            planes.bits[size_t(i)] = reinterpret_cast<const uchar*>(memory[i].data());
        }
    }
    QByteArray memory[3];
    FramePlanes planes;
};

QImage pictureOf(const QVideoFrame& frame)
{
    pixels::PictureScaler scaler;
    return imageOf(frame, scaler);
}

bool isNear(QRgb a, QColor b)
{
    return std::abs(qRed(a) - b.red()) <= 3 && std::abs(qGreen(a) - b.green()) <= 3 &&
           std::abs(qBlue(a) - b.blue()) <= 3;
}

const QColor brick(200, 60, 40);
const QColor sky(30, 130, 220);

} // namespace

class VideoFrameImageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsOrRefusesEveryFormat_data();
    void showsOrRefusesEveryFormat();
    void readsFramesOfQt_data();
    void readsFramesOfQt();
    void takesNoPictureFromTooFewBytes();
    void decodesMotionJpeg();
    void laysTransparencyOverWhite();
    void followsTheColourTags_data();
    void followsTheColourTags();
    void turnsWhatIsUpsideDown();
    void makesLargeFramesSmaller();
    void anInvalidFrameIsNoPicture();
};

void VideoFrameImageTest::showsOrRefusesEveryFormat_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QSize>("size");
    for (int format = 0; format < QVideoFrameFormat::NPixelFormats; ++format) {
        if (format == Format::Format_Jpeg)
            continue; // a test of its own
        for (const QSize size : {QSize(64, 32), QSize(37, 19), QSize(4, 2)}) {
            const QString name = QVideoFrameFormat::pixelFormatToString(Format(format));
            QTest::newRow(qPrintable(QString("%1, %2 wide").arg(name).arg(size.width()))) << format << size;
        }
    }
}

void VideoFrameImageTest::showsOrRefusesEveryFormat()
{
    QFETCH(int, format);
    QFETCH(QSize, size);
    const QString why = QString::fromStdString(whyUnreadable(Format(format)).text());
    if (placesOf(Format(format)).isEmpty()) {
        QVERIFY2(why.contains(QVideoFrameFormat::pixelFormatToString(Format(format))), qPrintable(why));
        return;
    }
    QCOMPARE(why, QString());
    const bool gray = format == Format::Format_Y8 || format == Format::Format_Y16;
    const QColor left = gray ? QColor(200, 200, 200) : brick;
    const QColor right = gray ? QColor(30, 30, 30) : sky;
    const Driver driver{Format(format), size};
    writeTwoColours(Format(format), size, driver.planes, sampleOf(left), sampleOf(right));
    pixels::PictureScaler scaler;
    const QImage image = imageOf(QVideoFrameFormat(size, Format(format)), driver.planes, scaler);
    QCOMPARE(image.size(), size);
    QCOMPARE(image.format(), QImage::Format_RGB32);
    for (const int y : {0, size.height() / 2, size.height() - 1}) {
        QVERIFY2(isNear(image.pixel(0, y), left), qPrintable(QColor(image.pixel(0, y)).name()));
        const QRgb last = image.pixel(size.width() - 1, y);
        QVERIFY2(isNear(last, right), qPrintable(QString("line %1: ").arg(y) + QColor(last).name()));
    }
}

void VideoFrameImageTest::readsFramesOfQt_data()
{
    QTest::addColumn<int>("format");
    QTest::addColumn<QSize>("size");
    for (const Format format : {Format::Format_YUYV, Format::Format_NV12, Format::Format_YUV420P,
                                Format::Format_YV12, Format::Format_P010, Format::Format_BGRX8888}) {
        for (const QSize size : {QSize(64, 32), QSize(37, 19)})
            QTest::newRow(qPrintable(
                QString("%1, %2 wide").arg(QVideoFrameFormat::pixelFormatToString(format)).arg(size.width())))
                << int(format) << size;
    }
}

void VideoFrameImageTest::readsFramesOfQt()
{
    QFETCH(int, format);
    QFETCH(QSize, size);
    const QImage image =
        pictureOf(twoColours(QVideoFrameFormat(size, Format(format)), sampleOf(brick), sampleOf(sky)));
    QCOMPARE(image.size(), size);
    for (const int y : {0, size.height() - 1}) {
        QVERIFY2(isNear(image.pixel(0, y), brick), qPrintable(QColor(image.pixel(0, y)).name()));
        const QRgb last = image.pixel(size.width() - 1, y);
        QVERIFY2(isNear(last, sky), qPrintable(QString("line %1: ").arg(y) + QColor(last).name()));
    }
}

void VideoFrameImageTest::takesNoPictureFromTooFewBytes()
{
    const QSize size(64, 32);
    pixels::PictureScaler scaler;
    for (int format = 0; format < QVideoFrameFormat::NPixelFormats; ++format) {
        Driver driver{Format(format), size};
        for (int plane = 0; plane < driver.planes.count; ++plane) {
            FramePlanes small = driver.planes;
            small.size[size_t(plane)] = 31;
            QVERIFY(imageOf(QVideoFrameFormat(size, Format(format)), small, scaler).isNull());
            small = driver.planes;
            small.stride[size_t(plane)] = 31;
            QVERIFY(imageOf(QVideoFrameFormat(size, Format(format)), small, scaler).isNull());
        }
    }
}

void VideoFrameImageTest::decodesMotionJpeg()
{
    QImage card(64, 32, QImage::Format_RGB32);
    card.fill(brick);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && card.save(&buffer, "JPG", 95));
    QVideoFrame frame(QVideoFrameFormat(QSize(64, 32), Format::Format_Jpeg));
    if (!frame.map(QVideoFrame::WriteOnly) || frame.mappedBytes(0) < bytes.size())
        QSKIP("SKIP: Qt makes no frame for these bytes");
    std::memcpy(frame.bits(0), bytes.constData(), size_t(bytes.size()));
    frame.unmap();
    const QImage image = pictureOf(frame);
    QCOMPARE(image.size(), card.size());
    QVERIFY(isNear(image.pixel(32, 16), brick));
}

void VideoFrameImageTest::laysTransparencyOverWhite()
{
    const QSize size(16, 8);
    const QColor half(200, 60, 40, 128);
    // 128/255 of the colour and 127/255 of white.
    const QColor seen(227, 157, 147);
    const Sample clear = sampleOf(QColor(10, 20, 30, 0));
    for (const Format format : {Format::Format_BGRA8888, Format::Format_ARGB8888, Format::Format_AYUV}) {
        const QImage image = pictureOf(twoColours(QVideoFrameFormat(size, format), sampleOf(half), clear));
        QVERIFY2(isNear(image.pixel(2, 2), seen), qPrintable(QColor(image.pixel(2, 2)).name()));
        QVERIFY(isNear(image.pixel(13, 2), Qt::white));
    }
    Sample premultiplied = sampleOf(QColor(100, 30, 20, 128));
    const QImage image = pictureOf(twoColours(QVideoFrameFormat(size, Format::Format_BGRA8888_Premultiplied),
                                              premultiplied, premultiplied));
    QVERIFY2(isNear(image.pixel(2, 2), seen), qPrintable(QColor(image.pixel(2, 2)).name()));
}

void VideoFrameImageTest::followsTheColourTags_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("space");
    QTest::addColumn<int>("range");
    QTest::addColumn<double>("kr");
    QTest::addColumn<double>("kb");
    QTest::addColumn<bool>("full");
    using F = QVideoFrameFormat;
    const QSize small(64, 48), hd(64, 720);
    QTest::newRow("untagged, below 720 lines") << QSize(64, 718) << 0 << 0 << 0.299 << 0.114 << false;
    QTest::newRow("untagged, from 720 lines on") << hd << 0 << 0 << 0.2126 << 0.0722 << false;
    QTest::newRow("BT.601 on 720 lines") << hd << int(F::ColorSpace_BT601) << 0 << 0.299 << 0.114 << false;
    QTest::newRow("BT.709, small") << small << int(F::ColorSpace_BT709) << 0 << 0.2126 << 0.0722 << false;
    QTest::newRow("BT.2020") << small << int(F::ColorSpace_BT2020) << 0 << 0.2627 << 0.0593 << false;
    QTest::newRow("BT.601, full range")
        << small << int(F::ColorSpace_BT601) << int(F::ColorRange_Full) << 0.299 << 0.114 << true;
    QTest::newRow("BT.709, full range")
        << hd << int(F::ColorSpace_BT709) << int(F::ColorRange_Full) << 0.2126 << 0.0722 << true;
}

void VideoFrameImageTest::followsTheColourTags()
{
#if QT_VERSION < QT_VERSION_CHECK(6, 4, 0)
    QSKIP("SKIP: Qt before 6.4 does not tell the colour range of a frame");
#else
    QFETCH(QSize, size);
    QFETCH(int, space);
    QFETCH(int, range);
    QFETCH(double, kr);
    QFETCH(double, kb);
    QFETCH(bool, full);
    for (const Format format : {Format::Format_YUV420P, Format::Format_YUYV, Format::Format_NV12}) {
        QVideoFrameFormat tagged(size, format);
        tagged.setColorSpace(QVideoFrameFormat::ColorSpace(space));
        tagged.setColorRange(QVideoFrameFormat::ColorRange(range));
        const Matrix matrix{kr, kb, full};
        const QImage image = pictureOf(twoColours(tagged, sampleOf(brick, matrix), sampleOf(sky, matrix)));
        QVERIFY2(isNear(image.pixel(3, 3), brick), qPrintable(QColor(image.pixel(3, 3)).name()));
        QVERIFY2(isNear(image.pixel(60, 3), sky), qPrintable(QColor(image.pixel(60, 3)).name()));
    }
#endif
}

void VideoFrameImageTest::turnsWhatIsUpsideDown()
{
    QVideoFrameFormat format(QSize(16, 8), Format::Format_BGRX8888);
    QVideoFrame frame = twoColours(format, sampleOf(brick), sampleOf(sky));
    frame.setRotationAngle(QVideoFrame::Rotation90);
    const QImage turned = pictureOf(frame);
    QCOMPARE(turned.size(), QSize(8, 16));
    QVERIFY(isNear(turned.pixel(4, 2), brick) && isNear(turned.pixel(4, 13), sky));

    format.setScanLineDirection(QVideoFrameFormat::BottomToTop);
    frame = QVideoFrame(format);
    QVERIFY(frame.map(QVideoFrame::WriteOnly));
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 16; ++x) {
            const QRgb colour = (y < 4 ? brick : sky).rgb();
            std::memcpy(frame.bits(0) + y * frame.bytesPerLine(0) + x * 4, &colour, 4);
        }
    }
    frame.unmap();
    const QImage upright = pictureOf(frame);
    QVERIFY(isNear(upright.pixel(4, 1), sky) && isNear(upright.pixel(4, 6), brick));
}

void VideoFrameImageTest::makesLargeFramesSmaller()
{
    const QImage image = pictureOf(twoColours(QVideoFrameFormat(QSize(1920, 1080), Format::Format_NV12),
                                              sampleOf(brick, {0.2126, 0.0722, false}),
                                              sampleOf(sky, {0.2126, 0.0722, false})));
    QCOMPARE(image.size(), QSize(1280, 720));
    QVERIFY(isNear(image.pixel(9, 9), brick) && isNear(image.pixel(1270, 710), sky));
}

void VideoFrameImageTest::anInvalidFrameIsNoPicture()
{
    QVERIFY(pictureOf(QVideoFrame()).isNull());
}

QTEST_MAIN(VideoFrameImageTest)
#include "tst_video_frame_image.moc"
