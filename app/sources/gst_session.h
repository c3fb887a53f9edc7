// SPDX-License-Identifier: Apache-2.0
// GstSession: one run of a GStreamer pipeline: a thread that starts the helper process, takes its pictures
// and ends it. It may outlive whoever asked for it, because nobody waits for a pipeline to end.
#pragma once

#include "app/sources/frame_mailbox.h"
#include "app/sources/gst_wire.h"
#include "app/sources/pace.h"

#include <QString>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

namespace nanocap::sources {

class GstSession : public std::enable_shared_from_this<GstSession>
{
public:
    /// How the run ended, and GStreamer's words.
    using Ended = std::function<void(gst::Word end, const QString& why)>;

    GstSession(QString pipeline, std::shared_ptr<FrameMailbox> mailbox, quint64 epoch);
    ~GstSession();

    /// `receiver`'s thread hears `readingEnded` when no more pictures come (not after stop()), and `closed`
    /// when the helper process is gone and the device with it. Call once.
    void start(QObject* receiver, Ended readingEnded, std::function<void()> closed);
    /// Any thread; takes effect with the next picture.
    void setPace(Pace pace) { m_pace = pace; }
    /// Ends the run within a second; returns at once.
    void stop();
    /// Nothing is told to the receiver any more.
    void forget();
    /// Whether every session of the program has closed its device within `time`: at the end of the program,
    /// before its static objects go.
    static bool waitForAll(std::chrono::milliseconds time);

private:
    void run();
    void tell(std::function<void()> what);

    const QString m_pipeline;
    const std::shared_ptr<FrameMailbox> m_mailbox;
    const quint64 m_epoch;
    std::atomic<Pace> m_pace = Pace::Full;
    int m_stopPipe[2] = {-1, -1}; ///< closing the second end makes the first readable

    std::mutex m_mutex;
    QObject* m_receiver = nullptr;
    Ended m_readingEnded;
    std::function<void()> m_closed;
};

} // namespace nanocap::sources
