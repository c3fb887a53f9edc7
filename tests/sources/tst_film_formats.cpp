// SPDX-License-Identifier: Apache-2.0
#include "app/sources/source_factory.h"
#include "core/base/path_text.h"
#include "tests/sources/fixtures.h"

#include <QDir>
#include <QFile>
#include <QLinearGradient>
#include <QPainter>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdlib>
#include <unistd.h>

using namespace nanocap;
using namespace nanocap::sources;
using namespace nanocap::test;

/// Films as ffmpeg makes them, each beside what ffmpeg itself sees in them.
class FilmFormatsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void showsWhatFfmpegSees_data();
    void showsWhatFfmpegSees();
    void turnsFilmsAsTheirMatrixSays_data();
    void turnsFilmsAsTheirMatrixSays();
    void turnsEveryPictureWhenTheFirstTellsHow();
    void showsPixelsThatAreNotSquareInTheirProportions();
    void makesLargeFilmsSmaller();
    void laysTransparencyOverWhite();
    void saysWhereAFilmIsCutOff_data();
    void saysWhereAFilmIsCutOff();
    void callsNoFilmCutOffThatBeginsLate_data();
    void callsNoFilmCutOffThatBeginsLate();
    void countsDamagedPictures();
    void namesWhatIsNoFilm_data();
    void namesWhatIsNoFilm();
    void opensFilesWithAnyName_data();
    void opensFilesWithAnyName();

private:
    /// Makes a film of the test card, 3 pictures long.
    bool make(const QString& name, const QString& arguments, QSize size = {160, 120});
    QString path(const QString& name) const { return m_folder.filePath(name); }
    /// Plays a film to its end. The last picture, null when it failed.
    QImage play(const QString& file);
    QImage card(QSize size) const;

    QTemporaryDir m_folder;
    QString m_text;           ///< the last state's
    SourceState m_state = {}; ///< the last one
};

static double difference(const QImage& a, const QImage& b)
{
    if (a.size() != b.size() || a.isNull())
        return 999;
    double sum = 0;
    for (int y = 0; y < a.height(); ++y) {
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            sum +=
                std::abs(qRed(p) - qRed(q)) + std::abs(qGreen(p) - qGreen(q)) + std::abs(qBlue(p) - qBlue(q));
        }
    }
    return sum / (3.0 * a.width() * a.height());
}

QImage FilmFormatsTest::card(QSize size) const
{
    QImage image(size, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, size.width(), size.height());
    sky.setColorAt(0, QColor(20, 60, 200));
    sky.setColorAt(0.5, QColor(240, 230, 90));
    sky.setColorAt(1, QColor(180, 20, 40));
    painter.fillRect(image.rect(), sky);
    painter.fillRect(QRect(0, 0, size.width() / 4, size.height() / 4), QColor(230, 30, 30));
    painter.fillRect(QRect(size.width() / 2, size.height() / 2, size.width() / 4, size.height() / 4),
                     QColor(30, 200, 60));
    return image;
}

bool FilmFormatsTest::make(const QString& name, const QString& arguments, QSize size)
{
    const QString still = path(QString("card%1x%2.png").arg(size.width()).arg(size.height()));
    if (!QFile::exists(still) && !card(size).save(still))
        return false;
    return ffmpeg(QStringList{"-loop", "1", "-framerate", "25", "-t", "0.12", "-i", still} +
                  arguments.split(' ', Qt::SkipEmptyParts) + QStringList{path(name)});
}

QImage FilmFormatsTest::play(const QString& file)
{
    const auto film = std::move(*createSource("video:" + file));
    Recorder seen(*film);
    film->start();
    const bool ended = QTest::qWaitFor(
        [&] { return film->state() == SourceState::Finished || film->state() == SourceState::Failed; },
        15000);
    m_state = film->state();
    m_text = QString::fromStdString(film->stateText().text());
    return ended && !seen.frames.isEmpty() ? seen.frames.last() : QImage();
}

void FilmFormatsTest::initTestCase()
{
    qputenv("NANOCAP_FILM", NANOCAP_BIN_DIR "/nanocap-film");
    if (QStandardPaths::findExecutable("ffmpeg").isEmpty())
        QSKIP("SKIP: the program ffmpeg, which makes the films of this test, is not installed");
}

