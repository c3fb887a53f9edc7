// SPDX-License-Identifier: Apache-2.0
#include "core/memory/monitor.h"

#include <QTimer>

#include <atomic>
#include <chrono>

using namespace std::chrono_literals;

namespace nanocap::memory {

/// Lives in the sampling thread.
class MemoryMonitor::Sampler : public QObject
{
public:
    Sampler(SystemRoot root, MemoryMonitor* monitor)
        : m_sampler(std::move(root)), m_monitor(monitor), m_timer(this)
    {
        m_timer.setTimerType(Qt::CoarseTimer);
        connect(&m_timer, &QTimer::timeout, this, &Sampler::take);
    }

    void setInterval(std::chrono::milliseconds interval)
    {
        if (m_timer.isActive() && m_timer.intervalAsDuration() == interval)
            return;
        m_timer.start(interval);
        take();
    }

    std::atomic<pid_t> enginePid{0};

private:
    void take()
    {
        const MemorySample sample = m_sampler.sample(enginePid.load());
        // The signal is emitted where the monitor lives: its receivers need no thought of threads.
        QMetaObject::invokeMethod(
            m_monitor, [monitor = m_monitor, sample] { Q_EMIT monitor->sampled(sample); },
            Qt::QueuedConnection);
    }

    MemorySampler m_sampler;
    MemoryMonitor* m_monitor;
    QTimer m_timer;
};

MemoryMonitor::MemoryMonitor(SystemRoot root, QObject* parent)
    : QObject(parent), m_sampler(new Sampler(std::move(root), this))
{
    qRegisterMetaType<MemorySample>();
    m_thread.setObjectName(QStringLiteral("memory"));
    m_sampler->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_sampler, &QObject::deleteLater);
}

MemoryMonitor::~MemoryMonitor()
{
    if (!m_thread.isRunning()) {
        delete m_sampler;
        return;
    }
    m_thread.quit();
    m_thread.wait();
}

void MemoryMonitor::start()
{
    if (m_thread.isRunning())
        return;
    m_thread.start(QThread::LowPriority);
    setFast(false);
}

void MemoryMonitor::setEnginePid(pid_t pid)
{
    m_sampler->enginePid = pid;
}

void MemoryMonitor::setFast(bool fast)
{
    if (!m_thread.isRunning())
        return;
    const std::chrono::milliseconds interval = fast ? 100ms : 1000ms;
    QMetaObject::invokeMethod(
        m_sampler, [sampler = m_sampler, interval] { sampler->setInterval(interval); }, Qt::QueuedConnection);
}

} // namespace nanocap::memory
