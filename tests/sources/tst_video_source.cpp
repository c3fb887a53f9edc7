// SPDX-License-Identifier: Apache-2.0
#include "app/sources/source_factory.h"
#include "app/sources/video_source.h"
#include "tests/sources/fixtures.h"
#include "tests/support/verify_result.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace nanocap;
using namespace nanocap::sources;
using namespace nanocap::test;

class VideoSourceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void playsEveryFrameInItsColours_data();
    void playsEveryFrameInItsColours();
    void pausesAndGoesOn();
    void playsAgainAfterItsEnd();
    void refusesWhatIsNoVideo_data();
    void refusesWhatIsNoVideo();
    void canBeDroppedWhilePlaying();

private:
    QString make(const QString& name, const QStringList& arguments);

    QTemporaryDir m_folder;
};

/// A red second and a blue second, 320x240, ten frames a second.
static const QStringList redThenBlue{"-f",
                                     "lavfi",
                                     "-i",
                                     "color=c=red:s=320x240:r=10:d=1",
                                     "-f",
                                     "lavfi",
                                     "-i",
                                     "color=c=blue:s=320x240:r=10:d=1",
                                     "-filter_complex",
                                     "[0][1]concat=n=2:v=1"};

QString VideoSourceTest::make(const QString& name, const QStringList& arguments)
{
    const QString path = m_folder.filePath(name);
    if (!ffmpeg(arguments + QStringList{path}))
        return {};
    return path;
}

void VideoSourceTest::initTestCase()
{
    qputenv("NANOCAP_FILM", NANOCAP_BIN_DIR "/nanocap-film");
    if (QStandardPaths::findExecutable("ffmpeg").isEmpty())
        QSKIP("SKIP: the program ffmpeg, which makes the videos of this test, is not installed");
    QVERIFY(!make("h264.mp4", redThenBlue + QStringList{"-pix_fmt", "yuv420p", "-c:v", "libx264"}).isEmpty());
}

void VideoSourceTest::playsEveryFrameInItsColours_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("extra");
    QTest::newRow("H.264 in MP4") << "a.mp4" << QStringList{"-pix_fmt", "yuv420p", "-c:v", "libx264"};
    QTest::newRow("MPEG-4 in AVI") << "a.avi"
                                   << QStringList{"-pix_fmt", "yuv420p", "-c:v", "mpeg4", "-q:v", "2"};
    QTest::newRow("motion JPEG in Matroska")
        << "a.mkv" << QStringList{"-pix_fmt", "yuvj422p", "-c:v", "mjpeg"};
    QTest::newRow("with a sound track that nothing can play") << "sound.mp4" << QStringList();
}

void VideoSourceTest::playsEveryFrameInItsColours()
{
    QFETCH(QString, name);
    QFETCH(QStringList, extra);
    QStringList arguments = redThenBlue + extra;
    if (name == "sound.mp4") {
        arguments =
            redThenBlue.mid(0, 8) +
            QStringList{"-f",   "lavfi",  "-i",   "sine=d=2", "-filter_complex", "[0][1]concat=n=2:v=1[v]",
                        "-map", "[v]",    "-map", "2:a",      "-pix_fmt",        "yuv420p",
                        "-c:v", "libx264"};
    }
    const QString path = make(name, arguments);
    QVERIFY(!path.isEmpty());

    const auto made = createSource("video:" + path);
    VERIFY_RESULT(made);
    auto* video = qobject_cast<VideoSource*>(made->get());
    Recorder seen(*video);
    video->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.finishedCount, 1, 30000);
    QCOMPARE(video->state(), SourceState::Finished);
    QCOMPARE(seen.framesAfterFinish, 0);
    // A loaded machine may drop frames, but none comes twice.
    QVERIFY2(video->decodedFrames() >= 10 && video->decodedFrames() <= 21,
             qPrintable(QString::number(video->decodedFrames())));
    QVERIFY(seen.frames.size() >= 4 && quint64(seen.frames.size()) <= video->decodedFrames());
    int red = 0, blue = 0;
    for (const QImage& frame : seen.frames) {
        QVERIFY(isPlainRgb(frame));
        QCOMPARE(frame.size(), QSize(320, 240));
        const QColor colour = frame.pixelColor(160, 120);
        if (isNear(colour, Qt::blue, 12)) {
            ++blue;
        } else {
            QVERIFY2(isNear(colour, Qt::red, 12), qPrintable(colour.name()));
            QCOMPARE(blue, 0);
            ++red;
        }
    }
    QVERIFY(red > 0 && blue > 0);
    QVERIFY(!video->failure());
}