void FilmFormatsTest::showsWhatFfmpegSees_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("matrix");
    const QSize usual(160, 120);
    const auto add = [&](const QString& name, const QString& arguments, QSize size = {160, 120},
                         const QString& matrix = "auto") {
        QTest::newRow(qPrintable(name)) << name << arguments << size << matrix;
    };
    for (const char* format : {"yuv420p", "yuvj420p", "yuv422p", "yuvj422p", "yuv444p", "yuv420p10le",
                               "yuv422p10le", "gray", "nv12"})
        add(QString("h264 %1.mp4").arg(format), QString("-c:v libx264 -pix_fmt %1").arg(format));
    add("h264 gbrp.mkv", "-c:v libx264rgb -pix_fmt rgb24");
    for (const char* format : {"yuvj420p", "yuvj422p", "yuvj444p"})
        add(QString("mjpeg %1.avi").arg(format), QString("-c:v mjpeg -q:v 2 -pix_fmt %1").arg(format));
    for (const char* format : {"yuv420p", "yuv422p", "yuv444p", "gbrp", "yuv420p10le"})
        add(QString("vp9 %1.webm").arg(format),
            QString("-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -pix_fmt %1").arg(format));
    for (const char* format : {"rgb24", "gray", "pal8", "rgb48be", "monob"})
        add(QString("png %1.mov").arg(format), QString("-c:v png -pix_fmt %1").arg(format));
    for (const char* format : {"yuv420p", "rgb24", "bgr24", "nv12", "yuyv422", "uyvy422", "gbrp", "gray",
                               "gray16le", "yuv422p10le", "yuv444p12le", "rgb565le", "p010le", "yuv411p"})
        add(QString("rawvideo %1.nut").arg(format), QString("-c:v rawvideo -pix_fmt %1").arg(format));
    add("hevc 12 bit.mp4", "-c:v libx265 -x265-params log-level=none -pix_fmt yuv420p12le");
    add("mpeg4.avi", "-c:v mpeg4 -q:v 2");
    add("gif.gif", "");
    add("prores.mov", "-c:v prores_ks -pix_fmt yuv422p10le");
    add("ffv1 gbrp14le.mkv", "-c:v ffv1 -pix_fmt gbrp14le");
    add("mpeg2.ts", "-c:v mpeg2video -q:v 2");
    for (const QSize size : {QSize(161, 121), QSize(17, 9), QSize(1, 1)}) {
        add(QString("odd %1x%2.mkv").arg(size.width()).arg(size.height()), "-c:v ffv1 -pix_fmt yuv420p",
            size);
        add(QString("odd rgb %1x%2.nut").arg(size.width()).arg(size.height()), "-c:v rawvideo -pix_fmt rgb24",
            size);
    }
    add("untagged 718 lines.mkv", "-c:v ffv1 -pix_fmt yuv444p", {64, 718}, "bt601");
    add("untagged 720 lines.mkv", "-c:v ffv1 -pix_fmt yuv444p", {64, 720}, "bt709");
    for (const char* range : {"tv", "pc"}) {
        for (const char* space : {"smpte170m", "bt709", "bt2020nc"})
            add(QString("tagged %1 %2.mkv").arg(space, range),
                QString("-c:v libx264 -qp 0 -pix_fmt yuv444p -colorspace %1 -color_range %2")
                    .arg(space, range),
                usual);
    }
}

void FilmFormatsTest::showsWhatFfmpegSees()
{
    QFETCH(QString, name);
    QFETCH(QString, arguments);
    QFETCH(QSize, size);
    QFETCH(QString, matrix);
    QVERIFY(make(name, arguments, size));
    QByteArray bytes;
    QVERIFY(ffmpeg({"-i", path(name), "-vf", "scale=in_color_matrix=" + matrix + ",format=rgb24", "-f",
                    "rawvideo", "-pix_fmt", "rgb24", "-"},
                   &bytes));
    const qsizetype one = qsizetype(size.width()) * size.height() * 3;
    QVERIFY(bytes.size() >= one);
    // The last picture: what dithers carries something over from one to the next.
    const QByteArray last = bytes.right(one);
    const QImage right(reinterpret_cast<const uchar*>(last.constData()), size.width(), size.height(),
                       size.width() * 3, QImage::Format_RGB888);
    const QImage shown = play(path(name));
    QVERIFY2(m_state == SourceState::Finished, qPrintable(m_text));
    QCOMPARE(m_text, "The film has ended.");
    QCOMPARE(shown.size(), size);
    const double off = difference(shown, right);
    QVERIFY2(off < 2.5, qPrintable(QString::number(off)));
}

void FilmFormatsTest::turnsFilmsAsTheirMatrixSays_data()
{
    QTest::addColumn<QList<int>>("matrix"); // a b c d of the track header
    QTest::addColumn<QTransform>("turn");
    QTest::newRow("as it lies") << QList<int>{1, 0, 0, 1} << QTransform();
    QTest::newRow("90 degrees") << QList<int>{0, 1, -1, 0} << QTransform().rotate(90);
    QTest::newRow("180 degrees") << QList<int>{-1, 0, 0, -1} << QTransform().rotate(180);
    QTest::newRow("270 degrees") << QList<int>{0, -1, 1, 0} << QTransform().rotate(270);
    QTest::newRow("left and right exchanged") << QList<int>{-1, 0, 0, 1} << QTransform().scale(-1, 1);
    QTest::newRow("top and bottom exchanged") << QList<int>{1, 0, 0, -1} << QTransform().scale(1, -1);
    QTest::newRow("mirrored about the diagonal") << QList<int>{0, 1, 1, 0} << QTransform(0, 1, 1, 0, 0, 0);
}

