// SPDX-License-Identifier: Apache-2.0
// Draws every page at both sizes in both languages. With NANOCAP_SCREENSHOT_DIR the pictures are kept there,
// to be looked at; without it the test only proves that every page draws and no text is cut off where that is
// known.
#include "tests/gui/fictional_values.h"
#include "ui/widgets/memory_gauge.h"
#include "ui/widgets/memory_pane.h"
#include "ui/widgets/memory_timeline.h"
#include "ui/widgets/sheet.h"

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
        QTest::newRow("small screen, English") << QSize(800, 480) << "en" << false;
        QTest::newRow("small screen, Korean") << QSize(800, 480) << "ko" << false;
        QTest::newRow("wide screen, English") << QSize(1280, 800) << "en" << false;
        QTest::newRow("wide screen, Korean") << QSize(1280, 800) << "ko" << false;
        QTest::newRow("small screen, English, light") << QSize(800, 480) << "en" << true;
        QTest::newRow("wide screen, English, light") << QSize(1280, 800) << "en" << true;
        QTest::newRow("1024 x 600, English") << QSize(1024, 600) << "en" << false;
        QTest::newRow("portrait, English") << QSize(600, 1024) << "en" << false;
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
        MainWindow window;
        window.resize(size);
        window.setThemeKind(light ? ThemeKind::Light : ThemeKind::Dark);
        window.setLanguage(language);
        window.QWidget::show();
        window.setCards(cards(), plans());
        for (int i = 0; i <= 600; ++i)
            window.memoryPane()->timeline()->addSampleAt(
                -60 + i / 10.0, Bytes::fromMegabytes(1874 - (i > 200 && i < 420 ? 180 + i % 7 : i % 5)),
                Bytes::fromMegabytes(3956));
        window.setMemory(boardSample(1874));
        window.setSourceState(SourceState::Off);

        window.showMenu();
        keep(window, "menu");
        window.gauge()->setFocus();
        Q_EMIT window.gauge()->figureTapped(Figure::Available);
        keep(window, "menu-explained");
        window.sheet()->close();
        window.showPlan(0, planFor(1874));
        keep(window, "plan");
        window.showPlan(2, planFor(934));
        keep(window, "plan-floor");
        window.showPlan(3, plans()[3]);
        keep(window, "plan-no");
        window.showPlan(4, planFor(1874));
        keep(window, "plan-quarantine");
        playLoad(window);
        keep(window, "loading");
        window.rowStalled(Row::Weights, said("Stall", "waiting for the disk: %1 MB/s").with({"4.0"}));
        keep(window, "loading-stalled");
        window.setLastReport(successReport());
        window.setSourceState(SourceState::On);
        window.showLive("COCO small");
        window.setFrame(frame());
        window.setMemory(boardSample(1702, 207));
        window.setCaption(caption({{"a", 0.99f},
                                   {"fox", 0.98f},
                                   {"and", 0.97f},
                                   {"a", 0.95f},
                                   {"slice", 0.41f},
                                   {"of", 0.9f},
                                   {"pizza", 0.93f},
                                   {"on", 0.9f},
                                   {"a", 0.9f},
                                   {"blue", 0.88f},
                                   {"background", 0.97f},
                                   {"<end>", 0.99f}}),
                          statistics());
        keep(window, "live");
        QTest::keyClick(&window, Qt::Key_P);
        keep(window, "live-statistics");
        window.sheet()->close();
        window.setTextSize(TextSize::Largest);
        window.setCaption(caption({{"a", 0.99f},
                                   {"fox", 0.98f},
                                   {"and", 0.97f},
                                   {"a", 0.95f},
                                   {"slice", 0.41f},
                                   {"of", 0.9f},
                                   {"pizza", 0.93f},
                                   {"on", 0.9f},
                                   {"a", 0.9f},
                                   {"blue", 0.88f},
                                   {"background", 0.97f},
                                   {"<end>", 0.99f}}),
                          statistics());
        keep(window, "live-largest");
        window.setSourceState(SourceState::NoFrames);
        keep(window, "live-trouble");
        FailureContext context;
        context.cardIndex = 0;
        window.showFailure(refusedReport(), context);
        keep(window, "failure-floor");
        context.previousName = "Flash cards";
        window.showFailure(killedReport(), context);
        keep(window, "failure-killed");
        window.showPlan(5, std::nullopt);
        keep(window, "failure-file");
        window.setLastReport(killedReport());
        window.showDetails();
        keep(window, "details");
        window.showReadiness(checks());
        keep(window, "readiness");
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
