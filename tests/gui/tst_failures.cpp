// SPDX-License-Identifier: Apache-2.0
// Every failure code there is, made where the program makes it: its class, its headline, its sentence, what
// can be done, in English and in Korean, also when it came from the engine's process.
#include "app/nanocap/options.h"
#include "app/sources/live_source.h"
#include "app/sources/source_uri.h"
#include "core/base/failure_codes.h"
#include "core/captions/picture_file.h"
#include "core/checkpoint/codes.h"
#include "core/engine/death.h"
#include "core/engine/wire.h"
#include "tests/gui/fictional_values.h"
#include "ui/text/failure_text.h"
#include "ui/text/local_text.h"

#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <set>

using namespace nanocap;
using namespace nanocap::ui;

Q_DECLARE_METATYPE(nanocap::Failure)

namespace {

class MissingCamera : public sources::CaptureDevice
{
public:
    bool isPresent() const override { return false; }
    void open(const std::shared_ptr<sources::FrameMailbox>&, quint64) override {}
    void close() override {}
    bool isOpen() const override { return false; }
    Sentence name() const override { return said("Sources", "The camera"); }
    bool isCamera() const override { return true; }
};

class Korean
{
public:
    Korean()
    {
        if (m_translator.load(QStringLiteral(":/nanocap/translations/nanocap_ko.qm")))
            QCoreApplication::installTranslator(&m_translator);
    }
    ~Korean() { QCoreApplication::removeTranslator(&m_translator); }

private:
    QTranslator m_translator;
};

engine::DeathEvidence evidence(std::optional<int> signal)
{
    engine::DeathEvidence e;
    e.row = Row::Weights;
    e.signal = signal;
    e.before.oomKills = 3;
    e.after.oomKills = 3;
    e.engineRss = Bytes::fromMegabytes(221);
    e.lastReading.available = Bytes::fromMegabytes(934);
    e.program = "/usr/bin/nanocap-engine";
    return e;
}

Failure outOfMemory(void (*change)(engine::DeathEvidence&))
{
    engine::DeathEvidence e = evidence(SIGKILL);
    change(e);
    return engine::explainDeath(e);
}

bool hasHangul(const QString& text)
{
    return std::any_of(text.begin(), text.end(), [](QChar c) { return c.script() == QChar::Script_Hangul; });
}

bool hasPlaceLeft(const QString& text)
{
    static const QRegularExpression place(QStringLiteral("%[1-9]|\\{[a-z]+\\}"));
    return place.match(text).hasMatch();
}

} // namespace

class FailuresTest : public QObject
{
    Q_OBJECT

    using Named = std::pair<QString, Failure>;
    std::vector<Named> m_failures;
    QTemporaryDir m_folder;

    void add(const Failure& failure, const char* which = "")
    {
        m_failures.emplace_back(QString::fromStdString(failure.code) + QLatin1String(which), failure);
    }

    void addMemory()
    {
        load::Plan plan = gui_test::planFor(934);
        add(*load::guardRow(plan, Row::Class, plan.reading));
        plan.stillNeeded[indexOf(Row::Build)] = Bytes::fromMegabytes(900);
        add(*load::guardRow(plan, Row::Build, plan.reading), " before a row");
        plan.reading.available = Bytes::fromMegabytes(20);
        add(*load::guardInsideRow(plan, Row::Weights, plan.reading), " within a row");
        plan.reading.available.reset();
        add(*load::guardRow(plan, Row::Class, plan.reading));
    }

    void addEngine()
    {
        for (const int signal : {SIGSEGV, SIGBUS, SIGILL, SIGABRT, SIGKILL})
            add(engine::explainDeath(evidence(signal)));
        add(engine::explainDeath(evidence(SIGTERM)), " by another signal");
        add(outOfMemory([](auto& e) { e.after.oomKills = 4; }), " as counted");
        add(outOfMemory([](auto& e) { e.killedAtCeiling = true; }), " at its ceiling");
        add(outOfMemory([](auto& e) { e.reserve = Bytes::fromMegabytes(900); }), " in all likelihood");
        add(outOfMemory([](auto& e) {
                e.after.oomKills = 4;
                e.row.reset();
                e.engineRss.reset();
                e.lastReading.available.reset();
            }),
            " while captioning, nothing known");
        engine::DeathEvidence e = evidence({});
        e.exitCode = 1;
        e.errorOutput = "terminate called";
        add(engine::explainDeath(e));
        e.errorOutput = "libtorch.so: failed to map segment";
        add(engine::explainDeath(e), " for libtorch");
        e.startFailed = true;
        e.errorOutput.clear();
        add(engine::explainDeath(e));
        add(engine::explainOtherVersion(Row::Class, "/usr/bin/nanocap-engine", "Contract version 1"));
        e.lastReading.limitedBy = "RLIMIT_AS";
        const Sentence still = said("Stall", "no sign of work for %1 s").with({"30"});
        add(engine::explainStall(false, evidence({}), still, 30));
        add(engine::explainStall(false, e, still, 30), " under a limit");
        add(engine::explainStall(true, evidence({}), still, 30));
    }

