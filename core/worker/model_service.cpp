// SPDX-License-Identifier: Apache-2.0
#include "core/worker/model_service.h"

#include "core/worker/frame_slot.h"
#include "core/worker/model_worker.h"

namespace nanocap::worker {

ModelService::ModelService(QObject* parent)
    : QObject(parent), m_slot(std::make_shared<FrameSlot>()), m_pulse(std::make_shared<Pulse>()),
      m_cancel(std::make_shared<engine::CancelToken>()), m_worker(new ModelWorker(m_slot, m_pulse))
{
    m_thread.setObjectName(QStringLiteral("model worker"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);

    // Rows of a load that was superseded are nobody's business any more; its end still is.
    connect(m_worker, &ModelWorker::loading, this, [this](quint64 id, const load::LoadEvent& event) {
        if (id == m_lastId || std::holds_alternative<load::Finished>(event))
            Q_EMIT loading(id, event);
    });
    connect(m_worker, &ModelWorker::engineStarted, this, &ModelService::engineStarted);
    connect(m_worker, &ModelWorker::engineEnded, this, &ModelService::engineEnded);
    connect(m_worker, &ModelWorker::captionReady, this, &ModelService::captionReady);
    connect(m_worker, &ModelWorker::captionStalled, this, &ModelService::captionStalled);
    connect(m_worker, &ModelWorker::captionFailed, this, &ModelService::captionFailed);
    connect(m_worker, &ModelWorker::unloaded, this, &ModelService::unloaded);
    m_thread.start();
}

ModelService::~ModelService()
{
    m_cancel->request();
    m_thread.quit();
    m_thread.wait();
}

RequestId ModelService::load(const session::LoadIntent& intent)
{
    m_cancel->request();
    m_cancel = std::make_shared<engine::CancelToken>();
    const RequestId id = ++m_lastId;
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, id, intent, cancel = m_cancel] { worker->load(id, intent, cancel); });
    return id;
}

void ModelService::cancel()
{
    m_cancel->request();
}

void ModelService::unload()
{
    m_cancel->request();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->unload(); });
}

void ModelService::submitFrame(const captions::Frame& frame)
{
    if (m_slot->put(frame))
        QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->captionNext(); });
}

void ModelService::setCaptioning(bool on)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, on] { worker->setCaptioning(on); });
}

void ModelService::captionOnce()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->captionOnce(); });
}

} // namespace nanocap::worker