void FilmFormatsTest::turnsFilmsAsTheirMatrixSays()
{
    QFETCH(QList<int>, matrix);
    QFETCH(QTransform, turn);
    QVERIFY(make("turned.mp4", "-c:v libx264 -qp 0 -pix_fmt yuv444p"));
    QFile file(path("turned.mp4"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    // The matrix is the last thing but the size in the version 0 track header.
    const qsizetype at = bytes.indexOf("tkhd") + 4 + 40;
    QVERIFY(at > 44);
    const int places[] = {0, 4, 12, 16};
    for (int i = 0; i < 4; ++i) {
        const auto value = quint32(matrix[i] * 65536);
        for (int byte = 0; byte < 4; ++byte)
            bytes[at + places[i] + byte] = char(value >> (24 - 8 * byte));
    }
    QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
    file.close();
    const double off = difference(play(file.fileName()), card({160, 120}).transformed(turn));
    QVERIFY2(off < 2.5, qPrintable(QString::number(off)));
}

void FilmFormatsTest::turnsEveryPictureWhenTheFirstTellsHow()
{
    QVERIFY(make("told.mp4", "-c:v libx264 -qp 0 -pix_fmt yuv444p "
                             "-bsf:v h264_metadata=display_orientation=insert:rotate=90"));
    const double off =
        difference(play(path("told.mp4")), card({160, 120}).transformed(QTransform().rotate(-90)));
    QVERIFY2(off < 2.5, qPrintable(QString::number(off)));
}

void FilmFormatsTest::showsPixelsThatAreNotSquareInTheirProportions()
{
    QVERIFY(make("wide.mkv", "-c:v libx264 -pix_fmt yuv420p -vf setsar=2/1"));
    QCOMPARE(play(path("wide.mkv")).size(), QSize(320, 120));
    QVERIFY(make("high.mkv", "-c:v libx264 -pix_fmt yuv420p -vf setsar=1/2"));
    QCOMPARE(play(path("high.mkv")).size(), QSize(160, 240));
}

void FilmFormatsTest::makesLargeFilmsSmaller()
{
    QVERIFY(
        make("large.mp4", "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -colorspace bt709", {3840, 2160}));
    const QImage shown = play(path("large.mp4"));
    QCOMPARE(shown.size(), QSize(1280, 720));
}

void FilmFormatsTest::laysTransparencyOverWhite()
{
    QVERIFY(make("clear.mov", "-c:v png -vf format=rgba,colorchannelmixer=aa=0"));
    const QImage shown = play(path("clear.mov"));
    QCOMPARE(shown.size(), QSize(160, 120));
    QVERIFY(isNear(shown.pixelColor(5, 5), Qt::white, 2));
}

void FilmFormatsTest::saysWhereAFilmIsCutOff_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QString>("whole");
    QTest::newRow("MP4 with its index first") << "cut.mp4"
                                              << "-c:v mjpeg -q:v 2 -movflags +faststart"
                                              << " s of 4.0 s. ";
    QTest::newRow("Matroska") << "cut.mkv"
                              << "-c:v mjpeg -q:v 2"
                              << " s of 4.0 s. ";
    QTest::newRow("AVI, whose length FFmpeg guesses from its size") << "cut.avi"
                                                                    << "-c:v mjpeg -q:v 2"
                                                                    << " s. ";
}

void FilmFormatsTest::saysWhereAFilmIsCutOff()
{
    QFETCH(QString, name);
    QFETCH(QString, arguments);
    QFETCH(QString, whole);
    QVERIFY(ffmpeg(QStringList{"-f", "lavfi", "-i", "testsrc=s=160x120:r=10:d=4"} + arguments.split(' ') +
                   QStringList{path(name)}));
    QFile file(path(name));
    QVERIFY(file.resize(file.size() / 2));
    const QImage shown = play(path(name));
    QVERIFY(!shown.isNull());
    QCOMPARE(m_state, SourceState::Finished);
    QVERIFY2(m_text.contains(name + " is cut off after ") && m_text.contains(whole), qPrintable(m_text));
}

void FilmFormatsTest::callsNoFilmCutOffThatBeginsLate_data()
{
    QTest::addColumn<QString>("ending");
    QTest::addColumn<int>("percent");
    QTest::addColumn<QString>("said");
    for (const char* ending : {"mp4", "mkv", "ts"})
        QTest::addRow("whole %s", ending) << ending << 100 << "The film has ended.";
    QTest::newRow("half mkv") << "mkv" << 50 << "The film late.mkv is cut off after ";
}

void FilmFormatsTest::callsNoFilmCutOffThatBeginsLate()
{
    QFETCH(QString, ending);
    QFETCH(int, percent);
    QFETCH(QString, said);
    const QString name = "late." + ending;
    QVERIFY(ffmpeg({"-f", "lavfi", "-i", "testsrc=s=160x120:r=10:d=3", "-c:v", "mpeg4", "-output_ts_offset",
                    "40000", path(name)}));
    QFile file(path(name));
    QVERIFY(file.resize(file.size() * percent / 100));
    QVERIFY(!play(path(name)).isNull());
    QVERIFY2(m_state == SourceState::Finished && m_text.startsWith(said), qPrintable(m_text));
}

void FilmFormatsTest::countsDamagedPictures()
{
    QVERIFY(ffmpeg({"-f", "lavfi", "-i", "testsrc=s=160x120:r=25:d=0.4", "-c:v", "png", path("whole.mov")}));
    QFile file(path("whole.mov"));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray bytes = file.readAll();
    int spoiled = 0;
    for (qsizetype at = bytes.indexOf("IHDR"); at >= 0 && spoiled < 7;
         at = bytes.indexOf("IHDR", at + 1), ++spoiled)
        bytes[at] = 'X';
    QCOMPARE(spoiled, 7);
    QVERIFY(file.seek(0) && file.write(bytes) == bytes.size());
    file.close();
    QVERIFY(!play(path("whole.mov")).isNull());
    QCOMPARE(m_text, "The film has ended. 7 of its 10 pictures are damaged and were not shown.");
}

void FilmFormatsTest::namesWhatIsNoFilm_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("named");
    QTest::newRow("nothing") << QByteArray() << "empty";
    QTest::newRow("text") << QByteArray("this is no film\n").repeated(99) << "no film in any known format";
    QTest::newRow("a playlist") << QByteArray("#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n/etc/passwd\n")
                                << "list";
    QTest::newRow("an ffconcat list") << QByteArray("ffconcat version 1.0\nfile a.mp4\n") << "list";
    QTest::newRow("a session description")
        << QByteArray(
               "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nc=IN IP4 127.0.0.1\nt=0 0\nm=video 5004 RTP/AVP 96\n")
        << "list";
    QTest::newRow("a picture") << QByteArray("card") << "a single picture";
    QTest::newRow("sound") << QByteArray("sound") << "no pictures in it";
    QTest::newRow("an index that is missing") << QByteArray("cut") << "missing";
}

