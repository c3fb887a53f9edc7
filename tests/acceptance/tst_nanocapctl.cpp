// SPDX-License-Identifier: Apache-2.0
// nanocapctl as other programs rely on it: JSON, exit codes, sentences.
#include "tests/acceptance/program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace nanocap::tests;

namespace {
const QStringList rowCodes{"CLASS", "CHECKPOINT", "CLEANUP-1", "CHECK",   "NOGRAD",
                           "BUILD", "EVAL",       "CLEANUP-2", "WEIGHTS", "CLEANUP"};

void checkRows(const QJsonObject& object)
{
    const auto rows = object["load"].toObject()["rows"].toArray();
    QCOMPARE(rows.size(), rowCodes.size());
    for (int i = 0; i < rows.size(); ++i) {
        const auto row = rows[i].toObject();
        QCOMPARE(row["code"].toString(), rowCodes[i]);
        for (const char* key : {"state", "seconds", "available_before", "available_after", "engine_rss",
                                "engine_peak_rss", "tensor_bytes", "regained", "message"})
            QVERIFY2(row.contains(QLatin1String(key)), key);
        QVERIFY(QStringList({"done", "failed", "skipped"}).contains(row["state"].toString()));
    }
}
} // namespace

class TestNanocapctl : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void inspectSaysWhatIsInIt()
    {
        const auto r = ctl({"inspect", "flashcards-en", "--json"});
        QCOMPARE(r.exitCode, 0);
        const auto o = r.json();
        QCOMPARE(o["schema"].toInt(), 1);
        QVERIFY(o["verified"].toBool());
        QCOMPARE(o["dims"].toObject()["decoder_dim"].toInt(), 256);
        QCOMPARE(o["dims"].toObject()["width_mult"].toDouble(), 1.0);
        QVERIFY(o["tensors"].toArray().size() > 200);
        QVERIFY(o["vocabulary"].toInt() > 100);
    }

    void thePinComesFromStandardInputAndNeverFromTheCommandLine()
    {
        QCOMPARE(ctl({"pin", "--json"}).json()["pin"].toString(), "none");
        const auto given = ctl({"pin", "--set", "4711"});
        QCOMPARE(given.exitCode, 2);
        QVERIFY(!given.err.contains("4711"));
        QCOMPARE(ctl({"pin", "--set"}, "47\n").exitCode, 2);
        QCOMPARE(ctl({"pin", "--set"}).exitCode, 2);
        QCOMPARE(ctl({"pin", "--json"}).json()["pin"].toString(), "none");
        const auto set = ctl({"pin", "--set"}, "4711\n");
        QCOMPARE(set.exitCode, 0);
        QVERIFY(!set.out.contains("4711") && !set.err.contains("4711"));
        QCOMPARE(ctl({"pin", "--json"}).json()["pin"].toString(), "set");
        QCOMPARE(ctl({"pin", "--set", "--reset"}).exitCode, 2);
        QCOMPARE(ctl({"doctor", "--reset"}).exitCode, 2);
        QCOMPARE(ctl({"pin", "--reset"}).exitCode, 0);
        QCOMPARE(ctl({"pin", "--json"}).json()["pin"].toString(), "none");
    }

    void theSettingsFileHoldsHereToo()
    {
        QVERIFY(QDir(m_state.path()).mkpath("nanocap"));
        QFile settings(m_state.filePath("nanocap/settings.json"));
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write(R"({"minimum_available_mb": 500})");
        settings.close();
        QCOMPARE(ctl({"plan", "1", "--json"}).json()["floor"].toInteger(), qint64(500) << 20);
        QCOMPARE(ctl({"plan", "1", "--json", "--min-available", "600"}).json()["floor"].toInteger(),
                 qint64(600) << 20);
        QVERIFY(settings.open(QIODevice::WriteOnly));
        settings.write(R"({"minimum_available_mb": "12oo"})");
        settings.close();
        const auto odd = ctl({"plan", "1", "--json"});
        QCOMPARE(odd.json()["floor"].toInteger(), qint64(1200) << 20);
        QVERIFY2(odd.err.contains("minimum_available_mb takes a number of megabytes or \"auto\"."),
                 odd.err.constData());
        QVERIFY(settings.remove());
        QCOMPARE(ctl({"plan", "1", "--json"}).json()["floor"].toInteger(), qint64(1200) << 20);
    }

    void planPrintsNeedAgainstWhatIsThere()
    {
        const auto o = ctl({"plan", "1", "--json"}).json();
        const auto need = o["need"].toObject();
        qint64 sum = 0;
        for (const char* part : {"runtime", "weights", "converted", "parsing", "working"})
            sum += need[QLatin1String(part)].toInteger();
        QCOMPARE(need["total"].toInteger(), sum);
        QCOMPARE(need["hard"].toInteger() + need["soft"].toInteger(), sum);
        QCOMPARE(o["required"].toInteger(), std::max(o["floor"].toInteger(), sum + o["reserve"].toInteger()));
        QCOMPARE(o["rows"].toArray().size(), 10);
        QVERIFY(QStringList({"fits", "tight", "no"}).contains(o["verdict"].toString()));
    }

    void captionNamesWordsTokensAndProbabilities()
    {
        const auto r = ctl({"caption", "1", source("resources/cards/fox-blue.png"), "--json", "--attention",
                            "--min-available", "auto"});
        QCOMPARE(r.exitCode, 0);
        const auto o = r.json();
        checkRows(o);
        const auto caption = o["captions"].toArray().at(0).toObject();
        const int words = caption["words"].toArray().size();
        QVERIFY(words > 1);
        QCOMPARE(caption["tokens"].toArray().size(), words);
        QCOMPARE(caption["probabilities"].toArray().size(), words);
        QCOMPARE(caption["attention"].toArray().size(), words);
        QCOMPARE(caption["attention"].toArray().at(0).toArray().size(), 49);
        double sum = 0;
        for (const auto& weight : caption["attention"].toArray().at(0).toArray())
            sum += weight.toDouble();
        QVERIFY(std::abs(sum - 1) < 1e-3);
        QVERIFY(!caption["text"].toString().contains('<'));
        const auto load = o["load"].toObject();
        QVERIFY(load["measured_peak_bytes"].toInteger() > load["engine_baseline_rss"].toInteger());
    }

    void everyPrecisionCaptions_data()
    {
        QTest::addColumn<QString>("precision");
        for (const char* p : {"fp32", "fp16", "int8"})
            QTest::newRow(p) << QString::fromLatin1(p);
    }
    void everyPrecisionCaptions()
    {
        QFETCH(QString, precision);
        const auto r = ctl({"caption", "1", source("resources/cards/fox-blue.png"), "--json",
                            "--min-available", "auto", "--precision", precision});
        QCOMPARE(r.exitCode, 0);
        QCOMPARE(r.json()["model"].toObject()["precision"].toString(), precision);
        QVERIFY(!r.json()["captions"].toArray().at(0).toObject()["text"].toString().isEmpty());
    }

    void oneBadPictureTakesNothingFromTheOthers()
    {
        const auto r = ctl({"caption", "1", "/nowhere.png", source("resources/cards/fox-blue.png"), "--json",
                            "--min-available", "auto"});
        QCOMPARE(r.exitCode, 6);
        const auto captions = r.json()["captions"].toArray();
        QCOMPARE(captions.size(), 2);
        QCOMPARE(captions[0].toObject()["failure"].toObject()["code"].toString(), QStringLiteral("IMAGE"));
        QVERIFY(!captions[1].toObject()["text"].toString().isEmpty());
        QVERIFY(!r.json().contains("failure"));
    }

    void theFloorRefusesWithBothNumbers()
    {
        m_environment.insert("NANOCAP_MEMINFO_ROOT", source("tests/memory/fixtures/floor_934mb"));
        const auto refused = ctl({"caption", "1", source("resources/cards/fox-blue.png"), "--json"});
        const auto loaded = ctl({"load", "1", "--json", "--min-available", "auto"});
        m_environment.remove("NANOCAP_MEMINFO_ROOT");
        QCOMPARE(refused.exitCode, 3);
        const auto failure = refused.json()["failure"].toObject();
        QVERIFY(
            failure["message"].toString().startsWith("This model requires 1200 MB of available memory; 934 "
                                                     "MB are available: 266 MB short. The model itself needs "
                                                     "about "));
        QCOMPARE(failure["class"].toString(), QStringLiteral("guard"));
        QCOMPARE(failure["row"].toString(), QStringLiteral("CLASS"));
        QCOMPARE(failure["required_bytes"].toInteger(), 1200LL << 20);
        QCOMPARE(failure["available_bytes"].toInteger(), 934LL << 20);
        QVERIFY(failure["signal"].isNull());
        QVERIFY(refused.json()["captions"].toArray().isEmpty());
        checkRows(refused.json());
        QCOMPARE(loaded.exitCode, 0);
    }

    void exitCodes_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("help") << QStringList{"--help"} << 0;
        QTest::newRow("no command") << QStringList{} << 2;
        QTest::newRow("unknown command") << QStringList{"dance"} << 2;
        QTest::newRow("unknown option") << QStringList{"plan", "1", "--frobnicate"} << 2;
        QTest::newRow("unknown model") << QStringList{"plan", "no-such-model"} << 2;
        QTest::newRow("bad floor") << QStringList{"plan", "1", "--min-available", "lots"} << 2;
        QTest::newRow("bad precision") << QStringList{"load", "1", "--precision", "fp12"} << 2;
        QTest::newRow("options before and after")
            << QStringList{"--min-available", "5", "plan", "1", "--json"} << 0;
        QTest::newRow("missing file") << QStringList{"inspect", "/nowhere/model.pth"} << 4;
        QTest::newRow("not a checkpoint") << QStringList{"inspect", source("README.md")} << 4;
        QTest::newRow("plan of what is not a checkpoint") << QStringList{"plan", source("README.md")} << 4;
        QTest::newRow("a folder") << QStringList{"inspect", "/tmp"} << 4;
        QTest::newRow("journal") << QStringList{"journal", "--json"} << 0;
    }
    void exitCodes()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, exitCode);
        const auto r = ctl(arguments);
        QCOMPARE(r.exitCode, exitCode);
        QVERIFY(!r.crashed);
        QVERIFY(!(r.out + r.err).trimmed().isEmpty());
    }

    void anEngineThatDiesIsExitFive()
    {
        m_environment.insert("NANOCAP_TEST_HOLD", "WEIGHTS:segv");
        const auto r = ctl({"load", "1", "--json", "--min-available", "auto"});
        m_environment.remove("NANOCAP_TEST_HOLD");
        QCOMPARE(r.exitCode, 5);
        const auto failure = r.json()["failure"].toObject();
        QCOMPARE(failure["code"].toString(), QStringLiteral("SIGSEGV"));
        QCOMPARE(failure["row"].toString(), QStringLiteral("WEIGHTS"));
        QCOMPARE(failure["signal"].toInt(), 11);
        const auto journal = ctl({"journal"});
        QVERIFY(journal.out.contains("code=SIGSEGV"));
    }

    void interruptingCancels()
    {
        m_environment.insert("NANOCAP_TEST_HOLD", "BUILD");
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(program("nanocapctl"), {"load", "1", "--min-available", "auto"});
        QVERIFY(process.waitForReadyRead(60'000));
        process.terminate();
        QVERIFY(process.waitForFinished(60'000));
        m_environment.remove("NANOCAP_TEST_HOLD");
        QCOMPARE(process.exitCode(), 7);
    }

    void doctorHasALineForEveryCheck()
    {
        const auto r = ctl({"doctor", "--json"});
        const auto checks = r.json()["checks"].toArray();
        QVERIFY(checks.size() >= 12);
        for (const auto& check : checks) {
            for (const char* key : {"id", "status", "value", "message"})
                QVERIFY(check.toObject().contains(QLatin1String(key)));
            QVERIFY(!check.toObject()["message"].toString().isEmpty());
        }
    }

    void benchReportsMedianAndSpread()
    {
        const auto r = ctl({"bench", "1", "--json", "--runs", "1", "--min-available", "auto"});
        QCOMPARE(r.exitCode, 0);
        for (const char* key : {"load_ms", "encoder_ms", "step_ms", "caption20_ms"}) {
            const auto series = r.json()[QLatin1String(key)].toObject();
            QVERIFY2(series["min"].toDouble() <= series["median"].toDouble(), key);
            QVERIFY2(series["median"].toDouble() <= series["max"].toDouble(), key);
            QVERIFY2(series["runs"].toInt() >= 1, key);
        }
        QVERIFY(r.json()["engine_peak_rss"].toInteger() >= r.json()["engine_rss"].toInteger());
    }

    void benchSaysWhatComputesAndComparesWithAnEarlierOne()
    {
        QTemporaryDir folder;
        const QStringList line{"bench",           "1",    "--json",    "--runs", "1",
                               "--min-available", "auto", "--threads", "2"};
        const auto before = ctl(line);
        QCOMPARE(before.exitCode, 0);
        const QJsonObject said = before.json();
        QCOMPARE(said["threads"].toInt(), 2);
        QCOMPARE(said["precision"].toString(), QStringLiteral("fp32"));
        QCOMPARE(said["encoder"].toString(), QStringLiteral("XNNPACK"));
        QVERIFY(!said["decoder"].toString().isEmpty());
        QVERIFY(said["machine"]["instruction_sets"].isArray());
        QFile file(folder.filePath(QStringLiteral("before.json")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(said).toJson()) > 0);
        file.close();

        const auto after = ctl(line + QStringList{"--compare", folder.path()});
        QCOMPARE(after.exitCode, 0);
        const QJsonArray compared = after.json()["compared"].toArray();
        QCOMPARE(compared.size(), 1);
        QCOMPARE(compared[0]["file"].toString(), QStringLiteral("before.json"));
        QVERIFY(compared[0]["same_machine"].toBool());
        for (const char* key : {"encoder_ms", "caption20_ms", "engine_rss"})
            QVERIFY2(compared[0]["ratios"][QLatin1String(key)].toDouble() > 0, key);
        QCOMPARE(ctl({"load", "1", "--compare", folder.path()}).exitCode, 2);
        QCOMPARE(ctl({"bench", "1", "--threads", "0"}).exitCode, 2);
    }

    void opensNamesInAnyBytesAndLocale_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("name");
        for (const char* locale : {"", "C", "POSIX", "C.UTF-8", "ko_KR.EUC-KR"}) {
            QTest::addRow("Korean, locale \"%s\"", locale) << locale << "한글 #1 100%";
            QTest::addRow("CP949, locale \"%s\"", locale) << locale << "$(printf '\\273\\347\\301\\370')";
        }
        QTest::newRow("a leading dash") << "C"
                                        << "-a";
        QTest::newRow("a line end") << "C"
                                    << "a\nb";
    }

    void opensNamesInAnyBytesAndLocale()
    {
        QFETCH(QString, locale);
        QFETCH(QString, name);
        QTemporaryDir folder;
        auto environment = m_environment;
        environment.remove("LC_ALL");
        environment.remove("LANG");
        if (!locale.isEmpty())
            environment.insert("LC_ALL", locale);
        environment.insert("MODEL", source("resources/models/flashcards-en-pruned.pth"));
        environment.insert("PICTURE", source("resources/models/golden/flashcards-en-pruned-1.png"));
        environment.insert("CTL", program("nanocapctl"));
        // Only a shell can write names that are no text.
        QProcess shell;
        shell.setProcessEnvironment(environment);
        shell.setWorkingDirectory(folder.path());
        shell.start(
            "/bin/sh",
            {"-c", "trap 'rm -rf ./d*' EXIT; n=\"" + name +
                       "\"; d=\"./d$n\"; mkdir -- \"$d\" && cp \"$MODEL\" \"$d/$n.pth\" && "
                       "cp \"$PICTURE\" \"$d/$n.png\" && "
                       "\"$CTL\" inspect --json -- \"$d/$n.pth\" >/dev/null && "
                       "\"$CTL\" plan --json \"--models=$d\" -- \"$n\" >/dev/null && "
                       "\"$CTL\" caption --json --min-available auto -- \"$d/$n.pth\" \"$d/$n.png\""});
        QVERIFY(shell.waitForFinished(120'000));
        const QByteArray out = shell.readAllStandardOutput();
        QVERIFY2(shell.exitCode() == 0, (out + shell.readAllStandardError()).constData());
        QJsonParseError error;
        const auto json = QJsonDocument::fromJson(out, &error).object();
        QCOMPARE(error.error, QJsonParseError::NoError);
        const auto caption = json["captions"].toArray()[0].toObject();
        QCOMPARE(caption["text"].toString(), QStringLiteral("a rocket on a purple background"));
        if (name.startsWith('$'))
            QVERIFY2(caption["image"].toString().contains("\\xBB\\xE7\\xC1\\xF8.png"), out.constData());
    }

private:
    Finished ctl(const QStringList& arguments, const QByteArray& input = {})
    {
        return run("nanocapctl", arguments, m_environment, input);
    }
    QTemporaryDir m_state;
    QProcessEnvironment m_environment = cleanEnvironment(m_state);
};

QTEST_GUILESS_MAIN(TestNanocapctl)
#include "tst_nanocapctl.moc"
