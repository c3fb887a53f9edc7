// SPDX-License-Identifier: Apache-2.0
#include "app/sources/live_source.h"

namespace nanocap::sources {

LiveSource::LiveSource(const QString& uri, std::unique_ptr<CaptureDevice> device,
                       const SourceOptions& options, RecoveryTimings timings, QObject* parent)
    : FrameSource(uri, options, parent), m_device(std::move(device)), m_timings(timings),
      m_recovery(timings, m_device->isCamera()), m_tick(this)
{
    m_clock.start();
    m_tick.setSingleShot(true);
    connect(&m_tick, &QTimer::timeout, this, [this] { carryOut(m_recovery.tick(now())); });
    connect(m_device.get(), &CaptureDevice::presenceChanged, this, [this] {
        m_seen = m_seen || m_device->isPresent();
        carryOut(m_recovery.presenceChanged(now(), m_device->isPresent()));
    });
    connect(m_device.get(), &CaptureDevice::failed, this,
            [this](CaptureProblem problem, const Sentence& why) {
                m_why = why;
                carryOut(m_recovery.failed(now(), problem));
            });
    connect(m_device.get(), &CaptureDevice::ended, this, [this] {
        if (m_device->isCamera()) {
            m_why = said("Sources", "the camera stopped giving pictures");
            carryOut(m_recovery.failed(now(), CaptureProblem::Broken));
            return;
        }
        m_recovery.stop();
        m_tick.stop();
        m_device->close();
        setState(SourceState::Finished, said("Sources", "The pipeline has ended."));
        Q_EMIT finished();
    });
    connect(m_device.get(), &CaptureDevice::openChanged, this, &LiveSource::deviceOpenChanged);
}

LiveSource::~LiveSource()
{
    mailbox()->close();
    m_device->disconnect(this);
    m_device->close();
}

void LiveSource::start()
{
    if (m_recovery.state() != SourceState::Off && m_recovery.state() != SourceState::Failed)
        return;
    m_why = {};
    m_seen = m_device->isPresent();
    carryOut(m_recovery.start(now(), m_seen));
}

void LiveSource::stop()
{
    if (state() == SourceState::Off)
        return;
    const CameraRecovery::Action action = m_recovery.stop();
    m_tick.stop();
    mailbox()->nextEpoch();
    setState(SourceState::Off, said("Sources", "Paused."));
    if (action == CameraRecovery::Action::Close)
        m_device->close();
}

void LiveSource::frameArrived()
{
    carryOut(m_recovery.frameArrived(now()));
}

void LiveSource::carryOut(CameraRecovery::Action action)
{
    using Action = CameraRecovery::Action;
    // The state comes first: opening may report a failure before it returns.
    tellState();
    if (action == Action::Close || action == Action::Reopen) {
        mailbox()->nextEpoch();
        m_device->close();
    }
    if (action == Action::Open || action == Action::Reopen)
        m_device->open(mailbox(), mailbox()->epoch());
    scheduleTick();
}

void LiveSource::tellState()
{
    switch (m_recovery.state()) {
    case SourceState::Off:
    case SourceState::Finished:
    case SourceState::On: // told by the delivery itself
        break;
    case SourceState::Starting:
        setState(SourceState::Starting, m_device->isCamera() ? said("Sources", "The camera is starting.")
                                                             : said("Sources", "The pipeline is starting."));
        break;
    default:
        setProblem(m_recovery.state(), failureFor(m_recovery.state()));
    }
}

void LiveSource::scheduleTick()
{
    const std::optional<milliseconds> due = m_recovery.nextTick();
    if (!due) {
        m_tick.stop();
        return;
    }
    // While pictures arrive the deadline moves on with each; the running timer looks again when it fires.
    if (m_recovery.state() == SourceState::On && m_tick.isActive())
        return;
    m_tick.start(std::max(*due - now(), milliseconds(1)));
}

Failure LiveSource::failureFor(SourceState state) const
{
    const Sentence name = m_device->name();
    const std::string silent = QString::number(double(m_timings.noFrames.count()) / 1000).toStdString();
    const auto of = [&](const char* code, const Sentence& message) {
        return makeFailure(code, message, m_why.text(), uri().toStdString());
    };
    const char* code = m_device->isCamera() ? "CAMERA" : "SOURCE";
    switch (state) {
    case SourceState::Busy:
        return of(code, said("Sources", "%1 is in use by another program. Close that program; the camera is "
                                        "tried again by itself.")
                            .with({name}));
    case SourceState::Unplugged:
        if (m_seen)
            return of(code,
                      said("Sources", "%1 was unplugged. Plug it in again: the pictures go on by themselves.")
                          .with({name}));
        return of(code,
                  said("Sources", "%1 is not connected. Plug it in, or choose another source.").with({name}));
    case SourceState::NoFrames:
        if (!m_device->isCamera())
            return of(code, said("Sources", "%1 has given no picture for %2 seconds.").with({name, silent}));
        if (!m_why.empty())
            return of(code, said("Sources", "%1 gives no pictures: %2. It is tried again by itself.")
                                .with({name, m_why}));
        return of(code,
                  said("Sources", "%1 has given no picture for %2 seconds. It is opened again by itself.")
                      .with({name, silent}));
    default:
        return of(m_device->isPipeline() ? "SOURCE" : code,
                  said("Sources", "%1 cannot be opened: %2.")
                      .with({name, m_why.empty() ? said("Sources", "no reason is known") : m_why}));
    }
}

} // namespace nanocap::sources
