// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap-gst/gst_watch.h"

namespace nanocap::gst {

namespace {

guint elementAddedSignal()
{
    // The class must exist before its signals do.
    static gpointer bin = g_type_class_ref(GST_TYPE_BIN);
    return bin ? g_signal_lookup("element-added", GST_TYPE_BIN) : 0;
}

/// " (No such file …)": the element's own words stand in the last line of its note, the first names a line of
/// code.
std::string lastLine(const char* debug)
{
    const std::string note = debug ? debug : "";
    const auto line = note.rfind('\n');
    return line == std::string::npos || line + 1 == note.size() ? "" : " (" + note.substr(line + 1) + ")";
}

} // namespace

GstWatch::~GstWatch()
{
    endAdoption();
    release();
}

void GstWatch::beginAdoption()
{
    m_thread = g_thread_self();
    m_hook = g_signal_add_emission_hook(elementAddedSignal(), 0, &GstWatch::elementAdded, this, nullptr);
}

void GstWatch::endAdoption()
{
    if (m_hook != 0)
        g_signal_remove_emission_hook(elementAddedSignal(), m_hook);
    m_hook = 0;
}

gboolean GstWatch::elementAdded(GSignalInvocationHint*, guint count, const GValue* values, gpointer self)
{
    auto* watch = static_cast<GstWatch*>(self);
    if (count == 0 || g_thread_self() != watch->m_thread)
        return TRUE;
    auto* bin = static_cast<GstElement*>(g_value_get_object(&values[0]));
    if (GST_IS_PIPELINE(bin))
        watch->adopt(bin);
    return TRUE;
}

void GstWatch::adopt(GstElement* pipeline)
{
    std::lock_guard lock(m_mutex);
    if (m_pipeline)
        return;
    m_pipeline = GST_ELEMENT(gst_object_ref(pipeline));
    GstBus* bus = gst_element_get_bus(pipeline);
    gst_bus_set_sync_handler(bus, &GstWatch::messagePosted, this, nullptr);
    gst_object_unref(bus);
}

GstBusSyncReply GstWatch::messagePosted(GstBus*, GstMessage* message, gpointer self)
{
    auto* watch = static_cast<GstWatch*>(self);
    if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR) {
        GError* error = nullptr;
        gchar* debug = nullptr;
        gst_message_parse_error(message, &error, &debug);
        if (error)
            watch->setError(std::string(error->message) + lastLine(debug));
        g_clear_error(&error);
        g_free(debug);
    }
    return GST_BUS_PASS;
}

void GstWatch::interrupt()
{
    m_interrupted = true;
    GstElement* pipeline = nullptr;
    {
        std::lock_guard lock(m_mutex);
        if (m_pipeline)
            pipeline = GST_ELEMENT(gst_object_ref(m_pipeline));
    }
    if (!pipeline)
        return;
    gst_element_set_state(pipeline, GST_STATE_NULL);
    gst_object_unref(pipeline);
}

void GstWatch::release()
{
    std::lock_guard lock(m_mutex);
    if (!m_pipeline)
        return;
    // The handler must be gone before this object is: the bus may live on in other hands.
    GstBus* bus = gst_element_get_bus(m_pipeline);
    gst_bus_set_sync_handler(bus, nullptr, nullptr, nullptr);
    gst_object_unref(bus);
    gst_object_unref(m_pipeline);
    m_pipeline = nullptr;
}

std::string GstWatch::error() const
{
    std::lock_guard lock(m_mutex);
    return m_error;
}

void GstWatch::setError(const std::string& error)
{
    std::lock_guard lock(m_mutex);
    if (m_error.empty())
        m_error = error;
}

} // namespace nanocap::gst
