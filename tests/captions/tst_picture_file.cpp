// SPDX-License-Identifier: Apache-2.0
#include "core/captions/picture_file.h"

#include "core/base/path_text.h"
#include "tests/support/verify_result.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QImageWriter>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

#include <zlib.h>

using namespace nanocap;
using namespace nanocap::captions;

/// Four quarters, so that every turn and mirror looks different: red and green above, blue and yellow below.
static QImage quarters(const QSize& size = {64, 48})
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y)
        for (int x = 0; x < size.width(); ++x) {
            const bool right = x >= size.width() / 2, below = y >= size.height() / 2;
            image.setPixel(x, y,
                           (below ? (right ? QColor(Qt::yellow) : QColor(Qt::blue))
                                  : (right ? QColor(Qt::green) : QColor(Qt::red)))
                               .rgb());
        }
    return image;
}

static QByteArray encoded(const QImage& image, const char* format, bool progressive = false)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setQuality(95);
    writer.setProgressiveScanWrite(progressive);
    return writer.write(image) ? buffer.data() : QByteArray();
}

/// The letters of the corners' colours, from top left as one reads.
static QString corners(const QImage& image)
{
    const auto letter = [&](int x, int y) {
        const QColor c = image.pixelColor(x, y);
        const bool red = c.red() > 127, green = c.green() > 127, blue = c.blue() > 127;
        return red && green && !blue    ? 'y'
               : red && !green && !blue ? 'r'
               : green && !red && !blue ? 'g'
               : blue && !red           ? 'b'
                                        : '?';
    };
    const int right = image.width() - 3, below = image.height() - 3;
    return QString::fromLatin1(QByteArray{}
                                   .append(letter(2, 2))
                                   .append(letter(right, 2))
                                   .append(letter(2, below))
                                   .append(letter(right, below)));
}

static QByteArray exifOf(int orientation)
{
    // A big-endian TIFF block of one entry: tag 274, SHORT, one value.
    QByteArray block = QByteArray::fromHex("4d4d002a00000008"
                                           "0001"
                                           "0112000300000001"
                                           "00000000"
                                           "00000000");
    block[19] = static_cast<char>(orientation);
    return block;
}

static QByteArray bigEndian(quint32 number)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(number, bytes.data());
    return bytes;
}

/// `plain` with an EXIF note where its format keeps it.
static QByteArray withExif(QByteArray plain, const QByteArray& format, const QByteArray& exif)
{
    if (format == "jpg") {
        const QByteArray note = QByteArray("Exif\0\0", 6) + exif;
        const QByteArray length = bigEndian(quint32(note.size() + 2)).mid(2);
        return plain.insert(2, QByteArray("\xFF\xE1") + length + note);
    }
    if (format == "png") {
        const QByteArray chunk = "eXIf" + exif;
        const quint32 crc =
            quint32(::crc32(0, reinterpret_cast<const Bytef*>(chunk.constData()), uInt(chunk.size())));
        return plain.insert(33, bigEndian(quint32(exif.size())) + chunk + bigEndian(crc)); // behind IHDR
    }
    // WebP: chunks have even lengths; the first number counts all behind it.
    plain += QByteArray("EXIF") + QByteArray(4, '\0') + exif;
    qToLittleEndian(quint32(exif.size()), plain.data() + plain.size() - exif.size() - 4);
    qToLittleEndian(quint32(plain.size() - 8), plain.data() + 4);
    return plain;
}

/// A BMP file whose height is below 0, as screenshot programs write it.
static QByteArray upperLineFirst(const QImage& image)
{
    QByteArray bytes = encoded(image.mirrored(false, true), "bmp");
    qToLittleEndian(-image.height(), bytes.data() + 22);
    return bytes;
}

/// 8 x 8, red, one frame, made by PIL.
static QByteArray smallGif()
{
    return QByteArray::fromBase64("R0lGODdhCAAIAIEAAP8AAAAAAAAAAAAAACwAAAAACAAIAAAIDwABCBxIsKDBgwgTKkwYEAA7");
}

class PictureFileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsEveryKind_data();
    void readsEveryKind();
    void refusesWhatIsCutOff_data();
    void refusesWhatIsCutOff();
    void standsUprightAsExifSays_data();
    void standsUprightAsExifSays();
    void callsOtherFilesWhatTheyAre_data();
    void callsOtherFilesWhatTheyAre();
    void readsLargePicturesAtAReducedSize();
    void readsNamesThatAreNotUtf8();
    void spreadsBmpColoursOfFiveBits();
    void laysGreyTiffOverWhite();
    void refusesTiffLinesThatAreDamaged();
    void saysThatAFolderIsNone();

private:
    QString write(const QByteArray& bytes, const QString& name = QStringLiteral("picture"))
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName()
                                                                                    : QString();
    }
    QTemporaryDir m_folder;
};

void PictureFileTest::readsEveryKind_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("colours");
    const QImage image = quarters();
    QTest::newRow("JPEG") << encoded(image, "jpg") << "rgby";
    QTest::newRow("progressive JPEG") << encoded(image, "jpg", true) << "rgby";
    QTest::newRow("JPEG with bytes behind its end")
        << encoded(image, "jpg") + QByteArray(5000, 'x') << "rgby";
    QTest::newRow("JPEG that lacks only its end marker") << encoded(image, "jpg").chopped(2) << "rgby";
    QTest::newRow("the same, filled up with zeros")
        << encoded(image, "jpg").chopped(2) + QByteArray(5000, '\0') << "rgby";
    QTest::newRow("PNG") << encoded(image, "png") << "rgby";
    QTest::newRow("PNG with bytes behind its end") << encoded(image, "png") + "more"
                                                   << "rgby";
    QTest::newRow("16 bits a colour")
        << encoded(image.convertToFormat(QImage::Format_RGBX64), "png") << "rgby";
    QTest::newRow("palette") << encoded(image.convertToFormat(QImage::Format_Indexed8), "png") << "rgby";
    QTest::newRow("BMP") << encoded(image, "bmp") << "rgby";
    QTest::newRow("BMP with its upper line first") << upperLineFirst(image) << "rgby";
    QTest::newRow("TIFF") << encoded(image, "tiff") << "rgby";
    QTest::newRow("WebP") << encoded(image, "webp") << "rgby";
    QTest::newRow("GIF") << smallGif() << "rrrr";
    QImage clear(64, 48, QImage::Format_ARGB32);
    clear.fill(QColor(255, 0, 0, 0));
    QTest::newRow("see-through PNG is white") << encoded(clear, "png") << "????";
}

void PictureFileTest::readsEveryKind()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, colours);
    QVERIFY2(!bytes.isEmpty(), "Qt has no writer for this format: is qt6-image-formats-plugins installed?");
    const auto image = readPicture(write(bytes));
    QVERIFY2(image.has_value(), image ? "" : image.error().message.text().c_str());
    QCOMPARE(image->format(), QImage::Format_RGB32);
    QCOMPARE(corners(*image), colours);
}

void PictureFileTest::refusesWhatIsCutOff_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QImage noise(160, 120, QImage::Format_RGB32);
    quint32 number = 1;
    for (int y = 0; y < noise.height(); ++y)
        for (int x = 0; x < noise.width(); ++x)
            noise.setPixel(x, y, number = number * 1664525u + 1013904223u);
    const std::pair<const char*, QByteArray> wholes[] = {{"JPEG", encoded(noise, "jpg")},
                                                         {"progressive JPEG", encoded(noise, "jpg", true)},
                                                         {"PNG", encoded(noise, "png")},
                                                         {"BMP", encoded(noise, "bmp")},
                                                         {"TIFF", encoded(noise, "tiff")},
                                                         {"WebP", encoded(noise, "webp")},
                                                         {"GIF", smallGif()}};
    for (const auto& [name, whole] : wholes) {
        for (const int percent : {10, 30, 50, 70, 90, 99})
            QTest::addRow("%s, %d percent of it", name, percent) << whole.left(whole.size() * percent / 100);
        QTest::addRow("%s without its last 4 bytes", name) << whole.chopped(4);
    }
    for (const auto& [name, whole] : wholes)
        if (QByteArray(name) != "BMP" && QByteArray(name) != "TIFF" && QByteArray(name) != "GIF")
            QTest::addRow("%s, half of it zeros", name)
                << whole.left(whole.size() / 2) + QByteArray(whole.size() / 2, '\0');
}

