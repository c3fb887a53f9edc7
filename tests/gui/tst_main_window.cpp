// SPDX-License-Identifier: Apache-2.0
// The whole window: clicks, keys, what is read on it, sizes of everything touchable, texts that fit.
#include "tests/gui/page_table.h"
#include "tests/gui/stage.h"
#include "ui/widgets/deficit_table.h"
#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/memory_gauge.h"
#include "ui/widgets/memory_pane.h"
#include "ui/widgets/model_card_widget.h"
#include "ui/widgets/preview_widget.h"
#include "ui/widgets/segmented_buttons.h"
#include "ui/widgets/sheet.h"
#include "ui/widgets/step_list.h"
#include "ui/widgets/title_bar.h"

#include <QAbstractButton>
#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace nanocap;
using namespace nanocap::ui;
using namespace nanocap::gui_test;

namespace {

template <class P> P* pageOf(MainWindow& window)
{
    return qobject_cast<P*>(window.currentPage());
}

struct Shown : Stage
{
    using Stage::Stage;
    explicit Shown(QSize size = {800, 480}, const QString& language = QStringLiteral("en"))
        : Stage(size, language)
    {
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window was not activated");
    }
};

void everySizeAndLanguage()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    for (const Screen& screen : screens())
        for (const char* language : {"en", "ko"})
            QTest::addRow("%s, %s", screen.name, language) << screen.size << QString::fromLatin1(language);
    QTest::newRow("320 x 480, 3.5 inches upright, en") << QSize(320, 480) << "en";
    QTest::newRow("320 x 480, 3.5 inches upright, ko") << QSize(320, 480) << "ko";
}

/// What a finger or a key can use now. What a scroll area must bring into view first counts as reachable.
QList<QWidget*> touchables(MainWindow& window)
{
    QList<QWidget*> list;
    QWidget* scope = window.sheet()->isOpen() ? static_cast<QWidget*>(window.sheet()) : &window;
    for (QWidget* widget : scope->findChildren<QWidget*>())
        if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus))
            list << widget;
    return list;
}

const FingerScroll* scrollOf(const QWidget* widget)
{
    for (const QWidget* w = widget->parentWidget(); w; w = w->parentWidget())
        if (const auto* scroll = qobject_cast<const FingerScroll*>(w))
            return scroll;
    return nullptr;
}

QRect boxOf(const QWidget* widget, const QWidget* root)
{
    return QRect(widget->mapTo(root, QPoint()), widget->size());
}

QRect visibleBox(const QWidget* widget, const FingerScroll* scroll, const MainWindow& window)
{
    const QRect box = boxOf(widget, &window);
    return scroll ? box & boxOf(scroll->viewport(), &window) : box;
}

/// Lies in the window, or in a scroll area that lies in the window and can bring it into view.
bool isReachable(const QWidget* widget, const MainWindow& window)
{
    const FingerScroll* scroll = scrollOf(widget);
    if (!scroll)
        return window.rect().contains(boxOf(widget, &window));
    return window.rect().contains(boxOf(scroll, &window)) &&
           (!scroll->canScroll() || scroll->height() >= 48) &&
           scroll->widget()->rect().contains(boxOf(widget, scroll->widget())) &&
           scroll->widget()->width() <= scroll->viewport()->width();
}

