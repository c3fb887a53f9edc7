// SPDX-License-Identifier: Apache-2.0
// A kiosk before which nobody stands: its engine is killed, its model's file goes, its camera goes, its
// recorder cannot write, and captions come back without a touch. The program's own wiring with the real
// engine.
#include "app/nanocap/status_report.h"
#include "core/journal/journal.h"
#include "core/session/window_status.h"
#include "tests/support/built_in_model.h"
#include "tests/support/whole_window.h"
#include "ui/pages/countdown_page.h"
#include "ui/pages/failure_page.h"
#include "ui/pages/live_page.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/sheet.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace nanocap;

namespace {

constexpr int patience = 60'000;
const QString ko = QStringLiteral(NANOCAP_SOURCE_DIR "/resources/models/flashcards-ko.pth");

/// A window as the program makes it, with pictures from the cards.
struct Kiosk : app::Program
{
    explicit Kiosk(app::Behaviour behaviour, Sentence notice = {})
        : Program(std::move(behaviour), {}, std::move(notice)),
          started(&service, &worker::ModelService::engineStarted),
          captioned(&captions, &app::CaptionFlow::captioned)
    {
        source.setUri(QStringLiteral("cards:"));
        window.resize(800, 480);
        window.setVisible(true);
        monitor.start();
        catalog.refresh();
    }
    pid_t engine() const { return pid_t(started.last().at(0).toLongLong()); }
    template <class P> P* page() const { return window.findChild<P*>(); }
    void press(const QString& text) const
    {
        for (auto* button : page<ui::CountdownPage>()->actionBar()->findChildren<ui::ActionButton*>())
            if (button->text() == text && button->isVisible())
                return button->click();
        QFAIL(qPrintable("no button " + text));
    }

    QSignalSpy started, captioned;
};

app::Behaviour behaviour(const std::string& model, bool kiosk = true, const catalog::Folders& folders = {})
{
    app::Behaviour b;
    b.floor = load::Floor::automaticFloor();
    b.folders = folders;
    b.model = model;
    b.kiosk = kiosk;
    return b;
}

} // namespace