void VideoSourceTest::pausesAndGoesOn()
{
    const auto video = std::move(*createSource("video:" + m_folder.filePath("h264.mp4")));
    Recorder seen(*video);
    video->start();
    QTRY_VERIFY_WITH_TIMEOUT(seen.frames.size() >= 3, 20000);
    video->stop();
    const auto count = seen.frames.size();
    QCOMPARE(video->state(), SourceState::Off);
    QTest::qWait(300);
    QCOMPARE(seen.frames.size(), count);
    video->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.finishedCount, 1, 30000);
    QVERIFY(seen.frames.size() > count);
    QVERIFY(isNear(seen.frames.last().pixelColor(9, 9), Qt::blue, 12));
}

void VideoSourceTest::playsAgainAfterItsEnd()
{
    const auto video = std::move(*createSource("video:" + m_folder.filePath("h264.mp4")));
    Recorder seen(*video);
    video->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.finishedCount, 1, 30000);
    const auto count = seen.frames.size();
    video->start();
    QTRY_COMPARE_WITH_TIMEOUT(seen.finishedCount, 2, 30000);
    QVERIFY(seen.frames.size() > count);
    QVERIFY(isNear(seen.frames[count].pixelColor(9, 9), Qt::red, 12));
}

void VideoSourceTest::refusesWhatIsNoVideo_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("text called a video") << "text.mp4" << QByteArray("this is no video\n").repeated(200);
    QTest::newRow("an empty file") << "empty.mp4" << QByteArray();
    QTest::newRow("a video cut off before its index") << "cut.mp4" << QByteArray("cut");
    QTest::newRow("sound only") << "sound.wav" << QByteArray("sound");
}

void VideoSourceTest::refusesWhatIsNoVideo()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    const QString path = m_folder.filePath(name);
    if (bytes == "cut") {
        QFile whole(m_folder.filePath("h264.mp4"));
        QVERIFY(whole.open(QIODevice::ReadOnly));
        bytes = whole.readAll().left(1200);
    }
    if (bytes == "sound")
        QVERIFY(!make(name, {"-f", "lavfi", "-i", "sine=d=0.3"}).isEmpty());
    else
        QVERIFY(writeBytes(path, bytes));

    const auto video = std::move(*createSource("video:" + path));
    Recorder seen(*video);
    video->start();
    QTRY_COMPARE_WITH_TIMEOUT(video->state(), SourceState::Failed, 30000);
    QCOMPARE(seen.finishedCount, 0);
    QVERIFY(seen.frames.isEmpty());
    QVERIFY(video->failure().has_value());
    QCOMPARE(video->failure()->failureClass, FailureClass::Input);
    QCOMPARE(video->failure()->code, std::string("SOURCE"));
    QVERIFY2(QString::fromStdString(video->failure()->message.text()).contains(name + " cannot be played: "),
             video->failure()->message.text().c_str());
    qInfo("%s", video->failure()->message.text().c_str());
}

void VideoSourceTest::canBeDroppedWhilePlaying()
{
    for (int i = 0; i < 3; ++i) {
        auto video = std::move(*createSource("video:" + m_folder.filePath("h264.mp4")));
        Recorder seen(*video);
        video->start();
        QTRY_VERIFY_WITH_TIMEOUT(!seen.frames.isEmpty(), 20000);
    }
}

QTEST_MAIN(VideoSourceTest)
#include "tst_video_source.moc"
