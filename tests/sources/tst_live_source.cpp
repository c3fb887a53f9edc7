// SPDX-License-Identifier: Apache-2.0
#include "app/sources/live_source.h"
#include "app/sources/qt_camera_device.h"
#include "app/sources/source_factory.h"
#include "core/base/qt_text.h"
#include "tests/sources/fixtures.h"

#include <QMediaDevices>
#include <QTest>

using namespace nanocap;
using namespace nanocap::sources;
using namespace nanocap::test;
using namespace std::chrono_literals;

namespace {

/// A camera played by the test.
class ScriptedCamera : public CaptureDevice
{
public:
    bool isPresent() const override { return present; }
    void open(const std::shared_ptr<FrameMailbox>& box, quint64 boxEpoch) override
    {
        ++opens;
        isOpened = true;
        mailbox = box;
        epoch = boxEpoch;
        Q_EMIT openChanged(true);
        if (busyOpens > 0) {
            --busyOpens;
            Q_EMIT failed(CaptureProblem::Busy, Sentence::verbatim("Camera is in use"));
        }
    }
    void close() override
    {
        if (!isOpened)
            return;
        isOpened = false;
        Q_EMIT openChanged(false);
    }
    bool isOpen() const override { return isOpened; }
    Sentence name() const override { return said("Sources", "The camera"); }
    bool isCamera() const override { return true; }

    void give(const QColor& colour)
    {
        QImage frame(64, 48, QImage::Format_RGB32);
        frame.fill(colour);
        mailbox->post(frame, epoch);
    }
    void plug(bool in)
    {
        present = in;
        Q_EMIT presenceChanged();
    }

    std::shared_ptr<FrameMailbox> mailbox;
    quint64 epoch = 0;
    int opens = 0;
    int busyOpens = 0;
    bool present = true;
    bool isOpened = false;
};

constexpr RecoveryTimings quick{60ms, 20ms, 40ms};
// Nothing is tried again by itself within a test.
constexpr RecoveryTimings slow{1h, 1h, 1h};

struct Rig
{
    explicit Rig(RecoveryTimings timings)
    {
        auto made = std::make_unique<ScriptedCamera>();
        camera = made.get();
        source = std::make_unique<LiveSource>("camera:", std::move(made), SourceOptions(), timings);
        seen = std::make_unique<Recorder>(*source);
        QObject::connect(source.get(), &FrameSource::deviceOpenChanged, source.get(),
                         [this](bool open) { lights << open; });
    }

    ScriptedCamera* camera;
    std::unique_ptr<LiveSource> source;
    std::unique_ptr<Recorder> seen;
    QList<bool> lights;
};

} // namespace

class LiveSourceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void newestFrameWins();
    void stopClosesTheDevice();
    void framesAfterStopAreDropped();
    void saysThatNoCameraIsConnectedAndGoesOnWhenOneComes();
    void saysThatTheCameraWasUnplugged();
    void triesABusyCameraAgain();
    void opensASilentCameraAgain();
    void understandsBusy_data();
    void understandsBusy();
    void aMachineWithoutCamerasSaysSo();
};

void LiveSourceTest::newestFrameWins()
{
    Rig rig(slow);
    rig.source->start();
    rig.camera->give(Qt::red);
    rig.camera->give(Qt::green);
    rig.camera->give(Qt::blue);
    QTRY_COMPARE(rig.seen->frames.size(), 1);
    QCOMPARE(rig.seen->frames[0].pixelColor(0, 0), QColor(Qt::blue));
    rig.camera->give(Qt::red);
    QTRY_COMPARE(rig.seen->frames.size(), 2);
    QCOMPARE(rig.source->state(), SourceState::On);
}

void LiveSourceTest::stopClosesTheDevice()
{
    Rig rig(slow);
    QVERIFY(!rig.source->isDeviceOpen());
    rig.source->start();
    QVERIFY(rig.source->isDeviceOpen());
    rig.source->stop();
    QVERIFY(!rig.source->isDeviceOpen());
    rig.source->start();
    QCOMPARE(rig.camera->opens, 2);
    QCOMPARE(rig.lights, (QList<bool>{true, false, true}));
}

