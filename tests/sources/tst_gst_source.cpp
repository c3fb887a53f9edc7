// SPDX-License-Identifier: Apache-2.0
#include "app/sources/live_source.h"
#include "app/sources/source_factory.h"
#include "core/base/qt_text.h"
#include "tests/sources/fixtures.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace nanocap;
using namespace nanocap::sources;
using namespace nanocap::test;

class GstSourceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("NANOCAP_GST", NANOCAP_BIN_DIR "/nanocap-gst"); }
    void showsATestPicture();
    void gstreamerStaysOutOfThisProgram();
    void aCrashOfGStreamerIsTold();
    void aMissingHelperIsTold();
    void endsWithThePipeline();
    void pausesAndGoesOn();
    void showsEveryFormatRight_data();
    void showsEveryFormatRight();
    void showsGray_data();
    void showsGray();
    void makesLargePicturesSmallInTheirShape_data();
    void makesLargePicturesSmallInTheirShape();
    void readsAFileThatIsCalledLikeASink();
    void alwaysTellsTheReason();
    void refusesABadPipeline_data();
    void refusesABadPipeline();
    void stopsAPipelineThatGivesNoPictures();
    void aSilentPipelineIsTold();
    void canBeDroppedWhileItRuns();

private:
    static std::unique_ptr<FrameSource> source(const QString& pipeline)
    {
        return std::move(*createSource("gst:" + pipeline));
    }
    static bool maps(const QString& process, const char* library)
    {
        QFile file("/proc/" + process + "/maps");
        return file.open(QIODevice::ReadOnly) && file.readAll().contains(library);
    }
    /// Process ids of the helpers that this program started and that still run.
    static QStringList helpers()
    {
        QStringList found;
        const QStringList tasks = QDir("/proc/self/task").entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString& task : tasks) {
            QFile children("/proc/self/task/" + task + "/children");
            if (!children.open(QIODevice::ReadOnly))
                continue;
            const QStringList pids = QString::fromLatin1(children.readAll()).split(' ', Qt::SkipEmptyParts);
            for (const QString& pid : pids) {
                if (QFile::symLinkTarget("/proc/" + pid + "/exe").endsWith("/nanocap-gst"))
                    found << pid;
            }
        }
        return found;
    }
};

void GstSourceTest::showsATestPicture()
{
    const auto gst = source("videotestsrc pattern=red ! video/x-raw,width=320,height=240,framerate=30/1");
    Recorder seen(*gst);
    gst->start();
    QCOMPARE(gst->state(), SourceState::Starting);
    QVERIFY(gst->isDeviceOpen());
    QTRY_VERIFY_WITH_TIMEOUT(seen.frames.size() >= 5, 60000);
    QVERIFY(isPlainRgb(seen.frames[0]));
    QCOMPARE(seen.frames[0].size(), QSize(320, 240));
    QVERIFY2(isNear(seen.frames[0].pixelColor(100, 100), Qt::red, 3),
             qPrintable(seen.frames[0].pixelColor(100, 100).name()));
    gst->stop();
    const auto count = seen.frames.size();
    QCOMPARE(gst->state(), SourceState::Off);
    QTRY_VERIFY_WITH_TIMEOUT(!gst->isDeviceOpen(), 20000);
    QCOMPARE(seen.frames.size(), count);
}

void GstSourceTest::gstreamerStaysOutOfThisProgram()
{
    const auto gst = source("videotestsrc is-live=true");
    Recorder seen(*gst);
    gst->start();
    QTRY_VERIFY_WITH_TIMEOUT(!seen.frames.isEmpty(), 60000);
    QCOMPARE(helpers().size(), 1);
    QVERIFY(maps(helpers().front(), "libgstvideotestsrc"));
    QVERIFY(!maps(helpers().front(), "libopencv"));
    QVERIFY(!maps("self", "libgstapp"));
    gst->stop();
    QTRY_VERIFY_WITH_TIMEOUT(!gst->isDeviceOpen(), 20000);
    QVERIFY(helpers().isEmpty());
}

