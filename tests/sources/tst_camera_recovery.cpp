// SPDX-License-Identifier: Apache-2.0
#include "app/sources/camera_mode.h"
#include "app/sources/camera_recovery.h"

#include <QList>
#include <QTest>

using namespace nanocap::sources;
using namespace std::chrono_literals;
using Action = CameraRecovery::Action;

namespace {

enum class Event { Start, StartWithout, Stop, Unplug, Plug, InUse, Broken, Refused, Frame, Tick };

/// What happens at a time, what is to be done then and which state follows.
struct Step
{
    milliseconds at;
    Event event;
    Action action;
    SourceState state;
};

using Script = QList<Step>;

Action play(CameraRecovery& recovery, const Step& step)
{
    switch (step.event) {
    case Event::Start:
        return recovery.start(step.at, true);
    case Event::StartWithout:
        return recovery.start(step.at, false);
    case Event::Stop:
        return recovery.stop();
    case Event::Unplug:
        return recovery.presenceChanged(step.at, false);
    case Event::Plug:
        return recovery.presenceChanged(step.at, true);
    case Event::InUse:
        return recovery.failed(step.at, CaptureProblem::Busy);
    case Event::Broken:
        return recovery.failed(step.at, CaptureProblem::Broken);
    case Event::Refused:
        return recovery.failed(step.at, CaptureProblem::Refused);
    case Event::Frame:
        return recovery.frameArrived(step.at);
    case Event::Tick:
        break;
    }
    return recovery.tick(step.at);
}

} // namespace

Q_DECLARE_METATYPE(Script)

class CameraRecoveryTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goesOn_data();
    void goesOn();
    void waitsLongerAfterEveryFailureUpToHalfAMinute();
    void asksForATickOnlyWhenOneIsDue();
    void choosesTheNearestMode_data();
    void choosesTheNearestMode();
};

void CameraRecoveryTest::goesOn_data()
{
    using enum Event;
    using enum SourceState;
    constexpr auto none = Action::None;
    QTest::addColumn<Script>("script");
    QTest::addColumn<bool>("reopens");

    QTest::newRow("a camera that works") << Script{{0ms, Start, Action::Open, Starting},
                                                   {400ms, Frame, none, On},
                                                   {3300ms, Tick, none, On},
                                                   {3399ms, Stop, Action::Close, Off}}
                                         << true;
    QTest::newRow("no camera, then one is plugged in") << Script{{0ms, StartWithout, none, Unplugged},
                                                                 {90000ms, Tick, none, Unplugged},
                                                                 {95000ms, Plug, Action::Open, Starting},
                                                                 {95400ms, Frame, none, On}}
                                                       << true;
    QTest::newRow("pulled out while running and put back")
        << Script{{0ms, Start, Action::Open, Starting},
                  {400ms, Frame, none, On},
                  {900ms, Unplug, Action::Close, Unplugged},
                  {950ms, Frame, none, Unplugged},
                  {960ms, Broken, none, Unplugged},
                  {9000ms, Plug, Action::Open, Starting},
                  {9500ms, Frame, none, On}}
        << true;
    QTest::newRow("busy, tried again, then free")
        << Script{{0ms, Start, Action::Open, Starting}, {100ms, InUse, Action::Close, Busy},
                  {1099ms, Tick, none, Busy},           {1100ms, Tick, Action::Open, Busy},
                  {1200ms, InUse, Action::Close, Busy}, {3199ms, Tick, none, Busy},
                  {3200ms, Tick, Action::Open, Busy},   {3500ms, Frame, none, On}}
        << true;
    QTest::newRow("silent for three seconds, comes back by itself")
        << Script{{0ms, Start, Action::Open, Starting},
                  {2999ms, Tick, none, Starting},
                  {3000ms, Tick, none, NoFrames},
                  {3500ms, Frame, none, On},
                  {4500ms, Tick, none, On}}
        << true;
    QTest::newRow("falls silent, is opened again") << Script{{0ms, Start, Action::Open, Starting},
                                                             {1000ms, Frame, none, On},
                                                             {4000ms, Tick, none, NoFrames},
                                                             {5000ms, Tick, Action::Reopen, NoFrames},
                                                             {5100ms, Frame, none, On}}
                                                   << true;
    QTest::newRow("stays silent: longer pauses between tries")
        << Script{{0ms, Start, Action::Open, Starting},     {3000ms, Tick, none, NoFrames},
                  {4000ms, Tick, Action::Reopen, NoFrames}, {7000ms, Tick, none, NoFrames},
                  {8999ms, Tick, none, NoFrames},           {9000ms, Tick, Action::Reopen, NoFrames}}
        << true;
    QTest::newRow("breaks off while running") << Script{{0ms, Start, Action::Open, Starting},
                                                        {100ms, Frame, none, On},
                                                        {200ms, Broken, Action::Close, NoFrames},
                                                        {1200ms, Tick, Action::Open, NoFrames},
                                                        {1300ms, Frame, none, On}}
                                              << true;
    QTest::newRow("stopped while it waits to try again") << Script{{0ms, Start, Action::Open, Starting},
                                                                   {100ms, InUse, Action::Close, Busy},
                                                                   {200ms, Stop, none, Off},
                                                                   {5000ms, Tick, none, Off},
                                                                   {5000ms, Plug, none, Off}}
                                                         << true;
    QTest::newRow("another camera comes while this one is busy")
        << Script{{0ms, Start, Action::Open, Starting},
                  {100ms, InUse, Action::Close, Busy},
                  {200ms, Plug, none, Busy},
                  {1100ms, Tick, Action::Open, Busy}}
        << true;
    QTest::newRow("a camera that can never work is not tried again")
        << Script{{0ms, Start, Action::Open, Starting},
                  {100ms, Refused, Action::Close, Failed},
                  {90000ms, Tick, none, Failed},
                  {91000ms, Start, Action::Open, Starting}}
        << true;
    QTest::newRow("a pipeline that fails is not tried again")
        << Script{{0ms, Start, Action::Open, Starting},
                  {100ms, Broken, Action::Close, Failed},
                  {90000ms, Tick, none, Failed}}
        << false;
    QTest::newRow("a silent pipeline is left open") << Script{{0ms, Start, Action::Open, Starting},
                                                              {3000ms, Tick, none, NoFrames},
                                                              {6000ms, Tick, none, NoFrames},
                                                              {90000ms, Tick, none, NoFrames},
                                                              {90001ms, Frame, none, On}}
                                                    << false;
}