    void addInput()
    {
        add(captions::readPicture(m_folder.filePath("nowhere.png")).error());
        add(sources::parseSourceUri("webcam").error());
        sources::LiveSource camera("camera:", std::make_unique<MissingCamera>(), {});
        camera.start();
        if (camera.failure())
            add(*camera.failure());
        QFile list(m_folder.filePath("models.json"));
        QVERIFY(list.open(QIODevice::WriteOnly));
        list.write("{");
        list.close();
        const catalog::Folders folders{{m_folder.path().toStdString()}, {}, {}};
        add(*catalog::scan(folders).at(0).problem);
        add(catalog::resolve("nobody", folders).error());
        add(app::parseOptions({"nanocap", "--captions", "many", "--model", "1"}).error());
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const checkpoint::CodeInfo& info : checkpoint::allCodes())
            add(checkpoint::toFailure({info.code, "the detail", "decoder.fc.weight", "uint8"}, "street.pth"),
                info.code == checkpoint::Code::Memory      ? " while reading"
                : info.code == checkpoint::Code::Cancelled ? " while reading"
                                                           : "");
        addMemory();
        addEngine();
        addInput();
        add(cancelledFailure(Row::Build));
        add(cancelledFailure(), " while captioning");
    }

    void everyCodeIsMadeHere()
    {
        std::set<std::string_view> made;
        for (const Named& named : m_failures)
            made.insert(named.second.code);
        for (const FailureCode& code : allFailureCodes())
            QVERIFY2(made.contains(code.name), std::string(code.name).c_str());
    }

    void everyFailureIsExplained_data()
    {
        QTest::addColumn<Failure>("failure");
        for (const Named& named : m_failures)
            QTest::newRow(qPrintable(named.first)) << named.second;
    }
    void everyFailureIsExplained()
    {
        QFETCH(Failure, failure);
        const FailureCode* code = failureCode(failure.code);
        QVERIFY2(code, "the code is not in the table");
        QCOMPARE(nameOf(failure.failureClass), nameOf(code->failureClass));

        const FailureText english = describe(failure);
        QVERIFY2(!english.title.isEmpty() && english.title.size() <= 48, qPrintable(english.title));
        QVERIFY2(english.explanation.endsWith('.'), qPrintable(english.explanation));
        QVERIFY2(!hasPlaceLeft(english.title + english.explanation), qPrintable(english.explanation));
        QVERIFY(!english.steps.empty() && english.steps.size() <= 5);

        const Korean language;
        const FailureText korean = describe(failure);
        QVERIFY2(hasHangul(korean.title), qPrintable(korean.title));
        QVERIFY2(hasHangul(korean.explanation), qPrintable(korean.explanation));
        QVERIFY2(!hasPlaceLeft(korean.title + korean.explanation), qPrintable(korean.explanation));
        for (const Sentence::Part& part : failure.message.parts())
            QVERIFY2(part.context.empty() ||
                         localText(Sentence({part})) != QString::fromStdString(Sentence({part}).text()),
                     ("not translated: " + part.pattern).c_str());
        QCOMPARE(korean.steps.size(), english.steps.size());
        for (std::size_t i = 0; i < korean.steps.size(); ++i)
            QVERIFY2(hasHangul(korean.steps[i].text), qPrintable(korean.steps[i].text));
    }

    void aFailureOfTheEnginesProcessIsSaidInKorean_data() { everyFailureIsExplained_data(); }
    void aFailureOfTheEnginesProcessIsSaidInKorean()
    {
        QFETCH(Failure, failure);
        const auto arrived = engine::wire::decode<Failure>(engine::wire::encode(failure));
        QVERIFY(arrived);
        QCOMPARE(arrived->message.text(), failure.message.text());
        const Korean language;
        QCOMPARE(localText(arrived->message), localText(failure.message));
    }

    void theWindowSaysWhatTheTerminalSays()
    {
        const Failure refused = *gui_test::refusedReport().failure;
        QCOMPARE(refused.message.text(),
                 std::string("This model requires 1200 MB of available memory; 934 MB are available: 266 MB "
                             "short. The model itself needs about 232 MB."));
        QCOMPARE(describe(refused).explanation, QString::fromStdString(refused.message.text()));
    }

    void aGitLfsPointerIsExplained()
    {
        const std::string path = m_folder.filePath("pointer.pth").toStdString();
        QFile file(QString::fromStdString(path));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 12345678\n");
        file.close();
        const auto opened = checkpoint::open(path);
        QVERIFY(!opened);
        const FailureText text = describe(opened.error());
        QCOMPARE(
            text.explanation,
            QStringLiteral("This is a Git LFS pointer, not the model itself: fetch it with git lfs pull."));
        QCOMPARE(text.steps.at(0).action, NextAction::Retry);
    }

    void aRowIsCalledByItsTitleInTheWindow()
    {
        const Failure killed = *gui_test::killedReport().failure;
        QVERIFY(killed.message.text().find("at row WEIGHTS") != std::string::npos);
        QVERIFY2(localText(killed.message).contains("at row Weights"), qPrintable(localText(killed.message)));
    }

    void aSourcesSentenceFollowsTheLanguage()
    {
        sources::LiveSource camera("camera:", std::make_unique<MissingCamera>(), {});
        camera.start();
        QCOMPARE(localText(camera.stateText()),
                 QStringLiteral("The camera is not connected. Plug it in, or choose another source."));
        const Korean language;
        QVERIFY2(localText(camera.stateText()).startsWith(QString::fromUtf8("카메라")),
                 qPrintable(localText(camera.stateText())));
    }

    void anUnknownCodeStillHasItsSentence()
    {
        const FailureText text = describe(makeFailure("NEW", Sentence::verbatim("Something new.")));
        QCOMPARE(text.title, QStringLiteral("It did not work: NEW"));
        QCOMPARE(text.explanation, QStringLiteral("Something new."));
        QVERIFY(!text.steps.empty());
    }

    void aSubjectThatLooksLikeAPlaceStaysText()
    {
        const Failure failure =
            checkpoint::toFailure({checkpoint::Code::Unsafe, {}, "%2{message}", "%1"}, "street.pth");
        QVERIFY(describe(failure).explanation.contains("'%2{message}'"));
        QVERIFY(failure.message.text().find("'%2{message}'") != std::string::npos);
    }
};

QTEST_MAIN(FailuresTest)
#include "tst_failures.moc"
