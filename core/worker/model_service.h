// SPDX-License-Identifier: Apache-2.0
// ModelService: the window's only door to the worker thread. Lives in the GUI thread, owns the QThread and
// the parentless ModelWorker in it; only values and QImage cross. Never blocks.
#pragma once

#include "core/captions/caption_result.h"
#include "core/engine/cancel_token.h"
#include "core/engine/engine.h"
#include "core/load/load_event.h"
#include "core/session/load_intent.h"
#include "core/worker/pulse.h"

#include <QImage>
#include <QObject>
#include <QThread>

#include <memory>

namespace nanocap::worker {

class FrameSlot;
class ModelWorker;

using RequestId = quint64;

class ModelService : public QObject
{
    Q_OBJECT
public:
    explicit ModelService(QObject* parent = nullptr);
    ~ModelService() override;

    /// Unloads what is loaded, then loads. Exactly one Finished follows, also after cancel().
    RequestId load(const session::LoadIntent& intent);
    /// Takes effect in the running row: the engine process is ended. Safe at any time.
    void cancel();
    /// Ends the engine; unloaded() follows.
    void unload();
    /// Hands over the newest frame; an older one not yet taken is dropped. Any thread.
    void submitFrame(const captions::Frame& frame);
    /// Captions run one after another while true (the default once loaded) and stop when false.
    void setCaptioning(bool on);
    /// One caption of the newest frame even while captioning is off.
    void captionOnce();
    /// Since the worker's thread last showed that it gets on: every second when idle, far more often while it
    /// loads or captions, and while it waits for an engine that stands still.
    std::chrono::milliseconds workerSilence() const { return m_pulse->age(); }

Q_SIGNALS:
    /// What happens in the newest load; of an older one only its Finished still comes.
    void loading(nanocap::worker::RequestId id, const nanocap::load::LoadEvent& event);
    void engineStarted(qint64 pid);
    void engineEnded();
    void captionReady(const nanocap::captions::CaptionResult& result);
    /// Why a caption takes long, after 5 s without progress; empty when the engine moves again.
    void captionStalled(const nanocap::Sentence& why);
    /// The engine died or failed while captioning; it has been ended, the model is no longer loaded.
    void captionFailed(const nanocap::Failure& failure);
    void unloaded(qint64 returnedBytes);

private:
    std::shared_ptr<FrameSlot> m_slot;
    std::shared_ptr<Pulse> m_pulse;
    std::shared_ptr<engine::CancelToken> m_cancel; ///< of the newest load, and of the captions that follow it
    QThread m_thread;
    ModelWorker* m_worker = nullptr; ///< lives in m_thread and is deleted there
    RequestId m_lastId = 0;
};

} // namespace nanocap::worker

Q_DECLARE_METATYPE(nanocap::load::LoadEvent)
Q_DECLARE_METATYPE(nanocap::Failure)
