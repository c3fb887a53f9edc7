// SPDX-License-Identifier: Apache-2.0
// A kiosk in the hands of people who try everything: random touches, swipes, keys, wheels and sizes while its
// engine is killed and its pictures vanish. Never out of the window, never a second one, never the operator's
// page without the PIN, and captions again in the end. 1,000 actions, with NANOCAP_FULL 20,000. The seed is
// printed; NANOCAP_SEED repeats a run.
#include "app/access/pin_file.h"
#include "app/nanocap/operator_flow.h"
#include "app/nanocap/settings_link.h"
#include "core/journal/journal.h"
#include "tests/support/built_in_model.h"
#include "tests/support/verify_result.h"
#include "ui/pages/list_page.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QPointer>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace nanocap;

namespace {

const bool full = qEnvironmentVariableIsSet("NANOCAP_FULL");

app::Behaviour kioskOf(const std::string& model)
{
    app::Behaviour behaviour;
    behaviour.floor = load::Floor::automaticFloor();
    behaviour.folders = catalog::Folders::standard({});
    behaviour.model = model;
    behaviour.kiosk = true;
    return behaviour;
}

struct NoDrives : drives::DriveFinder
{
    Result<std::vector<drives::Drive>> find() override { return std::vector<drives::Drive>(); }
    Result<QString> folderOf(const drives::Drive& drive) override
    {
        return fail(drives::driveFailure(said("Test", "There is none."), drive.name));
    }
};

class Monkey
{
public:
    Monkey(QWidget& window, quint32 seed) : m_window(window), m_dice(seed) {}

    void act()
    {
        const QPoint at = anywhere();
        switch (m_dice.bounded(20)) {
        case 0:
            for (int i = 0; i < 5; ++i) // the operator's corner
                tap({8, 8});
            break;
        case 1:
            m_window.resize(one(QList<QSize>{
                {480, 320}, {320, 480}, {480, 800}, {800, 480}, {1024, 600}, {1280, 800}, {1920, 1080}}));
            break;
        case 2:
        case 3:
        case 4:
            press(at);
            break;
        case 5:
        case 6:
            swipe(at, anywhere());
            break;
        case 7: {
            QWheelEvent wheel(at, m_window.mapToGlobal(at), {}, {0, m_dice.bounded(2) ? 120 : -120}, {}, {},
                              Qt::NoScrollPhase, false);
            QApplication::sendEvent(under(at), &wheel);
            break;
        }
        case 8: {
            QWidget* widget = under(at);
            QContextMenuEvent menu(QContextMenuEvent::Mouse, in(widget, at), m_window.mapToGlobal(at));
            QApplication::sendEvent(widget, &menu);
            break;
        }
        default:
            tap(at);
        }
    }

private:
    template <class T> T one(const QList<T>& list) { return list[m_dice.bounded(list.size())]; }
    QPoint anywhere() { return {m_dice.bounded(m_window.width()), m_dice.bounded(m_window.height())}; }
    QWidget* under(const QPoint& at)
    {
        QWidget* child = m_window.childAt(at);
        return child ? child : &m_window;
    }
    QPoint in(const QWidget* widget, const QPoint& at) const { return widget->mapFrom(&m_window, at); }
    void tap(const QPoint& at)
    {
        QWidget* widget = under(at);
        QTest::mouseClick(widget, Qt::LeftButton, {}, in(widget, at));
    }
    void press(const QPoint& at)
    {
        static const QList<int> keys{
            Qt::Key_Escape, Qt::Key_Return, Qt::Key_Tab, Qt::Key_Up,   Qt::Key_Down,   Qt::Key_Left,
            Qt::Key_Right,  Qt::Key_Space,  Qt::Key_S,   Qt::Key_R,    Qt::Key_M,      Qt::Key_Q,
            Qt::Key_P,      Qt::Key_H,      Qt::Key_X,   Qt::Key_1,    Qt::Key_5,      Qt::Key_9,
            Qt::Key_F1,     Qt::Key_F4,     Qt::Key_F11, Qt::Key_Menu, Qt::Key_Delete, Qt::Key_PageDown};
        static const QList<Qt::KeyboardModifier> held{Qt::NoModifier, Qt::NoModifier, Qt::AltModifier,
                                                      Qt::ControlModifier, Qt::ShiftModifier};
        QWidget* focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : under(at), Qt::Key(one(keys)), one(held));
    }
    /// The widget under the finger gets the moves, as a grab does.
    void swipe(const QPoint& from, const QPoint& to)
    {
        QPointer<QWidget> widget = under(from);
        const QPoint start = in(widget, from);
        QTest::mousePress(widget, Qt::LeftButton, {}, start);
        for (int i = 1; i <= 4 && widget; ++i)
            QTest::mouseMove(widget, start + (to - from) * i / 4);
        if (widget)
            QTest::mouseRelease(widget, Qt::LeftButton, {}, start + to - from);
    }

