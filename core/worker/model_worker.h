// SPDX-License-Identifier: Apache-2.0
// ModelWorker: does in its own thread what ModelService is asked for: guarded loads and captions, one at a
// time. Parentless; made by the service, moved to its thread, deleted there. The thread outlives every engine
// process.
#pragma once

#include "core/captions/latency.h"
#include "core/session/load_session.h"
#include "core/worker/frame_slot.h"
#include "core/worker/model_service.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace nanocap::worker {

class ModelWorker : public QObject
{
    Q_OBJECT
public:
    explicit ModelWorker(std::shared_ptr<FrameSlot> slot);
    ~ModelWorker() override;

    // Called through the thread's event loop.
    void load(RequestId id, const session::LoadIntent& intent, std::shared_ptr<engine::CancelToken> cancel);
    void unload();
    void setCaptioning(bool on);
    void captionOnce();
    void captionNext();

Q_SIGNALS:
    void loadStarted(quint64 id, const nanocap::load::Plan& plan);
    void rowStarted(quint64 id, nanocap::Row row);
    void rowProgressed(quint64 id, nanocap::Row row, qint64 doneBytes, qint64 totalBytes);
    void rowStalled(quint64 id, nanocap::Row row, const nanocap::Sentence& why);
    void rowFinished(quint64 id, const nanocap::RowReport& report);
    void loadFinished(quint64 id, const nanocap::load::LoadReport& report);
    void engineStarted(qint64 pid);
    void engineEnded();
    void captionReady(const nanocap::captions::CaptionResult& result,
                      const nanocap::captions::LatencyStatistics& stats);
    void captionStalled(const nanocap::Sentence& why);
    void captionFailed(const nanocap::Failure& failure);
    void unloaded(qint64 returnedBytes);

private:
    void endSession();
    void checkIdle();
    void showCaptionFailure(const Failure& failure);

    std::shared_ptr<FrameSlot> m_slot;
    std::shared_ptr<engine::CancelToken> m_cancel;
    std::unique_ptr<session::LoadSession> m_session;
    captions::Latency m_latency;
    QElapsedTimer m_clock;
    QTimer* m_idleTimer = nullptr;
    QTimer* m_paceTimer = nullptr;
    bool m_captioning = true;
    bool m_once = false;
};

} // namespace nanocap::worker