void LiveSourceTest::framesAfterStopAreDropped()
{
    Rig rig(slow);
    rig.source->start();
    rig.camera->give(Qt::red);
    rig.source->stop();
    rig.camera->give(Qt::green); // by a camera that ends late
    QCoreApplication::processEvents();
    QVERIFY(rig.seen->frames.isEmpty());
    QCOMPARE(rig.source->state(), SourceState::Off);
}

void LiveSourceTest::saysThatNoCameraIsConnectedAndGoesOnWhenOneComes()
{
    Rig rig(slow);
    rig.camera->present = false;
    rig.source->start();
    QCOMPARE(rig.source->state(), SourceState::Unplugged);
    QCOMPARE(rig.camera->opens, 0);
    QVERIFY(rig.source->failure().has_value());
    QCOMPARE(rig.source->failure()->code, std::string("CAMERA"));
    QCOMPARE(rig.source->failure()->failureClass, FailureClass::Input);
    QCOMPARE(toQString(rig.source->stateText().text()),
             "The camera is not connected. Plug it in, or choose another source.");

    rig.camera->plug(true);
    QCOMPARE(rig.camera->opens, 1);
    rig.camera->give(Qt::red);
    QTRY_COMPARE(rig.source->state(), SourceState::On);
    QVERIFY(!rig.source->failure());
}

void LiveSourceTest::saysThatTheCameraWasUnplugged()
{
    Rig rig(slow);
    rig.source->start();
    rig.camera->give(Qt::red);
    QTRY_COMPARE(rig.source->state(), SourceState::On);
    rig.camera->plug(false);
    QCOMPARE(rig.source->state(), SourceState::Unplugged);
    QVERIFY(toQString(rig.source->stateText().text()).startsWith("The camera was unplugged."));
    QVERIFY(!rig.source->isDeviceOpen());
    rig.camera->plug(true);
    QCOMPARE(rig.source->state(), SourceState::Starting);
    QVERIFY(rig.source->isDeviceOpen());
}

void LiveSourceTest::triesABusyCameraAgain()
{
    Rig rig(quick);
    rig.camera->busyOpens = 3;
    rig.source->start();
    QCOMPARE(rig.source->state(), SourceState::Busy);
    QCOMPARE(rig.source->failure()->code, std::string("CAMERA"));
    QCOMPARE(rig.source->failure()->detail, std::string("Camera is in use"));
    QVERIFY(!rig.source->isDeviceOpen());
    QTRY_COMPARE_WITH_TIMEOUT(rig.camera->opens, 4, 20000);
    rig.camera->give(Qt::red);
    QTRY_COMPARE(rig.source->state(), SourceState::On);
}

void LiveSourceTest::opensASilentCameraAgain()
{
    Rig rig(quick);
    rig.source->start();
    QTRY_COMPARE_WITH_TIMEOUT(rig.source->state(), SourceState::NoFrames, 20000);
    QVERIFY(toQString(rig.source->stateText().text()).contains("has given no picture"));
    const int opens = rig.camera->opens;
    QTRY_VERIFY_WITH_TIMEOUT(rig.camera->opens > opens, 20000);
    rig.camera->give(Qt::red);
    QTRY_VERIFY(rig.seen->states.contains(SourceState::On));
}

void LiveSourceTest::understandsBusy_data()
{
    QTest::addColumn<QString>("why");
    QTest::addColumn<bool>("busy");
    QTest::newRow("Qt's FFmpeg backend") << "Camera is in use" << true;
    QTest::newRow("GStreamer") << "Device '/dev/video0' is busy" << true;
    QTest::newRow("the kernel") << "Device or resource busy" << true;
    QTest::newRow("something else") << "No such device" << false;
}

void LiveSourceTest::understandsBusy()
{
    QFETCH(QString, why);
    QTEST(saysBusy(why), "busy");
}

void LiveSourceTest::aMachineWithoutCamerasSaysSo()
{
    const auto source = std::move(*createSource("camera:a camera that nobody has"));
    source->start();
    QCOMPARE(source->state(), SourceState::Unplugged);
    QCOMPARE(toQString(source->stateText().text()),
             "The camera \"a camera that nobody has\" is not connected. Plug it in, or choose another "
             "source.");
    QVERIFY(!source->isDeviceOpen());
    source->stop();
    QCOMPARE(source->state(), SourceState::Off);
}

QTEST_MAIN(LiveSourceTest)
#include "tst_live_source.moc"
