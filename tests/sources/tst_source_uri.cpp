// SPDX-License-Identifier: Apache-2.0
#include "app/pipeline/pipeline_text.h"
#include "app/sources/camera_list.h"
#include "app/sources/source_factory.h"
#include "app/sources/source_uri.h"
#include "core/base/path_text.h"
#include "tests/support/verify_result.h"

#include <QTest>

using namespace nanocap;
using namespace nanocap::sources;

class SourceUriTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void understands_data();
    void understands();
    void refuses_data();
    void refuses();
    void choosesADefault_data();
    void choosesADefault();
    void camerasAreChosenByName_data();
    void camerasAreChosenByName();
    void takesWholeLaunchLines();
    void takesPathsLetterByLetter_data();
    void takesPathsLetterByLetter();
    void csiPipelineIsAsTheOriginal();
    void creationTellsWhatIsMissing_data();
    void creationTellsWhatIsMissing();
};

void SourceUriTest::understands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("argument");
    QTest::newRow("the first camera") << "camera:" << int(SourceKind::Camera) << "";
    QTest::newRow("a camera by name, spaces kept inside")
        << "camera: HD Pro Webcam" << int(SourceKind::Camera) << "HD Pro Webcam";
    QTest::newRow("a pipeline with colons in it")
        << "gst:rtspsrc location=rtsp://h:1/x" << int(SourceKind::Gst) << "rtspsrc location=rtsp://h:1/x";
    QTest::newRow("a video by relative path") << "video:clip.mp4" << int(SourceKind::Video) << "clip.mp4";
    QTest::newRow("a folder with a space") << "images:/a b/c" << int(SourceKind::Images) << "/a b/c";
    QTest::newRow("the cards") << "cards:" << int(SourceKind::Cards) << "";
    QTest::newRow("the scheme in capitals") << "CARDS:" << int(SourceKind::Cards) << "";
    QTest::newRow("a CSI camera") << "csi:1" << int(SourceKind::Gst) << csiPipeline(1);
}

void SourceUriTest::understands()
{
    QFETCH(QString, text);
    QFETCH(int, kind);
    QFETCH(QString, argument);
    const auto uri = parseSourceUri(text);
    VERIFY_RESULT(uri);
    QCOMPARE(int(uri->kind), kind);
    QCOMPARE(uri->argument, argument);
    QCOMPARE(uri->text, text);
}

void SourceUriTest::refuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("nothing") << ""
                             << "\"\" is not a source";
    QTest::newRow("a word without a colon") << "cards"
                                            << "\"cards\" is not a source";
    QTest::newRow("an unknown scheme") << "http://x"
                                       << "\"http://x\" is not a source";
    QTest::newRow("cards with something behind") << "cards:7"
                                                 << "\"cards:7\" is not a source";
    QTest::newRow("a CSI camera without a number") << "csi:"
                                                   << "needs the number of a CSI camera";
    QTest::newRow("a negative CSI camera") << "csi:-1"
                                           << "needs the number of a CSI camera";
    QTest::newRow("a CSI camera by name") << "csi:front"
                                          << "needs the number of a CSI camera";
    QTest::newRow("an empty pipeline") << "gst: "
                                       << "needs a GStreamer pipeline";
    QTest::newRow("no video file") << "video:"
                                   << "needs a file";
    QTest::newRow("no folder") << "images:"
                               << "needs a folder";
}

void SourceUriTest::refuses()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto uri = parseSourceUri(text);
    QVERIFY(!uri.has_value());
    QCOMPARE(uri.error().failureClass, FailureClass::Input);
    QCOMPARE(uri.error().code, std::string("SOURCE"));
    QVERIFY2(QString::fromStdString(uri.error().message.text()).contains(says),
             uri.error().message.text().c_str());
    QCOMPARE(exitCodeFor(uri.error()), int(ExitInput));
}

void SourceUriTest::choosesADefault_data()
{
    QTest::addColumn<bool>("csi");
    QTest::addColumn<bool>("camera");
    QTest::addColumn<QString>("source");
    QTest::newRow("nothing connected") << false << false << "cards:";
    QTest::newRow("a webcam only") << false << true << "camera:";
    QTest::newRow("a CSI camera only") << true << false << "csi:0";
    QTest::newRow("both: CSI first") << true << true << "csi:0";
}

void SourceUriTest::choosesADefault()
{
    QFETCH(bool, csi);
    QFETCH(bool, camera);
    QTEST(defaultSource({csi, camera}), "source");
}