void CameraRecoveryTest::goesOn()
{
    QFETCH(Script, script);
    QFETCH(bool, reopens);
    CameraRecovery recovery({}, reopens);
    for (qsizetype i = 0; i < script.size(); ++i) {
        const Action action = play(recovery, script[i]);
        const QByteArray where =
            "step " + QByteArray::number(i + 1) + ": state " + nameOf(recovery.state()).toUtf8();
        QVERIFY2(recovery.state() == script[i].state, where.constData());
        QVERIFY2(action == script[i].action,
                 (where + ", action " + QByteArray::number(int(action))).constData());
    }
}

void CameraRecoveryTest::waitsLongerAfterEveryFailureUpToHalfAMinute()
{
    CameraRecovery recovery;
    recovery.start(0ms, true);
    milliseconds now = 0ms;
    QList<qint64> waits;
    for (int i = 0; i < 7; ++i) {
        recovery.failed(now, CaptureProblem::Busy);
        waits << (*recovery.nextTick() - now).count();
        now = *recovery.nextTick();
        QCOMPARE(recovery.tick(now), Action::Open);
    }
    QCOMPARE(waits, (QList<qint64>{1000, 2000, 4000, 8000, 16000, 30000, 30000}));
    recovery.frameArrived(now);
    recovery.failed(now, CaptureProblem::Broken);
    QCOMPARE((*recovery.nextTick() - now).count(), 1000);
}

void CameraRecoveryTest::asksForATickOnlyWhenOneIsDue()
{
    CameraRecovery recovery;
    QVERIFY(!recovery.nextTick());
    recovery.start(100ms, false);
    QVERIFY(!recovery.nextTick());
    recovery.presenceChanged(500ms, true);
    QCOMPARE(recovery.nextTick()->count(), 3500);
    recovery.frameArrived(700ms);
    QCOMPARE(recovery.nextTick()->count(), 3700);
    recovery.stop();
    QVERIFY(!recovery.nextTick());
}

void CameraRecoveryTest::choosesTheNearestMode_data()
{
    using Modes = QList<CameraMode>;
    QTest::addColumn<Modes>("modes");
    QTest::addColumn<int>("chosen");
    QTest::newRow("none") << Modes() << -1;
    QTest::newRow("exactly") << Modes{{{1280, 720}, 30, false}, {{640, 480}, 30, false}} << 1;
    QTest::newRow("the size before the rate")
        << Modes{{{1280, 720}, 30, false}, {{640, 480}, 15, false}} << 1;
    QTest::newRow("the rate before the format")
        << Modes{{{640, 480}, 10, false}, {{640, 480}, 30, true}} << 1;
    QTest::newRow("uncompressed where both are as fast")
        << Modes{{{640, 480}, 30, true}, {{640, 480}, 29.97, false}, {{640, 480}, 60, true}} << 1;
    QTest::newRow("near sizes") << Modes{{{1920, 1080}, 30, false},
                                         {{640, 360}, 30, false},
                                         {{320, 240}, 30, false}}
                                << 1;
}

void CameraRecoveryTest::choosesTheNearestMode()
{
    QFETCH(QList<CameraMode>, modes);
    QTEST(nearestMode(modes), "chosen");
}

QTEST_GUILESS_MAIN(CameraRecoveryTest)
#include "tst_camera_recovery.moc"