    QWidget& m_window;
    QRandomGenerator m_dice;
};

} // namespace

class TestMonkey : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void nobodyGetsOutOfTheKiosk()
    {
        qputenv("NANOCAP_ENGINE", NANOCAP_BIN_DIR "/nanocap-engine");
        QTemporaryDir home;
        qputenv("NANOCAP_STATE_DIR", home.filePath("state").toUtf8());
        qputenv("XDG_CONFIG_HOME", home.filePath("config").toUtf8());
        VERIFY_RESULT(access::setPin("80417"));
        const QString pictures = home.filePath("pictures"), away = home.filePath("away");
        QVERIFY(QDir().mkpath(pictures));
        for (const char* card : {"fox-blue.png", "turtle-brown.png"})
            QVERIFY(QFile::copy(QStringLiteral(NANOCAP_SOURCE_DIR "/resources/cards/") + card,
                                pictures + '/' + card));

        app::Program w(kioskOf(tests::builtInModel()), {}, {});
        app::SettingsStore store;
        VERIFY_RESULT(store.set("attract_after", 20));
        QJsonArray may{"language", "text_size", "theme", "mute", "pause", "source"};
        if (full) // from the menu a kiosk comes back after a minute
            may.append("menu");
        VERIFY_RESULT(store.set("visitors_may", may));
        app::OperatorFlow owner(w, store, std::make_shared<NoDrives>());
        app::keepSettings(w, store);
        app::followSettings(w, store);
        bool closed = false;
        connect(&w.window, &ui::MainWindow::quitRequested, this, [&closed] { closed = true; });
        QSignalSpy started(&w.service, &worker::ModelService::engineStarted),
            captioned(&w.captions, &app::CaptionFlow::captioned),
            exits(&owner, &app::OperatorFlow::exitRequested),
            restarts(&owner, &app::OperatorFlow::restartRequested);
        w.source.setUri("images:" + pictures);
        w.window.resize(800, 480);
        w.window.setVisible(true);
        w.monitor.start();
        w.catalog.refresh();
        QTRY_VERIFY_WITH_TIMEOUT(!captioned.isEmpty(), patience);

        bool seeded = false;
        const int named = qEnvironmentVariableIntValue("NANOCAP_SEED", &seeded);
        const quint32 seed = seeded ? quint32(named) : QRandomGenerator::global()->generate() & 0x7fffffff;
        const int actions = full ? 20'000 : 1'000, pace = 25;
        const qint64 killEvery = full ? 20'000 : 6'000, goneEvery = full ? 30'000 : 9'000;
        qInfo("seed %u, %d actions", seed, actions);
        Monkey monkey(w.window, seed);
        QElapsedTimer sinceKill, sinceGone;
        sinceKill.start();
        sinceGone.start();
        int kills = 0, vanished = 0;
        for (int i = 0; i < actions; ++i) {
            monkey.act();
            QTest::qWait(pace);
            for (const QWidget* top : QApplication::topLevelWidgets())
                QVERIFY2(top == &w.window || !top->isVisible(), top->metaObject()->className());
            QVERIFY2(w.window.isVisible() && !closed, qPrintable(QStringLiteral("action %1").arg(i)));
            QVERIFY2(!w.rights.isOperatorPresent() && !w.window.pageName().startsWith("operator"),
                     qPrintable(QStringLiteral("action %1, page %2").arg(i).arg(w.window.pageName())));
            if (sinceKill.elapsed() > killEvery && !started.isEmpty()) {
                ::kill(pid_t(started.last().at(0).toLongLong()), kills++ % 2 ? SIGSEGV : SIGKILL);
                sinceKill.restart();
            }
            if (sinceGone.elapsed() > goneEvery) {
                const bool there = QDir(pictures).exists();
                QVERIFY(there ? QDir().rename(pictures, away) : QDir().rename(away, pictures));
                vanished += there;
                sinceGone.restart();
            }
        }
        if (!QDir(pictures).exists())
            QVERIFY(QDir().rename(away, pictures));
        QVERIFY(exits.isEmpty() && restarts.isEmpty());

        // The last visitor goes; the next one touches the screen.
        QTRY_VERIFY_WITH_TIMEOUT(w.idle.isIdle(), patience);
        captioned.clear();
        QTest::mouseClick(&w.window, Qt::LeftButton, {}, w.window.rect().center());
        QTRY_VERIFY_WITH_TIMEOUT(!captioned.isEmpty(), patience);
        QVERIFY(!journal::Quarantine().reason(tests::builtInModel()));
        qInfo("the engine was killed %d times, started %d times; the pictures vanished %d times", kills,
              int(started.size()), vanished);
        QVERIFY(kills > 2 && vanished > 0);
    }

private:
    static constexpr int patience = 180'000;
};

QTEST_MAIN(TestMonkey)
#include "tst_monkey.moc"
