// SPDX-License-Identifier: Apache-2.0
#include "core/worker/model_worker.h"

#include <QElapsedTimer>

namespace nanocap::worker {

namespace {
constexpr int idleCheckMs = 250;
constexpr int beatMs = 1'000;
// Ten captions a second are more than anybody reads; the rest of the processor belongs to the preview.
constexpr qint64 shortestGapMs = 100;
} // namespace

ModelWorker::ModelWorker(std::shared_ptr<FrameSlot> slot, std::shared_ptr<Pulse> pulse)
    : m_slot(std::move(slot)), m_pulse(std::move(pulse))
{
    // Its own, not a wake-up of the caller's: an event loop that turns is what is to be shown.
    auto* beat = new QTimer(this);
    beat->setInterval(beatMs);
    connect(beat, &QTimer::timeout, this, [this] { m_pulse->beat(); });
    QMetaObject::invokeMethod(beat, qOverload<>(&QTimer::start), Qt::QueuedConnection);
    m_idleTimer = new QTimer(this);
    m_idleTimer->setInterval(idleCheckMs);
    connect(m_idleTimer, &QTimer::timeout, this, &ModelWorker::checkIdle);
    m_paceTimer = new QTimer(this);
    m_paceTimer->setSingleShot(true);
    connect(m_paceTimer, &QTimer::timeout, this, &ModelWorker::captionNext);
}

ModelWorker::~ModelWorker() = default;

void ModelWorker::load(RequestId id, const session::LoadIntent& intent,
                       std::shared_ptr<engine::CancelToken> cancel)
{
    endSession();
    m_cancel = std::move(cancel);
    session::LoadSession::Observer observer;
    observer.loading = [this, id](const load::LoadEvent& event) {
        m_pulse->beat();
        Q_EMIT loading(id, event);
    };
    observer.captionStalled = [this](const Sentence& why) { Q_EMIT captionStalled(why); };
    observer.engineStarted = [this](qint64 pid) { Q_EMIT engineStarted(pid); };
    observer.engineEnded = [this] { Q_EMIT engineEnded(); };
    observer.alive = [this] { m_pulse->beat(); };
    m_session = std::make_unique<session::LoadSession>(intent, std::move(observer), *m_cancel);
    if (m_session->load().succeeded())
        m_idleTimer->start();
    else
        m_session.reset();
    captionNext();
}

void ModelWorker::endSession()
{
    m_idleTimer->stop();
    m_session.reset();
}

void ModelWorker::unload()
{
    const auto returned = m_session ? m_session->end() : std::nullopt;
    endSession();
    Q_EMIT unloaded(returned ? returned->count() : -1);
}

void ModelWorker::setCaptioning(bool on)
{
    m_captioning = on;
    captionNext();
}

void ModelWorker::captionOnce()
{
    m_once = true;
    captionNext();
}

void ModelWorker::captionNext()
{
    if (!m_session || !m_session->isLoaded() || !(m_captioning || m_once) || m_paceTimer->isActive())
        return;
    const auto frame = m_slot->take();
    if (!frame)
        return;
    m_once = false;
    QElapsedTimer timer;
    timer.start();
    auto caption = m_session->caption(frame->picture, {.attention = true});
    if (!caption) {
        showCaptionFailure(caption.error());
        return;
    }
    const double latencyMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    Q_EMIT captionReady({std::move(*caption), *frame, latencyMs, captions::nowMs()});
    m_paceTimer->start(static_cast<int>(std::max<qint64>(0, shortestGapMs - timer.elapsed())));
}

void ModelWorker::checkIdle()
{
    if (m_session)
        if (const auto death = m_session->checkIdle())
            showCaptionFailure(*death);
}

void ModelWorker::showCaptionFailure(const Failure& failure)
{
    // One bad frame is no reason to unload; an engine that is gone is.
    if (m_session->isLoaded() && failure.failureClass == FailureClass::Input)
        return;
    endSession();
    if (failure.failureClass != FailureClass::Cancelled)
        Q_EMIT captionFailed(failure);
}

} // namespace nanocap::worker
