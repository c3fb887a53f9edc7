// SPDX-License-Identifier: Apache-2.0
// The live page as a stage: where things stand, lines under words, where the model looked, pause, repeat,
// leaving; and what lies behind it: history and statistics.
#include "tests/gui/stage.h"
#include "ui/pages/history_page.h"
#include "ui/pages/live_places.h"
#include "ui/pages/statistics_page.h"
#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/heat_map.h"
#include "ui/widgets/latency_chart.h"
#include "ui/widgets/past_captions.h"
#include "ui/widgets/preview_widget.h"
#include "ui/widgets/sheet.h"

#include <QLabel>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <cmath>

using namespace nanocap;
using namespace nanocap::ui;
using namespace nanocap::gui_test;

namespace {

double lightness(const QColor& colour)
{
    return contrastRatio(colour, Qt::black);
}

std::vector<float> peakAt(int row, int column)
{
    std::vector<float> weights(49, 0.002f);
    weights[static_cast<std::size_t>(row * 7 + column)] = 0.9f;
    return weights;
}

/// The cell of a 7 x 7 grid over `box` whose middle is lightest.
QPoint lightestCell(const QImage& picture, const QRect& box)
{
    QPoint best;
    double most = -1;
    for (int row = 0; row < 7; ++row)
        for (int column = 0; column < 7; ++column) {
            const QPoint middle(box.left() + (2 * column + 1) * box.width() / 14,
                                box.top() + (2 * row + 1) * box.height() / 14);
            if (const double here = lightness(picture.pixelColor(middle)); here > most) {
                most = here;
                best = QPoint(column, row);
            }
        }
    return best;
}

const captions::CaptionResult& foxAndPizza()
{
    static const captions::CaptionResult result =
        caption({{"a", 0.99f}, {"fox", 0.6f}, {"and", 0.97f}, {"pizza", 0.3f}, {"<end>", 0.99f}});
    return result;
}

struct Live : Stage
{
    LivePage* live = page<LivePage>();
    explicit Live(QSize size = {800, 480}, const QString& language = QStringLiteral("en"),
                  const app::Behaviour& behaviour = {})
        : Stage(size, language, behaviour)
    {
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window was not activated");
        program.source.setUri(QStringLiteral("cards:"));
    }
    /// As in the program: a frame, and what the model said of it.
    void see(const captions::CaptionResult& result)
    {
        Q_EMIT program.source.frameArrived(result.frame);
        Q_EMIT program.service.captionReady(result);
        QCoreApplication::processEvents();
        window.grab();
    }
    void begin(double loadSeconds = 0)
    {
        program.live.begin(cards()[0].title(), "fox", loadSeconds);
        program.source.stop(); // pictures come from the test
        Q_EMIT program.source.stateChanged(SourceState::On, {}, true);
    }
    void tapWord(int word)
    {
        CaptionPanel* panel = live->captionPanel();
        QTest::mouseClick(panel, Qt::LeftButton, {}, panel->wordRect(word).center());
        window.grab();
    }
};

captions::CaptionResult said(quint64 number, const std::vector<std::pair<std::string, float>>& words)
{
    captions::CaptionResult result = caption(words);
    result.frame.number = number;
    result.frame.picture = QImage(640, 480, QImage::Format_RGB32);
    result.frame.picture.fill(QColor::fromHsv(static_cast<int>(number * 37 % 360), 200, 90));
    return result;
}

std::deque<captions::PastCaption> past(int count)
{
    captions::CaptionStream stream;
    for (int i = 1; i <= count; ++i) {
        captions::CaptionResult result =
            said(static_cast<quint64>(i), {{"card", 0.9f}, {std::to_string(i), 0.9f}, {"<end>", 0.9f}});
        result.doneMs = 2000 * i;
        result.frame.scene = static_cast<quint64>(i);
        stream.see(result.frame);
        stream.take(result);
    }
    return stream.history();
}

void everyScreenAndShape()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<double>("aspect");
    for (const Screen& screen : screens())
        for (const double aspect : {4.0 / 3, 16.0 / 9, 1.0, 3.0 / 4})
            QTest::addRow("%s, %.2f", screen.name, aspect) << screen.size << aspect;
    QTest::newRow("320 x 480 upright") << QSize(320, 480) << 4.0 / 3;
}

} // namespace

class StageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("NANOCAP_STATE_DIR", m_state.path().toUtf8()); }

    void surenessFollowsTheProbability_data()
    {
        QTest::addColumn<float>("probability");
        QTest::addColumn<Sureness>("sureness");
        QTest::newRow("certain") << 1.0f << Sureness::Sure;
        QTest::newRow("sure from here on") << 0.75f << Sureness::Sure;
        QTest::newRow("not quite") << 0.749f << Sureness::Unsure;
        QTest::newRow("unsure down to here") << 0.5f << Sureness::Unsure;
        QTest::newRow("rather not") << 0.499f << Sureness::Weak;
        QTest::newRow("no idea") << 0.0f << Sureness::Weak;
    }
    void surenessFollowsTheProbability()
    {
        QFETCH(float, probability);
        QFETCH(Sureness, sureness);
        QCOMPARE(surenessOf(probability), sureness);
    }

    void linesUnderWordsTellSureUnsureAndWeakApart_data()
    {
        QTest::addColumn<ThemeKind>("kind");
        QTest::newRow("dark") << ThemeKind::Dark;
        QTest::newRow("light") << ThemeKind::Light;
    }
    void linesUnderWordsTellSureUnsureAndWeakApart()
    {
        QFETCH(ThemeKind, kind);
        CaptionPanel panel;
        panel.resize(700, 160);
        Theme theme;
        theme.kind = kind;
        theme.palette = paletteFor(kind);
        applyTheme(&panel, theme);
        panel.setCaption(shownWords(foxAndPizza().caption), Hedge::Maybe);
        const QImage picture = panel.grab().toImage();
        QVERIFY(contrastRatio(theme.palette.warn, theme.palette.card) >= 4.5);
        // Columns of a word's box under which a line is, and the height of that line.
        const auto lineOf = [&](int word) {
            const QRect box = panel.wordRect(word);
            int columns = 0, thickest = 0;
            for (int x = box.left() + 2; x < box.right() - 2; ++x) {
                int high = 0;
                for (int y = box.top(); y <= box.bottom(); ++y)
                    high += picture.pixelColor(x, y) == theme.palette.warn;
                columns += high > 0;
                thickest = std::max(thickest, high);
            }
            return std::pair(static_cast<double>(columns) / (box.width() - 4), thickest);
        };
        QCOMPARE(lineOf(0).second, 0);
        QCOMPARE(lineOf(2).second, 0);
        const auto [brokenShare, brokenHeight] = lineOf(1);
        const auto [thickShare, thickHeight] = lineOf(3);
        QVERIFY2(brokenHeight >= 1 && brokenShare > 0.3 && brokenShare < 0.9,
                 qPrintable(QString::number(brokenShare)));
        QVERIFY2(thickShare > 0.95 && thickHeight > brokenHeight, qPrintable(QString::number(thickHeight)));
        QVERIFY(panel.accessibleDescription().contains("pizza"));
    }

    void moreAttentionIsLighter()
    {
        for (int i = 0; i < 100; ++i)
            QVERIFY2(lightness(heatColour(i / 100.0)) < lightness(heatColour((i + 1) / 100.0)),
                     qPrintable(QString::number(i)));
        QVERIFY(heatImage({}).isNull());
        QVERIFY(heatImage(std::vector<float>(48, 0.1f)).isNull());
        QVERIFY(heatImage(std::vector<float>(49, 0.0f)).isNull());
        // Half way between the middles of two cells stands half of each.
        const QImage two = heatImage({0.0f, 1.0f, 0.0f, 1.0f}, 64);
        const auto alpha = [&](int x) { return qAlpha(two.pixel(x, 20)); };
        QVERIFY(std::abs(2 * alpha(32) - alpha(15) - alpha(48)) <= 6);
        QVERIFY(alpha(2) < alpha(32) && alpha(32) < alpha(60));
    }

    void attentionLiesWhereTheModelLooked_data()
    {
        QTest::addColumn<QSize>("frame");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("as wide as the widget") << QSize(150, 150) << false;
        QTest::newRow("letterboxed") << QSize(640, 360) << false;
        QTest::newRow("turned upright") << QSize(360, 640) << false;
        QTest::newRow("mirrored") << QSize(150, 150) << true;
        QTest::newRow("letterboxed and mirrored") << QSize(640, 360) << true;
        QTest::newRow("turned and mirrored") << QSize(360, 640) << true;
    }
    void attentionLiesWhereTheModelLooked()
    {
        QFETCH(QSize, frame);
        QFETCH(bool, mirrored);
        PreviewWidget preview;
        preview.resize(150, 150); // so small that it has no legend, which is light too
        QImage dark(frame, QImage::Format_RGB32);
        dark.fill(QColor(30, 30, 30));
        preview.setFrame(dark);
        preview.setMirrored(mirrored);
        for (const QPoint cell : {QPoint(5, 1), QPoint(1, 4), QPoint(3, 3), QPoint(6, 6)}) {
            QVERIFY(preview.setAttention(peakAt(cell.y(), cell.x())));
            const QPoint seen = lightestCell(preview.grab().toImage(), preview.frameRect());
            QCOMPARE(seen, mirrored ? QPoint(6 - cell.x(), cell.y()) : cell);
        }
        preview.clearAttention();
        QCOMPARE(preview.grab().toImage().pixelColor(75, 75), QColor(30, 30, 30));
    }

    void aTappedWordHoldsItsPictureStill()
    {
        Live shown({1280, 800});
        shown.begin();
        shown.see(foxAndPizza());
        const QImage captioned = foxAndPizza().frame.picture;
        shown.tapWord(1);
        QVERIFY(shown.live->isLooking() && shown.live->preview()->hasAttention());
        QVERIFY2(shown.live->preview()->note().contains("fox") &&
                     shown.live->preview()->note().contains("60 %"),
                 qPrintable(shown.live->preview()->note()));
        QCOMPARE(shown.live->captionPanel()->chosen(), 1);
        // Life goes on behind it.
        captions::CaptionResult next = said(400, {{"a", 0.9f}, {"rocket", 0.9f}, {"<end>", 0.9f}});
        next.frame.scene = 9;
        shown.see(next);
        QCOMPARE(shown.live->preview()->frame(), captioned);
        QCOMPARE(shown.live->captionPanel()->text(), QStringLiteral("Maybe a fox and pizza"));
        QCOMPARE(shown.live->mainButton()->text(), QStringLiteral("Back to live"));
        // The next word, the same word again, and Escape.
        shown.tapWord(3);
        QCOMPARE(shown.live->captionPanel()->chosen(), 3);
        shown.tapWord(3);
        QVERIFY(!shown.live->isLooking());
        QCOMPARE(shown.live->preview()->frame(), next.frame.picture);
        QVERIFY(!shown.live->preview()->hasAttention());
        QCOMPARE(shown.live->captionPanel()->text(), QStringLiteral("Looks like a rocket"));
        shown.window.grab();
        shown.tapWord(1);
        QTest::keyClick(&shown.window, Qt::Key_Escape);
        QVERIFY(!shown.live->isLooking());
        QCOMPARE(shown.window.pageName(), QStringLiteral("live"));
        shown.window.grab();
        shown.tapWord(0);
        QTest::mouseClick(shown.live->mainButton(), Qt::LeftButton);
        QVERIFY(!shown.live->isLooking());
    }

    void wordsAreReachedWithFourKeys()
    {
        Live shown;
        shown.begin();
        shown.see(foxAndPizza());
        CaptionPanel* panel = shown.live->captionPanel();
        panel->setFocus(Qt::TabFocusReason);
        QTest::keyClick(panel, Qt::Key_Return);
        QCOMPARE(panel->chosen(), 0);
        QTest::keyClick(panel, Qt::Key_Down);
        QTest::keyClick(panel, Qt::Key_Down);
        QCOMPARE(panel->chosen(), 2);
        QTest::keyClick(panel, Qt::Key_Up);
        QCOMPARE(panel->chosen(), 1);
        QTest::keyClick(panel, Qt::Key_Escape);
        QVERIFY(!shown.live->isLooking() && panel->chosen() < 0);
        // Left of the first word is the hedge, which is explained.
        QTest::keyClick(panel, Qt::Key_Left);
        QTest::keyClick(panel, Qt::Key_Left);
        QTest::keyClick(panel, Qt::Key_Return);
        QVERIFY(shown.window.sheet()->isOpen("confidence"));
        QVERIFY(shown.window.sheet()->text().contains("50 to 75 %"));
    }

    void theHedgeIsExplainedByTap()
    {
        Live shown;
        shown.begin();
        shown.see(foxAndPizza());
        shown.tapWord(-1);
        QVERIFY(shown.window.sheet()->isOpen("confidence"));
    }

    void aCaptionWithoutAttentionHasNoWordsToTap()
    {
        Live shown;
        shown.begin();
        captions::CaptionResult plain = foxAndPizza();
        plain.caption.attention.clear();
        shown.see(plain);
        QCOMPARE(shown.live->captionPanel()->focusPolicy(), Qt::NoFocus);
        shown.tapWord(1);
        QVERIFY(!shown.live->isLooking());
    }

    void inAKioskThePictureMovesAgainByItself()
    {
        Live shown({800, 480}, "en", {.kiosk = true});
        shown.begin();
        shown.see(foxAndPizza());
        shown.live->setLookLimit(std::chrono::milliseconds(30));
        shown.tapWord(1);
        QVERIFY(shown.live->isLooking());
        QTRY_VERIFY(!shown.live->isLooking());
    }

    void pauseHoldsPictureAndCaptionTogether()
    {
        Live shown;
        shown.begin();
        shown.see(foxAndPizza());
        captions::Frame newer = foxAndPizza().frame;
        newer.number += 1;
        newer.picture = said(7, {{"x", 1}}).frame.picture;
        Q_EMIT shown.program.source.frameArrived(newer);
        QCOMPARE(shown.live->preview()->frame(), newer.picture);
        QSignalSpy paused(shown.live, &LivePage::pauseToggled);
        QTest::mouseClick(shown.live->mainButton(), Qt::LeftButton);
        Q_EMIT shown.program.source.stateChanged(SourceState::Off, {}, true);
        QCOMPARE(paused.size(), 1);
        // The picture is the one of which the words were said.
        QCOMPARE(shown.live->preview()->frame(), foxAndPizza().frame.picture);
        QCOMPARE(shown.live->captionPanel()->text(), QStringLiteral("Maybe a fox and pizza"));
        QCOMPARE(shown.live->preview()->note(), QStringLiteral("Paused. The camera is closed."));
        // What the engine was at comes too late.
        Q_EMIT shown.program.service.captionReady(
            said(213, {{"a", 0.9f}, {"rocket", 0.9f}, {"<end>", 0.9f}}));
        QCoreApplication::processEvents();
        QCOMPARE(shown.live->captionPanel()->text(), QStringLiteral("Maybe a fox and pizza"));
        // Where the model looked can be seen meanwhile, and the pause is still one.
        shown.window.grab();
        shown.tapWord(1);
        QVERIFY(shown.live->isLooking());
        QTest::mouseClick(shown.live->mainButton(), Qt::LeftButton);
        QCOMPARE(shown.live->preview()->note(), QStringLiteral("Paused. The camera is closed."));
        // Going on: nothing old stands there as if it were now.
        shown.live->togglePause();
        Q_EMIT shown.program.source.stateChanged(SourceState::Starting, {}, true);
        QVERIFY(!shown.live->preview()->hasFrame());
        QVERIFY(!shown.live->captionPanel()->text().contains("fox"));
        QVERIFY(shown.live->preview()->note().isEmpty());
    }

    void askingIsSeenUntilTheAnswer()
    {
        Live shown;
        shown.begin();
        shown.see(foxAndPizza());
        QSignalSpy once(shown.live, &LivePage::captionOnceRequested);
        QTest::keyClick(&shown.window, Qt::Key_S);
        QTest::keyClick(&shown.window, Qt::Key_S); // is being answered already
        QCOMPARE(once.size(), 1);
        QVERIFY(shown.live->captionPanel()->isBusy());
        Q_EMIT shown.program.service.captionReady(foxAndPizza());
        QTRY_VERIFY(!shown.live->captionPanel()->isBusy());
        QVERIFY(shown.live->captionPanel()->isFlashing());
        QTest::keyClick(&shown.window, Qt::Key_S);
        QCOMPARE(once.size(), 2);
    }

    void repeatIsSeenAndSaid()
    {
        Live shown;
        shown.begin();
        QSignalSpy repeated(&shown.program.live, &app::LiveFlow::repeated);
        QTest::keyClick(&shown.window, Qt::Key_R);
        QCOMPARE(repeated.size(), 0); // nothing was said yet
        shown.see(foxAndPizza());
        QTest::keyClick(&shown.window, Qt::Key_R);
        QCOMPARE(repeated.size(), 1);
        QVERIFY(shown.live->captionPanel()->isFlashing());
        QVERIFY(!shown.window.sheet()->isOpen());
        Q_EMIT shown.program.source.stateChanged(SourceState::NoFrames, {}, true);
        QTest::keyClick(&shown.window, Qt::Key_R);
        QVERIFY(shown.window.sheet()->text().contains("a fox and pizza"));
        QCOMPARE(repeated.size(), 2);
    }

    void aModelThatTookLongIsNotEndedUnasked()
    {
        for (const int key : {int(Qt::Key_Escape), int(Qt::Key_M)}) {
            Live shown;
            shown.begin(12);
            QSignalSpy left(&shown.program.live, &app::LiveFlow::left);
            QTest::keyClick(&shown.window, Qt::Key(key));
            QVERIFY(shown.window.sheet()->isOpen("leave"));
            QVERIFY2(shown.window.sheet()->text().contains("12.0 s"),
                     qPrintable(shown.window.sheet()->text()));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            QCOMPARE(left.size(), 0);
            QCOMPARE(shown.window.pageName(), QStringLiteral("live"));
            QTest::keyClick(&shown.window, Qt::Key(key));
            QTest::mouseClick(shown.window.sheet()->findChild<QPushButton*>("stopModel"), Qt::LeftButton);
            QCOMPARE(left.size(), 1);
            QCOMPARE(shown.window.pageName(), QStringLiteral("menu"));
        }
        Live shown;
        shown.begin(3);
        QTest::keyClick(&shown.window, Qt::Key_Escape);
        QCOMPARE(shown.window.pageName(), QStringLiteral("menu"));
    }

    void thePictureIsLargeAndNothingStandsEmpty_data() { everyScreenAndShape(); }
    void thePictureIsLargeAndNothingStandsEmpty()
    {
        QFETCH(QSize, size);
        QFETCH(double, aspect);
        const Metrics m = metricsFor(size);
        const QSize page(size.width(), m.room() - (m.wide ? m.strip : 0));
        const LivePlaces at = livePlaces(m, page, aspect, QSize(440, 22));
        const std::vector<QRect> all = {at.picture, at.caption, at.earlier, at.latency, at.privacy};
        qint64 used = 0;
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!all[i].isValid())
                continue;
            QVERIFY2(QRect(QPoint(), page).contains(all[i]), qPrintable(QString::number(i)));
            used += qint64(all[i].width()) * all[i].height();
            for (std::size_t j = i + 1; j < all.size(); ++j)
                QVERIFY2(!all[i].intersects(all[j]), qPrintable(QString("%1 %2").arg(i).arg(j)));
        }
        QVERIFY(std::abs(double(at.picture.width()) / at.picture.height() / aspect - 1) < 0.03);
        const double pageArea = double(page.width()) * page.height();
        const double share = double(at.picture.width()) * at.picture.height() / pageArea;
        // A tall picture beside its words can be no higher than the page.
        const bool whole = aspect < 1 && at.picture.height() >= page.height() - m.gap - 2;
        QVERIFY2(share > (m.small ? 0.2 : 0.28) || whole,
                 qPrintable(QString("the picture has %1").arg(share)));
        // A tall picture between two bands is what an upright screen cannot avoid.
        if (!m.portrait || aspect >= 1)
            QVERIFY2(double(used) / pageArea > (m.wide    ? 0.85
                                                : m.small ? 0.68
                                                          : 0.74),
                     qPrintable(QString("used %1").arg(double(used) / pageArea)));
        QVERIFY(at.caption.width() >= 256 && at.caption.height() >= 76);
        QCOMPARE(at.earlier.isValid(), m.wide);
    }

    void theLastSixStandBesideThePictureOnWideScreens()
    {
        for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
            Live shown(size);
            shown.begin();
            for (int i = 1; i <= 9; ++i) {
                captions::CaptionResult result = said(
                    static_cast<quint64>(i), {{"card", 0.9f}, {std::to_string(i), 0.9f}, {"<end>", 0.9f}});
                result.frame.scene = static_cast<quint64>(i);
                result.doneMs = 5000 * i;
                shown.see(result);
            }
            const PastCaptions* rail = shown.live->earlier();
            QVERIFY(rail->isVisible());
            QCOMPARE(rail->rowsShown(), 6);
            QCOMPARE(rail->entries().front().caption.text, std::string("card 8")); // the ninth stands
            QVERIFY(rail->rowRect(5).bottom() < rail->height());
            QTest::mouseClick(shown.live->earlier(), Qt::LeftButton, {}, rail->rowRect(2).center());
            QCOMPARE(shown.window.pageName(), QStringLiteral("history"));
            QTest::keyClick(&shown.window, Qt::Key_H);
            QCOMPARE(shown.window.pageName(), QStringLiteral("live"));
        }
    }

    void historyKeepsAHundredAndUnpacksWhatIsSeen()
    {
        Live shown;
        auto* history = shown.page<HistoryPage>();
        history->setCaptions(past(130));
        shown.window.open(history);
        QCoreApplication::processEvents();
        QCOMPARE(history->list()->entries().size(), std::size_t(100));
        QCOMPARE(history->list()->entries().front().caption.text, std::string("card 130"));
        shown.window.grab();
        QVERIFY(history->list()->picturesKept() >= 2 && history->list()->picturesKept() <= 8);
        auto* scroll = history->findChild<FingerScroll*>();
        for (int i = 0; i < 60; ++i) {
            scroll->page(1);
            shown.window.grab();
            QVERIFY(history->list()->picturesKept() <= 24);
        }
        QCOMPARE(scroll->verticalScrollBar()->value(), scroll->verticalScrollBar()->maximum());
        // Who reads further down is not pushed about.
        history->setCaptions(past(20));
        QCOMPARE(history->list()->entries().size(), std::size_t(100));
        scroll->rewind();
        QCOMPARE(history->list()->entries().size(), std::size_t(20));
    }

    void historyIsReadWithKeysAndTold()
    {
        Live shown;
        auto* history = shown.page<HistoryPage>();
        history->setCaptions(past(12));
        shown.window.open(history);
        QCoreApplication::processEvents();
        QCOMPARE(QApplication::focusWidget(), history->list());
        for (int i = 0; i < 11; ++i)
            QTest::keyClick(history->list(), Qt::Key_Down);
        QCOMPARE(history->list()->current(), 11);
        QVERIFY(!history->list()->visibleRegion().intersected(history->list()->rowRect(11)).isEmpty());
        QTest::keyClick(history->list(), Qt::Key_Return);
        QVERIFY(shown.window.sheet()->isOpen("past"));
        QVERIFY2(shown.window.sheet()->text().contains("Looks like card 1\n"),
                 qPrintable(shown.window.sheet()->text()));
        QVERIFY(shown.window.sheet()->text().contains("90 %"));
        shown.window.sheet()->close();
        QTest::keyClick(&shown.window, Qt::Key_Escape);
        QCOMPARE(shown.window.pageName(), QStringLiteral("menu"));
    }

    void theHistoryIsSavedWhereThatIsAllowed()
    {
        {
            Live kiosk({800, 480}, "en", {.kiosk = true});
            kiosk.begin();
            kiosk.see(foxAndPizza());
            QTest::keyClick(&kiosk.window, Qt::Key_H);
            for (const auto* button : kiosk.window.currentPage()->actionBar()->findChildren<ActionButton*>())
                QVERIFY(!button->isVisible() || !button->text().startsWith("Save"));
        }
        Live shown;
        shown.begin();
        shown.see(foxAndPizza());
        QTest::keyClick(&shown.window, Qt::Key_H);
        for (auto* button : shown.window.currentPage()->actionBar()->findChildren<ActionButton*>())
            if (button->isVisible() && button->text().startsWith("Save"))
                QTest::mouseClick(button, Qt::LeftButton);
        QVERIFY(shown.window.sheet()->isOpen("export"));
        QTest::mouseClick(shown.window.sheet()->findChild<QPushButton*>("csv"), Qt::LeftButton);
        QVERIFY(shown.window.sheet()->text().contains(m_state.path() + "/history/"));
        const QDir folder(m_state.filePath("history"));
        QCOMPARE(folder.entryList({"*.csv"}).size(), 1);
        QFile file(folder.filePath(folder.entryList({"*.csv"}).first()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().contains("\"a fox and pizza\""));
    }

    void statisticsAreWhatAHandComputes()
    {
        captions::Latency latency;
        latency.add(1000, -500); // the 31st pushes it out
        for (int i = 0; i < 26; ++i)
            latency.add(25, i * 10);
        latency.add(10, 400);
        latency.add(20, 500);
        latency.add(30, 700);
        latency.add(40, 2900);
        const captions::LatencyStatistics s = latency.statistics();
        QCOMPARE(s.count, quint64(31));
        QCOMPARE(s.recent.size(), std::size_t(30));
        QCOMPARE(s.mean, 25.0);
        QCOMPARE(s.median, 25.0);
        QCOMPARE(s.min, 10.0);
        QCOMPARE(s.max, 40.0);
        QVERIFY(std::abs(s.deviation - std::sqrt(500.0 / 30)) < 1e-9); // 4.08
        QVERIFY(std::abs(s.captionsPerSecond - 29 / 2.9) < 1e-9);
        StatisticsPage page;
        QVERIFY(page.text().contains(QString::fromUtf8("captions per second \u2013")));
        page.setStatistics(s);
        page.setMemory(boardSample(1702, 207));
        for (const char* part : {"last 40 ms", "pressure calm", "mean 25 ms", "median 25 ms", "least 10 ms",
                                 "greatest 40 ms", "deviation 4 ms", "captions per second 10.0",
                                 "captions in all 31", "engine 207 MB", "free 1702 MB"})
            QVERIFY2(page.text().contains(QLatin1String(part)), part);
        QCOMPARE(page.chart()->accessibleDescription(), QStringLiteral("from 10 ms to 40 ms, mean 25 ms"));
    }

    void theChartHasARoundTop_data()
    {
        QTest::addColumn<double>("greatest");
        QTest::addColumn<double>("top");
        QTest::newRow("nothing") << 0.0 << 1.0;
        QTest::newRow("12 ms") << 12.0 << 20.0;
        QTest::newRow("20 ms") << 20.0 << 20.0;
        QTest::newRow("412 ms") << 412.0 << 500.0;
        QTest::newRow("630 ms") << 630.0 << 1000.0;
        QTest::newRow("1.63 s") << 1630.0 << 2000.0;
    }
    void theChartHasARoundTop()
    {
        QFETCH(double, greatest);
        QFETCH(double, top);
        QVERIFY(std::abs(LatencyChart::topFor(greatest) - top) < 1e-9);
    }

    void barsAreAsHighAsTheirLatency()
    {
        captions::LatencyStatistics s;
        s.count = 2;
        s.recent = {100, 200};
        s.mean = 150;
        s.max = 200;
        LatencyChart chart;
        chart.resize(600, 300);
        chart.setStatistics(s);
        const QImage picture = chart.grab().toImage();
        const QColor bar = Theme().palette.accent;
        // From the right: the newest bar is the highest, the one before half of it.
        std::vector<int> heights;
        for (int x = picture.width() - 1; x >= 0; --x) {
            int high = 0;
            for (int y = 0; y < picture.height(); ++y)
                high += picture.pixelColor(x, y) == bar;
            heights.push_back(high);
        }
        const int newest = *std::max_element(heights.begin(), heights.end());
        const auto half = std::count_if(heights.begin(), heights.end(),
                                        [&](int h) { return std::abs(2 * h - newest) <= 8 && h > 0; });
        QVERIFY2(newest > 200 && half >= 5, qPrintable(QString("%1 %2").arg(newest).arg(half)));
    }

    void howLongAgo_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << qint64(0) << "just now";
        QTest::newRow("9.9 s") << qint64(9900) << "just now";
        QTest::newRow("59 s") << qint64(59000) << "50 s ago";
        QTest::newRow("61 s") << qint64(61000) << "1 min ago";
        QTest::newRow("two hours") << qint64(7300000) << "2 h ago";
    }
    void howLongAgo()
    {
        QFETCH(qint64, milliseconds);
        QFETCH(QString, text);
        QCOMPARE(agoText(milliseconds), text);
    }

    /// Not asserted: how long a frame takes to draw where it is largest, against 40 ms at 25 a second.
    void aFrameIsDrawn_data()
    {
        QTest::addColumn<QSize>("widget");
        QTest::addColumn<bool>("mirrored");
        QTest::newRow("1280x800") << QSize(797, 598) << false;
        QTest::newRow("1280x800 mirrored") << QSize(797, 598) << true;
        QTest::newRow("1920x1080 mirrored") << QSize(1090, 818) << true;
    }
    void aFrameIsDrawn()
    {
        QFETCH(QSize, widget);
        QFETCH(bool, mirrored);
        PreviewWidget preview;
        preview.resize(widget);
        preview.setFrame(frame());
        preview.setMirrored(mirrored);
        QImage screen(widget, QImage::Format_RGB32);
        QBENCHMARK
        {
            preview.render(&screen);
        }
    }

private:
    QTemporaryDir m_state;
};

QTEST_MAIN(StageTest)
#include "tst_stage.moc"
