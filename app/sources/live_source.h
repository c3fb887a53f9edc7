// SPDX-License-Identifier: Apache-2.0
// LiveSource: a source over a capture device, with the recovery that lets a kiosk go on by itself when its
// camera is taken, silent or pulled out.
#pragma once

#include "app/sources/capture_device.h"
#include "app/sources/frame_source.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

namespace nanocap::sources {

class LiveSource : public FrameSource
{
    Q_OBJECT
public:
    LiveSource(const QString& uri, std::unique_ptr<CaptureDevice> device, const SourceOptions& options,
               RecoveryTimings timings = {}, QObject* parent = nullptr);
    ~LiveSource() override;

    void start() override;
    void stop() override;
    bool isCamera() const override { return m_device->isCamera(); }
    bool isLive() const override { return true; }
    void setPace(Pace pace) override { m_device->setPace(pace); }
    bool isDeviceOpen() const override { return m_device->isOpen(); }

protected:
    void frameArrived() override;

private:
    void carryOut(CameraRecovery::Action action);
    void tellState();
    void scheduleTick();
    Failure failureFor(SourceState state) const;
    milliseconds now() const { return milliseconds(m_clock.elapsed()); }

    std::unique_ptr<CaptureDevice> m_device;
    RecoveryTimings m_timings;
    CameraRecovery m_recovery;
    QElapsedTimer m_clock;
    QTimer m_tick;
    Sentence m_why;      ///< the device's word for its last failure
    bool m_seen = false; ///< it has been connected since start()
};

} // namespace nanocap::sources
