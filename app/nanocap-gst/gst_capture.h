// SPDX-License-Identifier: Apache-2.0
// GstCapture: a GStreamer pipeline through OpenCV's VideoCapture, which can be interrupted and says why it
// failed.
#pragma once

#include "app/nanocap-gst/gst_watch.h"
#include "app/sources/gst_wire.h"

#include <opencv2/core.hpp>
#include <opencv2/videoio.hpp>

#include <optional>
#include <string>

namespace nanocap::gst {

class GstCapture
{
public:
    /// Starts the pipeline and waits for its first picture as long as that takes. Empty when it runs, else
    /// why not.
    std::optional<Word> open(const std::string& pipeline);
    /// The next picture, CV_8UC3 (BGR) or CV_8UC1, waited for as long as that takes. Empty when there is one.
    std::optional<Word> read(cv::Mat& picture);
    /// Any thread: ends an open() or read() that waits. They may be called again by OpenCV, so it is to be
    /// repeated.
    void interrupt() { m_watch.interrupt(); }
    /// Closes the device.
    void close();
    /// GStreamer's words for the last failure.
    std::string error() const { return m_watch.error(); }

private:
    GstWatch m_watch;
    cv::VideoCapture m_capture;
};

} // namespace nanocap::gst
