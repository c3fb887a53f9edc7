// SPDX-License-Identifier: Apache-2.0
// The window program in unattended runs, and what it has mapped while it loads and captions.
#include "tests/acceptance/program.h"

#include <QDir>
#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QTest>

#include <filesystem>
#include <fstream>

using namespace nanocap::tests;

namespace {

/// Libraries the window must never map while it shows the cards.
bool mapsEngineLibraries(qint64 pid)
{
    QFile maps(QStringLiteral("/proc/%1/maps").arg(pid));
    if (!maps.open(QIODevice::ReadOnly))
        return false;
    const QByteArray text = maps.readAll();
    return text.contains("libtorch") || text.contains("libopencv") || text.contains("libc10");
}

} // namespace

class TestNanocap : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void captionsTheCardsAndReports()
    {
        const auto r = runWindow({"--model", "1", "--source", "cards:", "--captions", "3"});
        QCOMPARE(r.exitCode, 0);
        const auto o = report();
        QCOMPARE(o["captions"].toArray().size(), 3);
        QCOMPARE(o["exit"].toInt(), 0);
        QCOMPARE(o["source"].toString(), QStringLiteral("cards:"));
        QVERIFY(o["frames"].toInt() >= 3);
        QVERIFY(o["window_peak_rss"].toInteger() >= o["window_rss"].toInteger());
        QVERIFY2(o["longest_stall_ms"].toInt() < 500, QByteArray::number(o["longest_stall_ms"].toInt()));
        QCOMPARE(o["load"].toObject()["rows"].toArray().size(), 10);
    }

    void captionsAFolderOfPicturesInOrder()
    {
        QTemporaryDir folder;
        QFile::copy(source("resources/cards/fox-blue.png"), folder.filePath("b.png"));
        QFile::copy(source("resources/cards/castle-pink.png"), folder.filePath("a.png"));
        QFile broken(folder.filePath("c.png"));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("no picture");
        broken.close();
        const auto r = runWindow({"--model", "1", "--source", "images:" + folder.path(), "--captions", "9"});
        QCOMPARE(r.exitCode, 6);
        const auto captions = report()["captions"].toArray();
        QCOMPARE(captions.size(), 3);
        QVERIFY(captions[0].toObject()["image"].toString().endsWith("a.png"));
        QVERIFY(captions[1].toObject()["image"].toString().endsWith("b.png"));
        QVERIFY(captions[2].toObject().contains("failure"));
    }

    void refusalAndRescue()
    {
        m_environment.insert("NANOCAP_MEMINFO_ROOT", source("tests/memory/fixtures/floor_934mb"));
        const auto refused = runWindow({"--model", "1", "--source", "cards:", "--captions", "1"});
        const auto failure = report()["failure"].toObject();
        const auto loaded =
            runWindow({"--model", "1", "--source", "cards:", "--captions", "1", "--min-available", "auto"});
        m_environment.remove("NANOCAP_MEMINFO_ROOT");
        QCOMPARE(refused.exitCode, 3);
        QVERIFY(failure["message"].toString().contains("266 MB short"));
        QCOMPARE(loaded.exitCode, 0);
    }

    void exitCodes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("unknown option") << QStringList{"--frobnicate"} << 2;
        QTest::newRow("unknown model") << QStringList{"--model", "no-such-model"} << 2;
        QTest::newRow("bad checkpoint") << QStringList{"--model", source("README.md")} << 4;
        QTest::newRow("no such source")
            << QStringList{"--model", "1", "--source", "tape:", "--captions", "1"} << 6;
        QTest::newRow("no such film")
            << QStringList{"--model", "1", "--source", "video:/nowhere.mp4", "--captions", "1"} << 6;
    }
    void exitCodes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const auto r = runWindow(arguments);
        QVERIFY(!r.crashed);
        QCOMPARE(r.exitCode, exitCode);
        QVERIFY(!r.err.trimmed().isEmpty());
    }

    void savesAPictureOfEveryPage()
    {
        const auto r =
            runWindow({"--model", "1", "--source", "cards:", "--captions", "2", "--size", "800x480",
                       "--language", "ko", "--screenshot", m_state.filePath("pictures")});
        QCOMPARE(r.exitCode, 0);
        const auto names = QDir(m_state.filePath("pictures")).entryList(QDir::Files);
        QVERIFY2(names.contains("live-800x480-ko.png"), qPrintable(names.join(' ')));
        QVERIFY2(names.contains("loading-800x480-ko.png"), qPrintable(names.join(' ')));
        QCOMPARE(QImage(m_state.filePath("pictures/live-800x480-ko.png")).size(), QSize(800, 480));
    }

    void theWindowNeverMapsLibtorchOrOpenCv()
    {
        QProcess window;
        window.setProcessEnvironment(m_environment);
        window.start(program("nanocap"), {"--model", "1", "--source", "cards:", "--captions", "5",
                                          "--quit-after-done", "--min-available", "auto"});
        QVERIFY(window.waitForStarted());
        int looks = 0;
        while (window.state() == QProcess::Running && looks < 10'000) {
            QVERIFY(!mapsEngineLibraries(window.processId()));
            ++looks;
            window.waitForFinished(20);
        }
        QCOMPARE(window.exitCode(), 0);
        QVERIFY(looks > 10); // before, during and after the load
    }

    void reportAndPicturesGoWhereTheNameSays()
    {
        const QByteArray folder = m_state.path().toUtf8() + "/\xBB\xE7\xC1\xF8";
        // QProcess would write these bytes as it understands them; a shell hands them over as they are.
        const QByteArray line = "exec '" NANOCAP_BIN_DIR "/nanocap' --model 1 --captions 1 --source cards: "
                                "--min-available auto --quit-after-done --report '" +
                                folder + "/report.json' --frames '" + folder + "' --screenshot '" + folder +
                                "'";
        const std::string script = m_state.filePath("run.sh").toStdString();
        std::filesystem::create_directories(folder.toStdString());
        std::ofstream(script) << line.toStdString() << '\n';
        QProcess shell;
        shell.setProcessEnvironment(m_environment);
        shell.start(QStringLiteral("/bin/sh"), {QString::fromStdString(script)});
        QVERIFY(shell.waitForFinished(60'000));
        QVERIFY2(shell.exitCode() == 0, shell.readAllStandardError().constData());
        for (const char* name : {"/report.json", "/000001.png", "/live-1280x800-en.png"})
            QVERIFY2(std::filesystem::exists(folder.toStdString() + name), name);
        std::filesystem::remove_all(folder.toStdString()); // QTemporaryDir cannot
    }

    void anInterruptedRunIsACancelledOne()
    {
        auto environment = cleanEnvironment(m_state);
        environment.insert("NANOCAP_TEST_HOLD", "WEIGHTS");
        QFile::remove(m_state.filePath("report.json"));
        QFile::remove(m_state.filePath("journal.log"));
        QProcess window;
        window.setProcessEnvironment(environment);
        window.start(program("nanocap"),
                     {"--model", "1", "--captions", "5", "--quit-after-done", "--min-available", "auto",
                      "--report", m_state.filePath("report.json")});
        const QString journal = m_state.filePath("journal.log");
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                QFile file(journal);
                return file.open(QIODevice::ReadOnly) && file.readAll().contains("row=WEIGHTS");
            }(),
            30'000);
        window.terminate();
        QVERIFY(window.waitForFinished(10'000));
        QCOMPARE(window.exitStatus(), QProcess::NormalExit);
        QCOMPARE(window.exitCode(), 7);
        QCOMPARE(report()["exit"].toInt(), 7);
        QCOMPARE(report()["failure"].toObject()["code"].toString(), QStringLiteral("CANCELLED"));
        QCOMPARE(report()["failure"].toObject()["row"].toString(), QStringLiteral("WEIGHTS"));
    }

    void captionsWithoutAModelAreAUsageError()
    {
        const auto r = run("nanocap", {"--captions", "1", "--quit-after-done"}, cleanEnvironment(m_state));
        QCOMPARE(r.exitCode, 2);
        QVERIFY2(r.err.contains("--model"), r.err);
    }

    void beingAskedToEndIsACleanStop()
    {
        QProcess window;
        window.setProcessEnvironment(m_environment);
        window.start(program("nanocap"),
                     {"--model", "1", "--source", "cards:", "--captions", "100000", "--min-available", "auto",
                      "--screenshot", m_state.filePath("running")});
        const QString live = m_state.filePath("running/live-1280x800-en.png");
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(live), 60'000);
        window.terminate();
        QVERIFY(window.waitForFinished(30'000));
        QCOMPARE(window.exitStatus(), QProcess::NormalExit);
        const auto journal = run("nanocapctl", {"journal", "--json"}, m_environment).json();
        QCOMPARE(journal["entries"].toArray().last().toObject()["event"].toString(), QStringLiteral("stop"));
        QVERIFY(!journal["last_life"].toString().contains("unexpectedly"));
    }

    void theFirstMenuTakesUnderSixtyMegabytes()
    {
        const auto r = runWindow({"--screenshot", m_state.filePath("menu")});
        QCOMPARE(r.exitCode, 0);
        const qint64 resident = report()["window_rss"].toInteger();
        QVERIFY2(resident > 0 && resident < (60LL << 20), QByteArray::number(resident >> 20) + " MB");
    }

    void captionsAFolderWithNamesThatAreNotUtf8()
    {
        QTemporaryDir folder;
        const std::string path = folder.path().toStdString();
        for (const char* name : {"/a.png", "/\xBB\xE7\xC1\xF8.png", "/\xB0\xAD.png"})
            std::filesystem::copy_file(
                source("resources/models/golden/flashcards-en-pruned-1.png").toStdString(), path + name);
        const auto r = runWindow({"--model", "flashcards-en-pruned", "--min-available", "auto", "--source",
                                  "images:" + folder.path(), "--captions", "9"});
        for (const char* name : {"/\xBB\xE7\xC1\xF8.png", "/\xB0\xAD.png"})
            std::filesystem::remove(path + name); // QTemporaryDir cannot
        QCOMPARE(r.exitCode, 0);
        const auto captions = report()["captions"].toArray();
        QCOMPARE(captions.size(), 3);
        for (const auto& caption : captions)
            QCOMPARE(caption.toObject()["text"].toString(),
                     QStringLiteral("a rocket on a purple background"));
        QVERIFY(captions[2].toObject()["image"].toString().endsWith("\\xBB\\xE7\\xC1\\xF8.png"));
    }

    void namesAFolderWithoutReadablePictures()
    {
        QTemporaryDir folder;
        for (const char* name : {"a.heic", "b.HEIC", "c.heic"}) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray("\0\0\0\x18"
                                  "ftypheic\0\0\0\0mif1heic",
                                  24));
        }
        const auto r = runWindow({"--model", "1", "--min-available", "auto", "--source",
                                  "images:" + folder.path(), "--captions", "9"});
        QCOMPARE(r.exitCode, 6);
        QVERIFY2(report()["failure"].toObject()["message"].toString().contains("3 HEIC files"),
                 r.err.constData());
    }

private:
    Finished runWindow(const QStringList& arguments)
    {
        QFile::remove(m_state.filePath("report.json"));
        return run("nanocap",
                   arguments + QStringList{"--quit-after-done", "--report", m_state.filePath("report.json")},
                   m_environment);
    }
    QJsonObject report() const
    {
        QFile file(m_state.filePath("report.json"));
        return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object()
                                              : QJsonObject();
    }
    QTemporaryDir m_state;
    QProcessEnvironment m_environment = cleanEnvironment(m_state);
};

QTEST_GUILESS_MAIN(TestNanocap)
#include "tst_nanocap.moc"