void GstSourceTest::aCrashOfGStreamerIsTold()
{
    const auto gst = source("videotestsrc is-live=true");
    Recorder seen(*gst);
    gst->start();
    QTRY_VERIFY_WITH_TIMEOUT(!seen.frames.isEmpty(), 60000);
    QVERIFY(!helpers().isEmpty());
    ::kill(helpers().front().toInt(), SIGSEGV);
    QTRY_COMPARE_WITH_TIMEOUT(gst->state(), SourceState::Failed, 20000);
    QVERIFY2(toQString(gst->stateText().text()).contains("signal 11"),
             qPrintable(toQString(gst->stateText().text())));
    const auto count = seen.frames.size();
    gst->start();
    QTRY_VERIFY_WITH_TIMEOUT(seen.frames.size() > count, 60000);
}

void GstSourceTest::aMissingHelperIsTold()
{
    const QByteArray program = qgetenv("NANOCAP_GST");
    qputenv("NANOCAP_GST", "/nowhere/nanocap-gst");
    const auto gst = createSource("gst:videotestsrc");
    qputenv("NANOCAP_GST", program);
    QVERIFY(!gst.has_value());
    QCOMPARE(gst.error().code, std::string("SOURCE"));
    QVERIFY(gst.error().message.text().find("nanocap-gst") != std::string::npos);
}

void GstSourceTest::endsWithThePipeline()
{
    const auto gst = source("videotestsrc pattern=blue num-buffers=12");
    Recorder seen(*gst);
    gst->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.finishedCount, 1, 60000);
    QCOMPARE(gst->state(), SourceState::Finished);
    QVERIFY(!seen.frames.isEmpty() && seen.frames.size() <= 12);
    QVERIFY(isNear(seen.frames.last().pixelColor(9, 9), Qt::blue, 3));
    QTRY_VERIFY_WITH_TIMEOUT(!gst->isDeviceOpen(), 20000);
    gst->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.finishedCount, 2, 60000);
}

void GstSourceTest::pausesAndGoesOn()
{
    const auto gst = source("videotestsrc is-live=true");
    Recorder seen(*gst);
    gst->start();
    QTRY_VERIFY_WITH_TIMEOUT(seen.frames.size() >= 2, 60000);
    gst->stop();
    gst->start(); // while the first run is still closing
    const auto count = seen.frames.size();
    QTRY_VERIFY_WITH_TIMEOUT(seen.frames.size() >= count + 2, 60000);
    QCOMPARE(gst->state(), SourceState::On);
}

void GstSourceTest::showsEveryFormatRight_data()
{
    QTest::addColumn<QString>("tail");
    QTest::addColumn<int>("tolerance");
    for (const char* format :
         {"I420", "YV12", "NV12", "NV21", "YUY2", "UYVY", "YVYU", "Y42B",  "Y444", "I420_10LE", "P010_10LE",
          "RGB",  "BGR",  "RGBA", "BGRA", "ARGB", "RGBx", "BGRx", "RGB16", "GBR",  "AYUV",      "v210"})
        QTest::newRow(format) << QStringLiteral("video/x-raw,format=%1 ! appsink").arg(QLatin1String(format))
                              << 6;
    QTest::newRow("JPEG") << "jpegenc quality=100 ! appsink" << 20; // jpegenc puts video levels into it
    QTest::newRow("PNG") << "pngenc ! appsink" << 6;
    QTest::newRow("no sink of its own") << "video/x-raw,format=I420" << 6;
    QTest::newRow("compressed without a sink") << "jpegenc quality=100" << 20;
    QTest::newRow("what its sink asks for")
        << "appsink caps=video/x-raw,format=NV12 drop=true max-buffers=3 sync=false name=mine" << 6;
    QTest::newRow("a display") << "autovideosink" << 6;
    QTest::newRow("a display that is not installed") << "nv3dsink sync=false" << 6;
    QTest::newRow("a sink that drops all") << "fakesink" << 6;
    QTest::newRow("two branches") << "tee name=t ! queue ! xvimagesink t. ! queue ! appsink" << 6;
}

