// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/options.h"
#include "tests/support/built_in_model.h"
#include "tests/support/verify_result.h"

#include <QLocale>
#include <QTest>

#include <clocale>

using namespace nanocap;
using namespace nanocap::app;

namespace {

Result<Options> parsed(const QStringList& arguments)
{
    return parseOptions(QStringList(QStringLiteral("nanocap")) + arguments);
}

} // namespace

class TestOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nothingGivenLeavesEverythingToTheSettings()
    {
        const auto options = parsed({});
        VERIFY_RESULT(options);
        QVERIFY(options->model.isEmpty() && options->source.isEmpty() && options->reportFile.isEmpty() &&
                options->screenshotFolder.isEmpty() && options->language.isEmpty() &&
                options->theme.isEmpty());
        QCOMPARE(options->captions, 0);
        QVERIFY(!options->quitAfterDone && !options->kiosk && !options->size && !options->floor);
        QCOMPARE(options->precision, engine::Precision::Fp32);
        QVERIFY(options->modelFolders.empty());
        QVERIFY(!options->unattended());
    }

    void everyOptionIsTaken()
    {
        const auto options = parsed({"--model",
                                     "2",
                                     "--source",
                                     "gst:videotestsrc ! videoconvert",
                                     "--captions",
                                     "12",
                                     "--report",
                                     "/tmp/a b.json",
                                     "--screenshot",
                                     "shots",
                                     "--quit-after-done",
                                     "--kiosk",
                                     "--language",
                                     "ko",
                                     "--size",
                                     "800x480",
                                     "--theme",
                                     "light",
                                     "--min-available",
                                     "900",
                                     "--precision",
                                     "int8",
                                     "--models",
                                     "/first",
                                     "--models=/second"});
        VERIFY_RESULT(options);
        QCOMPARE(options->model, QStringLiteral("2"));
        QCOMPARE(options->source, QStringLiteral("gst:videotestsrc ! videoconvert"));
        QCOMPARE(options->captions, 12);
        QCOMPARE(options->reportFile, QStringLiteral("/tmp/a b.json"));
        QCOMPARE(options->screenshotFolder, QStringLiteral("shots"));
        QVERIFY(options->quitAfterDone && options->kiosk && options->unattended());
        QCOMPARE(options->language, QStringLiteral("ko"));
        QCOMPARE(options->size.value(), QSize(800, 480));
        QCOMPARE(options->theme, QStringLiteral("light"));
        QCOMPARE(options->floor->minimum.count(), qint64(900) << 20);
        QCOMPARE(options->precision, engine::Precision::Int8);
        QCOMPARE(options->modelFolders, (std::vector<std::string>{"/first", "/second"}));
    }

    void aRunIsUnattendedOnceItHasAnEnd_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<bool>("unattended");
        QTest::newRow("a model alone waits for a person") << QStringList{"--model", "1"} << false;
        QTest::newRow("a number of captions ends it")
            << QStringList{"--model", "1", "--captions", "1"} << true;
        QTest::newRow("quit after done") << QStringList{"--quit-after-done"} << true;
        QTest::newRow("a report alone does not") << QStringList{"--report", "r.json"} << false;
    }
    void aRunIsUnattendedOnceItHasAnEnd()
    {
        QFETCH(QStringList, arguments);
        QFETCH(bool, unattended);
        const auto options = parsed(arguments);
        VERIFY_RESULT(options);
        QCOMPARE(options->unattended(), unattended);
    }

    void aWrongArgumentIsNamed_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        const auto row = [](const char* name, const QStringList& arguments, const char* says) {
            QTest::newRow(name) << arguments << QString(says);
        };
        row("an option there is not", {"--colour", "red"}, "colour");
        row("a file that is not there", {"no-such-cards.pth"}, "no file or folder \"no-such-cards.pth\"");
        row("two models", {"--model", "1", QString::fromStdString(tests::builtInModel())}, "one too many");
        row("patience in words", {"--source-timeout", "long"}, "--source-timeout takes seconds");
        row("no patience", {"--source-timeout", "0"}, "--source-timeout takes seconds");
        row("an option without its value", {"--model"}, "model");
        row("a flag with a value", {"--kiosk=yes"}, "kiosk");
        row("no captions", {"--model", "1", "--captions", "0"},
            "--captions takes a number from 1, not \"0\".");
        row("fewer than no captions", {"--model", "1", "--captions", "-3"}, "not \"-3\".");
        row("captions in words", {"--model", "1", "--captions", "ten"}, "not \"ten\".");
        row("one and a half captions", {"--model", "1", "--captions", "1.5"}, "not \"1.5\".");
        row("captions with a thousands comma", {"--model", "1", "--captions", "1,000"}, "not \"1,000\".");
        row("more captions than an int counts", {"--model", "1", "--captions", "99999999999"},
            "not \"99999999999\".");
        row("captions of nothing", {"--captions", "3"}, "--captions needs a --model to caption with.");
        row("a language without a translation", {"--language", "de"},
            "--language takes en or ko, not \"de\".");
        row("a third theme", {"--theme", "blue"}, "--theme takes dark or light, not \"blue\".");
        row("half a size", {"--size", "800"},
            "--size takes WIDTHxHEIGHT from 480x320 or 320x480 on, not \"800\".");
        row("a size too small to use", {"--size", "479x320"},
            "--size takes WIDTHxHEIGHT from 480x320 or 320x480 on, not \"479x320\".");
        row("a size with a side too short", {"--size", "800x319"}, "not \"800x319\".");
        row("a size with a third number", {"--size", "800x480x2"}, "not \"800x480x2\".");
        row("a size no screen has", {"--size", "100000x480"}, "not \"100000x480\".");
        row("an empty size", {"--size", ""}, "not \"\".");
        row("a floor in gigabytes", {"--min-available", "2GB"},
            "--min-available takes megabytes or auto, not \"2GB\".");
        row("a floor with a comma", {"--min-available", "1,2"}, "not \"1,2\".");
        row("an empty floor", {"--min-available", ""}, "not \"\".");
        row("a precision there is not", {"--precision", "fp64"},
            "--precision takes fp32, fp16 or int8, not \"fp64\".");
    }
    void aWrongArgumentIsNamed()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const auto options = parsed(arguments);
        QVERIFY(!options);
        const QString message = QString::fromStdString(options.error().message.text());
        QCOMPARE(options.error().code, std::string("USAGE"));
        QCOMPARE(exitCodeFor(options.error()), int(ExitUsage));
        QVERIFY2(message.contains(says), qPrintable(message));
        QVERIFY2(message.endsWith(QStringLiteral(" See nanocap --help.")), qPrintable(message));
    }

    void numbersAreTheSameWhereAPointIsAComma()
    {
        const QLocale before;
        const std::string numeric = std::setlocale(LC_NUMERIC, nullptr);
        QLocale::setDefault(QLocale(QLocale::German));
        std::setlocale(LC_NUMERIC, "de_DE.UTF-8"); // where it is installed
        const auto good =
            parsed({"--model", "1", "--captions", "1200", "--min-available", "1200", "--size", "1280x800"});
        const auto grouped = parsed({"--model", "1", "--captions", "1.200"});
        QLocale::setDefault(before);
        std::setlocale(LC_NUMERIC, numeric.c_str());
        VERIFY_RESULT(good);
        QCOMPARE(good->captions, 1200);
        QCOMPARE(good->floor->minimum.count(), qint64(1200) << 20);
        QCOMPARE(good->size.value(), QSize(1280, 800));
        QVERIFY(!grouped);
    }

    void theHelpNamesEveryOption()
    {
        for (const char* option : {"--model ", "--source ", "--captions ", "--report ", "--screenshot ",
                                   "--quit-after-done", "--kiosk", "--language ", "--size ", "--theme ",
                                   "--min-available ", "--precision ", "--models "})
            QVERIFY2(usage().contains(QLatin1String(option)), option);
    }
};

QTEST_GUILESS_MAIN(TestOptions)
#include "tst_options.moc"
