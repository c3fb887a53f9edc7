// SPDX-License-Identifier: Apache-2.0
#include "app/sources/gst_session.h"

#include "app/sources/gst_library.h"

#include <QMetaObject>
#include <QObject>

#include <thread>

namespace nanocap::sources {

namespace {

/// Sessions whose threads still run.
struct Running
{
    std::mutex mutex;
    std::condition_variable changed;
    int count = 0;
};

// Never destroyed: a session that cannot be stopped may outlive the program's static objects.
Running& running()
{
    static auto* sessions = new Running;
    return *sessions;
}

} // namespace

GstSession::GstSession(QString pipeline, std::shared_ptr<FrameMailbox> mailbox, quint64 epoch)
    : m_pipeline(std::move(pipeline)), m_mailbox(std::move(mailbox)), m_epoch(epoch)
{
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
    m_stopping = true;
    m_changed.notify_all();
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
    auto library = GstLibrary::load(GstLibrary::path());
    if (library) {
        nanocap_gst_capture* capture = (*library)->create();
        std::thread reader([&] { readPictures(**library, capture); });
        {
            using namespace std::chrono_literals;
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_stopping || m_readingDone; });
            // More than once: OpenCV may just have started the pipeline that was taken down.
            while (!m_readingDone) {
                lock.unlock();
                (*library)->interrupt(capture);
                lock.lock();
                m_changed.wait_for(lock, 50ms, [this] { return m_readingDone; });
            }
        }
        // The reader must have ended before its code is unloaded.
        reader.join();
        (*library)->destroy(capture);
        library->reset();
    } else {
        tell([ended = m_readingEnded, why = library.error()] { ended(noPlugin, why); });
    }
    tell(m_closed);
}

void GstSession::readPictures(const GstLibrary& library, nanocap_gst_capture* capture)
{
    int result = library.open(capture, m_pipeline.toUtf8().constData());
    while (result == NANOCAP_GST_OK) {
        nanocap_gst_frame frame{};
        result = library.read(capture, &frame);
        if (result != NANOCAP_GST_OK)
            break;
        const QImage view(frame.data, frame.width, frame.height, frame.stride,
                          frame.gray ? QImage::Format_Grayscale8 : QImage::Format_BGR888);
        m_mailbox->post(view.convertToFormat(QImage::Format_RGB32), m_epoch);
    }
    if (result != NANOCAP_GST_STOPPED) {
        const QString why = QString::fromUtf8(library.error(capture));
        tell([ended = m_readingEnded, result, why] { ended(result, why); });
    }
    std::lock_guard lock(m_mutex);
    m_readingDone = true;
    m_changed.notify_all();
}

} // namespace nanocap::sources
