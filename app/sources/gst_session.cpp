// SPDX-License-Identifier: Apache-2.0
#include "app/sources/gst_session.h"

#include "app/sources/gst_process.h"

#include <QMetaObject>
#include <QObject>

#include <condition_variable>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace nanocap::sources {

namespace {

/// Sessions whose threads still run.
struct Running
{
    std::mutex mutex;
    std::condition_variable changed;
    int count = 0;
};

// Never destroyed: a thread may still leave while the program's static objects go.
Running& running()
{
    static auto* sessions = new Running;
    return *sessions;
}

} // namespace

GstSession::GstSession(QString pipeline, std::shared_ptr<FrameMailbox> mailbox, quint64 epoch)
    : m_pipeline(std::move(pipeline)), m_mailbox(std::move(mailbox)), m_epoch(epoch)
{
    if (::pipe2(m_stopPipe, O_CLOEXEC) != 0)
        m_stopPipe[0] = m_stopPipe[1] = -1;
}

GstSession::~GstSession()
{
    for (const int fd : m_stopPipe) {
        if (fd >= 0)
            ::close(fd);
    }
}

void GstSession::start(QObject* receiver, Ended readingEnded, std::function<void()> closed)
{
    m_receiver = receiver;
    m_readingEnded = std::move(readingEnded);
    m_closed = std::move(closed);
    {
        std::lock_guard lock(running().mutex);
        ++running().count;
    }
    // The helper dies with the thread that started it, so this thread stays until the helper is gone.
    std::thread([self = shared_from_this()] {
        self->run();
        std::lock_guard lock(running().mutex);
        --running().count;
        running().changed.notify_all();
    }).detach();
}

void GstSession::stop()
{
    std::lock_guard lock(m_mutex);
    if (m_stopPipe[1] >= 0)
        ::close(std::exchange(m_stopPipe[1], -1));
}

void GstSession::forget()
{
    std::lock_guard lock(m_mutex);
    m_receiver = nullptr;
}

bool GstSession::waitForAll(std::chrono::milliseconds time)
{
    std::unique_lock lock(running().mutex);
    return running().changed.wait_for(lock, time, [] { return running().count == 0; });
}

void GstSession::tell(std::function<void()> what)
{
    std::lock_guard lock(m_mutex);
    if (m_receiver)
        QMetaObject::invokeMethod(m_receiver, std::move(what), Qt::QueuedConnection);
}

void GstSession::run()
{
    {
        GstProcess process;
        if (!process.start(GstProcess::findProgram(), m_pipeline)) {
            tell([ended = m_readingEnded, why = process.why()] { ended(gst::Word::Refused, why); });
        } else {
            GstProcess::Message message;
            while ((message = process.next(m_stopPipe[0])) == GstProcess::Message::Frame) {
                m_mailbox->post(process.frame(), m_epoch);
                process.setPace(m_pace);
            }
            if (message == GstProcess::Message::End)
                tell([ended = m_readingEnded, end = process.end(), why = process.why()] { ended(end, why); });
        }
    }
    tell(m_closed);
}

} // namespace nanocap::sources
