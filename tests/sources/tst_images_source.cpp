// SPDX-License-Identifier: Apache-2.0
#include "app/sources/source_factory.h"
#include "core/base/path_text.h"
#include "tests/sources/fixtures.h"

#include <QDir>
#include <QFileInfo>
#include <QImageReader>
#include <QTemporaryDir>
#include <QTest>

using namespace nanocap;
using namespace nanocap::sources;
using namespace nanocap::test;
using namespace std::chrono_literals;

/// Two by two red pixels.
static constexpr char webpPixel[] = "UklGRhwAAABXRUJQVlA4TA8AAAAvAUAAAAcQ7Y/+ByKi/wEA";

class ImagesSourceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsEveryPictureOnceInOrder();
    void waitsForAdvance();
    void goesOnByItselfAfterTheHold();
    void passesOverABrokenPicture();
    void finishesWhenEveryPictureIsBroken();
    void goesOnWhereItWasStopped();
    void beginsAnewAfterTheEnd();
    void laysSeeThroughPicturesOnWhite();
    void readsWebp();
    void refusesAFolderWithoutPictures();
    void readsNamesOfEveryKindAndASingleFile();

private:
    static std::unique_ptr<FrameSource> source(const QTemporaryDir& folder,
                                               std::chrono::milliseconds hold = 0ms)
    {
        SourceOptions options;
        options.imageHold = hold;
        return std::move(*createSource("images:" + folder.path(), options));
    }
};

void ImagesSourceTest::showsEveryPictureOnceInOrder()
{
    QTemporaryDir folder;
    QVERIFY(writePicture(folder.filePath("b.png"), Qt::green, {80, 40}));
    QVERIFY(writePicture(folder.filePath("a.JPG"), Qt::red, {320, 200}));
    QVERIFY(writePicture(folder.filePath("c.bmp"), Qt::blue));
    QVERIFY(writeBytes(folder.filePath("notes.txt"), "not a picture"));
    QVERIFY(QDir(folder.path()).mkdir("d.png"));

    const auto images = source(folder);
    Recorder seen(*images);
    QStringList items;
    connect(images.get(), &FrameSource::frameReady, this, [&](const captions::Frame& frame) {
        items << QFileInfo(frame.item).fileName();
        images->advance();
    });
    images->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.finishedCount, 1, 20000);
    QCOMPARE(items, (QStringList{"a.JPG", "b.png", "c.bmp"}));
    QCOMPARE(seen.frames.size(), 3);
    QCOMPARE(seen.frames[0].size(), QSize(320, 200));
    QVERIFY(isNear(seen.frames[0].pixelColor(5, 5), Qt::red, 6));
    QCOMPARE(seen.frames[1].pixelColor(5, 5), QColor(Qt::green));
    QCOMPARE(seen.frames[2].pixelColor(5, 5), QColor(Qt::blue));
    for (const QImage& frame : seen.frames)
        QVERIFY(isPlainRgb(frame));
    QCOMPARE(images->state(), SourceState::Finished);
    QVERIFY(seen.failedImages.isEmpty());
    QVERIFY(!images->failure());
}

void ImagesSourceTest::waitsForAdvance()
{
    QTemporaryDir folder;
    QVERIFY(writePicture(folder.filePath("a.png"), Qt::red));
    QVERIFY(writePicture(folder.filePath("b.png"), Qt::green));
    const auto images = source(folder);
    Recorder seen(*images);
    images->advance();
    images->start();
    images->advance();
    QTRY_COMPARE_WITH_TIMEOUT(seen.frames.size(), 1, 20000);
    // Any number of calls while the next one is being read goes forward by one.
    images->advance();
    images->advance();
    QTRY_COMPARE_WITH_TIMEOUT(seen.frames.size(), 2, 20000);
    QCOMPARE(seen.finishedCount, 0);
    images->advance();
    QCOMPARE(seen.finishedCount, 1);
    images->advance();
    QCOMPARE(seen.finishedCount, 1);
}

void ImagesSourceTest::goesOnByItselfAfterTheHold()
{
    QTemporaryDir folder;
    QVERIFY(writePicture(folder.filePath("a.png"), Qt::red));
    QVERIFY(writePicture(folder.filePath("b.png"), Qt::green));
    const auto images = source(folder, 20ms);
    Recorder seen(*images);
    images->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.finishedCount, 1, 20000);
    QCOMPARE(seen.frames.size(), 2);
}

void ImagesSourceTest::passesOverABrokenPicture()
{
    QTemporaryDir folder;
    QVERIFY(writePicture(folder.filePath("a.png"), Qt::red));
    QVERIFY(writeBytes(folder.filePath("b.png"), "\x89PNG\r\n\x1a\nhalf a picture"));
    QVERIFY(writeBytes(folder.filePath("c.jpg"), QByteArray()));
    QVERIFY(writePicture(folder.filePath("d.png"), Qt::blue));
    const auto images = source(folder, 20ms);
    Recorder seen(*images);
    images->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.finishedCount, 1, 20000);
    QCOMPARE(seen.frames.size(), 2);
    QCOMPARE(seen.failedImages, (QStringList{folder.filePath("b.png"), folder.filePath("c.jpg")}));
    for (const Failure& failure : seen.imageFailures) {
        QCOMPARE(failure.failureClass, FailureClass::Input);
        QCOMPARE(failure.code, std::string("IMAGE"));
        QVERIFY(failure.message.text().find("cannot be read") != std::string::npos);
    }
    QVERIFY(seen.imageFailures[0].message.text().find("b.png") != std::string::npos);
}

