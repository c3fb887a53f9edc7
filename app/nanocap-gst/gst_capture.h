// SPDX-License-Identifier: Apache-2.0
// GstCapture: one GStreamer pipeline and the pictures that come out of it, converted to BGR inside it. One
// thread; interrupt() from any, also from a signal handler.
#pragma once

#include "app/nanocap-gst/gst_frame.h"
#include "app/nanocap-gst/gst_words.h"
#include "app/pipeline/picture_sink.h"

#include <gst/app/gstappsink.h>

#include <atomic>
#include <optional>
#include <string>

namespace nanocap::gst {

class GstCapture
{
public:
    GstCapture() = default;
    GstCapture(const GstCapture&) = delete;
    GstCapture& operator=(const GstCapture&) = delete;
    ~GstCapture();

    /// Starts the pipeline and waits for its first picture as long as that takes. Where its pictures cannot
    /// be converted as they are, it is tried again with what may help before the conversion: a way out of
    /// graphics memory, bayer2rgb, a decoder. Empty when it runs, else why not.
    std::optional<Ending> open(const std::string& description);
    /// The next picture, waited for as long as that takes; empty when there is one.
    std::optional<Ending> read(GstFrame& picture);
    void interrupt() { m_interrupted = true; }
    /// Pictures that come sooner after the one before are dropped before they are converted. 0 = none. Any
    /// thread, also from a signal handler.
    void setGap(GstClockTime gap) { m_gap = gap; }
    /// Closes the device.
    void close();

private:
    std::optional<Ending> start(const std::string& description);
    std::optional<Ending> parse(const std::string& description);
    void dropBeforeConversion();
    GstPadProbeReturn passes();
    /// What the bus says of an end; waits up to half a second after the end of the stream for an error that
    /// comes behind it.
    std::optional<Ending> ending(bool streamEnded);

    std::atomic<bool> m_interrupted = false;
    std::atomic<GstClockTime> m_gap = 0;
    GstClockTime m_lastPassed = GST_CLOCK_TIME_NONE; ///< the streaming thread only
    GstElement* m_pipeline = nullptr;
    GstAppSink* m_sink = nullptr;
    std::string m_missing;  ///< a decoder that decodebin looked for
    bool m_running = false; ///< a picture has come
    GstSample* m_first = nullptr;
};

} // namespace nanocap::gst
