// SPDX-License-Identifier: Apache-2.0
#include "app/sources/qt_camera_device.h"

#include "app/sources/camera_mode.h"
#include "app/sources/frame_source.h"

#include <QMetaObject>

namespace nanocap::sources {

struct QtCameraDevice::Session
{
    Session(const QCameraDevice& device, std::shared_ptr<FrameMailbox> mailbox,
            std::function<void(const Sentence&)> refused)
        : converter(std::move(mailbox), std::move(refused)), camera(device)
    {
    }
    ~Session()
    {
        camera.disconnect();
        camera.stop();
        capture.setCamera(nullptr);
        capture.setVideoSink(nullptr);
        sink.disconnect();
    }

    FrameConverter converter;
    QVideoSink sink;
    QMediaCaptureSession capture;
    QCamera camera; ///< last: it ends first
};

bool saysBusy(const QString& why)
{
    return why.contains(QStringLiteral("busy"), Qt::CaseInsensitive) ||
           why.contains(QStringLiteral("in use"), Qt::CaseInsensitive);
}

QtCameraDevice::QtCameraDevice(QString wanted, QObject* parent)
    : CaptureDevice(parent), m_wanted(std::move(wanted)), m_devices(this)
{
    connect(&m_devices, &QMediaDevices::videoInputsChanged, this, &CaptureDevice::presenceChanged);
}

QtCameraDevice::~QtCameraDevice() = default;

QCameraDevice QtCameraDevice::find() const
{
    if (m_wanted.isEmpty())
        return QMediaDevices::defaultVideoInput();
    const QList<QCameraDevice> cameras = QMediaDevices::videoInputs();
    for (const QCameraDevice& camera : cameras) {
        if (camera.description() == m_wanted || QString::fromUtf8(camera.id()) == m_wanted)
            return camera;
    }
    for (const QCameraDevice& camera : cameras) {
        if (camera.description().contains(m_wanted, Qt::CaseInsensitive))
            return camera;
    }
    return {};
}

Sentence QtCameraDevice::name() const
{
    return m_wanted.isEmpty() ? said("Sources", "The camera")
                              : said("Sources", "The camera \"%1\"").with({m_wanted.toStdString()});
}

void QtCameraDevice::open(const std::shared_ptr<FrameMailbox>& mailbox, quint64 epoch)
{
    close();
    const quint64 opened = ++m_opened;
    const QCameraDevice device = find();
    if (device.isNull()) {
        refuse(CaptureProblem::Broken, said("Sources", "it is not connected"), opened);
        return;
    }
    m_session = std::make_unique<Session>(device, mailbox, [this, opened](const Sentence& why) {
        refuse(CaptureProblem::Refused, why, opened);
    });
    Session& session = *m_session;
    session.converter.setPace(m_pace);

    const QList<QCameraFormat> formats = device.videoFormats();
    QList<CameraMode> modes;
    for (const QCameraFormat& format : formats)
        modes << CameraMode{format.resolution(), format.maxFrameRate(),
                            format.pixelFormat() == QVideoFrameFormat::Format_Jpeg};
    if (const int mode = nearestMode(modes); mode >= 0)
        session.camera.setCameraFormat(formats[mode]);

    connect(
        &session.sink, &QVideoSink::videoFrameChanged, &session.sink,
        [&converter = session.converter, epoch](const QVideoFrame& frame) { converter.submit(frame, epoch); },
        Qt::DirectConnection);
    connect(&session.camera, &QCamera::errorOccurred, this,
            [this, opened](QCamera::Error error, const QString& why) {
                if (error != QCamera::NoError)
                    refuse(saysBusy(why) ? CaptureProblem::Busy : CaptureProblem::Broken, systemWords(why),
                           opened);
            });
    session.capture.setCamera(&session.camera);
    session.capture.setVideoSink(&session.sink);
    Q_EMIT openChanged(true);
    session.camera.start();
}

void QtCameraDevice::setPace(Pace pace)
{
    m_pace = pace;
    if (m_session)
        m_session->converter.setPace(pace);
}

void QtCameraDevice::close()
{
    ++m_opened;
    if (!m_session)
        return;
    m_session.reset();
    Q_EMIT openChanged(false);
}

void QtCameraDevice::refuse(CaptureProblem problem, const Sentence& why, quint64 opened)
{
    // Later, because whoever hears it closes the camera, which must not happen inside the camera's own
    // signal.
    QMetaObject::invokeMethod(
        this,
        [this, problem, why, opened] {
            if (opened == m_opened)
                Q_EMIT failed(problem, why);
        },
        Qt::QueuedConnection);
}

} // namespace nanocap::sources