void ImagesSourceTest::finishesWhenEveryPictureIsBroken()
{
    QTemporaryDir folder;
    QVERIFY(writeBytes(folder.filePath("a.png"), "x"));
    QVERIFY(writeBytes(folder.filePath("b.webp"), "y"));
    const auto images = source(folder);
    Recorder seen(*images);
    images->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.finishedCount, 1, 20000);
    QCOMPARE(seen.failedImages.size(), 2);
    QVERIFY(seen.frames.isEmpty());
}

void ImagesSourceTest::goesOnWhereItWasStopped()
{
    QTemporaryDir folder;
    QVERIFY(writePicture(folder.filePath("a.png"), Qt::red));
    QVERIFY(writePicture(folder.filePath("b.png"), Qt::green));
    const auto images = source(folder);
    Recorder seen(*images);
    images->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.frames.size(), 1, 20000);
    images->advance();
    images->stop(); // while b.png is being read
    QCOMPARE(images->state(), SourceState::Off);
    images->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.frames.size(), 2, 20000);
    QCOMPARE(seen.frames[1].pixelColor(1, 1), QColor(Qt::green));
    QCOMPARE(seen.states, (QList<SourceState>{SourceState::Starting, SourceState::On, SourceState::Off,
                                              SourceState::Starting, SourceState::On}));
}

void ImagesSourceTest::beginsAnewAfterTheEnd()
{
    QTemporaryDir folder;
    QVERIFY(writePicture(folder.filePath("a.png"), Qt::red));
    const auto images = source(folder);
    Recorder seen(*images);
    connect(images.get(), &FrameSource::frameReady, images.get(), &FrameSource::advance);
    images->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.finishedCount, 1, 20000);
    images->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.finishedCount, 2, 20000);
    QCOMPARE(seen.frames.size(), 2);
}

void ImagesSourceTest::laysSeeThroughPicturesOnWhite()
{
    QTemporaryDir folder;
    QImage clear(16, 16, QImage::Format_ARGB32);
    clear.fill(QColor(255, 0, 0, 0));
    clear.setPixelColor(8, 8, QColor(0, 0, 255, 255));
    QVERIFY(clear.save(folder.filePath("a.png")));
    const auto images = source(folder);
    Recorder seen(*images);
    images->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.frames.size(), 1, 20000);
    QCOMPARE(seen.frames[0].pixelColor(1, 1), QColor(Qt::white));
    QCOMPARE(seen.frames[0].pixelColor(8, 8), QColor(Qt::blue));
}

void ImagesSourceTest::readsWebp()
{
    if (!QImageReader::supportedImageFormats().contains("webp"))
        QSKIP("SKIP: Qt's WebP reader (qt6-image-formats-plugins) is not installed");
    QTemporaryDir folder;
    QVERIFY(writeBytes(folder.filePath("a.webp"), QByteArray::fromBase64(webpPixel)));
    const auto images = source(folder);
    Recorder seen(*images);
    images->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.frames.size(), 1, 20000);
    QVERIFY(isNear(seen.frames[0].pixelColor(0, 0), Qt::red, 2));
}

void ImagesSourceTest::refusesAFolderWithoutPictures()
{
    QTemporaryDir folder;
    QVERIFY(writeBytes(folder.filePath("notes.txt"), "x"));
    QVERIFY(writeBytes(folder.filePath("a.heic"), QByteArray("\0\0\0\x18"
                                                             "ftypheic\0\0\0\0mif1",
                                                             20)));
    QVERIFY(writeBytes(folder.filePath("b.HEIC"), QByteArray("\0\0\0\x18"
                                                             "ftypheic\0\0\0\0mif1",
                                                             20)));
    const auto images = createSource("images:" + folder.path());
    QVERIFY(!images.has_value());
    QCOMPARE(images.error().code, std::string("SOURCE"));
    QVERIFY(images.error().message.text().find("has no pictures") != std::string::npos);
    QVERIFY2(images.error().message.text().find("2 HEIC file") != std::string::npos,
             images.error().message.text().c_str());
}

void ImagesSourceTest::readsNamesOfEveryKindAndASingleFile()
{
    QTemporaryDir folder;
    const QStringList names{pathText("\xBB\xE7.png"), "JPEG.JFIF", "without an ending", "한글 #1 100%.png"};
    for (const QString& name : names) {
        QVERIFY(writePicture(folder.filePath("x.png"), Qt::red));
        QVERIFY(::rename(qPrintable(folder.filePath("x.png")),
                         (folder.path().toStdString() + '/' + pathBytes(name)).c_str()) == 0);
    }
    const auto images = source(folder, 1ms);
    Recorder seen(*images);
    images->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.finishedCount, 1, 20000);
    QCOMPARE(seen.frames.size(), 4);
    QVERIFY(seen.failedImages.isEmpty());

    const auto one = createSource("images:" + folder.filePath(names[0]));
    QVERIFY(one.has_value());
    Recorder seenOne(**one);
    (*one)->start();
    QTRY_COMPARE_WITH_TIMEOUT(seenOne.frames.size(), 1, 20000);
    // QTemporaryDir cannot remove it.
    QVERIFY(std::remove((folder.path().toStdString() + '/' + pathBytes(names[0])).c_str()) == 0);
}

QTEST_MAIN(ImagesSourceTest)
#include "tst_images_source.moc"
