// SPDX-License-Identifier: Apache-2.0
// GstWatch: holds on to the GStreamer pipeline that OpenCV builds for itself, which OpenCV does not hand out:
// to read the errors it reports and to stop it while OpenCV waits for a picture.
#pragma once

#include <gst/gst.h>

#include <atomic>
#include <mutex>
#include <string>

namespace nanocap::gst {

class GstWatch
{
public:
    GstWatch() = default;
    GstWatch(const GstWatch&) = delete;
    GstWatch& operator=(const GstWatch&) = delete;
    ~GstWatch();

    /// From now until endAdoption(), the pipeline that this thread builds is the watched one.
    void beginAdoption();
    void endAdoption();
    /// Any thread: takes the pipeline down, so that whoever waits for its pictures goes on.
    void interrupt();
    /// Lets go of the pipeline.
    void release();

    bool interrupted() const { return m_interrupted; }
    /// The first error the pipeline reported, in GStreamer's words.
    std::string error() const;
    void setError(const std::string& error);

private:
    static gboolean elementAdded(GSignalInvocationHint*, guint count, const GValue* values, gpointer self);
    static GstBusSyncReply messagePosted(GstBus*, GstMessage* message, gpointer self);
    void adopt(GstElement* pipeline);

    mutable std::mutex m_mutex;
    GstElement* m_pipeline = nullptr;
    GThread* m_thread = nullptr;
    gulong m_hook = 0;
    std::string m_error;
    std::atomic<bool> m_interrupted = false;
};

} // namespace nanocap::gst