void PictureFileTest::refusesWhatIsCutOff()
{
    QFETCH(QByteArray, bytes);
    const auto image = readPicture(write(bytes));
    QVERIFY(!image.has_value());
    QCOMPARE(image.error().code, std::string("IMAGE"));
    QCOMPARE(exitCodeFor(image.error()), int(ExitInput));
    const bool said = image.error().message.text().find("incomplete") != std::string::npos ||
                      image.error().message.text().find("its contents are none") != std::string::npos;
    QVERIFY2(said, image.error().message.text().c_str());
}

void PictureFileTest::standsUprightAsExifSays_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<int>("orientation");
    QTest::addColumn<QString>("upright");
    // What PIL's ImageOps.exif_transpose makes of red, green over blue, yellow.
    const char* const wanted[] = {"rgby", "gryb", "ybgr", "byrg", "rbgy", "bryg", "ygbr", "gyrb"};
    for (const char* format : {"jpg", "png", "webp"})
        for (int i = 0; i < 8; ++i)
            QTest::addRow("%s, orientation %d", format, i + 1)
                << QByteArray(format) << i + 1 << QString::fromLatin1(wanted[i]);
}

void PictureFileTest::standsUprightAsExifSays()
{
    QFETCH(QByteArray, format);
    QFETCH(int, orientation);
    QFETCH(QString, upright);
    const auto image = readPicture(write(withExif(encoded(quarters(), format), format, exifOf(orientation))));
    QVERIFY2(image.has_value(), image ? "" : image.error().message.text().c_str());
    QCOMPARE(corners(*image), upright);
    QCOMPARE(image->size(), orientation >= 5 ? QSize(48, 64) : QSize(64, 48));
}

void PictureFileTest::callsOtherFilesWhatTheyAre_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("says");
    QTest::newRow("HEIC") << QByteArray("\0\0\0\x18"
                                        "ftypheic\0\0\0\0mif1",
                                        20)
                          << "a.jpg"
                          << "HEIC";
    QTest::newRow("AVIF") << QByteArray("\0\0\0\x18"
                                        "ftypavif\0\0\0\0",
                                        16)
                          << "a.avif"
                          << "AVIF";
    QTest::newRow("film") << QByteArray("\0\0\0\x18"
                                        "ftypisom\0\0\0\0",
                                        16)
                          << "a.jpg"
                          << "film";
    QTest::newRow("camera raw") << QByteArray("II*\0\x08\0\0\0", 8) << "a.NEF"
                                << "camera raw";
    QTest::newRow("Photoshop") << QByteArray("8BPS\0\1") << "a.psd"
                               << "Photoshop";
    QTest::newRow("SVG") << QByteArray("<?xml version='1.0'?><svg/>") << "a.svg"
                         << "SVG";
    QTest::newRow("web page") << QByteArray("<!DOCTYPE html><html>") << "a.jpg"
                              << "web page";
    QTest::newRow("PDF") << QByteArray("%PDF-1.7") << "a.pdf"
                         << "PDF";
    QTest::newRow("text") << QByteArray("hello") << "a.png"
                          << "contents are none";
    QTest::newRow("empty") << QByteArray() << "a.png"
                           << "empty";
}

void PictureFileTest::callsOtherFilesWhatTheyAre()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, name);
    QFETCH(QString, says);
    const auto image = readPicture(write(bytes, name));
    QVERIFY(!image.has_value());
    QVERIFY2(QString::fromStdString(image.error().message.text()).contains(says),
             image.error().message.text().c_str());
}

void PictureFileTest::readsLargePicturesAtAReducedSize()
{
    const auto jpeg = readPicture(write(encoded(quarters({8000, 6000}), "jpg")));
    QVERIFY(jpeg.has_value());
    QCOMPARE(jpeg->size(), QSize(4000, 3000));
    QCOMPARE(corners(*jpeg), "rgby");
    const auto wide = readPicture(write(encoded(quarters({20000, 4}), "png")));
    QVERIFY(wide.has_value());
    QCOMPARE(wide->size(), QSize(2500, 1));
}

