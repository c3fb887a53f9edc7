// SPDX-License-Identifier: Apache-2.0
// When a kiosk counts as left alone, what its first touch does, and what is dark at night. The clock is a
// number, the machine's backlight a folder.
#include "app/nanocap/attract_flow.h"
#include "app/nanocap/idle_watch.h"
#include "app/settings/night_hours.h"
#include "ui/main_window.h"
#include "ui/widgets/night_shade.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace nanocap;
using namespace nanocap::app;

namespace {

void write(const QString& path, const QByteArray& bytes)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray read(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("missing");
}

} // namespace

class TestIdle : public QObject
{
    Q_OBJECT

    qint64 m_now = 0;
    std::unique_ptr<QTemporaryDir> m_folder;

    IdleWatch::Clock clock()
    {
        return [this] { return m_now; };
    }
    QString panel() const { return m_folder->filePath("class/backlight/panel/brightness"); }
    QString note() const { return m_folder->filePath("dimmed"); }
    void addPanel(int level, int most) const
    {
        write(panel(), QByteArray::number(level) + '\n');
        write(m_folder->filePath("class/backlight/panel/max_brightness"), QByteArray::number(most) + '\n');
    }

private Q_SLOTS:
    void init()
    {
        m_now = 1'000;
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("NANOCAP_STATE_DIR", m_folder->path().toUtf8());
    }

    void ninetySecondsWithoutATouchAreIdleOnce()
    {
        IdleWatch watch(clock());
        QSignalSpy idle(&watch, &IdleWatch::wentIdle);
        watch.setAfter(std::chrono::seconds(90));
        m_now += 89'999;
        watch.check();
        QCOMPARE(idle.count(), 0);
        m_now += 1;
        watch.check();
        watch.check();
        QCOMPARE(idle.count(), 1);
        QVERIFY(watch.isIdle());
    }

    void touchesAndChangesPutItOff()
    {
        QPushButton button;
        button.show();
        IdleWatch watch(clock());
        QSignalSpy idle(&watch, &IdleWatch::wentIdle), touched(&watch, &IdleWatch::touched);
        watch.setAfter(std::chrono::seconds(90));
        m_now += 80'000;
        QTest::mouseClick(&button, Qt::LeftButton);
        QVERIFY(touched.count() >= 1);
        m_now += 80'000;
        watch.check();
        watch.stir();
        m_now += 80'000;
        watch.check();
        QTest::keyClick(&button, Qt::Key_A);
        m_now += 80'000;
        watch.check();
        QCOMPARE(idle.count(), 0);
        m_now += 10'000;
        watch.check();
        QCOMPARE(idle.count(), 1);
    }

    void zeroIsNever()
    {
        IdleWatch watch(clock());
        QSignalSpy idle(&watch, &IdleWatch::wentIdle);
        watch.setAfter(std::chrono::seconds(0));
        m_now += 1'000'000;
        watch.check();
        QCOMPARE(idle.count(), 0);
    }

    void theTouchThatWakesPressesNothing()
    {
        QPushButton button;
        button.show();
        IdleWatch watch(clock());
        QSignalSpy woke(&watch, &IdleWatch::woke), clicked(&button, &QPushButton::clicked);
        watch.setAfter(std::chrono::seconds(90));
        m_now += 90'000;
        watch.check();
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(woke.count(), 1);
        QCOMPARE(clicked.count(), 0);
        m_now += 200;
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(clicked.count(), 1);
        // The same for a key.
        m_now += 90'000;
        watch.check();
        button.setFocus();
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(woke.count(), 2);
        QCOMPARE(clicked.count(), 1);
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(clicked.count(), 2);
    }

    void aLostReleaseDoesNotCostTheNextTouch()
    {
        QPushButton button;
        button.show();
        IdleWatch watch(clock());
        QSignalSpy clicked(&button, &QPushButton::clicked);
        watch.setAfter(std::chrono::seconds(90));
        m_now += 90'000;
        watch.check();
        QTest::mousePress(&button, Qt::LeftButton);
        m_now += 1'500;
        QTest::mouseClick(&button, Qt::LeftButton);
        QCOMPARE(clicked.count(), 1);
    }

    void aChangeWakesWithoutATouch()
    {
        IdleWatch watch(clock());
        QSignalSpy woke(&watch, &IdleWatch::woke), touched(&watch, &IdleWatch::touched);
        watch.setAfter(std::chrono::seconds(90));
        m_now += 90'000;
        watch.check();
        watch.stir();
        QCOMPARE(woke.count(), 1);
        QCOMPARE(touched.count(), 0);
    }