void GstSourceTest::showsEveryFormatRight()
{
    QFETCH(QString, tail);
    QFETCH(int, tolerance);
    const auto gst = source("videotestsrc pattern=red num-buffers=9 ! "
                            "video/x-raw,width=64,height=48,framerate=30/1 ! videoconvert ! " +
                            tail);
    Recorder seen(*gst);
    gst->start();
    QTRY_VERIFY_WITH_TIMEOUT(!seen.frames.isEmpty() || gst->state() == SourceState::Failed, 60000);
    QVERIFY2(!seen.frames.isEmpty(), gst->stateText().text().c_str());
    QVERIFY(isPlainRgb(seen.frames[0]));
    QCOMPARE(seen.frames[0].size(), QSize(64, 48));
    QVERIFY2(isNear(seen.frames[0].pixelColor(30, 20), Qt::red, tolerance),
             qPrintable(seen.frames[0].pixelColor(30, 20).name()));
}

void GstSourceTest::showsGray_data()
{
    QTest::addColumn<QString>("format");
    for (const char* format : {"GRAY8", "GRAY16_LE", "GRAY16_BE"})
        QTest::newRow(format) << format;
}

void GstSourceTest::showsGray()
{
    QFETCH(QString, format);
    const auto gst =
        source("videotestsrc pattern=white ! video/x-raw,format=" + format + ",width=64,height=64 ! appsink");
    Recorder seen(*gst);
    gst->start();
    QTRY_VERIFY_WITH_TIMEOUT(!seen.frames.isEmpty(), 60000);
    QVERIFY(isNear(seen.frames[0].pixelColor(9, 9), QColor(235, 235, 235), 3)); // white as video has it
}

void GstSourceTest::makesLargePicturesSmallInTheirShape_data()
{
    QTest::addColumn<QString>("caps");
    QTest::addColumn<QSize>("size");
    QTest::newRow("4K") << "width=3840,height=2160" << QSize(1280, 720);
    QTest::newRow("upright") << "width=1080,height=1920" << QSize(720, 1280);
    QTest::newRow("small stays") << "width=320,height=240" << QSize(320, 240);
    QTest::newRow("pixels that are not square")
        << "width=720,height=576,pixel-aspect-ratio=16/15" << QSize(768, 576);
}

void GstSourceTest::makesLargePicturesSmallInTheirShape()
{
    QFETCH(QString, caps);
    const auto gst = source("videotestsrc num-buffers=3 ! video/x-raw,format=I420," + caps + " ! appsink");
    Recorder seen(*gst);
    gst->start();
    QTRY_VERIFY_WITH_TIMEOUT(!seen.frames.isEmpty(), 60000);
    QTEST(seen.frames[0].size(), "size");
}

void GstSourceTest::readsAFileThatIsCalledLikeASink()
{
    QTemporaryDir folder;
    QVERIFY(writePicture(folder.filePath("my appsink ! x.png"), Qt::blue, {64, 48}));
    const auto gst = source("filesrc location=\"" + folder.filePath("my appsink ! x.png") +
                            "\" ! pngdec ! imagefreeze num-buffers=5");
    Recorder seen(*gst);
    gst->start();
    QTRY_VERIFY_WITH_TIMEOUT(!seen.frames.isEmpty(), 60000);
    QVERIFY(isNear(seen.frames[0].pixelColor(9, 9), Qt::blue, 3));
}

void GstSourceTest::alwaysTellsTheReason()
{
    // It runs for a while and then breaks: the error and the end of the stream come at the same time.
    for (int i = 0; i < 5; ++i) {
        const auto gst = source("videotestsrc num-buffers=20 ! identity error-after=5 ! appsink sync=false");
        gst->start();
        QTRY_COMPARE_WITH_TIMEOUT(gst->state(), SourceState::Failed, 60000);
        QVERIFY2(
            QString::fromStdString(gst->stateText().text()).contains("Failed after iterations as requested"),
            gst->stateText().text().c_str());
    }
}