void PictureFileTest::readsNamesThatAreNotUtf8()
{
    const std::string path = QFile::encodeName(m_folder.path()).toStdString() + "/\xBB\xE7\xC1\xF8.png";
    const QByteArray bytes = encoded(quarters(), "png");
    std::FILE* file = std::fopen(path.c_str(), "wb");
    if (!file)
        QSKIP("SKIP: this file system takes UTF-8 names only");
    QCOMPARE(std::fwrite(bytes.constData(), 1, std::size_t(bytes.size()), file), std::size_t(bytes.size()));
    std::fclose(file);
    const auto image = readPicture(pathText(path));
    std::remove(path.c_str()); // QTemporaryDir cannot
    QVERIFY2(image.has_value(), image ? "" : image.error().message.text().c_str());
    QCOMPARE(corners(*image), "rgby");
}

void PictureFileTest::spreadsBmpColoursOfFiveBits()
{
    // One pixel of 16 bits: red and green full, blue none; and as 5, 6, 5 bits, named by masks.
    const QByteArray head = QByteArray::fromHex("424d4a000000000000003600000028000000"
                                                "0100000001000000010010000000000004000000"
                                                "00000000000000000000000000000000");
    const auto plain = readPicture(write(head + QByteArray::fromHex("e07f0000")));
    VERIFY_RESULT(plain);
    QCOMPARE(plain->pixelColor(0, 0), QColor(255, 255, 0));
    QByteArray masked = head;
    masked[10] = 0x42;
    masked[30] = 3;
    masked += QByteArray::fromHex("00f80000e00700001f000000");
    const auto named = readPicture(write(masked + QByteArray::fromHex("1f840000")));
    VERIFY_RESULT(named);
    QCOMPARE(named->pixelColor(0, 0), QColor(16 * 255 / 31, 32 * 255 / 63, 255));
}

void PictureFileTest::laysGreyTiffOverWhite()
{
    // 2 x 1 of grey and transparency, 8 bits each: black that is clear, grey that is half so.
    QByteArray tiff = QByteArray::fromHex("49492a0008000000"
                                          "0900"
                                          "000103000100000002000000"
                                          "010103000100000001000000"
                                          "020103000200000008000800"
                                          "030103000100000001000000"
                                          "060103000100000001000000"
                                          "110104000100000080000000"
                                          "150103000100000002000000"
                                          "170104000100000004000000"
                                          "520103000100000002000000"
                                          "00000000");
    tiff += QByteArray(128 - tiff.size(), '\0') + QByteArray::fromHex("00006480");
    const auto image = readPicture(write(tiff));
    VERIFY_RESULT(image);
    QCOMPARE(image->pixelColor(0, 0), QColor(Qt::white));
    QVERIFY(std::abs(image->pixelColor(1, 0).red() - (100 * 128 + 255 * 127) / 255) <= 2);
}

void PictureFileTest::refusesTiffLinesThatAreDamaged()
{
    // 16 x 16 of one bit, fax group 4, whose codes are noise.
    QByteArray tiff = QByteArray::fromHex("49492a0008000000"
                                          "0800"
                                          "000103000100000010000000"
                                          "010103000100000010000000"
                                          "020103000100000001000000"
                                          "030103000100000004000000"
                                          "060103000100000000000000"
                                          "110104000100000080000000"
                                          "160103000100000010000000"
                                          "170104000100000040000000"
                                          "00000000");
    tiff += QByteArray(128 - tiff.size(), '\0') + QByteArray::fromHex("9a3b5c01").repeated(16);
    const auto image = readPicture(write(tiff));
    QVERIFY(!image.has_value());
    QVERIFY2(image.error().message.text().find("the TIFF file is damaged") != std::string::npos,
             image.error().message.text().c_str());
}

void PictureFileTest::saysThatAFolderIsNone()
{
    const auto image = readPicture(m_folder.path());
    QVERIFY(!image.has_value());
    QVERIFY(image.error().message.text().find("folder") != std::string::npos);
    QVERIFY(!readPicture(m_folder.filePath("nowhere.png")).has_value());
}

QTEST_GUILESS_MAIN(PictureFileTest)
#include "tst_picture_file.moc"