    void nightHours_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("hour");
        QTest::addColumn<bool>("night");
        QTest::newRow("late") << "22-7" << 23 << true;
        QTest::newRow("after midnight") << "22-7" << 0 << true;
        QTest::newRow("its last hour") << "22-7" << 6 << true;
        QTest::newRow("morning") << "22-7" << 7 << false;
        QTest::newRow("evening") << "22-7" << 21 << false;
        QTest::newRow("by day") << "9 - 17" << 12 << true;
        QTest::newRow("not by night") << "9-17" << 17 << false;
    }
    void nightHours()
    {
        QFETCH(QString, text);
        QFETCH(int, hour);
        QFETCH(bool, night);
        const auto hours = NightHours::parse(text);
        QVERIFY(hours);
        QCOMPARE(hours->contains(QTime(hour, 30)), night);
    }
    void whatIsNoNight()
    {
        QVERIFY(isNightHours(""));
        for (const char* text : {"22", "22-", "7-7", "24-7", "22-7-3", "-1-7", "ten-six", "22:00-7:00"})
            QVERIFY2(!isNightHours(QLatin1String(text)), text);
    }

    void thePanelIsDimmedAndPutBack()
    {
        addPanel(180, 200);
        {
            Dimmer dimmer(m_folder->path(), note());
            QVERIFY(dimmer.dim());
            QCOMPARE(read(panel()).trimmed(), QByteArray("20"));
            QVERIFY(dimmer.dim()); // again: it must not take the dimmed light for the usual one
            dimmer.putBack();
            QCOMPARE(read(panel()).trimmed(), QByteArray("180"));
            QVERIFY(!QFile::exists(note()));
            QVERIFY(dimmer.dim());
        }
        QCOMPARE(read(panel()).trimmed(), QByteArray("180")); // at the end of the program too
    }

    void aProgramThatDiedInTheDarkIsPutBackByTheNext()
    {
        addPanel(20, 200);
        write(note(), QByteArray("180 ") + panel().toUtf8() + '\n');
        const Dimmer dimmer(m_folder->path(), note());
        QCOMPARE(read(panel()).trimmed(), QByteArray("180"));
        QVERIFY(!QFile::exists(note()));
    }

    void aNoteNamesNoOtherFile()
    {
        const QString other = m_folder->filePath("other");
        write(other, "mine");
        write(note(), QByteArray("180 ") + other.toUtf8() + '\n');
        const Dimmer dimmer(m_folder->path(), note());
        QCOMPARE(read(other), QByteArray("mine"));
    }

    void aDimPanelIsNotMadeBrighter()
    {
        addPanel(5, 200);
        Dimmer dimmer(m_folder->path(), note());
        QVERIFY(dimmer.dim());
        QCOMPARE(read(panel()).trimmed(), QByteArray("5"));
    }

    void attractIsDarkAtNightOnly()
    {
        ui::MainWindow window;
        window.resize(800, 480);
        QTime time(21, 59);
        AttractFlow attract(window, m_folder->path(), [&] { return time; });
        attract.setNight("22-7");
        auto* shade = window.findChild<ui::NightShade*>();
        attract.begin();
        QVERIFY(!attract.isDimmed());
        time = QTime(22, 0);
        attract.renewNight();
        QVERIFY(shade->isVisibleTo(&window)); // no backlight here
        attract.end();
        QVERIFY(!shade->isVisibleTo(&window));
        addPanel(200, 200);
        attract.begin();
        QVERIFY(!shade->isVisibleTo(&window));
        QCOMPARE(read(panel()).trimmed(), QByteArray("20"));
        time = QTime(7, 0);
        attract.renewNight();
        QCOMPARE(read(panel()).trimmed(), QByteArray("200"));
        QVERIFY(attract.isRunning());
    }

    void wordsComeOneByOneAndTheGazeFollows()
    {
        ui::MainWindow window;
        window.resize(800, 480);
        window.show();
        AttractFlow attract(window, m_folder->path(), [] { return QTime(12, 0); });
        attract.begin();
        auto* view = window.findChild<ui::AttractView*>();
        QVERIFY(view->isVisible());
        QCOMPARE(view->geometry(), window.rect());
        QCOMPARE(view->text(), QString());
        const QStringList whole = view->accessibleDescription().split(' ');
        QVERIFY(whole.size() >= 5);
        for (int word = 1; word <= whole.size(); ++word) {
            view->step();
            QCOMPARE(view->text(), whole.mid(0, word).join(' '));
        }
        view->step(); // the next card
        QCOMPARE(view->text(), QString());
        QVERIFY(view->accessibleDescription() != whole.join(' '));
        window.resize(480, 800);
        QCOMPARE(view->geometry(), window.rect());
        attract.end();
        QVERIFY(!view->isVisible());
    }

    void reducedMotionShowsTheWholeCaption()
    {
        ui::MainWindow window;
        AttractFlow attract(window, m_folder->path(), [] { return QTime(12, 0); });
        attract.setReducedMotion(true);
        attract.begin();
        auto* view = window.findChild<ui::AttractView*>();
        QCOMPARE(view->text(), view->accessibleDescription());
        QVERIFY(!view->text().isEmpty());
    }

    void aWordIsLookedAtWhereItIs()
    {
        sources::Card card;
        card.pictures = {{"fox.png", "fox", "여우"}, {"apple.png", "green apple", "풋사과"}};
        card.colour = 4;
        const auto strongest = [](const ui::Gaze& gaze) {
            return int(std::max_element(gaze.weights.begin(), gaze.weights.end()) - gaze.weights.begin()) %
                   gaze.side;
        };
        const QStringList english = card.caption("en").split(' ');
        QCOMPARE(english.join(' '), QString("a fox and a green apple on a blue background"));
        const auto gazes = gazesOf(english, card, "en");
        QCOMPARE(gazes.size(), std::size_t(english.size()));
        QCOMPARE(strongest(gazes[1]), 1);                              // fox: left
        QVERIFY(strongest(gazes[4]) >= 4 && strongest(gazes[5]) >= 4); // green apple: right
        QVERIFY(gazes[9].weights[0] > gazes[9].weights[24]);           // background: the rim, not the middle
        const QStringList korean = card.caption("ko").split(' ');
        const auto koreanGazes = gazesOf(korean, card, "ko");
        QCOMPARE(koreanGazes.size(), std::size_t(korean.size()));
        QVERIFY(koreanGazes[0].weights[0] > koreanGazes[0].weights[24]);
        QCOMPARE(strongest(koreanGazes[std::size_t(korean.indexOf("여우"))]), 1);
        QVERIFY(strongest(koreanGazes[std::size_t(korean.indexOf("풋사과"))]) >= 4);
    }
};

QTEST_MAIN(TestIdle)
#include "tst_idle.moc"
