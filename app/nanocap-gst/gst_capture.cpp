// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap-gst/gst_capture.h"

namespace nanocap::gst {

namespace {

/// Parsing creates the elements but opens no device, and unlike OpenCV it says what is wrong.
bool parses(const std::string& pipeline, std::string& why)
{
    GError* error = nullptr;
    GstElement* element =
        gst_parse_launch_full(pipeline.c_str(), nullptr, GST_PARSE_FLAG_FATAL_ERRORS, &error);
    const bool good = element && !error;
    if (error) {
        why = error->message;
        g_error_free(error);
    }
    if (element)
        gst_object_unref(element);
    return good;
}

} // namespace

std::optional<Word> GstCapture::open(const std::string& pipeline)
{
    GError* initError = nullptr;
    if (!gst_init_check(nullptr, nullptr, &initError)) {
        m_watch.setError(initError ? initError->message : "GStreamer cannot be started");
        g_clear_error(&initError);
        return Word::NotStarted;
    }
    std::string why;
    if (!parses(pipeline, why)) {
        m_watch.setError(why);
        return Word::Refused;
    }
    bool opened = false;
    m_watch.beginAdoption();
    try {
        opened = !m_watch.interrupted() && m_capture.open(pipeline, cv::CAP_GSTREAMER);
    } catch (const cv::Exception& exception) {
        m_watch.setError(exception.what());
    }
    m_watch.endAdoption();
    if (opened)
        return std::nullopt;
    return Word::NotStarted;
}

std::optional<Word> GstCapture::read(cv::Mat& picture)
{
    bool read = false;
    try {
        read = !m_watch.interrupted() && m_capture.read(picture) && !picture.empty();
    } catch (const cv::Exception& exception) {
        m_watch.setError(exception.what());
    }
    if (!read)
        return m_watch.error().empty() ? Word::Ended : Word::Broken;
    if (picture.type() != CV_8UC3 && picture.type() != CV_8UC1) {
        m_watch.setError("the pipeline ends in pictures that are neither BGR nor gray; end it with "
                         "\"videoconvert ! video/x-raw,format=BGR ! appsink\"");
        return Word::Broken;
    }
    return std::nullopt;
}

void GstCapture::close()
{
    m_capture.release();
    m_watch.release();
}

} // namespace nanocap::gst
