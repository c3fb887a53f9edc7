// SPDX-License-Identifier: Apache-2.0
// GstSession: one run of a GStreamer pipeline in threads of its own, from loading the plugin to unloading it. It may
// outlive whoever asked for it: GStreamer cannot always be stopped at once, and nobody waits for it.
#pragma once

#include "app/gst_plugin/gst_plugin_api.h"
#include "app/sources/frame_mailbox.h"

#include <QString>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

namespace nanocap::sources {

class GstLibrary;

class GstSession : public std::enable_shared_from_this<GstSession>
{
public:
    /// How the run ended: a nanocap_gst_result or noPlugin, and GStreamer's words.
    using Ended = std::function<void(int result, const QString& why)>;
    static constexpr int noPlugin = -1;

    GstSession(QString pipeline, std::shared_ptr<FrameMailbox> mailbox, quint64 epoch);

    /// `receiver`'s thread hears `readingEnded` when no more pictures come (not after stop()), and `closed` when the device
    /// and the plugin are closed. Call once.
    void start(QObject* receiver, Ended readingEnded, std::function<void()> closed);
    /// Ends the run; returns at once.
    void stop();
    /// Nothing is told to the receiver any more.
    void forget();
    /// Whether every session of the program has closed its device within `time`: at the end of the program, before its
    /// static objects go.
    static bool waitForAll(std::chrono::milliseconds time);

private:
    void run();
    void readPictures(const GstLibrary& library, nanocap_gst_capture* capture);
    void tell(std::function<void()> what);

    const QString m_pipeline;
    const std::shared_ptr<FrameMailbox> m_mailbox;
    const quint64 m_epoch;

    std::mutex m_mutex;
    std::condition_variable m_changed;
    QObject* m_receiver = nullptr;
    Ended m_readingEnded;
    std::function<void()> m_closed;
    bool m_stopping = false;
    bool m_readingDone = false;
};

} // namespace nanocap::sources
