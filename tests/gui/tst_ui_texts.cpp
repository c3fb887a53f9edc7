// SPDX-License-Identifier: Apache-2.0
// Texts without widgets: stable captions, hedges, failures, quoting, colours, sizes, translations.
#include "core/captions/caption_stabilizer.h"
#include "tests/gui/fictional_values.h"
#include "ui/style/palette.h"
#include "ui/style/touch_metrics.h"
#include "ui/text/caption_text.h"
#include "ui/text/command_line.h"
#include "ui/text/failure_text.h"
#include "ui/text/local_text.h"
#include "ui/text/reading_text.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

#include <cmath>

using namespace nanocap;
using namespace nanocap::ui;

namespace {
struct Offer
{
    int atMs;
    const char* text;
    double probability;
    const char* shown;
};
} // namespace
using Offers = std::vector<Offer>;
Q_DECLARE_METATYPE(Offers)

class UiTextsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stableCaption_data()
    {
        QTest::addColumn<Offers>("offers");
        QTest::newRow("the first caption is shown at once") << Offers{{0, "a fox", -2.0, "a fox"}};
        QTest::newRow("one different frame does not change it") << Offers{
            {0, "a fox", -0.3, "a fox"}, {2000, "a cat", -0.3, "a fox"}, {2400, "a fox", -0.3, "a fox"}};
        QTest::newRow("two of three frames change it") << Offers{
            {0, "a fox", -0.3, "a fox"}, {2000, "a cat", -0.4, "a fox"}, {2400, "a cat", -0.4, "a cat"}};
        QTest::newRow("two of three need not be neighbours") << Offers{{0, "a fox", -0.3, "a fox"},
                                                                       {2000, "a cat", -0.4, "a fox"},
                                                                       {2200, "a dog", -0.4, "a fox"},
                                                                       {2400, "a cat", -0.4, "a cat"}};
        QTest::newRow("a clearly surer caption changes it by itself")
            << Offers{{0, "a fox", -1.5, "a fox"}, {2000, "a cat", -0.2, "a cat"}};
        QTest::newRow("no change within a second and a half, however sure")
            << Offers{{0, "a fox", -1.5, "a fox"},
                      {700, "a cat", -0.1, "a fox"},
                      {1400, "a cat", -0.1, "a fox"},
                      {1500, "a cat", -0.1, "a cat"}};
        QTest::newRow("three different texts in a row change nothing") << Offers{
            {0, "a", -0.3, "a"}, {2000, "b", -0.3, "a"}, {2400, "c", -0.3, "a"}, {2800, "d", -0.3, "a"}};
        QTest::newRow("the shown text is judged by its newest probability") << Offers{
            {0, "a fox", -0.2, "a fox"}, {2000, "a fox", -1.4, "a fox"}, {2400, "a cat", -0.6, "a cat"}};
    }
    void stableCaption()
    {
        QFETCH(Offers, offers);
        captions::CaptionStabilizer stabilizer;
        for (const Offer& offer : offers) {
            const bool changed =
                stabilizer.offer(offer.text, offer.probability, std::chrono::milliseconds(offer.atMs));
            QCOMPARE(QString::fromStdString(stabilizer.shown()), QString::fromLatin1(offer.shown));
            if (changed)
                QCOMPARE(QLatin1String(offer.text), QLatin1String(offer.shown));
        }
    }

    void requestedCaptionIsShownAtOnce()
    {
        captions::CaptionStabilizer stabilizer;
        stabilizer.offer("a fox", -0.1, std::chrono::milliseconds(0));
        stabilizer.force("a cat", -3.0, std::chrono::milliseconds(10));
        QCOMPARE(stabilizer.shown(), std::string("a cat"));
    }

    void hedges()
    {
        QCOMPARE(hedgeFor(std::log(0.8)), Hedge::LooksLike);
        QCOMPARE(hedgeFor(std::log(0.5)), Hedge::Maybe);
        QCOMPARE(hedgeFor(std::log(0.2)), Hedge::NotSure);
        QCOMPARE(hedgeFor(captions::meanLogProbability(engine::Caption())), Hedge::NotSure);
        const auto sure = gui_test::caption({{"a", 0.9f}, {"fox", 0.9f}, {"<end>", 0.9f}}).caption;
        QVERIFY(std::fabs(captions::meanLogProbability(sure) - std::log(0.9)) < 1e-6);
    }

    void unknownWordsAreAnEllipsisAndMarksAreNotShown()
    {
        const auto words = shownWords(
            gui_test::caption({{"a", 0.9f}, {"<unk>", 0.2f}, {"fo\x1bx\n", 0.4f}, {"<end>", 0.9f}}).caption);
        QCOMPARE(shownText(words), QStringLiteral("a \u2026 fox"));
        QVERIFY(words[0].sureness == Sureness::Sure);
        QVERIFY(words[1].sureness == Sureness::Weak && words[2].sureness == Sureness::Weak);
    }

    void shellQuoting_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QString>("quoted");
        QTest::newRow("a plain path needs none") << "/a/b-c_1.pth"
                                                 << "/a/b-c_1.pth";
        QTest::newRow("a space") << "my model.pth"
                                 << "'my model.pth'";
        QTest::newRow("a quote") << "it's.pth"
                                 << "'it'\\''s.pth'";
        QTest::newRow("a command") << "$(rm -rf).pth"
                                   << "'$(rm -rf).pth'";
        QTest::newRow("a line feed") << "a\nb"
                                     << "'a\nb'";
        QTest::newRow("nothing") << ""
                                 << "''";
        QTest::newRow("Korean") << QString::fromUtf8("모델.pth") << QString::fromUtf8("'모델.pth'");
    }
    void shellQuoting()
    {
        QFETCH(QString, word);
        QFETCH(QString, quoted);
        QCOMPARE(shellQuoted(word), quoted);
    }

    void repeatingLineNamesEverythingThatWasNotDefault()
    {
        QCOMPARE(repeatCommand({"x", "/m/a b.pth", engine::Precision::Int8}, load::Floor::automaticFloor()),
                 QStringLiteral("nanocapctl load '/m/a b.pth' --precision int8 --min-available auto"));
        QCOMPARE(repeatCommand({"x", "/m/a.pth", engine::Precision::Fp32}),
                 QStringLiteral("nanocapctl load /m/a.pth"));
        QCOMPARE(repeatCommand({"x", "-v.pth", engine::Precision::Fp16}, {Bytes::fromMegabytes(600), false}),
                 QStringLiteral("nanocapctl load ./-v.pth --precision fp16 --min-available 600"));
    }

    void memoryRefusalHasItsNumbers()
    {
        const Failure failure = *gui_test::refusedReport().failure;
        const FailureText text = describe(failure, {.onlyTheFloorRefused = true});
        QCOMPARE(text.title, QStringLiteral("Not enough memory: 266 MB short"));
        QVERIFY(text.explanation.contains("1200 MB") && text.explanation.contains("934 MB"));
        FailureContext floorOnly;
        floorOnly.onlyTheFloorRefused = true;
        floorOnly.floor = Bytes::fromMegabytes(1200);
        QVERIFY(
            describe(failure, floorOnly)
                .explanation.startsWith("This device keeps 1200 MB free for safety. This model requires"));
        QCOMPARE(text.steps.at(1).action, NextAction::WaitForMemory);
        QCOMPARE(text.steps.at(2).action, NextAction::RetryWithoutFloor);
        for (const NextStep& step : describe(failure).steps)
            QVERIFY(step.action != NextAction::RetryWithoutFloor);
    }

    void previousModelIsOffered()
    {
        const FailureText text =
            describe(*gui_test::killedReport().failure, {.previous = {{{"en", "Old one"}}}});
        QVERIFY(std::any_of(text.steps.begin(), text.steps.end(), [](const NextStep& s) {
            return s.action == NextAction::ReloadPrevious && s.text.contains("Old one");
        }));
    }

    void verdictWords_data()
    {
        QTest::addColumn<int>("card");
        QTest::addColumn<QString>("word");
        QTest::newRow("enough memory") << 0 << "FITS";
        QTest::newRow("only just enough") << 2 << "TIGHT";
        QTest::newRow("too large") << 3 << "NO";
        QTest::newRow("brought the engine down before") << 4 << "QUARANTINE";
        QTest::newRow("damaged file") << 5 << "BAD FILE";
    }
    void verdictWords()
    {
        QFETCH(int, card);
        QFETCH(QString, word);
        const auto at = static_cast<std::size_t>(card);
        QCOMPARE(verdictFor(gui_test::cards()[at], gui_test::plans()[at]).word, word);
        QVERIFY(verdictFor(gui_test::cards()[at], gui_test::plans()[at]).icon != Icon::None);
    }

    void unknownIsAWordAndNeverZero()
    {
        QCOMPARE(bytesText(std::nullopt), QStringLiteral("unknown"));
        QCOMPARE(megabytesText(std::nullopt), QStringLiteral("unknown"));
        QCOMPARE(verdictOf(load::Fit::Unknown).word, QStringLiteral("UNKNOWN"));
        memory::MemorySample nothing;
        QVERIFY(explainFigure(Figure::Available, nothing, Bytes(), -1).contains("unknown"));
    }

    void figuresAreExplainedWithFileAndAge()
    {
        const QString text =
            explainFigure(Figure::Available, gui_test::boardSample(1874), Bytes::fromMegabytes(1200), 0.4);
        QVERIFY2(text.contains("1874 MB") && text.contains("/proc/meminfo") && text.contains("0.4 s"),
                 qPrintable(text));
        auto limited = gui_test::boardSample(300);
        limited.reading.limitedBy = "cgroup /kiosk";
        limited.reading.pools.push_back({"cgroup /kiosk", "/sys/fs/cgroup/kiosk/memory.max",
                                         Bytes::fromMegabytes(300), Bytes::fromMegabytes(512)});
        const QString group = explainFigure(Figure::Available, limited, Bytes(), 1);
        QVERIFY2(group.contains("/sys/fs/cgroup/kiosk/memory.max") && group.contains("control group"),
                 qPrintable(group));
    }

    void contrast_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("dark") << static_cast<int>(ThemeKind::Dark);
        QTest::newRow("light") << static_cast<int>(ThemeKind::Light);
    }
    void contrast()
    {
        QFETCH(int, kind);
        const Palette& p = paletteFor(static_cast<ThemeKind>(kind));
        for (const QColor& paper : {p.background, p.card})
            for (const QColor& ink : {p.text, p.muted, p.ok, p.warn, p.bad})
                QVERIFY2(contrastRatio(ink, paper) >= 5.9, qPrintable(QStringLiteral("%1 on %2: %3")
                                                                          .arg(ink.name(), paper.name())
                                                                          .arg(contrastRatio(ink, paper))));
        for (const QColor& ink : {p.text, p.muted})
            QVERIFY2(contrastRatio(ink, p.raised) >= 4.5, qPrintable(ink.name()));
        QVERIFY(contrastRatio(p.onAccent, p.accent) >= 4.5);
        for (const QColor& part : {p.accent, p.gpu, p.other, p.ok, p.border})
            QVERIFY2(contrastRatio(part, p.card) >= 3.0,
                     qPrintable(QStringLiteral("%1: %2").arg(part.name()).arg(contrastRatio(part, p.card))));
    }

    void touchTargets_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("inches");
        QTest::addColumn<int>("target");
        QTest::newRow("7 inch 800 x 480") << QSize(800, 480) << 7.0 << 48;
        QTest::newRow("5 inch 800 x 480") << QSize(800, 480) << 5.0 << 67;
        QTest::newRow("10.1 inch 1280 x 800") << QSize(1280, 800) << 10.1 << 53;
        QTest::newRow("7 inch 1280 x 800") << QSize(1280, 800) << 7.0 << 77;
        QTest::newRow("480 x 320 of unknown size is 3.5 inches") << QSize(480, 320) << 0.0 << 59;
        QTest::newRow("480 x 800 of unknown size is 7 inches") << QSize(480, 800) << 0.0 << 48;
        QTest::newRow("1024 x 600 of unknown size is 7 inches") << QSize(1024, 600) << 0.0 << 61;
        QTest::newRow("1920 x 1080 is read from afar") << QSize(1920, 1080) << 0.0 << 72;
    }
    void touchTargets()
    {
        QFETCH(QSize, size);
        QFETCH(double, inches);
        QFETCH(int, target);
        QCOMPARE(metricsFor(size, inches).touch, target);
    }

    void smallScreenBudget()
    {
        const Metrics m = metricsFor(QSize(800, 480));
        QCOMPARE(m.title, 48);
        QCOMPARE(m.strip, 32);
        QCOMPARE(m.edge, 21); // 4 mm
        // Above the buttons the strip's touch area and 8 px, under them the edge nobody can reach in a frame.
        QCOMPARE(m.action, 8 + 8 + 48 + 21);
        QCOMPARE(m.room(), 480 - m.title - m.strip - 8 - m.action);
    }

    void aSentenceIsSaidInTheWindowsLanguage()
    {
        Sentence sentence =
            said("Journal", "%1 of memory were available at the last reading.").with({"934 MB"});
        sentence += said("Load", "%1 gave \"%2\" instead of \"%3\".").with({"%3.png", "%1", "a fox"});
        sentence += Sentence::verbatim("100 % of %1");
        const QString english =
            "934 MB of memory were available at the last reading. %3.png gave \"%1\" instead of \"a fox\". "
            "100 % of %1";
        QCOMPARE(QString::fromStdString(sentence.text()), english);
        QCOMPARE(localText(sentence), english);
        QTranslator korean;
        QVERIFY(korean.load(":/nanocap/translations/nanocap_ko.qm"));
        QCoreApplication::installTranslator(&korean);
        const QString local = localText(sentence);
        QCoreApplication::removeTranslator(&korean);
        QVERIFY2(local.startsWith(QString::fromUtf8("마지막으로 읽었을 때 934 MB")), qPrintable(local));
        QVERIFY2(local.contains(QString::fromUtf8("%3.png: \"a fox\" 대신 \"%1\"")), qPrintable(local));
        QVERIFY2(local.endsWith("100 % of %1"), qPrintable(local));
    }

    void koreanIsComplete()
    {
        QFile file(QStringLiteral(NANOCAP_SOURCE_DIR "/resources/translations/nanocap_ko.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        int messages = 0;
        QString source;
        const QRegularExpression places(QStringLiteral("%\\d|\\{[a-z]+\\}"));
        const auto placesOf = [&](const QString& text) {
            QStringList found;
            for (auto it = places.globalMatch(text); it.hasNext();)
                found << it.next().captured();
            found.sort();
            return found;
        };
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QLatin1String("source")) {
                source = xml.readElementText();
            } else if (xml.name() == QLatin1String("translation")) {
                ++messages;
                QVERIFY2(!xml.attributes().hasAttribute("type"), qPrintable("not finished: " + source));
                const QString korean = xml.readElementText();
                QVERIFY2(!korean.trimmed().isEmpty(), qPrintable("empty: " + source));
                QCOMPARE(placesOf(korean), placesOf(source));
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QVERIFY(messages > 250);
    }

    void everyStringOfTheSourcesIsInTheTranslation()
    {
        QFile file(QStringLiteral(NANOCAP_SOURCE_DIR "/resources/translations/nanocap_ko.ts"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QString all = QString::fromUtf8(file.readAll());
        all.replace("&quot;", "\"")
            .replace("&apos;", "'")
            .replace("&amp;", "&")
            .replace("&lt;", "<")
            .replace("&gt;", ">");
        static const QRegularExpression literal(
            QStringLiteral("\\b(?:tr\\(|(?:QT_TRANSLATE_NOOP|said)\\(\"\\w+\",\\s*)((?:\"(?:[^\"\\\\]|\\\\.)*"
                           "\"\\s*)+)[),]"));
        static const QRegularExpression joint(QStringLiteral("(?<!\\\\)\"\\s*\""));
        int strings = 0;
        QStringList sources;
        for (const char* place : {"/ui", "/core", "/app"}) {
            QDirIterator folder(QStringLiteral(NANOCAP_SOURCE_DIR) + place, {"*.cpp"}, QDir::Files,
                                QDirIterator::Subdirectories);
            while (folder.hasNext())
                sources << folder.next();
        }
        for (const QString& path : std::as_const(sources)) {
            QFile sourceFile(path);
            QVERIFY(sourceFile.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(sourceFile.readAll());
            for (auto it = literal.globalMatch(text); it.hasNext();) {
                QString string = it.next().captured(1).trimmed().replace(joint, QString());
                string = string.mid(1, string.size() - 2);
                string.replace("\\\"", "\"").replace("\\n", "\n").replace("\\u2026", QString(QChar(0x2026)));
                QVERIFY2(all.contains("<source>" + string + "</source>"),
                         qPrintable(sourceFile.fileName() + ": " + string));
                ++strings;
            }
        }
        QVERIFY(strings > 350);
    }
};

QTEST_MAIN(UiTextsTest)
#include "tst_ui_texts.moc"
