// SPDX-License-Identifier: Apache-2.0
// The kiosk and its owner: what a visitor reaches, the way to the operator's page, what can be set and done
// on it. Drives are folders.
#include "app/access/pin_file.h"
#include "app/nanocap/operator_flow.h"
#include "app/nanocap/settings_link.h"
#include "app/nanocap/settings_transfer.h"
#include "app/nanocap/start_up.h"
#include "tests/gui/stage.h"
#include "tests/support/built_in_model.h"
#include "tests/support/verify_result.h"
#include "ui/pages/keypad_page.h"
#include "ui/pages/list_page.h"
#include "ui/widgets/corner_taps.h"
#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/sheet.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <filesystem>

using namespace nanocap;
using namespace nanocap::ui;
using namespace nanocap::gui_test;

namespace {

/// Drives that are folders.
class FolderDrives : public drives::DriveFinder
{
public:
    std::vector<drives::Drive> list;
    Result<std::vector<drives::Drive>> find() override { return list; }
    Result<QString> folderOf(const drives::Drive& drive) override
    {
        if (drive.folder.isEmpty())
            return fail(drives::driveFailure(said("Test", "It cannot be mounted."), drive.name));
        return drive.folder;
    }
};

app::Behaviour kioskBehaviour()
{
    app::Behaviour behaviour;
    behaviour.kiosk = true;
    return behaviour;
}

struct Kiosk : Stage
{
    std::int64_t now = 1'000'000; ///< milliseconds since the machine started
    std::shared_ptr<FolderDrives> sticks = std::make_shared<FolderDrives>();
    app::SettingsStore store;
    app::OperatorFlow owner;

    explicit Kiosk(bool kiosk = true, QSize size = {800, 480}, const QString& language = QStringLiteral("en"),
                   const std::string& models = {})
        : Stage(size, language, behaviourOf(kiosk, models)),
          owner(program, store, sticks,
                access::TriesClock{[this] { return now; }, [] { return std::string("boot"); }})
    {
        app::keepSettings(program, store);
        app::followSettings(program, store);
        window.activateWindow();
        if (!QTest::qWaitForWindowActive(&window))
            qFatal("the window was not activated");
    }
    static app::Behaviour behaviourOf(bool kiosk, const std::string& models)
    {
        app::Behaviour behaviour = kiosk ? kioskBehaviour() : app::Behaviour();
        behaviour.folders.user = models;
        return behaviour;
    }
    ListPage* list(const char* name) const
    {
        for (ListPage* page : window.findChildren<ListPage*>())
            if (page->name() == QLatin1String(name))
                return page;
        return nullptr;
    }
    KeypadPage* keypad() const { return page<KeypadPage>(); }
    QString shown() const { return window.pageName(); }
    void tap(const char* page, const QString& row)
    {
        ListRow* found = list(page)->row(row);
        if (!found)
            qFatal("there is no row %s", qPrintable(row));
        found->click();
    }
    QStringList rows(const char* page) const
    {
        QStringList ids;
        for (const RowContent& row : list(page)->content().rows)
            if (!row.id.isEmpty())
                ids << row.id;
        return ids;
    }
    /// A button of the sheet that is open.
    void answer(const QString& id)
    {
        auto* button = window.sheet()->findChild<ActionButton*>(id);
        if (!button)
            qFatal("the sheet has no %s", qPrintable(id));
        button->click();
    }
    bool hasAnswer(const QString& id) const { return window.sheet()->findChild<ActionButton*>(id); }
    void type(const QString& digits)
    {
        for (const QChar digit : digits)
            keypad()->key(digit)->click();
        keypad()->doneKey()->click();
    }
    /// In with the PIN that was set.
    void enter(const QString& pin = QStringLiteral("4711"))
    {
        owner.session.call();
        QSignalSpy opened(&owner.session, &app::OperatorSession::opened);
        type(pin);
        if (opened.isEmpty() && !opened.wait())
            qFatal("the PIN did not open it");
    }
};

bool waitFor(QSignalSpy& spy)
{
    return !spy.isEmpty() || spy.wait(20'000);
}

void everySize()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QString>("language");
    for (const Screen& screen : screens())
        for (const char* language : {"en", "ko"})
            QTest::addRow("%s, %s", screen.name, language) << screen.size << QString::fromLatin1(language);
    QTest::newRow("320 x 480, upright, ko") << QSize(320, 480) << "ko";
}

} // namespace

class OperatorTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_home;

    void write(const QString& path, const QByteArray& bytes) const
    {
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
    }
    QByteArray bytesOf(const QString& path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    /// A drive of this name, which is a folder.
    QString stick(Kiosk& kiosk, const QString& name = QStringLiteral("STICK")) const
    {
        const QString folder = m_home->filePath(QStringLiteral("sticks/") + name);
        QDir().mkpath(folder);
        kiosk.sticks->list.push_back({name, name, folder});
        return folder;
    }
    /// With NANOCAP_SCREENSHOT_DIR, to be looked at.
    void keep(Kiosk& kiosk, const QString& name, bool light = false) const
    {
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        const QString folder = qEnvironmentVariable("NANOCAP_SCREENSHOT_DIR");
        const QSize size = kiosk.window.size();
        if (!folder.isEmpty() && QDir().mkpath(folder))
            QVERIFY(kiosk.window.grab().save(QStringLiteral("%1/%2-%3x%4-%5%6.png")
                                                 .arg(folder, name)
                                                 .arg(size.width())
                                                 .arg(size.height())
                                                 .arg(kiosk.window.looks().language, light ? "-light" : "")));
    }
    QString models() const { return m_home->filePath(QStringLiteral("models")); }

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_home->path().toUtf8());
        qputenv("NANOCAP_STATE_DIR", m_home->filePath("state").toUtf8());
        QDir().mkpath(m_home->filePath("state"));
    }

    void fiveTapsInTimeInTheCornerCount_data()
    {
        QTest::addColumn<QList<int>>("times");
        QTest::addColumn<int>("elsewhereAt");
        QTest::addColumn<bool>("opens");
        QTest::newRow("quick") << QList<int>{0, 100, 200, 300, 400} << -1 << true;
        QTest::newRow("just in time") << QList<int>{0, 700, 1400, 2100, 3000} << -1 << true;
        QTest::newRow("a moment too late") << QList<int>{0, 700, 1400, 2100, 3001} << -1 << false;
        QTest::newRow("four") << QList<int>{0, 100, 200, 300} << -1 << false;
        QTest::newRow("the last five of six") << QList<int>{0, 2000, 2500, 3000, 3500, 4000} << -1 << true;
        QTest::newRow("one of them elsewhere") << QList<int>{0, 100, 200, 300, 400} << 2 << false;
        QTest::newRow("a clock that went back") << QList<int>{5000, 5100, 100, 200, 300} << -1 << false;
    }
    void fiveTapsInTimeInTheCornerCount()
    {
        QFETCH(QList<int>, times);
        QFETCH(int, elsewhereAt);
        QFETCH(bool, opens);
        CornerTaps taps;
        bool opened = false;
        for (int i = 0; i < times.size(); ++i)
            opened = taps.tap(i == elsewhereAt ? QPoint(64, 10) : QPoint(63, 63), 64, times[i]);
        QCOMPARE(opened, opens);
        QVERIFY(!opened || !taps.tap(QPoint(0, 0), 64, times.last())); // it begins anew
    }

    void fiveTapsOpenTheKeypadFromEveryPageAndThroughASheet()
    {
        Kiosk kiosk;
        const auto tapFive = [&] {
            for (int i = 0; i < 5; ++i) {
                QWidget* under = kiosk.window.childAt(8, 8);
                QTest::mouseClick(under, Qt::LeftButton, {}, under->mapFrom(&kiosk.window, QPoint(8, 8)));
            }
            QCoreApplication::processEvents();
        };
        kiosk.showLive(SourceState::On);
        tapFive();
        QCOMPARE(kiosk.shown(), "keypad");
        QTest::keyClick(&kiosk.window, Qt::Key_Escape);
        QCOMPARE(kiosk.shown(), "live");
        kiosk.showMenu();
        kiosk.program.showNotice("Title", "Text");
        tapFive();
        QCOMPARE(kiosk.shown(), "keypad");
    }

    void withoutAPinTheKioskStaysClosedAndSaysHowToSetOne()
    {
        Kiosk kiosk;
        kiosk.showLive(SourceState::On);
        kiosk.owner.session.call();
        QCOMPARE(kiosk.shown(), "keypad");
        QVERIFY2(kiosk.keypad()->sentence().contains("nanocapctl pin --set"),
                 qPrintable(kiosk.keypad()->sentence()));
        kiosk.type("0000");
        QCOMPARE(kiosk.keypad()->typed(), 0);
        QVERIFY(!kiosk.owner.session.isOpen() && !kiosk.window.rights().operate);
        // It may be set while somebody stands there.
        VERIFY_RESULT(access::setPin("4711"));
        kiosk.owner.session.call();
        QTest::keyClick(&kiosk.window, Qt::Key_Escape);
        kiosk.enter();
        QCOMPARE(kiosk.shown(), "operator");
    }

    void outsideAKioskItOpensFromTheMenuAndAPinIsAskedForWhereOneIsSet()
    {
        Kiosk desktop(false);
        Q_EMIT desktop.page<MenuPage>()->settingsRequested();
        QCOMPARE(desktop.shown(), "operator");
        QTest::keyClick(&desktop.window, Qt::Key_Escape);
        QCOMPARE(desktop.shown(), "menu");
        QVERIFY(desktop.window.rights().operate);
        VERIFY_RESULT(access::setPin("4711"));
        Q_EMIT desktop.page<MenuPage>()->settingsRequested();
        QCOMPARE(desktop.shown(), "keypad");
    }

    void theRightPinOpensAndLeavingClosesIt()
    {
        VERIFY_RESULT(access::setPin("4711"));
        Kiosk kiosk;
        kiosk.showLive(SourceState::On);
        QVERIFY(!kiosk.window.rights().operate);
        kiosk.enter();
        QCOMPARE(kiosk.shown(), "operator");
        QVERIFY(kiosk.window.rights().operate);
        QTest::keyClick(&kiosk.window, Qt::Key_Escape);
        QCOMPARE(kiosk.shown(), "live");
        QVERIFY(!kiosk.owner.session.isOpen() && !kiosk.window.rights().operate);
    }

    void thePinIsTypedOnAKeyboardToo()
    {
        VERIFY_RESULT(access::setPin("4711"));
        Kiosk kiosk;
        kiosk.owner.session.call();
        QTest::keyClicks(&kiosk.window, "4712");
        QTest::keyClick(&kiosk.window, Qt::Key_Backspace);
        QCOMPARE(kiosk.keypad()->typed(), 3);
        QTest::keyClicks(&kiosk.window, "1");
        QSignalSpy opened(&kiosk.owner.session, &app::OperatorSession::opened);
        kiosk.keypad()->takeKey(Qt::Key_Enter);
        QVERIFY(waitFor(opened));
        QCOMPARE(kiosk.shown(), "operator");
    }

    void fiveWrongPinsLockTheKeypadAlsoAfterANewStart()
    {
        VERIFY_RESULT(access::setPin("4711"));
        {
            Kiosk kiosk;
            kiosk.owner.session.call();
            for (const char* left : {"4 tries", "3 tries", "2 tries", "One try"}) {
                kiosk.type("0000");
                QTRY_VERIFY2(kiosk.keypad()->sentence().contains(left),
                             qPrintable(kiosk.keypad()->sentence()));
            }
            kiosk.type("0000");
            QTRY_VERIFY2(kiosk.keypad()->sentence().contains("30 s"), qPrintable(kiosk.keypad()->sentence()));
            kiosk.type("4711"); // too late now
            QCOMPARE(kiosk.keypad()->typed(), 0);
            QVERIFY(!kiosk.owner.session.isOpen());
        }
        Kiosk again;
        again.now += 10'000;
        again.owner.session.call();
        QVERIFY2(again.keypad()->sentence().contains("20 s"), qPrintable(again.keypad()->sentence()));
        QTest::keyClick(&again.window, Qt::Key_Escape);
        again.now += 20'000;
        again.enter();
        QCOMPARE(again.shown(), "operator");
    }

    void twoMinutesWithoutATouchEndTheSessionWhereverItIs()
    {
        VERIFY_RESULT(access::setPin("4711"));
        Kiosk kiosk;
        kiosk.showLive(SourceState::On);
        kiosk.enter();
        kiosk.tap("operator", "models");
        QCOMPARE(kiosk.shown(), "operator-models");
        kiosk.owner.session.passIdleTime();
        QCOMPARE(kiosk.shown(), "live");
        QVERIFY(!kiosk.window.rights().operate);

        kiosk.enter();
        kiosk.tap("operator", "readiness");
        QCOMPARE(kiosk.shown(), "readiness");
        kiosk.owner.session.passIdleTime();
        QCOMPARE(kiosk.shown(), "live");

        kiosk.owner.session.call();
        QCOMPARE(kiosk.shown(), "keypad");
        kiosk.owner.session.passIdleTime();
        QCOMPARE(kiosk.shown(), "live");
    }

    void whatHappensMeanwhileGoesUnderTheOperatorsPage()
    {
        VERIFY_RESULT(access::setPin("4711"));
        Kiosk kiosk;
        kiosk.enter();
        kiosk.tap("operator", "models");
        kiosk.window.go(kiosk.page<LivePage>());
        QCOMPARE(kiosk.shown(), "operator-models");
        kiosk.window.back();
        QCOMPARE(kiosk.shown(), "operator");
        QTest::keyClick(&kiosk.window, Qt::Key_Escape);
        QCOMPARE(kiosk.shown(), "live");
    }

    void aVisitorSeesWhatTheOperatorAllowsAndNoMore()
    {
        Kiosk kiosk;
        kiosk.showLive(SourceState::Unplugged);
        const auto visible = [&](const char* text) {
            for (ActionButton* button : kiosk.window.findChildren<ActionButton*>())
                if (button->isVisible() && button->text() == QLatin1String(text))
                    return true;
            return false;
        };
        QVERIFY(visible("Pause") && !visible("Menu") && !visible("Camera"));
        auto* theme = kiosk.window.findChild<ActionButton*>("theme");
        auto* language = kiosk.window.findChild<ActionButton*>("language");
        kiosk.showMenu();
        QVERIFY(language->isVisible() && !theme->isVisible());
        QVERIFY(!visible("Check machine") && !visible("Quit") && !visible("Settings") && !visible("Camera"));
        kiosk.showPlan(2, 934);
        QVERIFY(!visible("Load without the floor"));
        kiosk.showPlan(4, 1874);
        QVERIFY(!visible("Try anyway"));
        kiosk.showFailure(refusedReport());
        QVERIFY(!visible("Details") && !visible("Save report") && !visible("Load without the floor"));

        kiosk.showCountdown(CountdownPage::Story::Start);
        QVERIFY(!visible("Stop") && !visible("Details"));

        VERIFY_RESULT(kiosk.store.set("visitors_may", QJsonArray({"menu", "source", "theme"})));
        QVERIFY(visible("Stop") && !visible("Details"));
        kiosk.showLive(SourceState::Unplugged);
        QVERIFY(!visible("Pause") && visible("Menu") && visible("Camera"));
        kiosk.showMenu();
        QVERIFY(!language->isVisible() && theme->isVisible());
    }

    void aVisitorMutesTheVoiceAndTheOwnersSettingStays()
    {
        Kiosk kiosk;
        VERIFY_RESULT(kiosk.store.set("speech", QStringLiteral("off")));
        kiosk.showLive(SourceState::On);
        auto* mute = kiosk.window.findChild<ActionButton*>("mute");
        auto* language = kiosk.window.findChild<ActionButton*>("language");
        QVERIFY(!mute->isVisible());    // nothing is read aloud
        QVERIFY(language->isVisible()); // the menu, which has it, is out of reach
        VERIFY_RESULT(kiosk.store.set("speech", QStringLiteral("changes")));
        QVERIFY(mute->isVisible());
        QTest::mouseClick(mute, Qt::LeftButton);
        QVERIFY(kiosk.program.speech.isMuted());
        QCOMPARE(mute->accessibleName(), QStringLiteral("Read aloud again"));
        QVERIFY(!kiosk.store.values().mute);
        QTest::mouseClick(mute, Qt::LeftButton);
        QVERIFY(!kiosk.program.speech.isMuted());

        QTest::mouseClick(mute, Qt::LeftButton);
        Q_EMIT kiosk.program.idle.wentIdle(); // the visitor has gone
        QVERIFY(!kiosk.program.speech.isMuted());
        Q_EMIT kiosk.program.idle.woke();
        kiosk.showLive(SourceState::On);

        VERIFY_RESULT(kiosk.store.set("visitors_may", QJsonArray({"menu"})));
        QVERIFY(!mute->isVisible() && !language->isVisible());
        kiosk.program.rights.setOperatorPresent(true);
        QVERIFY(mute->isVisible());
        QTest::mouseClick(mute, Qt::LeftButton);
        QVERIFY(kiosk.store.values().mute);
    }

    void outsideAKioskEverythingIsThere()
    {
        Kiosk desktop(false);
        QCOMPARE(desktop.window.rights(), Rights());
        VERIFY_RESULT(desktop.store.set("visitors_may", QJsonArray()));
        QCOMPARE(desktop.window.rights(), Rights());
    }

    void aVisitorsLookAreNotSavedAndTheOperatorsAre()
    {
        VERIFY_RESULT(access::setPin("4711"));
        Kiosk kiosk;
        Q_EMIT kiosk.window.titleBar()->languageClicked();
        QCOMPARE(kiosk.window.looks().language, "ko");
        QCOMPARE(kiosk.store.values().language, "");
        Q_EMIT kiosk.window.titleBar()->languageClicked();
        kiosk.enter();
        Q_EMIT kiosk.window.titleBar()->themeClicked();
        QCOMPARE(kiosk.store.values().theme, "light");
    }

    void aTapOnACardThatFitsLoadsAtOnceAndOnOneThatDoesNotSaysWhy()
    {
        Kiosk kiosk;
        QSignalSpy wanted(&kiosk.program.menu, &app::MenuFlow::loadRequested);
        kiosk.program.load.disconnect(&kiosk.program.menu);
        disconnect(&kiosk.program.menu, &app::MenuFlow::loadRequested, &kiosk.program.load, nullptr);
        Q_EMIT kiosk.page<MenuPage>()->modelPicked(cards()[0].path);
        QCOMPARE(wanted.size(), 1);
        Q_EMIT kiosk.page<MenuPage>()->modelPicked(cards()[3].path);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(kiosk.shown(), "plan");
        Q_EMIT kiosk.page<MenuPage>()->modelPicked(cards()[4].path); // in quarantine
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(kiosk.shown(), "plan");

        Kiosk desktop(false);
        Q_EMIT desktop.page<MenuPage>()->modelPicked(cards()[0].path);
        QCOMPARE(desktop.shown(), "plan");
    }

    void noKeyLeadsAVisitorOutOfTheKiosk()
    {
        Kiosk kiosk;
        QSignalSpy quit(&kiosk.window, &MainWindow::quitRequested);
        const auto onlyWindow = [&] {
            int visible = 0;
            for (QWidget* widget : QApplication::topLevelWidgets())
                visible += widget->isVisible();
            return visible == 1 && kiosk.window.isVisible() && !QApplication::activePopupWidget() &&
                   !QApplication::activeModalWidget();
        };
        QList<int> keys;
        for (int key = Qt::Key_Space; key <= Qt::Key_AsciiTilde; ++key)
            keys << key;
        for (int key = Qt::Key_Escape; key <= Qt::Key_Help; ++key)
            keys << key;
        keys << Qt::Key_Back << Qt::Key_Exit << Qt::Key_PowerOff << Qt::Key_Menu;
        for (const Qt::KeyboardModifiers with :
             {Qt::KeyboardModifiers(), Qt::KeyboardModifiers(Qt::AltModifier),
              Qt::KeyboardModifiers(Qt::ControlModifier), Qt::KeyboardModifiers(Qt::MetaModifier),
              Qt::ControlModifier | Qt::AltModifier})
            for (const int key : keys) {
                kiosk.showLive(SourceState::On);
                kiosk.window.sheet()->close();
                for (const QEvent::Type type :
                     {QEvent::ShortcutOverride, QEvent::KeyPress, QEvent::KeyRelease}) {
                    QKeyEvent event(type, key, with, key < 128 ? QString(QChar(key)) : QString());
                    QWidget* focused = kiosk.window.focusWidget();
                    QApplication::sendEvent(focused ? focused : &kiosk.window, &event);
                }
                // What was said and how fast are there to be looked at.
                QVERIFY2(QStringList({"live", "history", "statistics"}).contains(kiosk.shown()),
                         qPrintable(QString::number(key, 16) + " led to " + kiosk.shown()));
                QVERIFY2(onlyWindow(), qPrintable(QString::number(key, 16)));
            }
        QVERIFY(!kiosk.window.close());
        QVERIFY(kiosk.window.isVisible());
        QCOMPARE(quit.size(), 0);
    }

    void noContextMenuAndNothingDroppedInTheKiosk()
    {
        Kiosk kiosk;
        kiosk.showFailure(killedReport()); // its command line may be marked and copied elsewhere
        for (QWidget* widget : kiosk.window.findChildren<QWidget*>()) {
            if (!widget->isVisible())
                continue;
            QContextMenuEvent event(QContextMenuEvent::Mouse, widget->rect().center(),
                                    widget->mapToGlobal(widget->rect().center()));
            QApplication::sendEvent(widget, &event);
            QVERIFY(!QApplication::activePopupWidget());
        }
        QVERIFY(!kiosk.window.acceptDrops());
    }

    void theKioskStartsOnWhatAVisitorWants()
    {
        app::SettingsStore store;
        app::Program program(kioskBehaviour());
        program.window.setLooks(app::looksOf(store.values(), {}));
        program.window.resize(800, 480);
        program.window.setVisible(true);
        program.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&program.window));
        QVERIFY(!program.window.titleBar()->isAncestorOf(program.window.focusWidget()));
        std::vector<worker::CardPlans> all;
        for (std::size_t i = 0; i < cards().size(); ++i)
            all.push_back({plans()[i], plans()[i], plans()[i]});
        program.models.replace(cards(), all);
        QCOMPARE(program.window.focusWidget(), program.window.currentPage()->firstFocus());
    }

    void keysOfTheKeypadAreAFingerWideAndApart_data() { everySize(); }
    void keysOfTheKeypadAreAFingerWideAndApart()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        Kiosk kiosk(true, size, language);
        kiosk.owner.session.call();
        keep(kiosk, "keypad-without-pin");
        QTest::keyClick(&kiosk.window, Qt::Key_Escape);
        VERIFY_RESULT(access::setPin("4711"));
        kiosk.owner.session.call();
        kiosk.keypad()->key('4')->click();
        kiosk.keypad()->key('7')->click();
        keep(kiosk, "keypad");
        const Metrics& m = kiosk.window.theme().metrics;
        std::vector<QRect> boxes;
        for (ActionButton* button : kiosk.keypad()->findChildren<ActionButton*>()) {
            const QRect box(button->mapTo(&kiosk.window, QPoint()), button->size());
            QVERIFY2(kiosk.window.rect().contains(box), qPrintable(button->text()));
            QVERIFY2(box.width() >= m.touch && box.height() >= m.touch,
                     qPrintable(QStringLiteral("%1 %2x%3, a finger is %4")
                                    .arg(button->text())
                                    .arg(box.width())
                                    .arg(box.height())
                                    .arg(m.touch)));
            for (const QRect& other : boxes)
                QVERIFY(!box.adjusted(-7, -7, 7, 7).intersects(other));
            boxes.push_back(box);
        }
        QCOMPARE(boxes.size(), std::size_t(13)); // twelve and Back
        const int least = m.small ? m.touch : 64;
        for (int digit = 0; digit <= 9; ++digit)
            QVERIFY(kiosk.keypad()->key(QChar('0' + digit))->width() >= least);
        auto* words = kiosk.keypad()->findChild<QLabel*>();
        QVERIFY2(words->height() >= words->heightForWidth(words->width()), qPrintable(words->text()));
    }

    void everyRowOfTheOperatorsPageFits_data() { everySize(); }
    void everyRowOfTheOperatorsPageFits()
    {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        VERIFY_RESULT(access::setPin("4711"));
        Kiosk kiosk(true, size, language);
        stick(kiosk);
        kiosk.enter();
        for (const char* name : {"operator", "operator-models", "operator-source"}) {
            if (QLatin1String(name) == QLatin1String("operator-models"))
                kiosk.tap("operator", "models");
            if (QLatin1String(name) == QLatin1String("operator-source"))
                kiosk.tap("operator", "source");
            QCoreApplication::processEvents();
            ListPage* page = kiosk.list(name);
            QCOMPARE(kiosk.window.currentPage(), page);
            const auto* scroll = page->findChild<FingerScroll*>();
            QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
            for (ListRow* row : page->findChildren<ListRow*>()) {
                QVERIFY2(row->height() >= row->heightForWidth(row->width()), qPrintable(row->text()));
                QVERIFY(row->focusPolicy() == Qt::NoFocus ||
                        row->height() >= kiosk.window.theme().metrics.touch);
            }
            keep(kiosk, QLatin1String(name));
            page->findChild<FingerScroll*>()->page(1);
            keep(kiosk, QLatin1String(name) + "-2");
            if (QLatin1String(name) == QLatin1String("operator")) {
                VERIFY_RESULT(kiosk.store.set("theme", "light"));
                keep(kiosk, QLatin1String(name) + "-2", true);
                VERIFY_RESULT(kiosk.store.set("theme", "dark"));
                kiosk.tap("operator", "set text_size");
                keep(kiosk, "operator-choice");
                kiosk.window.sheet()->close();
            }
            if (QLatin1String(name) != QLatin1String("operator"))
                QTest::keyClick(&kiosk.window, Qt::Key_Escape);
        }
    }

    void everySettingTakesEffectAtOnce()
    {
        VERIFY_RESULT(access::setPin("4711"));
        Kiosk kiosk;
        kiosk.enter();
        const auto choose = [&](const QString& key, const QString& value) {
            kiosk.tap("operator", "set " + key);
            kiosk.answer("set " + key + " " + value);
        };
        choose("language", "ko");
        QCOMPARE(kiosk.window.looks().language, "ko");
        QCOMPARE(kiosk.store.values().language, "ko");
        choose("language", "en");
        choose("theme", "light");
        QVERIFY(kiosk.window.looks().theme == ThemeKind::Light);
        choose("text_size", "2");
        QVERIFY(kiosk.window.looks().textSize == TextSize::Largest);
        choose("panel_inches", "7");
        QCOMPARE(kiosk.window.looks().panelInches, 7.0);
        choose("rotation", "90");
        QCOMPARE(kiosk.store.values().rotation, 90);
        kiosk.tap("operator", "set flip");
        QVERIFY(kiosk.store.values().flip);
        QVERIFY(kiosk.list("operator")->row("set flip")->content().on);
        kiosk.tap("operator", "set mirror_preview");
        QVERIFY(!kiosk.store.values().mirrorPreview);
        choose("minimum_available_mb", "300");
        QCOMPARE(kiosk.program.behaviour().floor->minimum, Bytes::fromMegabytes(300));
        QCOMPARE(kiosk.list("operator")->row("set minimum_available_mb")->content().value, "300 MB");
        choose("minimum_available_mb", "auto");
        QVERIFY(kiosk.program.behaviour().floor->automatic);
        kiosk.tap("operator", "visitor menu");
        QVERIFY(kiosk.store.values().visitorsMay.contains("menu"));
        kiosk.tap("operator", "visitor pause");
        kiosk.owner.session.close();
        QVERIFY(kiosk.window.rights().menu && !kiosk.window.rights().pause);

        kiosk.enter();
        kiosk.tap("operator", "reset");
        kiosk.answer("confirm");
        QCOMPARE(kiosk.store.values().theme, "dark");
        QVERIFY(kiosk.window.looks().theme == ThemeKind::Dark);
        QCOMPARE(kiosk.window.looks().panelInches, 0.0);
        QVERIFY(!kiosk.program.behaviour().floor);
        kiosk.owner.session.close();
        QVERIFY(!kiosk.window.rights().menu && kiosk.window.rights().pause);
    }

    void everyRowDoesSomething()
    {
        VERIFY_RESULT(access::setPin("4711"));
        Kiosk kiosk;
        kiosk.enter();
        QSignalSpy restart(&kiosk.owner, &app::OperatorFlow::restartRequested);
        QSignalSpy exit(&kiosk.owner, &app::OperatorFlow::exitRequested);
        for (const QString& id : kiosk.rows("operator")) {
            if (!kiosk.owner.session.isOpen())
                kiosk.enter();
            if (kiosk.shown() != "operator")
                kiosk.owner.session.call();
            const app::Settings before = kiosk.store.values();
            const auto* row = kiosk.list("operator")->row(id);
            const bool on = row->content().on;
            QSignalSpy sheets(kiosk.window.sheet(), &Sheet::closed);
            kiosk.tap("operator", id);
            QTRY_VERIFY2(kiosk.shown() != "operator" || kiosk.window.sheet()->isOpen() ||
                             kiosk.list("operator")->row(id)->content().on != on,
                         qPrintable(id));
            if (id == "restart" || id == "exit")
                kiosk.answer("confirm");
            kiosk.window.sheet()->close();
        }
        QCOMPARE(restart.size(), 1);
        QCOMPARE(exit.size(), 1);
    }

    void theModelForTheStartIsChosenAndABroughtOneRemoved()
    {
        VERIFY_RESULT(access::setPin("4711"));
        Kiosk kiosk;
        const QString mine = models() + "/mine.pth";
        write(mine, "x");
        std::vector<catalog::ModelCard> list = cards();
        list[0].builtIn = true;
        list[0].id = "flashcards";
        list[1].builtIn = false;
        list[1].path = mine.toStdString();
        kiosk.program.models.replace(list, std::vector<worker::CardPlans>(list.size()));
        kiosk.enter();
        kiosk.tap("operator", "models");
        kiosk.tap("operator-models", "model " + QString::fromStdString(list[0].path));
        QVERIFY(!kiosk.hasAnswer("remove"));
        kiosk.answer("default");
        QCOMPARE(kiosk.store.values().defaultModel, "flashcards");
        QVERIFY(kiosk.list("operator-models")
                    ->row("model " + QString::fromStdString(list[0].path))
                    ->content()
                    .on);
        kiosk.tap("operator-models", "model " + mine);
        kiosk.answer("default");
        QCOMPARE(kiosk.store.values().defaultModel, mine);
        kiosk.tap("operator-models", "model " + mine);
        kiosk.answer("remove");
        QVERIFY(QFile::exists(mine)); // asked first
        kiosk.answer("confirm");
        QVERIFY(!QFile::exists(mine));
        QCOMPARE(kiosk.store.values().defaultModel, "");
        kiosk.tap("operator-models", "none");
        QCOMPARE(kiosk.store.values().defaultModel, "");
    }

    void aFilmOrFolderIsFoundInsideTheWindow()
    {
        VERIFY_RESULT(access::setPin("4711"));
        Kiosk kiosk;
        const QString folder = stick(kiosk);
        write(folder + "/holiday/b.PNG", QByteArray::fromHex("89504e470d0a1a0a0000000d49484452"));
        write(folder + "/film.mp4", "\0\0\0\x18"
                                    "ftypmp42");
        write(folder + "/notes.txt", "x");
        kiosk.enter();
        kiosk.tap("operator", "source");
        kiosk.list("operator-source")->row("source cards:")->setFocus();
        QTRY_VERIFY(kiosk.list("operator-source")->row("drive STICK"));
        QVERIFY(kiosk.list("operator-source")->row("source cards:")->hasFocus()); // rows came, it stayed
        kiosk.tap("operator-source", "drive STICK");
        QTRY_VERIFY(kiosk.list("operator-source")->row("file " + folder + "/film.mp4"));
        QCOMPARE(kiosk.rows("operator-source"),
                 QStringList({"folder " + folder + "/holiday", "file " + folder + "/film.mp4"}));
        kiosk.tap("operator-source", "folder " + folder + "/holiday");
        QTRY_COMPARE(kiosk.list("operator-source")->content().action, "These pictures");
        Q_EMIT kiosk.list("operator-source")->actionChosen();
        QCOMPARE(kiosk.store.values().source, "images:" + folder + "/holiday");
        QCOMPARE(kiosk.program.source.uri(), "images:" + folder + "/holiday");
        QCOMPARE(kiosk.shown(), "operator");

        kiosk.tap("operator", "source");
        kiosk.tap("operator-source", "source cards:");
        QCOMPARE(kiosk.program.source.uri(), "cards:");
    }

    void aModelIsImportedFromADrive()
    {
        VERIFY_RESULT(access::setPin("4711"));
        Kiosk kiosk(true, {800, 480}, "en", models().toStdString());
        const QString folder = stick(kiosk);
        kiosk.sticks->list.push_back({"BROKEN", "BROKEN", {}});
        const QString model = folder + "/new.pth";
        write(model, bytesOf(QString::fromStdString(tests::builtInModel())));
        kiosk.enter();
        kiosk.tap("operator", "models");
        kiosk.tap("operator-models", "import");
        QTRY_VERIFY(kiosk.list("operator-import")->row("file " + model));
        QVERIFY(kiosk.list("operator-import")->findChildren<ListRow*>().size() >= 4);

        // Without a checksum its sum is shown and nothing is kept that is not confirmed.
        kiosk.tap("operator-import", "file " + model);
        QTRY_VERIFY(kiosk.window.sheet()->isOpen("keep"));
        const QByteArray sum = QCryptographicHash::hash(bytesOf(model), QCryptographicHash::Sha256).toHex();
        QVERIFY(kiosk.window.sheet()->text().contains(QString::fromLatin1(sum.left(8))));
        kiosk.answer("closeSheet");
        QCoreApplication::processEvents();
        QCOMPARE(QDir(models()).entryList(QDir::Files), QStringList());
        kiosk.tap("operator-import", "file " + model);
        QTRY_VERIFY(kiosk.window.sheet()->isOpen("keep"));
        kiosk.answer("keep");
        QCOMPARE(QDir(models()).entryList(QDir::Files), QStringList("new.pth"));
        QVERIFY(kiosk.window.sheet()->text().contains("new.pth is in the menu now."));
        kiosk.window.sheet()->close();

        // With one it is kept at once; a wrong one is refused.
        QVERIFY(QFile::remove(models() + "/new.pth"));
        write(model + ".sha256", sum + "  new.pth\n");
        kiosk.tap("operator-import", "file " + model);
        QTRY_VERIFY(kiosk.window.sheet()->isOpen());
        QVERIFY(kiosk.window.sheet()->text().contains("The copy is what its checksum says."));
        QCOMPARE(QDir(models()).entryList(QDir::Files), QStringList("new.pth"));
        kiosk.window.sheet()->close();
        kiosk.tap("operator-import", "file " + model);
        QTRY_VERIFY(kiosk.window.sheet()->isOpen());
        QVERIFY(kiosk.window.sheet()->text().contains("there already"));
        kiosk.window.sheet()->close();
        write(model + ".sha256", QByteArray(64, 'a') + "  new.pth\n");
        kiosk.tap("operator-import", "file " + model);
        QTRY_VERIFY(kiosk.window.sheet()->isOpen());
        QVERIFY(kiosk.window.sheet()->text().contains("Not imported"));
        QCOMPARE(QDir(models()).entryList(QDir::Files), QStringList("new.pth"));
    }

    void withoutADriveASentenceSaysSo()
    {
        VERIFY_RESULT(access::setPin("4711"));
        Kiosk kiosk;
        kiosk.enter();
        for (const char* row : {"report", "settings out", "settings in"}) {
            kiosk.tap("operator", row);
            QTRY_VERIFY(kiosk.window.sheet()->isOpen());
            QVERIFY(kiosk.window.sheet()->text().contains("There is no USB drive."));
            kiosk.window.sheet()->close();
        }
    }

    void theReportGoesOntoTheDriveThatIsChosen()
    {
        VERIFY_RESULT(access::setPin("4711"));
        Kiosk kiosk;
        const QString first = stick(kiosk, "FIRST"), second = stick(kiosk, "SECOND");
        kiosk.enter();
        kiosk.tap("operator", "report");
        QTRY_VERIFY(kiosk.window.sheet()->isOpen("drives"));
        kiosk.answer("drive SECOND");
        QTRY_VERIFY(kiosk.window.sheet()->isOpen("notice"));
        QVERIFY2(kiosk.window.sheet()->text().contains("Report saved"),
                 qPrintable(kiosk.window.sheet()->text()));
        QVERIFY(QDir(first).isEmpty());
        const QStringList made = QDir(second).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        QCOMPARE(made.size(), 1);
        QVERIFY(made.first().startsWith("nanocap-report-"));
        const QStringList files = QDir(second + "/" + made.first()).entryList(QDir::Files);
        QVERIFY(files.contains("report.json") && files.contains("report.txt"));
    }

    void settingsGoToASecondKioskWithoutPinAndWhatIsOfThisOne()
    {
        VERIFY_RESULT(access::setPin("4711"));
        const QString folder = m_home->filePath("sticks/STICK");
        {
            Kiosk kiosk;
            stick(kiosk);
            VERIFY_RESULT(kiosk.store.set("theme", "light"));
            VERIFY_RESULT(kiosk.store.set("visitors_may", QJsonArray({"menu"})));
            VERIFY_RESULT(kiosk.store.set("source", "camera:Mine"));
            VERIFY_RESULT(kiosk.store.set("panel_inches", 7));
            VERIFY_RESULT(kiosk.store.set("default_model", "/here/alone.pth"));
            kiosk.enter();
            kiosk.tap("operator", "settings out");
            QTRY_VERIFY(kiosk.window.sheet()->isOpen());
        }
        const QByteArray file = bytesOf(folder + "/nanocap-settings.json");
        for (const char* secret : {"argon2", "4711", "camera:Mine", "panel_inches", "alone.pth"})
            QVERIFY2(!file.contains(secret), secret);

        qputenv("XDG_CONFIG_HOME", m_home->filePath("second").toUtf8());
        VERIFY_RESULT(access::setPin("1234"));
        Kiosk second;
        stick(second);
        VERIFY_RESULT(second.store.set("panel_inches", 10.1));
        second.enter("1234");
        second.tap("operator", "settings in");
        QTRY_VERIFY(second.window.sheet()->isOpen());
        QCOMPARE(second.store.values().theme, "light");
        QVERIFY(second.window.looks().theme == ThemeKind::Light);
        QCOMPARE(second.store.values().visitorsMay, QStringList("menu"));
        QCOMPARE(second.store.values().panelInches, 10.1);
        QCOMPARE(second.store.values().source, "");
    }

    void aFileThatHoldsNoSettingsAndOddValuesAreSaid()
    {
        app::SettingsStore store;
        for (const char* bad : {"", "{}", "[]", R"({"theme": "light"})", R"({"nanocap_settings": 1})"})
            QVERIFY2(!app::takeSettings(bad, store), bad);
        const auto taken = app::takeSettings(
            R"({"nanocap_settings": 1, "settings": {"theme": "pink", "text_size": 1, "source": "cards:",
                "future": 3, "default_model": "/a/b.pth"}})",
            store);
        VERIFY_RESULT(taken);
        QCOMPARE(taken->set, QStringList("text_size"));
        QCOMPARE(taken->passed, QStringList({"default_model", "future", "source", "theme"}));
        QCOMPARE(store.values().theme, "dark");
    }
};

QTEST_MAIN(OperatorTest)
#include "tst_operator.moc"
