// SPDX-License-Identifier: Apache-2.0
#include "app/sources/gst_device.h"

#include "app/pipeline/pipeline_text.h"
#include "app/sources/frame_source.h"
#include "app/sources/gst_advice.h"
#include "app/sources/gst_session.h"
#include "app/sources/qt_camera_device.h"
#include "core/base/path_text.h"

#include <QCoreApplication>

namespace nanocap::sources {

GstDevice::GstDevice(QString pipeline, QObject* parent)
    : CaptureDevice(parent), m_pipeline(std::move(pipeline)),
      m_camera(pipeline::opensCamera(pathBytes(m_pipeline)))
{
    static const bool registered = [] {
        qAddPostRoutine([] { GstSession::waitForAll(std::chrono::seconds(1)); });
        return true;
    }();
    Q_UNUSED(registered)
}

GstDevice::~GstDevice()
{
    if (!m_session)
        return;
    m_session->forget();
    m_session->stop();
}

Sentence GstDevice::name() const
{
    return m_camera ? said("Sources", "The camera") : said("Sources", "The pipeline");
}

void GstDevice::open(const std::shared_ptr<FrameMailbox>& mailbox, quint64 epoch)
{
    m_wanted = true;
    m_mailbox = mailbox;
    m_epoch = epoch;
    if (m_session)
        m_again = true;
    else
        startSession();
}

void GstDevice::startSession()
{
    m_again = false;
    m_session = std::make_shared<GstSession>(m_pipeline, m_mailbox, m_epoch);
    m_session->setPace(m_pace);
    const GstSession* session = m_session.get();
    Q_EMIT openChanged(true);
    m_session->start(
        this, [this, session](gst::Word end, const QString& why) { judge(session, end, why); },
        [this, session] { sessionClosed(session); });
}

void GstDevice::setPace(Pace pace)
{
    m_pace = pace;
    if (m_session)
        m_session->setPace(pace);
}

void GstDevice::close()
{
    m_wanted = false;
    m_again = false;
    if (m_session)
        m_session->stop();
}

void GstDevice::judge(const GstSession* session, gst::Word end, const QString& why)
{
    if (session != m_session.get() || !m_wanted || m_again)
        return;
    switch (end) {
    case gst::Word::Ended:
        Q_EMIT ended();
        break;
    case gst::Word::NotStarted:
    case gst::Word::Broken:
        Q_EMIT failed(saysBusy(why) ? CaptureProblem::Busy : CaptureProblem::Broken, systemWords(why));
        break;
    case gst::Word::Unfit:
        // A camera that is being plugged in may say so too.
        Q_EMIT failed(CaptureProblem::Broken, gstAdvice(end, why));
        break;
    default:
        Q_EMIT failed(CaptureProblem::Refused, gstAdvice(end, why));
    }
}

void GstDevice::sessionClosed(const GstSession* session)
{
    if (session != m_session.get())
        return;
    m_session.reset();
    Q_EMIT openChanged(false);
    if (m_again)
        startSession();
}

} // namespace nanocap::sources