void FilmFormatsTest::namesWhatIsNoFilm()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, named);
    if (bytes == "cut" || bytes == "card") {
        QVERIFY(make("a.mp4", "-c:v mjpeg"));
        QFile file(path(bytes == "cut" ? "a.mp4" : "card160x120.png"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        bytes = bytes == "cut" ? file.readAll().left(2000) : file.readAll();
    }
    if (bytes == "sound")
        QVERIFY(ffmpeg({"-f", "lavfi", "-i", "sine=d=0.3", path("no.mp4")}));
    else
        QVERIFY(writeBytes(path("no.mp4"), bytes));
    QVERIFY(play(path("no.mp4")).isNull());
    QCOMPARE(m_state, SourceState::Failed);
    QVERIFY2(m_text.startsWith("The film no.mp4 cannot be played: ") && m_text.contains(named),
             qPrintable(m_text));
}

void FilmFormatsTest::opensFilesWithAnyName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("Korean") << QByteArray("한글.mp4");
    QTest::newRow("umlauts and spaces") << QByteArray("Größe äöü.mp4");
    QTest::newRow("what means something in an address") << QByteArray("100%25 #1?.mp4");
    QTest::newRow("a colon") << QByteArray("file:a.mp4");
    QTest::newRow("bytes that are not UTF-8") << QByteArray("\xc7\xd1\xb1\xdb.mp4");
}

void FilmFormatsTest::opensFilesWithAnyName()
{
    QFETCH(QByteArray, name);
    QVERIFY(make("plain.mp4", "-c:v libx264 -pix_fmt yuv420p"));
    const QByteArray folder = QFile::encodeName(m_folder.path());
    QVERIFY(QDir(m_folder.path()).mkpath("f"));
    const QByteArray target = folder + "/f/" + name;
    QCOMPARE(::rename((folder + "/plain.mp4").constData(), target.constData()), 0);
    const QImage shown = play(pathText(target.toStdString()));
    // Not by Qt, which could not.
    ::unlink(target.constData());
    QVERIFY2(!shown.isNull(), qPrintable(m_text));
}

QTEST_MAIN(FilmFormatsTest)
#include "tst_film_formats.moc"
