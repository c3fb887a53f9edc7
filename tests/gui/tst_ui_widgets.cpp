// SPDX-License-Identifier: Apache-2.0
// Widgets by themselves: gauge, steps, table, card, caption, preview, sheet.
#include "tests/gui/fictional_values.h"
#include "ui/style/theme.h"
#include "ui/widgets/accessible_widgets.h"
#include "ui/widgets/caption_panel.h"
#include "ui/widgets/deficit_table.h"
#include "ui/widgets/latency_trio.h"
#include "ui/widgets/load_curve.h"
#include "ui/widgets/memory_gauge.h"
#include "ui/widgets/model_card_widget.h"
#include "ui/widgets/preview_widget.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/step_list.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QtTest>

using namespace nanocap;
using namespace nanocap::ui;
using namespace nanocap::gui_test;

class UiWidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void gaugeShowsFourPartsAndTheFloor()
    {
        MemoryGauge gauge;
        gauge.setSample(boardSample(1874, 207));
        QCOMPARE(gauge.legendText(),
                 QStringLiteral(
                     "this app 261 \u00b7 GPU 88 \u00b7 other 1733 \u00b7 free 1874 \u00b7 floor 1200 MB "
                     "\u00b7 calm"));
        QVERIFY(!gauge.accessibleName().isEmpty() && !gauge.accessibleName().contains("1874"));
    }

    void gaugeHidesWhatTheMachineDoesNotHave()
    {
        auto sample = boardSample(1874);
        sample.gauge.gpuShared.reset();
        MemoryGauge gauge;
        gauge.setSample(sample);
        gauge.setFloor(Bytes());
        QVERIFY(!gauge.legendText().contains("GPU") && !gauge.legendText().contains("floor"));
    }

    void gaugeSaysUnknown()
    {
        MemoryGauge gauge;
        gauge.setSample(memory::MemorySample());
        QVERIFY(gauge.legendText().contains("free unknown"));
        QVERIFY(!gauge.legendText().contains(" 0"));
        QVERIFY(gauge.legendText().endsWith("pressure unknown"));
    }

    void gaugeIsABarWithAValueForAScreenReader()
    {
        installAccessibleWidgets();
        MemoryGauge gauge;
        QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(&gauge);
        QVERIFY(accessible && accessible->valueInterface());
        QCOMPARE(accessible->role(), QAccessible::ProgressBar);
        QVERIFY(!accessible->valueInterface()->currentValue().isValid()); // unknown is not 0
        gauge.setSample(boardSample(1874));
        QCOMPARE(accessible->valueInterface()->currentValue().toInt(), 1874);
        QCOMPARE(accessible->valueInterface()->maximumValue().toInt(), 3956);
        QVERIFY(accessible->text(QAccessible::Value).endsWith("calm"));
        QSignalSpy tapped(&gauge, &MemoryGauge::figureTapped);
        accessible->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(tapped.size(), 1);
    }

    void stepsAreAListForAScreenReader()
    {
        installAccessibleWidgets();
        StepList steps;
        steps.resize(792, 240);
        steps.finish(rowReport(Row::Weights, 1.4, 1749, 1688, 219));
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&steps);
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(list->childCount(), 10);
        QAccessibleInterface* weights = list->child(8);
        QCOMPARE(weights->text(QAccessible::Name),
                 QStringLiteral("Weights, done, 1.4 s, +61 MB, free 1688 MB"));
        QCOMPARE(list->indexOfChild(weights), 8);
    }

    void everyFigureIsReachedByGoingOnToTheNext()
    {
        MemoryGauge gauge;
        gauge.setSample(boardSample(1874));
        QList<Figure> seen;
        for (Figure figure = Figure::App; !seen.contains(figure); figure = gauge.figureAfter(figure))
            seen << figure;
        QCOMPARE(seen, (QList<Figure>{Figure::App, Figure::Gpu, Figure::Other, Figure::Available,
                                      Figure::Floor, Figure::Pressure}));
    }

    void gaugeFigureCanBeTappedAndChosenByKey()
    {
        MemoryGauge gauge;
        gauge.resize(800, 48);
        gauge.setSample(boardSample(1874));
        gauge.show();
        gauge.grab();
        QVERIFY(!gauge.legendIsClipped());
        QSignalSpy tapped(&gauge, &MemoryGauge::figureTapped);
        QTest::mouseClick(&gauge, Qt::LeftButton, {}, QPoint(30, 24));
        QCOMPARE(tapped.size(), 1);
        QCOMPARE(tapped[0][0].value<Figure>(), Figure::App);
        QTest::keyClick(&gauge, Qt::Key_Right);
        QTest::keyClick(&gauge, Qt::Key_Return);
        QCOMPARE(tapped.size(), 2);
        QCOMPARE(tapped[1][0].value<Figure>(), Figure::Gpu);
    }

    void tenStepsFitOnASmallScreen()
    {
        StepList steps;
        steps.resize(792, 240);
        QCOMPARE(steps.rowHeight(), 24);
        QCOMPARE(steps.rowHeight() * static_cast<int>(rowCount), 240);
        for (const RowReport& row : successReport().rows)
            steps.finish(row);
        steps.grab();
        QVERIFY(!steps.hasClippedText());
        QVERIFY(QFontMetrics(steps.font()).height() <= steps.rowHeight());
    }

    void stepLineTellsStateSecondsChangeAndFree()
    {
        StepList steps;
        QCOMPARE(steps.lineText(Row::Weights), QStringLiteral("Weights, waiting"));
        steps.start(Row::Weights);
        steps.setStalled(Row::Weights, Sentence::verbatim("waiting for the disk: 4 MB/s"));
        QCOMPARE(steps.lineText(Row::Weights),
                 QStringLiteral("Weights, running, waiting for the disk: 4 MB/s"));
        steps.finish(rowReport(Row::Weights, 1.4, 1749, 1688, 219));
        QCOMPARE(steps.lineText(Row::Weights), QStringLiteral("Weights, done, 1.4 s, +61 MB, free 1688 MB"));
        steps.finish(rowReport(Row::Cleanup, 0.04, 1688, 1697, 207));
        QCOMPARE(steps.lineText(Row::Cleanup),
                 QStringLiteral("Clean-up and warm-up, done, 0.0 s, \u22129 MB, free 1697 MB"));
        RowReport blind = rowReport(Row::Check, 0.1, 0, 0, 0);
        blind.availableBefore.reset();
        blind.availableAfter.reset();
        steps.finish(blind);
        QCOMPARE(steps.lineText(Row::Check), QStringLiteral("Memory check, done, 0.1 s, free unknown"));
    }

    void deficitIsASum_data()
    {
        QTest::addColumn<int>("available");
        QTest::addColumn<QString>("result");
        QTest::newRow("to spare") << 1874 << "674 MB to spare";
        QTest::newRow("exactly enough") << 1200 << "just enough";
        QTest::newRow("short") << 934 << "266 MB short";
    }
    void deficitIsASum()
    {
        QFETCH(int, available);
        QFETCH(QString, result);
        DeficitTable table;
        table.setPlan(planFor(available));
        QCOMPARE(table.resultText(), result);
        Bytes parts;
        const auto lines = table.lines();
        for (std::size_t i = 0; i < 6; ++i)
            parts += *lines[i].bytes;
        QCOMPARE(parts.count(), lines[6].bytes->count());
    }

    void deficitWithoutAReadingIsUnknown()
    {
        load::Plan plan = planFor(934);
        plan.reading.available.reset();
        DeficitTable table;
        table.setPlan(plan);
        QCOMPARE(table.resultText(), QStringLiteral("unknown"));
        table.setPlan(std::nullopt);
        for (const auto& line : table.lines())
            QCOMPARE(line.value, QStringLiteral("unknown"));
    }

    void cardTellsNeedAndFree()
    {
        ModelCardWidget card;
        card.resize(378, 148);
        card.setModel(cards()[0], plans()[0], 1);
        QCOMPARE(card.title(), QStringLiteral("Flash cards, English"));
        QCOMPARE(card.verdictWord(), QStringLiteral("FITS"));
        QCOMPARE(card.factsLine(), QStringLiteral("English \u00b7 worked yesterday"));
        QCOMPARE(card.needLine(), QStringLiteral("needs 232 MB   free 1874 MB")); // not the floor's 1200
        card.setAvailable(Bytes::fromMegabytes(1500));
        QCOMPARE(card.needLine(), QStringLiteral("needs 232 MB   free 1500 MB"));
        card.setModel(cards()[1], planFor(1874), 2);
        QCOMPARE(card.factsLine(), QStringLiteral("English \u00b7 not tried here yet"));
        card.setModel(cards()[1], planFor(934), 2);
        QCOMPARE(card.factsLine(), QStringLiteral("English \u00b7 1200 MB stay free for safety"));
        card.setModel(cards()[3], plans()[3], 4);
        QCOMPARE(card.factsLine(), QStringLiteral("English \u00b7 207 MB short"));
        card.setModel(cards()[4], plans()[4], 5);
        QCOMPARE(card.factsLine(), QStringLiteral("died in step Weights"));
        card.setModel(cards()[5], std::nullopt, 6);
        QVERIFY(card.title().contains("Busan"));
        QCOMPARE(card.needLine(), QStringLiteral("The model file is incomplete"));
    }

    void captionShrinksOnlyAsFarAsItMustAndNeverBelow28()
    {
        CaptionPanel panel;
        panel.resize(340, 260);
        Theme theme;
        theme.textSize = TextSize::Largest;
        applyTheme(&panel, theme);
        panel.setCaption({{"a"}, {"fox"}}, Hedge::Maybe);
        panel.grab();
        QCOMPARE(panel.fontPixelsInUse(), 48);
        QCOMPARE(panel.text(), QStringLiteral("Maybe a fox"));
        std::vector<ShownWord> words(10, {"background", Sureness::Weak});
        panel.setCaption(words, Hedge::NotSure);
        panel.grab();
        QVERIFY(panel.fontPixelsInUse() < 48 && panel.fontPixelsInUse() >= 28);
    }

    void captionIsNeverMarkup()
    {
        CaptionPanel panel;
        panel.setCaption({{"<b>a</b>"}}, Hedge::LooksLike);
        QVERIFY(panel.text().contains("<b>a</b>"));
    }

    void previewIsLetterboxedAndMirrored()
    {
        PreviewWidget preview;
        preview.resize(400, 400);
        QImage half(200, 100, QImage::Format_RGB32);
        half.fill(Qt::red);
        for (int y = 0; y < 100; ++y)
            for (int x = 100; x < 200; ++x)
                half.setPixel(x, y, qRgb(0, 0, 255));
        preview.setFrame(half);
        QCOMPARE(preview.frameRect(), QRect(0, 100, 400, 200));
        QCOMPARE(preview.grab().toImage().pixelColor(100, 200), QColor(Qt::red));
        preview.setMirrored(true);
        QCOMPARE(preview.grab().toImage().pixelColor(100, 200), QColor(Qt::blue));
    }

    void latencyTrio()
    {
        LatencyTrio trio;
        QCOMPARE(trio.text(), QStringLiteral("last \u2013, mean \u2013, count 0"));
        trio.setStatistics(statistics());
        QCOMPARE(trio.text(), QStringLiteral("last 412 ms, mean 448 ms, count 212"));
    }

    void curveDrawsMeasuredOverPredicted()
    {
        const LoadCurveData onlyPlan = LoadCurveData::fromPlan(planFor(1874));
        const LoadCurveData both = LoadCurveData::fromReport(successReport());
        QCOMPARE(both.headroom->count(), Bytes::fromMegabytes(674).count());
        const Theme theme;
        const QImage without = LoadCurve::render(onlyPlan, theme, QSize(640, 240));
        const QImage with = LoadCurve::render(both, theme, QSize(640, 240));
        const auto accentPixels = [&](const QImage& image) {
            int count = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    count += image.pixelColor(x, y) == theme.palette.accent;
            return count;
        };
        QCOMPARE(accentPixels(without), 0);
        QVERIFY(accentPixels(with) > 400);
    }

    void curveTakesSamplesOnlyWhileARowRuns()
    {
        LoadCurve curve;
        curve.addSample(Bytes::fromMegabytes(100));
        curve.beginRow(Row::Weights);
        for (int i = 0; i < 2000; ++i)
            curve.addSample(Bytes::fromMegabytes(100 + i / 20));
        curve.endRow(rowReport(Row::Weights, 1.4, 1749, 1688, 219));
        curve.addSample(Bytes::fromMegabytes(100));
        const auto& trace = curve.data().rows[indexOf(Row::Weights)];
        QVERIFY(trace.samples.size() > 100 && trace.samples.size() <= 600);
        QCOMPARE(trace.after->count(), Bytes::fromMegabytes(219).count());
    }

    void sheetKeepsTheFocusAndGivesItBack()
    {
        QWidget window;
        window.resize(800, 480);
        QPushButton before(QStringLiteral("before"), &window);
        Sheet sheet(&window);
        sheet.resize(window.size());
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        before.setFocus();
        SheetContent content;
        content.title = "Title";
        int chosen = 0;
        content.actions = {{"a", "First", Icon::None, true, [&chosen] { ++chosen; }}};
        sheet.open("test", content);
        QVERIFY(sheet.isOpen("test"));
        for (int i = 0; i < 5; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QVERIFY(sheet.isAncestorOf(QApplication::focusWidget()));
        }
        auto* action = sheet.findChild<QPushButton*>("a");
        QVERIFY(action);
        QTest::mouseClick(action, Qt::LeftButton);
        QCOMPARE(chosen, 1);
        QVERIFY(!sheet.isOpen());
        QCOMPARE(QApplication::focusWidget(), &before);
    }
};

QTEST_MAIN(UiWidgetsTest)
#include "tst_ui_widgets.moc"