class TestKioskHeals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qputenv("NANOCAP_ENGINE", NANOCAP_BIN_DIR "/nanocap-engine"); }
    void init()
    {
        m_state = std::make_unique<QTemporaryDir>();
        qputenv("NANOCAP_STATE_DIR", m_state->path().toUtf8());
    }

    void captionsComeBackHoweverOftenTheEngineDies()
    {
        Kiosk w(behaviour(tests::builtInModel()), said("Journal", "a notice"));
        for (int signal : {SIGKILL, SIGSEGV, SIGKILL}) {
            QTRY_VERIFY_WITH_TIMEOUT(!w.captioned.isEmpty(), patience);
            QVERIFY(!w.window.sheet()->isOpen()); // nothing covers a visitor's page
            ::kill(w.engine(), signal);
            QTRY_COMPARE_WITH_TIMEOUT(w.window.pageName(), QStringLiteral("countdown"), patience);
            auto* page = w.page<ui::CountdownPage>();
            QCOMPARE(page->headline(), QStringLiteral("One moment, please"));
            QVERIFY(!page->sentence().contains("SIG") && !page->sentence().contains("engine"));
            w.captioned.clear();
            if (w.recovery.failures() > 1)
                w.press(QStringLiteral("Try now"));
        }
        QTRY_VERIFY_WITH_TIMEOUT(!w.captioned.isEmpty(), patience);
        QVERIFY(!journal::Quarantine().reason(tests::builtInModel()));
    }

    void theOperatorReadsTheTruth()
    {
        Kiosk w(behaviour(tests::builtInModel()));
        QTRY_VERIFY_WITH_TIMEOUT(!w.captioned.isEmpty(), patience);
        ::kill(w.engine(), SIGSEGV);
        QTRY_COMPARE_WITH_TIMEOUT(w.window.pageName(), QStringLiteral("countdown"), patience);
        w.rights.setOperatorPresent(true);
        w.press(QStringLiteral("Details"));
        QVERIFY2(w.window.sheet()->text().contains("SIGSEGV"), qPrintable(w.window.sheet()->text()));
        app::StatusReport report(w, {});
        const QJsonObject status = report.now();
        QCOMPARE(status["doing"].toString(), QStringLiteral("waiting"));
        QCOMPARE(status["failure"].toObject()["code"].toString(), QStringLiteral("SIGSEGV"));
        QCOMPARE(status["retry"].toObject()["model"].toString(), QStringLiteral("flashcards-en"));
        QVERIFY(status["model"].isNull());
    }

    void aModelWhoseFileGoesIsFollowedByOneThatFits()
    {
        QTemporaryDir folder;
        const QString mine = folder.filePath("mine.pth");
        QVERIFY(QFile::copy(QString::fromStdString(tests::builtInModel()), mine));
        QVERIFY(QFile::copy(ko, folder.filePath("other.pth")));
        Kiosk w(behaviour(mine.toStdString(), true, {{folder.path().toStdString()}, {}, {}}));
        QTRY_VERIFY_WITH_TIMEOUT(!w.captioned.isEmpty(), patience);
        QVERIFY(QFile::remove(mine));
        QTRY_COMPARE_WITH_TIMEOUT(w.models.cards().size(), std::size_t(1), patience);
        ::kill(w.engine(), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(w.window.pageName(), QStringLiteral("countdown"), patience);
        w.captioned.clear();
        w.press(QStringLiteral("Try now"));
        QTRY_VERIFY_WITH_TIMEOUT(!w.captioned.isEmpty(), patience);
        QVERIFY(w.load.intent()->card.path.find("other.pth") != std::string::npos);
    }

    void aRefusedLoadAndAModelNobodyFindsAreNotTheEnd()
    {
        app::Behaviour refused = behaviour(tests::builtInModel());
        refused.floor = load::Floor{Bytes::fromMegabytes(1 << 24)};
        Kiosk w(refused);
        QTRY_COMPARE_WITH_TIMEOUT(w.window.pageName(), QStringLiteral("countdown"), patience);
        QCOMPARE(w.recovery.failure()->code, std::string("MEMORY"));
        QVERIFY(w.recovery.timeLeft());
        Kiosk other(behaviour("no-such-model", true, catalog::Folders::standard({})));
        QTRY_COMPARE_WITH_TIMEOUT(other.window.pageName(), QStringLiteral("countdown"), patience);
        QCOMPARE(other.recovery.failure()->code, std::string("UNKNOWN_MODEL"));
        QTRY_VERIFY_WITH_TIMEOUT(!other.captioned.isEmpty(), patience); // the smallest of the menu, by itself
    }

    void aRecorderThatCannotWriteIsNotTheEnd()
    {
        Kiosk w(behaviour(tests::builtInModel()));
        QTRY_VERIFY_WITH_TIMEOUT(!w.captioned.isEmpty(), patience);
        QFile taken(m_state->filePath("taken"));
        QVERIFY(taken.open(QIODevice::WriteOnly));
        qputenv("NANOCAP_STATE_DIR", taken.fileName().toUtf8()); // a file where the folder should be
        QVERIFY(!journal::Journal().write("test", {}));
        ::kill(w.engine(), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(w.window.pageName(), QStringLiteral("countdown"), patience);
        w.captioned.clear();
        QTRY_VERIFY_WITH_TIMEOUT(!w.captioned.isEmpty(), patience);
    }

    void theCardsStandInForACameraThatIsNotThere()
    {
        Kiosk w(behaviour(tests::builtInModel()));
        w.source.setUri(QStringLiteral("camera:A camera nobody has"));
        QTRY_VERIFY_WITH_TIMEOUT(!w.captioned.isEmpty(), patience);
        QVERIFY(w.source.isStandIn());
        QCOMPARE(w.captioned.last().at(0).value<captions::CaptionResult>().frame.origin,
                 QStringLiteral("cards:"));
        QCOMPARE(w.page<ui::LivePage>()->note(), QStringLiteral("Cards until the camera is back"));
        QVERIFY2(w.source.state() == captions::SourceState::Unplugged,
                 qPrintable(sources::nameOf(w.source.state())));
    }

    void aFilmThatIsNotThereIsTriedAgainAndTheCardsEndWhenItIs()
    {
        QTemporaryDir folder;
        const QString pictures = folder.filePath("pictures");
        Kiosk w(behaviour(tests::builtInModel()));
        w.source.setUri("images:" + pictures);
        QTRY_VERIFY_WITH_TIMEOUT(w.source.isStandIn(), patience);
        QVERIFY(QDir().mkpath(pictures));
        QVERIFY(QFile::copy(QStringLiteral(NANOCAP_SOURCE_DIR "/resources/cards/fox-blue.png"),
                            pictures + "/fox.png"));
        QTRY_VERIFY_WITH_TIMEOUT(!w.source.isStandIn() && w.source.state() == captions::SourceState::On,
                                 patience);
        QCOMPARE(w.page<ui::LivePage>()->note(), QString());
    }

    void afterCrashesItRestsAndTriesTheSmallest()
    {
        app::Behaviour safe = behaviour(tests::builtInModel());
        safe.safeMenu = true;
        Kiosk w(safe);
        QTRY_COMPARE_WITH_TIMEOUT(w.window.pageName(), QStringLiteral("countdown"), patience);
        QCOMPARE(w.page<ui::CountdownPage>()->headline(), QStringLiteral("A short rest"));
        QVERIFY(w.recovery.timeLeft() > std::chrono::minutes(4));
        QVERIFY(!w.load.intent());
        w.press(QStringLiteral("Try now"));
        QTRY_VERIFY_WITH_TIMEOUT(!w.captioned.isEmpty(), patience);
    }

    void theDefaultModelStartsByItselfUnlessStopped()
    {
        app::Behaviour start = behaviour(tests::builtInModel(), false);
        start.modelIsDefault = true;
        {
            Kiosk w(start);
            QTRY_COMPARE_WITH_TIMEOUT(w.window.pageName(), QStringLiteral("countdown"), patience);
            QVERIFY2(w.page<ui::CountdownPage>()->headline().contains("starts by itself"),
                     qPrintable(w.page<ui::CountdownPage>()->headline()));
            QTRY_VERIFY_WITH_TIMEOUT(!w.captioned.isEmpty(), patience);
        }
        Kiosk w(start);
        QTRY_COMPARE_WITH_TIMEOUT(w.window.pageName(), QStringLiteral("countdown"), patience);
        w.press(QStringLiteral("Stop"));
        QCOMPARE(w.window.pageName(), QStringLiteral("menu"));
        QVERIFY(!w.recovery.timeLeft());
    }

    void elsewhereAModelThatDiedIsLoadedAgainOnceByItself()
    {
        Kiosk w(behaviour(tests::builtInModel(), false));
        QTRY_VERIFY_WITH_TIMEOUT(!w.captioned.isEmpty(), patience);
        ::kill(w.engine(), SIGKILL);
        QTRY_COMPARE_WITH_TIMEOUT(w.window.pageName(), QStringLiteral("countdown"), patience);
        QVERIFY(w.page<ui::CountdownPage>()->headline().contains("has stopped"));
        w.captioned.clear();
        QTRY_VERIFY_WITH_TIMEOUT(!w.captioned.isEmpty(), patience);
        ::kill(w.engine(), SIGKILL); // again, before ten seconds of captions
        QTRY_COMPARE_WITH_TIMEOUT(w.window.pageName(), QStringLiteral("failure"), patience);
        QVERIFY(!w.recovery.timeLeft());
    }

    void elsewhereStopLeadsToWhatHappened()
    {
        Kiosk w(behaviour(tests::builtInModel(), false));
        QTRY_VERIFY_WITH_TIMEOUT(!w.captioned.isEmpty(), patience);
        ::kill(w.engine(), SIGSEGV);
        QTRY_COMPARE_WITH_TIMEOUT(w.window.pageName(), QStringLiteral("countdown"), patience);
        w.press(QStringLiteral("Stop"));
        QCOMPARE(w.window.pageName(), QStringLiteral("failure"));
        QCOMPARE(w.page<ui::FailurePage>()->failure().code, std::string("SIGSEGV"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_state;
};

QTEST_MAIN(TestKioskHeals)
#include "tst_kiosk_heals.moc"
