// SPDX-License-Identifier: Apache-2.0
// The functions of gst_plugin_api.h over OpenCV's GStreamer capture.
#include "app/gst_plugin/gst_plugin_api.h"
#include "app/gst_plugin/gst_watch.h"

#include <opencv2/core.hpp>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/videoio.hpp>

#include <string>

#define NANOCAP_GST_EXPORT extern "C" __attribute__((visibility("default")))

struct nanocap_gst_capture
{
    nanocap::gst_plugin::GstWatch watch;
    cv::VideoCapture capture;
    cv::Mat picture;
    std::string error;
};

namespace {

/// Parsing creates the elements but opens no device, and unlike OpenCV it says what is wrong.
bool parses(const char* pipeline, std::string& why)
{
    GError* error = nullptr;
    GstElement* element = gst_parse_launch_full(pipeline, nullptr, GST_PARSE_FLAG_FATAL_ERRORS, &error);
    const bool good = element && !error;
    if (error) {
        why = error->message;
        g_error_free(error);
    }
    if (element)
        gst_object_unref(element);
    return good;
}

int failed(nanocap_gst_capture& self, int result)
{
    if (self.watch.interrupted())
        return NANOCAP_GST_STOPPED;
    return result;
}

} // namespace

NANOCAP_GST_EXPORT int nanocap_gst_version(void)
{
    return NANOCAP_GST_VERSION;
}

NANOCAP_GST_EXPORT nanocap_gst_capture* nanocap_gst_create(void)
{
    // What OpenCV would print comes back as nanocap_gst_error() instead.
    cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
    return new nanocap_gst_capture;
}

NANOCAP_GST_EXPORT int nanocap_gst_open(nanocap_gst_capture* self, const char* pipeline)
{
    GError* initError = nullptr;
    if (!gst_init_check(nullptr, nullptr, &initError)) {
        self->watch.setError(initError ? initError->message : "GStreamer cannot be started");
        g_clear_error(&initError);
        return NANOCAP_GST_START;
    }
    std::string why;
    if (!parses(pipeline, why)) {
        self->watch.setError(why);
        return NANOCAP_GST_SYNTAX;
    }
    if (self->watch.interrupted())
        return NANOCAP_GST_STOPPED;
    bool opened = false;
    self->watch.beginAdoption();
    try {
        opened = self->capture.open(pipeline, cv::CAP_GSTREAMER);
    } catch (const cv::Exception& exception) {
        self->watch.setError(exception.what());
    }
    self->watch.endAdoption();
    return opened ? failed(*self, NANOCAP_GST_OK) : failed(*self, NANOCAP_GST_START);
}

NANOCAP_GST_EXPORT int nanocap_gst_read(nanocap_gst_capture* self, nanocap_gst_frame* frame)
{
    if (self->watch.interrupted())
        return NANOCAP_GST_STOPPED;
    bool read = false;
    try {
        read = self->capture.read(self->picture) && !self->picture.empty();
    } catch (const cv::Exception& exception) {
        self->watch.setError(exception.what());
    }
    if (!read)
        return failed(*self, self->watch.error().empty() ? NANOCAP_GST_ENDED : NANOCAP_GST_BROKEN);
    if (self->picture.depth() != CV_8U || (self->picture.channels() != 3 && self->picture.channels() != 1)) {
        self->watch.setError("the pipeline ends in pictures that are neither BGR nor gray; end it with "
                             "\"videoconvert ! video/x-raw,format=BGR ! appsink\"");
        return failed(*self, NANOCAP_GST_BROKEN);
    }
    frame->data = self->picture.data;
    frame->width = self->picture.cols;
    frame->height = self->picture.rows;
    frame->stride = int32_t(self->picture.step[0]);
    frame->gray = self->picture.channels() == 1;
    return NANOCAP_GST_OK;
}

NANOCAP_GST_EXPORT void nanocap_gst_interrupt(nanocap_gst_capture* self)
{
    self->watch.interrupt();
}

NANOCAP_GST_EXPORT const char* nanocap_gst_error(nanocap_gst_capture* self)
{
    self->error = self->watch.error();
    return self->error.c_str();
}

NANOCAP_GST_EXPORT void nanocap_gst_destroy(nanocap_gst_capture* self)
{
    if (!self)
        return;
    self->capture.release();
    self->watch.release();
    delete self;
}