void GstSourceTest::refusesABadPipeline_data()
{
    QTest::addColumn<QString>("pipeline");
    QTest::addColumn<QString>("says");
    QTest::newRow("an element that does not exist") << "nosuchsrc"
                                                    << "no element \"nosuchsrc\"";
    QTest::newRow("a property that does not exist") << "videotestsrc nosuch=1"
                                                    << "no property \"nosuch\"";
    QTest::newRow("a link to nowhere") << "videotestsrc ! !"
                                       << "syntax error";
    QTest::newRow("formats that do not fit") << "videotestsrc ! audio/x-raw ! fakesink"
                                             << "could not link";
    QTest::newRow("a file that is not there") << "filesrc location=/nowhere.avi ! decodebin"
                                              << "/nowhere.avi";
    QTest::newRow("a decoder that is not installed") << "videotestsrc ! avenc_h263 ! appsink"
                                                     << "gstreamer1.0-libav";
    QTest::newRow("Bayer without its converter") << "videotestsrc ! video/x-bayer,format=bggr ! appsink"
                                                 << "gstreamer1.0-plugins-bad";
    QTest::newRow("a file's bytes") << "videotestsrc ! jpegenc ! filesink location=/nowhere/a"
                                    << "\"filesink\", which takes no pictures";
    QTest::newRow("two displays") << "videotestsrc ! tee name=t t. ! ximagesink t. ! glimagesink"
                                  << "several branches";
    QTest::newRow("an element of long ago") << "videotestsrc ! ffmpegcolorspace ! appsink"
                                            << "use \"videoconvert\"";
    QTest::newRow("sound") << "audiotestsrc num-buffers=9"
                           << "decodebin ! videoconvert";
    QTest::newRow("a camera that has no such element")
        << QString("nvarguscamerasrc ! fakesink") << "nvarguscamerasrc";
}

void GstSourceTest::refusesABadPipeline()
{
    QFETCH(QString, pipeline);
    QFETCH(QString, says);
    const auto gst = source(pipeline);
    Recorder seen(*gst);
    gst->start();
    QTRY_COMPARE_WITH_TIMEOUT(gst->state(), SourceState::Failed, 60000);
    QVERIFY(gst->failure().has_value());
    QCOMPARE(gst->failure()->code, std::string("SOURCE"));
    QVERIFY2(QString::fromStdString(gst->failure()->message.text()).contains(says),
             gst->failure()->message.text().c_str());
    QVERIFY(seen.frames.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!gst->isDeviceOpen(), 20000);
}

void GstSourceTest::stopsAPipelineThatGivesNoPictures()
{
    // The valve lets nothing through, so that opening waits for a first picture that never comes.
    const auto gst = source("videotestsrc ! valve drop=true");
    gst->start();
    QTRY_VERIFY_WITH_TIMEOUT(!helpers().isEmpty(), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(maps(helpers().front(), "libgstvideotestsrc"), 60000);
    QElapsedTimer clock;
    clock.start();
    gst->stop();
    const qint64 stopTook = clock.elapsed();
    QTRY_VERIFY_WITH_TIMEOUT(!gst->isDeviceOpen(), 20000);
    qInfo("stop() took %lld ms, the pipeline was closed after %lld ms", stopTook, clock.elapsed());
}

void GstSourceTest::aSilentPipelineIsTold()
{
    const auto gst = source("videotestsrc is-live=true ! valve drop=true");
    gst->start();
    QTRY_COMPARE_WITH_TIMEOUT(gst->state(), SourceState::NoFrames, 60000);
    QCOMPARE(gst->failure()->code, std::string("SOURCE"));
    QCOMPARE(toQString(gst->stateText().text()), "The pipeline has given no picture for 3 seconds.");
    gst->stop();
    QTRY_VERIFY_WITH_TIMEOUT(!gst->isDeviceOpen(), 20000);
}

void GstSourceTest::canBeDroppedWhileItRuns()
{
    for (int i = 0; i < 3; ++i) {
        auto gst = source("videotestsrc is-live=true");
        Recorder seen(*gst);
        gst->start();
        if (i > 0)
            QTRY_VERIFY_WITH_TIMEOUT(!seen.frames.isEmpty(), 60000);
    }
    QTRY_VERIFY_WITH_TIMEOUT(helpers().isEmpty(), 20000);
}

QTEST_MAIN(GstSourceTest)
#include "tst_gst_source.moc"
