// SPDX-License-Identifier: Apache-2.0
// GstLibrary: the loaded OpenCV GStreamer plugin. While one exists OpenCV is mapped into the process; with the last one it
// goes. Loading takes tenths of a second, so it is done in the capture's thread.
#pragma once

#include "app/gst_plugin/gst_plugin_api.h"
#include "core/base/failure.h"

#include <QString>

#include <memory>

namespace nanocap::sources {

class GstLibrary
{
public:
    /// ../lib/nanocap/libnanocap_gst.so from the program: so it lies in the build tree and when installed.
    static QString path();
    /// The reason is in the system loader's words. Any thread.
    static tl::expected<std::unique_ptr<GstLibrary>, QString> load(const QString& path);

    GstLibrary(const GstLibrary&) = delete;
    GstLibrary& operator=(const GstLibrary&) = delete;
    ~GstLibrary();

    nanocap_gst_create_fn create = nullptr;
    nanocap_gst_open_fn open = nullptr;
    nanocap_gst_read_fn read = nullptr;
    nanocap_gst_interrupt_fn interrupt = nullptr;
    nanocap_gst_error_fn error = nullptr;
    nanocap_gst_destroy_fn destroy = nullptr;

private:
    explicit GstLibrary(void* handle) : m_handle(handle) {}

    void* m_handle;
};

} // namespace nanocap::sources