QString nameOf(const QWidget* widget)
{
    const auto* button = qobject_cast<const QAbstractButton*>(widget);
    return QStringLiteral("%1 \"%2\" %3x%4")
        .arg(QLatin1String(widget->metaObject()->className()),
             button ? button->text() : widget->accessibleName())
        .arg(widget->width())
        .arg(widget->height());
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NANOCAP_STATE_DIR", m_state.path().toUtf8()); }

    void everythingTouchableIsAFingerWide_data() { everySizeAndLanguage(); }
    void everythingTouchableIsAFingerWide()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        Shown shown(size, language);
        for (const PageCase& page : pageCases()) {
            const QString name = QLatin1String(page.page);
            page.open(shown);
            QCoreApplication::processEvents();
            QCOMPARE(shown.window.pageName(), name);
            const QList<QWidget*> found = touchables(shown.window);
            const int touch = shown.window.theme().metrics.touch;
            for (const QWidget* widget : found) {
                QVERIFY2(widget->width() >= touch && widget->height() >= touch,
                         qPrintable(name + ": " + nameOf(widget)));
                QVERIFY2(isReachable(widget, shown.window), qPrintable(name + " outside: " + nameOf(widget)));
            }
            QVERIFY(!found.isEmpty());
            const ActionBar* bar = shown.window.currentPage()->actionBar();
            QVERIFY2(shown.window.rect().contains(boxOf(bar, &shown.window)), qPrintable(name));
        }
    }

    void fiveInchPanelHasLargerControls()
    {
        Shown shown;
        shown.setPanelInches(5.0);
        QCOMPARE(shown.window.theme().metrics.touch, 67);
        for (const PageCase& page : pageCases()) {
            const QString name = QLatin1String(page.page);
            page.open(shown);
            QCoreApplication::processEvents();
            for (const QWidget* widget : touchables(shown.window)) {
                QVERIFY2(widget->width() >= 67 && widget->height() >= 67,
                         qPrintable(name + ": " + nameOf(widget)));
                QVERIFY2(isReachable(widget, shown.window), qPrintable(name + " outside: " + nameOf(widget)));
            }
        }
    }

    void touchableThingsDoNotOverlap_data() { everySizeAndLanguage(); }
    void touchableThingsDoNotOverlap()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        Shown shown(size, language);
        for (const PageCase& page : pageCases()) {
            const QString name = QLatin1String(page.page);
            page.open(shown);
            QCoreApplication::processEvents();
            const QList<QWidget*> touchable = touchables(shown.window);
            for (const QWidget* a : touchable)
                for (const QWidget* b : touchable) {
                    if (a >= b)
                        continue;
                    // What scrolls lies behind what does not: it is compared inside its own list.
                    const FingerScroll *sa = scrollOf(a), *sb = scrollOf(b);
                    const QRect ra =
                        sa && sa == sb ? boxOf(a, sa->widget()) : visibleBox(a, sa, shown.window);
                    const QRect rb =
                        sa && sa == sb ? boxOf(b, sb->widget()) : visibleBox(b, sb, shown.window);
                    QVERIFY2(!ra.intersects(rb), qPrintable(name + ": " + nameOf(a) + " over " + nameOf(b)));
                }
            for (const ActionButton* a :
                 shown.window.currentPage()->actionBar()->findChildren<ActionButton*>())
                for (const ActionButton* b :
                     shown.window.currentPage()->actionBar()->findChildren<ActionButton*>())
                    if (a != b && a->isVisible() && b->isVisible())
                        QVERIFY2(!a->geometry().adjusted(-7, -7, 7, 7).intersects(b->geometry()),
                                 qPrintable(name + ": " + nameOf(a) + " close to " + nameOf(b)));
        }
    }

    void noTextIsCutOff_data() { everySizeAndLanguage(); }
    void noTextIsCutOff()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        Shown shown(size, language);
        for (const PageCase& page : pageCases()) {
            const QString name = QLatin1String(page.page);
            page.open(shown);
            QCoreApplication::processEvents();
            shown.window.grab();
            for (const QLabel* label : shown.window.findChildren<QLabel*>()) {
                if (!label->isVisible() || label->text().isEmpty() || label->visibleRegion().isEmpty())
                    continue;
                QVERIFY2(label->font().pixelSize() >= 16, qPrintable(label->text()));
                const QFontMetrics metrics(label->font());
                if (label->wordWrap()) {
                    const QRect need = metrics.boundingRect(QRect(0, 0, label->contentsRect().width(), 10000),
                                                            Qt::TextWordWrap, label->text());
                    QVERIFY2(need.height() <= label->contentsRect().height() + 2,
                             qPrintable(name + ": " + label->text()));
                } else if (!qobject_cast<const ElidedLabel*>(label)) {
                    QVERIFY2(metrics.horizontalAdvance(label->text()) <= label->contentsRect().width() + 1,
                             qPrintable(name + ": " + label->text()));
                } else {
                    // Names and command lines may be shortened where the screen is narrow, never silently.
                    const auto* elided = qobject_cast<const ElidedLabel*>(label);
                    QCOMPARE(elided->accessibleName(), elided->fullText());
                    if (!elided->fullText().startsWith("nanocapctl") && size.width() >= 800)
                        QCOMPARE(elided->text(), elided->fullText());
                    QVERIFY2(elided->text().size() >= std::min<qsizetype>(elided->fullText().size(), 7),
                             qPrintable(elided->text()));
                }
                QVERIFY2(isReachable(label, shown.window), qPrintable(name + " outside: " + label->text()));
            }
            for (const ActionButton* button : shown.window.findChildren<ActionButton*>())
                if (button->isVisible() && button->isCompact()) {
                    QCOMPARE(button->accessibleName(), button->text());
                    QVERIFY2(!button->text().isEmpty(), qPrintable(name));
                }
            for (const QPushButton* button : shown.window.findChildren<QPushButton*>())
                if (button->isVisible())
                    QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                             qPrintable(QStringLiteral("%1: %2 needs %3")
                                            .arg(name, nameOf(button))
                                            .arg(button->minimumSizeHint().width())));
            for (const ModelCardWidget* card : shown.window.findChildren<ModelCardWidget*>())
                if (card->isVisible())
                    QVERIFY2(!card->hasClippedText(), qPrintable(card->title()));
            for (const StepList* steps : shown.window.findChildren<StepList*>())
                if (steps->isVisible())
                    QVERIFY(!steps->hasClippedText());
            QVERIFY2(!shown.window.gauge()->legendIsClipped(), qPrintable(name));
        }
    }

    void gaugeIsAtTheSamePlaceOnEveryPage_data() { everySizeAndLanguage(); }
    void gaugeIsAtTheSamePlaceOnEveryPage()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        Shown shown(size, language);
        QRect place;
        for (const PageCase& page : pageCases()) {
            const QString name = QLatin1String(page.page);
            page.open(shown);
            QCoreApplication::processEvents();
            MemoryGauge* gauge = shown.window.gauge();
            QVERIFY(gauge->isVisible());
            const QRect box(gauge->mapTo(&shown.window, QPoint()), gauge->size());
            if (shown.window.currentPage()->isStage() && shown.window.theme().metrics.wide) {
                QVERIFY(box.top() > shown.window.currentPage()->height() && box.width() == size.width());
                continue;
            }
            if (place.isNull())
                place = box;
            QVERIFY2(place == box, qPrintable(name));
        }
    }

    void digitsPickAModel()
    {
        Shown shown;
        QTest::keyClick(&shown.window, Qt::Key_9); // there is no ninth
        QCOMPARE(shown.window.pageName(), QStringLiteral("menu"));
        QTest::keyClick(&shown.window, Qt::Key_3);
        QCOMPARE(shown.window.pageName(), QStringLiteral("plan"));
        QCOMPARE(shown.page<PlanPage>()->card().path, cards()[2].path);
        QTest::keyClick(&shown.window, Qt::Key_1); // means nothing there
        QCOMPARE(shown.page<PlanPage>()->card().path, cards()[2].path);
    }

    void arrowsAndEnterPickAModel()
    {
        Shown shown;
        auto* menu = pageOf<MenuPage>(shown.window);
        QSignalSpy picked(menu, &MenuPage::modelPicked);
        menu->cardWidget(0)->setFocus();
        QTest::keyClick(menu->cardWidget(0), Qt::Key_Right);
        QVERIFY(menu->cardWidget(1)->hasFocus());
        QTest::keyClick(menu->cardWidget(1), Qt::Key_Down);
        QVERIFY(menu->cardWidget(3)->hasFocus());
        QTest::keyClick(menu->cardWidget(3), Qt::Key_Return);
        QCOMPARE(picked.size(), 1);
        QCOMPARE(picked[0][0].value<std::string>(), cards()[3].path);
    }

    void menuHasScreenfuls()
    {
        Shown shown;
        auto* menu = pageOf<MenuPage>(shown.window);
        QCOMPARE(menu->screenfuls(), 2);
        QVERIFY(!menu->cardWidget(4));
        QTest::mouseClick(menu->actionBar()->findChildren<ActionButton*>().last(), Qt::LeftButton);
        QVERIFY(menu->cardWidget(4));
        QCOMPARE(menu->cardWidget(5)->verdictWord(), QStringLiteral("BAD FILE"));
    }

    void planOffersWhatMayBeDone_data()
    {
        QTest::addColumn<int>("card");
        QTest::addColumn<int>("available");
        QTest::addColumn<bool>("mayLoad");
        QTest::addColumn<bool>("withoutFloor");
        QTest::addColumn<QString>("says");
        QTest::newRow("fits") << 0 << 1874 << true << false << "It fits";
        QTest::newRow("only the floor is in the way") << 0 << 934 << false << true << "266 MB short";
        QTest::newRow("too little for the model itself") << 0 << 500 << false << false << "700 MB short";
        QTest::newRow("quarantined") << 4 << 1874 << true << false << "quarantine";
    }
    void planOffersWhatMayBeDone()
    {
        QFETCH(int, card);
        QFETCH(int, available);
        QFETCH(bool, mayLoad);
        QFETCH(bool, withoutFloor);
        QFETCH(QString, says);
        Shown shown;
        shown.showPlan(std::size_t(card), available);
        auto* plan = pageOf<PlanPage>(shown.window);
        QCOMPARE(plan->loadButton()->isEnabled(), mayLoad);
        QCOMPARE(plan->withoutFloorButton()->isVisible(), withoutFloor);
        QVERIFY2(plan->headline().contains(says), qPrintable(plan->headline()));
        if (!mayLoad)
            QVERIFY(!plan->actionBar()->reason().isEmpty());
        shown.program.menu.disconnect(&shown.program.load); // nothing is to be loaded here
        QSignalSpy load(&shown.program.menu, &app::MenuFlow::loadRequested);
        const auto wanted = [&] { return load[0][0].value<session::LoadIntent>(); };
        if (withoutFloor) {
            QTest::mouseClick(plan->withoutFloorButton(), Qt::LeftButton);
            QCOMPARE(load.size(), 0); // it asks, and says what it risks
            QVERIFY(shown.window.sheet()->isOpen("withoutFloor"));
            QVERIFY(shown.window.sheet()->text().contains("702 MB would be left"));
            QTest::mouseClick(shown.window.sheet()->findChild<QPushButton*>("loadAnyway"), Qt::LeftButton);
            QCOMPARE(load.size(), 1);
            QVERIFY(wanted().floor.automatic);
        } else if (mayLoad) {
            QTest::keyClick(plan->loadButton(), Qt::Key_Return);
            QCOMPARE(load.size(), 1);
            QCOMPARE(wanted().card.path, cards()[std::size_t(card)].path);
            QVERIFY(!wanted().floor.automatic);
        }
    }

    void choosingAPrecisionAsksForANewPlan()
    {
        Shown shown;
        shown.showPlan(0, 1874);
        auto* plan = pageOf<PlanPage>(shown.window);
        QSignalSpy changed(plan, &PlanPage::precisionChosen);
        QTest::mouseClick(plan->detailsButton(), Qt::LeftButton);
        QVERIFY(plan->showsNumbers());
        QTest::mouseClick(plan->precisionButtons()->button(2), Qt::LeftButton);
        QTest::mouseClick(plan->precisionButtons()->button(2), Qt::LeftButton);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].value<engine::Precision>(), engine::Precision::Int8);
        shown.program.models.renew(boardReading(934));
        QVERIFY(!plan->loadButton()->isEnabled());
        QCOMPARE(plan->precision(), engine::Precision::Int8);
        QTest::keyClick(&shown.window, Qt::Key_Escape);
        QVERIFY(!plan->showsNumbers());
        QCOMPARE(shown.window.pageName(), QStringLiteral("plan"));
    }

    void aRefusalNamesWhatFitsInsteadAndWaits()
    {
        Shown shown;
        shown.showPlan(3, 1874);
        auto* plan = pageOf<PlanPage>(shown.window);
        QVERIFY2(plan->summary()->explanation().contains("This model requires 2081 MB of available memory"),
                 qPrintable(plan->summary()->explanation()));
        QVERIFY(!plan->summary()->closeText().isEmpty());
        QVERIFY(plan->summary()->fittingButton()->text().contains("Flash cards, English"));
        QVERIFY(!plan->withoutFloorButton()->isVisible());
        shown.program.menu.disconnect(&shown.program.load);
        QSignalSpy load(&shown.program.menu, &app::MenuFlow::loadRequested);
        QTest::mouseClick(plan->summary()->fittingButton(), Qt::LeftButton);
        QCOMPARE(load.size(), 1);
        QCOMPARE(load[0][0].value<session::LoadIntent>().card.language, std::string("en"));
    }

    void aModelThatIsWaitedForIsLoadedWhenMemoryIsBack()
    {
        Shown shown;
        shown.showPlan(2, 934);
        auto* plan = pageOf<PlanPage>(shown.window);
        shown.program.menu.disconnect(&shown.program.load);
        QSignalSpy load(&shown.program.menu, &app::MenuFlow::loadRequested);
        QTest::mouseClick(plan->summary()->waitButton(), Qt::LeftButton);
        QVERIFY(shown.program.menu.isWaiting());
        for (int free : {934, 1874, 1874, 934, 1874, 1874})
            shown.program.models.renew(boardReading(free));
        QCOMPARE(load.size(), 0); // it was never free for three readings in a row
        shown.program.models.renew(boardReading(1874));
        QCOMPARE(load.size(), 1);
        QCOMPARE(load[0][0].value<session::LoadIntent>().card.path, cards()[2].path);
        QVERIFY(!shown.program.menu.isWaiting());
        shown.program.menu.waitFor(cards()[2].path);
        QTest::keyClick(&shown.window, Qt::Key_Escape); // whoever leaves does not wait
        for (int i = 0; i < 4; ++i)
            shown.program.models.renew(boardReading(1874));
        QCOMPARE(load.size(), 1);
    }

    void anEarlierLoadIsLookedAtAgain()
    {
        Shown shown;
        shown.showPlan(0, 1874);
        Q_EMIT pageOf<PlanPage>(shown.window)->historyRequested();
        auto* review = shown.window.sheet()->findChild<QPushButton*>("review 1");
        QVERIFY(review);
        QTest::mouseClick(review, Qt::LeftButton);
        auto* details = pageOf<DetailsPage>(shown.window);
        QVERIFY(details);
        for (const char* fact : {"Result ready", "Measured peak 231 MB", "Prediction off by 4.8 %",
                                 "Clean-up and warm-up 0.5 s"})
            QVERIFY2(details->factsText().contains(QLatin1String(fact)), qPrintable(details->factsText()));
        QVERIFY(details->findChild<StepList*>()->lineText(Row::Weights).contains("1.4 s, +61 MB"));
        QTest::keyClick(&shown.window, Qt::Key_Escape);
        QCOMPARE(shown.window.pageName(), QStringLiteral("plan"));
    }

    void anEmptyMenuSaysWhetherTheSearchIsOver()
    {
        app::Program program({});
        auto* menu = program.window.findChild<MenuPage*>();
        QVERIFY(menu->emptyText().startsWith("Looking for models"));
        program.models.replace({}, {});
        QVERIFY(menu->emptyText().startsWith("No models found"));
    }

    void wheelAndPushTurnTheMenu()
    {
        Shown shown;
        auto* menu = pageOf<MenuPage>(shown.window);
        QSignalSpy picked(menu, &MenuPage::modelPicked);
        QWheelEvent wheel(QPointF(400, 200), QPointF(400, 200), QPoint(), QPoint(0, -120), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(menu, &wheel);
        QVERIFY(menu->cardWidget(4) && !menu->cardWidget(0));
        ModelCardWidget* card = menu->cardWidget(4);
        QTest::mousePress(card, Qt::LeftButton, {}, QPoint(100, 20));
        QTest::mouseMove(card, QPoint(100, 60));
        QMouseEvent move(QEvent::MouseMove, QPointF(100, 100), card->mapToGlobal(QPointF(100, 100)),
                         Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(card, &move);
        QTest::mouseRelease(card, Qt::LeftButton, {}, QPoint(100, 100));
        QVERIFY(menu->cardWidget(0));
        QCOMPARE(picked.size(), 0); // a push is no tap
        QTest::mouseClick(menu->cardWidget(0), Qt::LeftButton);
        QCOMPARE(picked.size(), 1);
    }

    void cancelIsAcknowledgedAtOnce()
    {
        Shown shown;
        shown.showLoading();
        QVERIFY(shown.window.titleBar()->note().contains("step 9 of 10"));
        QSignalSpy cancelled(shown.page<LoadingPage>(), &LoadingPage::cancelRequested);
        auto* cancel = shown.window.currentPage()->actionBar()->findChild<ActionButton*>();
        QTest::mouseClick(cancel, Qt::LeftButton);
        QCOMPARE(cancelled.size(), 1);
        QVERIFY(!cancel->isEnabled());
        QCOMPARE(cancel->text(), QStringLiteral("Stopping\u2026"));
    }

    void escapeCancelsALoad()
    {
        Shown shown;
        shown.showLoading();
        QSignalSpy cancelled(shown.page<LoadingPage>(), &LoadingPage::cancelRequested);
        QTest::keyClick(&shown.window, Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
        QCOMPARE(shown.window.pageName(), QStringLiteral("loading"));
    }

    void liveKeys()
    {
        Shown shown;
        shown.showLive(SourceState::On);
        auto* live = shown.page<LivePage>();
        QSignalSpy once(live, &LivePage::captionOnceRequested), repeat(live, &LivePage::repeatRequested),
            menu(&shown.program.live, &app::LiveFlow::left), quit(&shown.window, &MainWindow::quitRequested);
        QTest::keyClick(&shown.window, Qt::Key_S);
        QCOMPARE(once.size(), 1);
        QTest::keyClick(&shown.window, Qt::Key_R);
        QCOMPARE(repeat.size(), 1);
        QTest::keyClick(&shown.window, Qt::Key_P);
        QCOMPARE(shown.window.pageName(), QStringLiteral("statistics"));
        QTest::keyClick(&shown.window, Qt::Key_P);
        QCOMPARE(shown.window.pageName(), QStringLiteral("live"));
        QTest::keyClick(&shown.window, Qt::Key_H);
        QCOMPARE(shown.window.pageName(), QStringLiteral("history"));
        QTest::keyClick(&shown.window, Qt::Key_Escape);
        QCOMPARE(shown.window.pageName(), QStringLiteral("live"));
        QTest::keyClick(&shown.window, Qt::Key_Q);
        QCOMPARE(quit.size(), 1);
        QTest::keyClick(&shown.window, Qt::Key_M);
        QCOMPARE(menu.size(), 1);
        QCOMPARE(shown.window.pageName(), QStringLiteral("menu"));
    }

    void keysReachThePageAfterASheetClosed()
    {
        Shown shown;
        shown.showLive(SourceState::On);
        QSignalSpy menu(&shown.program.live, &app::LiveFlow::left);
        if (QWidget* focused = shown.window.focusWidget())
            focused->clearFocus();
        shown.window.sheet()->open("notice", SheetContent());
        // Through the window, as a keyboard's keys come: to whatever has the focus.
        QTest::keyClick(shown.window.windowHandle(), Qt::Key_Escape);
        QVERIFY(!shown.window.sheet()->isOpen());
        QTest::keyClick(shown.window.windowHandle(), Qt::Key_M);
        QCOMPARE(menu.size(), 1);
    }

    void aCaptionSaysHowSureItIs()
    {
        Shown shown;
        shown.showLive(SourceState::On);
        auto* live = pageOf<LivePage>(shown.window);
        shown.say(caption({{"a", 0.9f}, {"fox", 0.9f}, {"<end>", 0.95f}}));
        QCOMPARE(live->captionPanel()->text(), QStringLiteral("Looks like a fox"));
        shown.say(caption({{"a", 0.2f}, {"cat", 0.2f}, {"<end>", 0.3f}}));
        QCOMPARE(live->captionPanel()->text(), QStringLiteral("Not sure a cat"));
    }

    void statisticsAreTheOriginals()
    {
        Shown shown;
        shown.showStatistics();
        const QString text = pageOf<StatisticsPage>(shown.window)->text();
        for (const char* part : {"mean 448 ms", "median 441 ms", "least 398 ms", "greatest 1.6 s",
                                 "deviation 37 ms", "captions per second 2.2"})
            QVERIFY2(text.contains(QLatin1String(part)), part);
    }

    void withoutAPictureNothingIsSaid()
    {
        Shown shown;
        shown.showLive(SourceState::On);
        auto* live = pageOf<LivePage>(shown.window);
        shown.say(caption({{"a", 0.9f}, {"fox", 0.9f}, {"<end>", 0.95f}}));
        live->setSource(SourceState::Unplugged, {}, true);
        live->setCaption(std::nullopt);
        QCOMPARE(live->captionPanel()->text(), QStringLiteral("No caption while there is no picture."));
    }

    void pauseKeepsThePictureAndClosesTheCamera()
    {
        Shown shown;
        shown.showLive(SourceState::On);
        QCOMPARE(shown.window.titleBar()->sourceText(), QStringLiteral("Camera on"));
        auto* live = pageOf<LivePage>(shown.window);
        QVERIFY(live->preview()->hasFrame());
        QSignalSpy paused(live, &LivePage::pauseToggled);
        live->togglePause();
        QCOMPARE(paused.last()[0].toBool(), true);
        live->setSource(SourceState::Off, {}, true);
        live->setFrame(frame({320, 240})); // comes too late
        QCOMPARE(live->preview()->frame().size(), QSize(640, 480));
        shown.window.titleBar()->setSource(SourceState::Off, SourceName::Camera);
        QCOMPARE(shown.window.titleBar()->sourceText(), QStringLiteral("Camera off"));
    }

    void aFilmThatEndedIsPlayedAgain_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("to its end") << int(SourceState::Finished);
        QTest::newRow("no further than its damage") << int(SourceState::Failed);
    }
    void aFilmThatEndedIsPlayedAgain()
    {
        QFETCH(int, state);
        Shown shown;
        shown.showLive(SourceState::On, false);
        auto* live = pageOf<LivePage>(shown.window);
        QSignalSpy again(live, &LivePage::playAgainRequested), paused(live, &LivePage::pauseToggled);
        auto* button = static_cast<ActionButton*>(live->firstFocus());
        QCOMPARE(button->text(), QStringLiteral("Pause"));
        live->setSource(SourceState(state), said("Sources", "The film has ended."), false);
        QCOMPARE(button->text(), QStringLiteral("Play again"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(again.size(), 1);
        QCOMPARE(paused.size(), 0);
        live->setSource(SourceState::On, {}, false);
        QCOMPARE(button->text(), QStringLiteral("Pause"));
        live->setSource(SourceState(state), {}, true); // a camera comes back by itself
        QCOMPARE(button->text(), QStringLiteral("Pause"));
    }

    void refusalShowsBothNumbersAndTheLineThatRepeatsIt()
    {
        Shown shown;
        shown.showFailure(refusedReport());
        auto* page = pageOf<FailurePage>(shown.window);
        QCOMPARE(page->headline(), QStringLiteral("Not enough memory: 266 MB short"));
        QVERIFY2(page->explanation().startsWith("This device keeps 1200 MB free for safety. This model "
                                                "requires 1200 MB of available memory; 934 MB are available: "
                                                "266 MB short."),
                 qPrintable(page->explanation()));
        QVERIFY(page->explanation().endsWith("The model itself needs about 232 MB."));
        QCOMPARE(page->code(), QStringLiteral("MEMORY"));
        QVERIFY(page->commandLine().startsWith("nanocapctl load /home/operator/models/flashcards-en.pth"));
        QVERIFY(page->memoryText().contains("934 MB"));
        shown.program.failure.disconnect(&shown.program.load);
        QSignalSpy retry(&shown.program.failure, &app::FailureFlow::retryRequested);
        bool pressed = false;
        for (QWidget* step : page->stepWidgets())
            if (auto* button = qobject_cast<ActionButton*>(step);
                button && button->text().contains("without the floor")) {
                button->click(); // it may lie under the fold
                pressed = true;
                break;
            }
        QVERIFY(pressed);
        QCOMPARE(retry.size(), 0);
        QTest::mouseClick(shown.window.sheet()->findChild<QPushButton*>("loadAnyway"), Qt::LeftButton);
        QCOMPARE(retry.size(), 1);
        QVERIFY(retry[0][0].value<load::Floor>().automatic);
    }

    void deathNamesRowCauseAndWhatCameBack()
    {
        Shown shown;
        shown.showFailure(killedReport(), "Flash cards");
        auto* page = pageOf<FailurePage>(shown.window);
        QVERIFY(page->headline().contains("kernel"));
        QVERIFY(page->explanation().contains("Weights"));
        QVERIFY(page->memoryText().contains("219 MB") && page->memoryText().contains("1102 MB"));
        QVERIFY(page->commandLine().contains("'/home/operator/my models/street & sea.pth'"));
        QSignalSpy reload(&shown.program.failure, &app::FailureFlow::previousRequested);
        Q_EMIT page->actionChosen(NextAction::ReloadPrevious);
        QCOMPARE(reload.size(), 1);
        Q_EMIT page->actionChosen(NextAction::SaveReport);
        QVERIFY(shown.window.sheet()->text().contains(m_state.path()));
        shown.window.sheet()->close();
        shown.program.failure.showDetails();
        auto* details = pageOf<DetailsPage>(shown.window);
        for (const char* fact : {"Result OOM_KILLED", "Stopped at Weights", "Signal 9",
                                 "Predicted peak 242 MB", "Came back 219 MB"})
            QVERIFY2(details->factsText().contains(QLatin1String(fact)), fact);
        QVERIFY(!details->timelineImage(QSize(400, 200)).isNull());
        QTest::keyClick(&shown.window, Qt::Key_Escape);
        QCOMPARE(shown.window.pageName(), QStringLiteral("failure"));
    }

    void aBadFileSaysWhatToDo()
    {
        Shown shown;
        shown.showPlan(5, 1874);
        auto* page = pageOf<FailurePage>(shown.window);
        QVERIFY(page);
        QCOMPARE(page->headline(), QStringLiteral("The model file is incomplete"));
        QCOMPARE(page->code(), QStringLiteral("TRUNCATED"));
        QVERIFY(shown.window.titleBar()->title().contains("Busan"));
    }

    void tappingAFigureExplainsIt()
    {
        Shown shown;
        Q_EMIT shown.window.gauge()->figureTapped(Figure::Available);
        QVERIFY(shown.window.sheet()->isOpen("figure"));
        QVERIFY(shown.window.sheet()->text().contains("/proc/meminfo"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!shown.window.sheet()->isOpen());
    }

    void sourcesAreChosenInASheet()
    {
        Shown shown;
        QSignalSpy changed(&shown.program.source, &app::SourceFlow::chosen);
        shown.program.failure.show(makeFailure("CAMERA", Sentence::verbatim("No camera.")));
        Q_EMIT pageOf<FailurePage>(shown.window)->actionChosen(NextAction::ChangeSource);
        QVERIFY(shown.window.sheet()->isOpen("source"));
        auto* cardsButton = shown.window.sheet()->findChild<QPushButton*>("source cards:");
        QVERIFY(cardsButton);
        QTest::mouseClick(cardsButton, Qt::LeftButton);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toString(), QStringLiteral("cards:"));
    }

    void readinessPutsTroubleFirst()
    {
        Shown shown;
        shown.showReadiness();
        QCOMPARE(shown.window.titleBar()->note(), QStringLiteral("failed: 1, warnings: 2"));
        QTest::keyClick(&shown.window, Qt::Key_Escape);
        QCOMPARE(shown.window.pageName(), QStringLiteral("menu"));
    }

    void quickSettingsAreBehindOneButtonOnTheSmallestScreen()
    {
        Shown shown({480, 320});
        auto* more = shown.window.titleBar()->findChild<ActionButton*>("more");
        QVERIFY(more->isVisible());
        QTest::mouseClick(more, Qt::LeftButton);
        QVERIFY(shown.window.sheet()->isOpen("looks"));
        auto* korean = shown.window.sheet()->findChild<QPushButton*>("language");
        QVERIFY(korean);
        QTest::mouseClick(korean, Qt::LeftButton);
        QCOMPARE(shown.window.looks().language, QStringLiteral("ko"));
        QVERIFY(!shown.window.sheet()->isOpen());
    }

    void aLongPlanIsPushedByFinger()
    {
        Shown shown({480, 320});
        shown.showPlan(0, 1874);
        auto* plan = pageOf<PlanPage>(shown.window);
        plan->showNumbers(true);
        QCoreApplication::processEvents();
        const FingerScroll* scroll = scrollOf(plan->table());
        QVERIFY(scroll && scroll->canScroll());
        QVERIFY(plan->loadButton()->isVisible());
        QVERIFY(plan->table()->visibleRegion().boundingRect().height() < plan->table()->height());
        plan->precisionButtons()->button(2)->setFocus();
        QTest::keyClick(plan->precisionButtons()->button(2), Qt::Key_Down);
        QVERIFY(plan->table()->hasFocus());
        QVERIFY(scroll->verticalScrollBar()->value() > 0);
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(&shown.window, Qt::Key_PageUp);
        QCOMPARE(scroll->verticalScrollBar()->value(), 0);
    }

    void languageChangesEveryPageAtOnce()
    {
        Shown shown;
        QSignalSpy changed(&shown.window, &MainWindow::looksChanged);
        shown.showPlan(0, 1874);
        auto* plan = pageOf<PlanPage>(shown.window);
        QCOMPARE(plan->loadButton()->text(), QStringLiteral("Load"));
        shown.setLanguage("ko");
        QCoreApplication::processEvents();
        QCOMPARE(plan->loadButton()->text(), QString::fromUtf8("불러오기"));
        QVERIFY(shown.window.titleBar()->title().contains(QString::fromUtf8("플래시")));
        shown.showMenu();
        QVERIFY(pageOf<MenuPage>(shown.window)->cardWidget(0)->needLine().contains("232 MB"));
        QCOMPARE(pageOf<MenuPage>(shown.window)->cardWidget(0)->verdictWord(), QString::fromUtf8("적합"));
        auto* button = shown.window.titleBar()->findChild<ActionButton*>("language");
        QCOMPARE(button->text(), QStringLiteral("English"));
        QTest::mouseClick(button, Qt::LeftButton);
        QCoreApplication::processEvents();
        QCOMPARE(changed.last()[0].value<Looks>().language, QStringLiteral("en"));
        QCOMPARE(pageOf<MenuPage>(shown.window)->cardWidget(0)->verdictWord(), QStringLiteral("FITS"));
    }

    void koreanHasGlyphs()
    {
        Shown shown;
        if (!QFontMetrics(shown.window.font()).inFontUcs4(0xAC00)) {
            QString families;
            for (const QString& family : fontFamilies())
                families += family + QLatin1Char(' ');
            QSKIP(qPrintable("SKIP: no Korean font is installed; looked for " + families));
        }
        QVERIFY(QFontMetrics(shown.window.font()).inFontUcs4(0xD7A3));
    }

    void kioskHasNoWayOut()
    {
        Stage shown({800, 480}, "en", {.kiosk = true});
        QSignalSpy quit(&shown.window, &MainWindow::quitRequested);
        shown.window.close();
        QTest::keyClick(&shown.window, Qt::Key_Q);
        QVERIFY(shown.window.isVisible());
        QCOMPARE(quit.size(), 0);
        for (const ActionButton* button :
             shown.window.currentPage()->actionBar()->findChildren<ActionButton*>())
            QVERIFY(!(button->isVisible() && button->text() == QLatin1String("Quit")));
    }

    void closingAsksInsteadOfVanishing()
    {
        Shown shown;
        QSignalSpy quit(&shown.window, &MainWindow::quitRequested);
        shown.window.close();
        QCOMPARE(quit.size(), 1);
        QVERIFY(shown.window.isVisible());
    }

    void sizeChangesKeepTheGauge()
    {
        Shown shown;
        for (const QSize& size : {QSize(1280, 800), QSize(800, 480), QSize(600, 1024), QSize(480, 320),
                                  QSize(480, 800), QSize(1920, 1080), QSize(320, 480), QSize(1280, 800)}) {
            shown.window.resize(size);
            QCoreApplication::processEvents();
            QCOMPARE(shown.window.size(), size);
            QVERIFY(shown.window.gauge()->isVisible());
            const QRect box(shown.window.gauge()->mapTo(&shown.window, QPoint()),
                            shown.window.gauge()->size());
            QVERIFY(shown.window.rect().contains(box));
            QCOMPARE(shown.window.memoryPane()->isVisible(), size.width() >= 1100);
        }
    }

private:
    QTemporaryDir m_state;
};

QTEST_MAIN(MainWindowTest)
#include "tst_main_window.moc"
