// SPDX-License-Identifier: Apache-2.0
// What the window loads and says when models come and go, when one is in quarantine, when the engine dies or
// stands still while it captions: the program's own wiring with the real engine.
#include "core/journal/journal.h"
#include "tests/support/built_in_model.h"
#include "tests/support/whole_window.h"
#include "ui/pages/failure_page.h"
#include "ui/pages/live_page.h"
#include "ui/pages/plan_page.h"
#include "ui/text/local_text.h"
#include "ui/widgets/action_button.h"
#include "ui/widgets/sheet.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFile>
#include <QMimeData>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <set>

using namespace nanocap;

namespace {
constexpr int patience = 60'000;

void drop(ui::MainWindow& window, const QString& path)
{
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(path)});
    const QPointF middle = QRectF(window.rect()).center();
    QDragEnterEvent enter(middle.toPoint(), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(middle, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&window, &drop);
}

} // namespace

class TestWindowFlow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        qputenv("NANOCAP_STATE_DIR", m_state.path().toUtf8());
        qputenv("NANOCAP_ENGINE", NANOCAP_BIN_DIR "/nanocap-engine");
    }

    void thePlanPageFollowsItsFile()
    {
        QTemporaryDir folder;
        const QString mine = folder.filePath("mine.pth");
        QVERIFY(QFile::copy(QString::fromStdString(tests::builtInModel()), mine));
        tests::WholeWindow w({}, {{folder.path().toStdString()}, {}, {}});
        QSignalSpy ready(&w, &app::Program::menuReady);
        QSignalSpy scanned(&w.catalog, &worker::CatalogService::scanned);
        w.catalog.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
        w.menu.showPlan(mine.toStdString());
        auto* plan = w.page<ui::PlanPage>();
        QCOMPARE(plan->title(), QStringLiteral("mine"));

        // A file that comes first in the list now.
        QVERIFY(QFile::copy(QStringLiteral(NANOCAP_SOURCE_DIR "/resources/models/flashcards-ko.pth"),
                            folder.filePath("aaa.pth")));
        scanned.clear();
        w.catalog.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!scanned.isEmpty() && w.models.cards().size() == 2, patience);
        QCOMPARE(plan->title(), QStringLiteral("mine"));
        plan->loadButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(w.loads.finished.size(), std::size_t(1), patience);
        QCOMPARE(w.loads.finished[0].model.path, mine.toStdString());

        // And one that goes.
        Q_EMIT w.live.left();
        w.menu.showPlan(mine.toStdString());
        QCOMPARE(w.window.pageName(), QStringLiteral("plan"));
        QVERIFY(QFile::remove(mine));
        w.catalog.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(w.window.pageName(), QStringLiteral("menu"), patience);
        QVERIFY2(w.window.sheet()->text().contains(mine), qPrintable(w.window.sheet()->text()));
    }

    void whatIsDroppedOnTheWindowIsOpened()
    {
        QTemporaryDir folder;
        const QString mine = folder.filePath("mine \xED\x95\x9C#%.pth");
        QVERIFY(QFile::copy(QString::fromStdString(tests::builtInModel()), mine));
        QVERIFY(QDir(folder.path()).mkdir("more"));
        QVERIFY(QFile::copy(mine, folder.filePath("more/theirs.pth")));
        tests::WholeWindow w(tests::builtInModel());
        QSignalSpy live(&w.captions, &app::CaptionFlow::captioned),
            ended(&w.service, &worker::ModelService::engineEnded);
        w.catalog.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(live.count() >= 1, patience);

        // Pictures: at once, under the same model.
        drop(w.window, NANOCAP_SOURCE_DIR "/resources/cards/fox-blue.png");
        QCOMPARE(w.source.uri(),
                 QStringLiteral("images:" NANOCAP_SOURCE_DIR "/resources/cards/fox-blue.png"));
        live.clear();
        QTRY_VERIFY_WITH_TIMEOUT(live.count() >= 1, patience);
        QCOMPARE(w.window.pageName(), QStringLiteral("live"));

        // A folder of models joins the menu, and nothing else changes.
        drop(w.window, folder.filePath("more"));
        QTRY_VERIFY_WITH_TIMEOUT(w.models.card(folder.filePath("more/theirs.pth").toStdString()), patience);
        QCOMPARE(w.window.pageName(), QStringLiteral("live"));
        QVERIFY(w.window.sheet()->isOpen("notice"));
        w.window.sheet()->close();

        // A model: its plan, after the one that ran has gone.
        drop(w.window, mine);
        QTRY_COMPARE_WITH_TIMEOUT(w.window.pageName(), QStringLiteral("plan"), patience);
        QCOMPARE(w.page<ui::PlanPage>()->card().path, mine.toStdString());
        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, patience);

        // What is not there is named.
        drop(w.window, folder.filePath("nothing.mp4"));
        QVERIFY2(w.window.sheet()->text().contains("nothing.mp4"), qPrintable(w.window.sheet()->text()));
        QCOMPARE(w.page<ui::PlanPage>()->card().path, mine.toStdString());
    }

    void nothingIsDroppedOnAKiosk()
    {
        app::Behaviour behaviour;
        behaviour.kiosk = true;
        app::Program program(behaviour);
        QVERIFY(!program.window.acceptDrops());
        QVERIFY(!program.open.open({QStringLiteral(NANOCAP_SOURCE_DIR "/resources/cards/fox-blue.png")}));
        QVERIFY(program.source.uri().isEmpty());
    }

    void aSecondStartHandsItsFilesOver()
    {
        QTemporaryDir folder;
        const auto start = [&](const QStringList& arguments) {
            auto program = std::make_unique<QProcess>();
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert("TMPDIR", folder.path()); // sockets are there: no other test's window is met
            environment.insert("XDG_CONFIG_HOME", folder.path());
            environment.insert("NANOCAP_STATE_DIR", folder.filePath("state"));
            program->setProcessEnvironment(environment);
            program->setProcessChannelMode(QProcess::MergedChannels);
            program->setWorkingDirectory(NANOCAP_SOURCE_DIR "/resources/cards");
            program->start(NANOCAP_BIN_DIR "/nanocap", arguments);
            return program;
        };
        const auto wordsOfSecond = [&](const QStringList& arguments) {
            const auto second = start(arguments);
            return second->waitForFinished(patience) && second->exitCode() == 0
                       ? QString::fromUtf8(second->readAll())
                       : QStringLiteral("no clean end");
        };
        const auto first = start({});
        QTRY_VERIFY_WITH_TIMEOUT(!QDir(folder.path()).entryList({"nanocap-*"}, QDir::System).isEmpty(),
                                 patience);
        QString words = wordsOfSecond({"fox-blue.png"});
        QVERIFY2(words.contains("opens the file"), qPrintable(words));
        words = wordsOfSecond({});
        QVERIFY2(words.contains("were not used"), qPrintable(words));
        first->terminate();
        QVERIFY(first->waitForFinished(patience));
        QCOMPARE(first->exitCode(), 0);
    }

    void aQuarantinedModelIsLoadedWhenAskedAndFreedWhenItWorks()
    {
        QVERIFY(journal::Quarantine().add(tests::builtInModel(), "WEIGHTS"));
        tests::WholeWindow w(tests::builtInModel(), {}, false);
        QSignalSpy ready(&w, &app::Program::menuReady);
        w.catalog.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(ready.count(), 1, patience);
        QCOMPARE(w.window.pageName(), QStringLiteral("plan")); // asked for by name, and asked about once more
        QVERIFY(w.loads.finished.empty());
        auto* plan = w.page<ui::PlanPage>();
        QVERIFY2(plan->headline().contains("Weights"), qPrintable(plan->headline()));
        plan->loadButton()->click();
        QTRY_COMPARE_WITH_TIMEOUT(w.loads.finished.size(), std::size_t(1), patience);
        QCOMPARE(w.window.pageName(), QStringLiteral("live"));
        QVERIFY(!journal::Quarantine().reason(tests::builtInModel()));
    }

    void aDeathWhileCaptioningIsInTheReport()
    {
        tests::WholeWindow w(tests::builtInModel());
        QSignalSpy started(&w.service, &worker::ModelService::engineStarted),
            live(&w.captions, &app::CaptionFlow::captioned);
        w.catalog.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(live.count() >= 1, patience);
        ::kill(pid_t(started.at(0).at(0).toLongLong()), SIGSEGV);
        QTRY_COMPARE_WITH_TIMEOUT(w.window.pageName(), QStringLiteral("failure"), patience);
        QVERIFY(w.load.lastLoad() && w.load.lastLoad()->report.failure);
        QCOMPARE(w.load.lastLoad()->report.failure->code, std::string("SIGSEGV"));
        QVERIFY(!w.load.lastLoad()->report.failure->row);
        auto* page = w.page<ui::FailurePage>();
        QVERIFY2(page->commandLine().startsWith("nanocapctl load "), qPrintable(page->commandLine()));
        int saving = 0;
        for (const auto* button : page->actionBar()->findChildren<ui::ActionButton*>())
            saving += button->isVisible() && button->text() == QLatin1String("Save report");
        QCOMPARE(saving, 1);
    }

    void aModelThatFailedIsNoGreenCard_data()
    {
        QTest::addColumn<bool>("damaged");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("a checksum") << true << "CHECKSUM";
        QTest::newRow("a death while captioning") << false << "SIGSEGV";
    }
    void aModelThatFailedIsNoGreenCard()
    {
        QFETCH(bool, damaged);
        QFETCH(QString, outcome);
        QFile::remove(m_state.filePath("learned.json")); // both have the same contents list
        QTemporaryDir folder;
        const std::string mine = folder.filePath("mine.pth").toStdString();
        QFile whole(QString::fromStdString(tests::builtInModel())), copy(QString::fromStdString(mine));
        QVERIFY(whole.open(QIODevice::ReadOnly) && copy.open(QIODevice::WriteOnly));
        QByteArray bytes = whole.readAll();
        if (damaged)
            bytes[bytes.size() / 2] = char(bytes[bytes.size() / 2] ^ 1);
        copy.write(bytes);
        copy.close();

        tests::WholeWindow w(mine, {{folder.path().toStdString()}, {}, {}});
        QSignalSpy started(&w.service, &worker::ModelService::engineStarted),
            live(&w.captions, &app::CaptionFlow::captioned);
        w.catalog.refresh();
        if (!damaged) {
            QTRY_VERIFY_WITH_TIMEOUT(live.count() >= 1, patience);
            ::kill(pid_t(started.at(0).at(0).toLongLong()), SIGSEGV);
        }
        QTRY_COMPARE_WITH_TIMEOUT(w.window.pageName(), QStringLiteral("failure"), patience);
        Q_EMIT w.failure.menuRequested();
        const auto verdict = [&] {
            const auto* card = w.models.card(mine);
            return card ? ui::verdictFor(*card, w.models.plan(mine, engine::Precision::Fp32)).kind
                        : ui::Verdict::Kind::Measuring;
        };
        QTRY_COMPARE_WITH_TIMEOUT(verdict(), ui::Verdict::Kind::Failed, patience);
        const auto history = w.models.plan(mine, engine::Precision::Fp32)->history;
        const auto& last = history.front();
        QCOMPARE(QString::fromStdString(last.diedOf.empty() ? last.outcome : last.diedOf), outcome);

        if (damaged) // the same contents never work
            return;
        w.menu.showPlan(mine);
        w.page<ui::PlanPage>()->loadButton()->click();
        live.clear();
        QTRY_VERIFY_WITH_TIMEOUT(live.count() >= 1, patience);
        Q_EMIT w.live.left();
        QTRY_COMPARE_WITH_TIMEOUT(verdict(), ui::Verdict::Kind::Fits, patience);
    }

    void whatStandsUnderAPictureOfAFolderWasSaidOfIt()
    {
        tests::WholeWindow w(tests::builtInModel());
        w.source.setUri(QStringLiteral("images:" NANOCAP_SOURCE_DIR "/resources/cards"));
        auto* panel = w.page<ui::LivePage>()->captionPanel();
        QString item;
        QStringList wrong;
        std::set<QString> right;
        connect(&w.source, &app::SourceFlow::frameArrived, this, [&](const captions::Frame& frame) {
            if (frame.item != item && panel->text().startsWith("Looks like"))
                wrong << frame.item + " under \"" + panel->text() + '"';
            item = frame.item;
        });
        connect(&w.captions, &app::CaptionFlow::captioned, this, [&](const captions::CaptionResult& result) {
            if (result.frame.item == item)
                w.source.advance();
        });
        connect(&w.captions, &app::CaptionFlow::changed, this, [&] {
            const auto& said = w.captions.stream().current();
            if (said && said->frame.item == item &&
                panel->text().endsWith(QString::fromStdString(said->caption.text)))
                right.insert(item);
        });
        QSignalSpy finished(&w.source, &app::SourceFlow::finished);
        w.catalog.refresh();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, patience);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join('\n')));
        QVERIFY2(right.size() >= 11,
                 qPrintable(QString::number(right.size()))); // the last is captioned after the end
    }

    void noOldCaptionStandsWhileTheEngineStandsStill()
    {
        tests::WholeWindow w(tests::builtInModel());
        QSignalSpy started(&w.service, &worker::ModelService::engineStarted),
            live(&w.captions, &app::CaptionFlow::captioned);
        QSignalSpy stalled(&w.service, &worker::ModelService::captionStalled);
        w.catalog.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(live.count() >= 1, patience);
        const auto engine = pid_t(started.at(0).at(0).toLongLong());
        ::kill(engine, SIGSTOP);
        QTRY_VERIFY_WITH_TIMEOUT(stalled.count() >= 1, patience);
        auto* page = w.page<ui::LivePage>();
        QTRY_VERIFY2(page->captionPanel()->text().contains("does not answer"),
                     qPrintable(page->captionPanel()->text()));
        ::kill(engine, SIGCONT);
        live.clear();
        QTRY_VERIFY_WITH_TIMEOUT(live.count() >= 2, patience);
        QVERIFY2(!page->captionPanel()->text().contains("does not answer"),
                 qPrintable(page->captionPanel()->text()));
    }

private:
    QTemporaryDir m_state;
};

QTEST_MAIN(TestWindowFlow)
#include "tst_window_flow.moc"