void SourceUriTest::camerasAreChosenByName_data()
{
    QTest::addColumn<QStringList>("found");
    QTest::addColumn<QStringList>("choices");
    QTest::newRow("none") << QStringList() << QStringList();
    QTest::newRow("one stays right when another takes its place")
        << QStringList{"HD Webcam=/dev/video0"} << QStringList{"HD Webcam > camera:"};
    QTest::newRow("two of different names")
        << QStringList{"HD Webcam=/dev/video0", "현미경=/dev/video2"}
        << QStringList{"HD Webcam > camera:HD Webcam", "현미경 > camera:현미경"};
    QTest::newRow("two of one kind") << QStringList{"HD Webcam=/dev/video0", "HD Webcam=/dev/video2"}
                                     << QStringList{"HD Webcam > camera:/dev/video0",
                                                    "HD Webcam (2) > camera:/dev/video2"};
}

void SourceUriTest::camerasAreChosenByName()
{
    QFETCH(QStringList, found);
    QFETCH(QStringList, choices);
    std::vector<std::pair<QString, QString>> devices;
    for (const QString& camera : found)
        devices.emplace_back(camera.section('=', 0, 0), camera.section('=', 1));
    QStringList named;
    const auto cameras = namedCameras(devices);
    for (const NamedCamera& camera : cameras) {
        named << camera.name + " > " + camera.uri;
        const auto uri = parseSourceUri(camera.uri);
        VERIFY_RESULT(uri);
        QCOMPARE(int(uri->kind), int(SourceKind::Camera));
    }
    QCOMPARE(named, choices);
    QCOMPARE(std::count_if(cameras.begin(), cameras.end(), [](const auto& c) { return c.isFirst; }),
             std::ptrdiff_t(cameras.empty() ? 0 : 1));
}

void SourceUriTest::takesWholeLaunchLines()
{
    const auto uri =
        parseSourceUri("gst:gst-launch-1.0 -v videotestsrc ! 'video/x-raw,width=64' ! autovideosink");
    QVERIFY(uri.has_value());
    QCOMPARE(uri->argument, "videotestsrc ! video/x-raw,width=64 ! autovideosink");
    const auto variable =
        parseSourceUri("gst:gst-launch-1.0 filesrc location=$FILM ! decodebin ! autovideosink");
    QVERIFY(!variable.has_value());
    QVERIFY2(variable.error().message.text().find("$FILM") != std::string::npos,
             variable.error().message.text().c_str());
}

void SourceUriTest::takesPathsLetterByLetter_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    QTest::newRow("Korean") << "video:/한글.mp4"
                            << "/한글.mp4";
    QTest::newRow("hash and percent") << "video:/a #1 100%20.mp4"
                                      << "/a #1 100%20.mp4";
    QTest::newRow("a blank at the end") << "video:/a "
                                        << "/a ";
    QTest::newRow("a line end within") << "images:/a\nb"
                                       << "/a\nb";
    QTest::newRow("a leading dash") << "images:-a"
                                    << "-a";
    QTest::newRow("not UTF-8") << "images:" + pathText("/\xBB\xE7") << pathText("/\xBB\xE7");
    QTest::newRow("a file address") << "video:file:///a%20b/%ED%95%9C.mp4"
                                    << "/a b/한.mp4";
}

void SourceUriTest::takesPathsLetterByLetter()
{
    QFETCH(QString, text);
    QFETCH(QString, path);
    const auto uri = parseSourceUri(text);
    QVERIFY(uri.has_value());
    QCOMPARE(uri->argument, path);
}

void SourceUriTest::csiPipelineIsAsTheOriginal()
{
    const QString pipeline = csiPipeline(0);
    QVERIFY(pipeline.startsWith("nvarguscamerasrc sensor-id=0 "));
    QVERIFY(pipeline.contains("width=640,height=480,framerate=30/1"));
    QVERIFY(pipeline.contains("format=BGRx ! appsink drop=true max-buffers=1 sync=false"));
    QVERIFY(pipeline::opensCamera(pipeline.toStdString()));
}

void SourceUriTest::creationTellsWhatIsMissing_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("says");
    QTest::newRow("a video that is not there") << "video:/nowhere/a.mp4"
                                               << "no video file";
    QTest::newRow("a folder as a video") << "video:/tmp"
                                         << "no video file";
    QTest::newRow("a folder that is not there") << "images:/nowhere"
                                                << "There is no folder \"/nowhere\"";
    QTest::newRow("an unknown source") << "webcam"
                                       << "is not a source";
}

void SourceUriTest::creationTellsWhatIsMissing()
{
    QFETCH(QString, text);
    QFETCH(QString, says);
    const auto source = createSource(text);
    QVERIFY(!source.has_value());
    QCOMPARE(source.error().code, std::string("SOURCE"));
    QVERIFY2(QString::fromStdString(source.error().message.text()).contains(says),
             source.error().message.text().c_str());
}

QTEST_GUILESS_MAIN(SourceUriTest)
#include "tst_source_uri.moc"
