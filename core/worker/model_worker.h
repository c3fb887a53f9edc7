// SPDX-License-Identifier: Apache-2.0
// ModelWorker: does in its own thread what ModelService is asked for: guarded loads and captions, one at a
// time. Parentless; made by the service, moved to its thread, deleted there. The thread outlives every engine
// process.
#pragma once

#include "core/session/load_session.h"
#include "core/worker/frame_slot.h"
#include "core/worker/model_service.h"

#include <QObject>
#include <QTimer>

namespace nanocap::worker {

class ModelWorker : public QObject
{
    Q_OBJECT
public:
    ModelWorker(std::shared_ptr<FrameSlot> slot, std::shared_ptr<Pulse> pulse);
    ~ModelWorker() override;

    // Called through the thread's event loop.
    void load(RequestId id, const session::LoadIntent& intent, std::shared_ptr<engine::CancelToken> cancel);
    void unload();
    void setCaptioning(bool on);
    void captionOnce();
    void captionNext();

Q_SIGNALS:
    void loading(quint64 id, const nanocap::load::LoadEvent& event);
    void engineStarted(qint64 pid);
    void engineEnded();
    void captionReady(const nanocap::captions::CaptionResult& result);
    void captionStalled(const nanocap::Sentence& why);
    void captionFailed(const nanocap::Failure& failure);
    void unloaded(qint64 returnedBytes);

private:
    void endSession();
    void checkIdle();
    void showCaptionFailure(const Failure& failure);

    std::shared_ptr<FrameSlot> m_slot;
    std::shared_ptr<Pulse> m_pulse;
    std::shared_ptr<engine::CancelToken> m_cancel;
    std::unique_ptr<session::LoadSession> m_session;
    QTimer* m_idleTimer = nullptr;
    QTimer* m_paceTimer = nullptr;
    bool m_captioning = true;
    bool m_once = false;
};

} // namespace nanocap::worker
