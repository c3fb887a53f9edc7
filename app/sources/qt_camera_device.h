// SPDX-License-Identifier: Apache-2.0
// QtCameraDevice: a webcam through Qt Multimedia.
#pragma once

#include "app/sources/capture_device.h"
#include "app/sources/frame_converter.h"

#include <QCamera>
#include <QCameraDevice>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoSink>

#include <memory>

namespace nanocap::sources {

class QtCameraDevice : public CaptureDevice
{
    Q_OBJECT
public:
    /// The camera so called (its whole name, a part of it, or its device node), or the system's default
    /// camera.
    explicit QtCameraDevice(QString wanted, QObject* parent = nullptr);
    ~QtCameraDevice() override;

    bool isPresent() const override { return !find().isNull(); }
    void open(const std::shared_ptr<FrameMailbox>& mailbox, quint64 epoch) override;
    void close() override;
    void setPace(Pace pace) override;
    bool isOpen() const override { return m_session != nullptr; }
    Sentence name() const override;
    bool isCamera() const override { return true; }

private:
    struct Session;

    QCameraDevice find() const;
    /// Any thread. `opened` is the number of the open() it is about.
    void refuse(CaptureProblem problem, const Sentence& why, quint64 opened);

    QString m_wanted;
    QMediaDevices m_devices;
    std::unique_ptr<Session> m_session;
    Pace m_pace = Pace::Full;
    quint64 m_opened =
        0; ///< counts open() and close(), so that late words of an earlier camera are not believed
};

/// Whether a backend's words say that another program holds the camera.
bool saysBusy(const QString& why);

} // namespace nanocap::sources
