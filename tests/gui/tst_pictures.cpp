// SPDX-License-Identifier: Apache-2.0
// Draws every page on every screen in both languages. With NANOCAP_SCREENSHOT_DIR the pictures are kept
// there, to be looked at; without it the test only proves that every page draws and no text is cut off where
// that is known.
#include "tests/gui/stage.h"
#include "ui/pages/statistics_page.h"
#include "ui/sheets/confidence_sheet.h"
#include "ui/text/scene_text.h"
#include "ui/widgets/attract_view.h"
#include "ui/widgets/memory_gauge.h"
#include "ui/widgets/memory_pane.h"
#include "ui/widgets/memory_timeline.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/title_bar.h"

#include <QDir>
#include <QtTest>

using namespace nanocap;
using namespace nanocap::ui;
using namespace nanocap::gui_test;

class PicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPage_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        QTest::addColumn<bool>("light");
        for (const Screen& screen : screens())
            for (const char* language : {"en", "ko"})
                QTest::addRow("%s, %s", screen.name, language)
                    << screen.size << QString::fromLatin1(language) << false;
        QTest::newRow("480 x 320, light") << QSize(480, 320) << "ko" << true;
        QTest::newRow("800 x 480, light") << QSize(800, 480) << "en" << true;
        QTest::newRow("1280 x 800, light") << QSize(1280, 800) << "en" << true;
        QTest::newRow("320 x 480, upright") << QSize(320, 480) << "en" << false;
    }

    void everyPage()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        QFETCH(bool, light);
        m_tail = QStringLiteral("%1x%2-%3%4")
                     .arg(size.width())
                     .arg(size.height())
                     .arg(language, light ? "-light" : "");
        Stage stage(size, language);
        MainWindow& window = stage.window;
        Looks looks = window.looks();
        looks.theme = light ? ThemeKind::Light : ThemeKind::Dark;
        window.setLooks(looks);
        for (int i = 0; i <= 600; ++i)
            window.memoryPane()->timeline()->addSampleAt(
                -60 + i / 10.0, Bytes::fromMegabytes(1874 - (i > 200 && i < 420 ? 180 + i % 7 : i % 5)),
                Bytes::fromMegabytes(3956));

        keep(window, "menu");
        window.gauge()->setFocus();
        Q_EMIT window.gauge()->figureTapped(Figure::Available);
        keep(window, "menu-explained");
        window.sheet()->close();
        stage.showPlan(0, 1874);
        keep(window, "plan");
        stage.page<PlanPage>()->showNumbers(true);
        keep(window, "plan-numbers");
        stage.showPlan(2, 934);
        keep(window, "plan-floor");
        stage.showPlan(3, 1874);
        keep(window, "plan-no");
        stage.showPlan(4, 1874);
        keep(window, "plan-quarantine");
        stage.showLoading();
        keep(window, "loading");
        stage.page<LoadingPage>()->take(
            load::RowStalled{Row::Weights, said("Stall", "waiting for the disk: %1 MB/s").with({"4.0"})});
        keep(window, "loading-stalled");
        stage.showLive(SourceState::On);
        stage.setMemory(boardSample(1702, 207));
        stage.showStage();
        keep(window, "live");
        stage.showStage(4);
        keep(window, "live-attention");
        stage.page<LivePage>()->stopLooking();
        stage.page<LivePage>()->setPaused(true);
        keep(window, "live-paused");
        window.sheet()->open("confidence", confidenceSheet());
        keep(window, "live-confidence");
        window.sheet()->close();
        stage.showLive(SourceState::On);
        keep(window, "live-first");
        stage.page<LivePage>()->setFrame(frame({1280, 720}));
        stage.say(caption({{"a", 0.9f}, {"fox", 0.6f}, {"<end>", 0.9f}}));
        stage.page<LivePage>()->setEarlier(history(6));
        keep(window, "live-film");
        stage.showHistory();
        keep(window, "history");
        stage.showStatistics();
        keep(window, "statistics");
        stage.page<StatisticsPage>()->setScene(
            sceneRows(captions::SceneState::Frozen, {118, 204, 37, 0.213, 0.4, 0, 4800, 12'300}));
        keep(window, "statistics-scene");
        looks.textSize = TextSize::Largest;
        window.setLooks(looks);
        stage.showStage();
        keep(window, "live-largest");
        stage.showLive(SourceState::On);
        stage.page<LivePage>()->setScene(captions::SceneState::Covered);
        keep(window, "live-covered");
        stage.page<LivePage>()->setScene(captions::SceneState::Still);
        stage.showStage();
        keep(window, "live-still");
        stage.page<LivePage>()->setScene(captions::SceneState::Moving);
        stage.program.attract.begin();
        auto* attract = window.findChild<AttractView*>();
        for (int word = 0; word < 4; ++word)
            attract->step();
        attract->settle();
        keep(window, "attract");
        stage.program.attract.end();
        stage.showLive(SourceState::NoFrames);
        keep(window, "live-trouble");
        stage.showFailure(refusedReport());
        keep(window, "failure-floor");
        stage.showFailure(killedReport(), "Flash cards");
        keep(window, "failure-killed");
        stage.showPlan(5, 1874);
        keep(window, "failure-file");
        stage.showDetails(killedReport());
        keep(window, "details");
        stage.showReadiness();
        keep(window, "readiness");
        using Story = CountdownPage::Story;
        for (const auto& [story, name] : {std::pair{Story::Start, "countdown-start"},
                                          {Story::Reload, "countdown-reload"},
                                          {Story::Break, "countdown-break"},
                                          {Story::Rest, "countdown-rest"}}) {
            stage.showCountdown(story);
            keep(window, name);
        }
        stage.program.help.open();
        keep(window, "help");
        for (const char* topic : {"1-start", "2-kiosk", "failures", "about"}) {
            stage.program.help.openTopic(QLatin1String(topic));
            keep(window, QLatin1String(topic) == QLatin1String("about")
                             ? QStringLiteral("about")
                             : QStringLiteral("help-%1").arg(topic));
        }
        if (window.theme().metrics.small) {
            window.leaveTop();
            Q_EMIT window.titleBar()->choicesRequested();
            keep(window, "looks");
        }
    }

private:
    void keep(MainWindow& window, const QString& name)
    {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        const QImage picture = window.grab().toImage();
        QCOMPARE(picture.size(), window.size() * window.devicePixelRatioF());
        const QString folder = qEnvironmentVariable("NANOCAP_SCREENSHOT_DIR");
        if (folder.isEmpty())
            return;
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(picture.save(QStringLiteral("%1/%2-%3.png").arg(folder, name, m_tail)));
    }
    QString m_tail;
};

QTEST_MAIN(PicturesTest)
#include "tst_pictures.moc"
