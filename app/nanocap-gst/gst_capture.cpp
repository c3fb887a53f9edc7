// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap-gst/gst_capture.h"

#include <algorithm>
#include <vector>

namespace nanocap::gst {

namespace {

constexpr GstClockTime look = 100 * GST_MSECOND;      ///< how long an interrupt may wait
constexpr GstClockTime lateError = 500 * GST_MSECOND; ///< behind the end of a stream
constexpr guint mostWaiting = 4;                      ///< pictures, where a person set no limit

struct Bridge
{
    const char* hint; ///< only tried when the description has this word; nullptr: always
    const char* element;
    const char* text;
};
constexpr Bridge bridges[] = {
    {"memory:NVMM", "nvvidconv", "nvvidconv ! video/x-raw,format=BGRx ! "},
    {"memory:GLMemory", "gldownload", "gldownload ! "},
    {"memory:VAMemory", "vapostproc", "vapostproc ! video/x-raw ! "},
    {"memory:VASurface", "vaapipostproc", "vaapipostproc ! video/x-raw ! "},
    {"bayer", "bayer2rgb", "bayer2rgb ! "},
    {nullptr, "decodebin", "decodebin ! "},
};

bool isInstalled(const char* element)
{
    GstElementFactory* factory = gst_element_factory_find(element);
    if (factory)
        gst_object_unref(factory);
    return factory != nullptr;
}

GstElement* findAppsink(GstBin* bin)
{
    GstElement* found = nullptr;
    GstIterator* elements = gst_bin_iterate_all_by_element_factory_name(bin, "appsink");
    GValue value = G_VALUE_INIT;
    if (gst_iterator_next(elements, &value) == GST_ITERATOR_OK)
        found = GST_ELEMENT(g_value_dup_object(&value));
    g_value_unset(&value);
    gst_iterator_free(elements);
    return found;
}

std::string namesOf(gchar** names)
{
    std::string text;
    for (gchar** name = names; name && *name; ++name)
        text += (text.empty() ? "" : ", ") + std::string(*name);
    return text;
}

Ending sinkEnding(const pipeline::SinkProblem& problem)
{
    switch (problem.kind) {
    case pipeline::SinkProblem::SeveralAppsinks:
        return {Word::SeveralBranches, "appsink"};
    case pipeline::SinkProblem::SeveralDisplays:
        return {Word::SeveralBranches, problem.element};
    case pipeline::SinkProblem::NoPictures:
        break;
    }
    return {Word::NoPictures, problem.element};
}

} // namespace

GstCapture::~GstCapture()
{
    close();
}

std::optional<Ending> GstCapture::open(const std::string& description)
{
    GError* initError = nullptr;
    if (!gst_init_check(nullptr, nullptr, &initError)) {
        const Ending ending{Word::NotStarted, initError ? initError->message : "GStreamer cannot be started"};
        g_clear_error(&initError);
        return ending;
    }
    const auto completed = pipeline::completed(description);
    if (!completed)
        return sinkEnding(completed.error());
    const std::optional<Ending> first = start(completed->text());
    if (!first || first->word != Word::Unfit)
        return first;
    std::optional<Ending> missing;
    for (const Bridge& bridge : bridges) {
        if (m_interrupted || (bridge.hint && description.find(bridge.hint) == std::string::npos))
            continue;
        if (!isInstalled(bridge.element)) {
            missing = missing.value_or(Ending{Word::Missing, bridge.element});
            continue;
        }
        const std::optional<Ending> again = start(completed->text(bridge.text));
        if (!again)
            return std::nullopt;
        if (again->word == Word::Missing)
            missing = missing.value_or(*again);
    }
    return missing ? missing : first;
}

std::optional<Ending> GstCapture::parse(const std::string& description)
{
    GError* error = nullptr;
    GstParseContext* context = gst_parse_context_new();
    GstElement* element =
        gst_parse_launch_full(description.c_str(), context, GST_PARSE_FLAG_FATAL_ERRORS, &error);
    gchar** missing = gst_parse_context_get_missing_elements(context);
    std::optional<Ending> refused;
    if (error || !element) {
        refused = error ? parseEnding(*error, namesOf(missing)) : Ending{Word::Refused, "no pipeline"};
        if (element)
            gst_object_unref(element);
    } else {
        m_pipeline = element;
    }
    g_strfreev(missing);
    gst_parse_context_free(context);
    g_clear_error(&error);
    return refused;
}

std::optional<Ending> GstCapture::start(const std::string& description)
{
    close();
    m_missing.clear();
    if (auto refused = parse(description))
        return refused;
    GstElement* sink = GST_IS_BIN(m_pipeline) ? findAppsink(GST_BIN(m_pipeline)) : nullptr;
    if (!sink)
        return Ending{Word::Refused, "the pipeline has no end"};
    m_sink = GST_APP_SINK(sink);
    // Without a limit pictures would gather without end when they come faster than they are taken.
    if (gst_app_sink_get_max_buffers(m_sink) == 0)
        gst_app_sink_set_max_buffers(m_sink, mostWaiting);
    if (gst_element_set_state(m_pipeline, GST_STATE_PLAYING) == GST_STATE_CHANGE_FAILURE)
        return ending(true).value_or(Ending{Word::NotStarted, "no element of it says why"});
    GstFrame picture;
    while (!m_interrupted) {
        m_first = gst_app_sink_try_pull_sample(m_sink, look);
        if (m_first) {
            m_running = true;
            dropBeforeConversion();
            return std::nullopt;
        }
        const bool streamEnded = gst_app_sink_is_eos(m_sink);
        if (auto end = ending(streamEnded))
            return end;
        if (streamEnded)
            return Ending{Word::Unfit, "the stream ended before its first picture"};
    }
    return Ending{Word::Ended, {}};
}

std::optional<Ending> GstCapture::read(GstFrame& picture)
{
    while (!m_interrupted) {
        GstSample* sample =
            m_first ? std::exchange(m_first, nullptr) : gst_app_sink_try_pull_sample(m_sink, look);
        if (sample) {
            picture = GstFrame(sample);
            return picture.isValid() ? std::nullopt
                                     : std::optional(Ending{Word::Broken, "a picture could not be read"});
        }
        const bool streamEnded = gst_app_sink_is_eos(m_sink);
        if (auto end = ending(streamEnded))
            return end;
        if (streamEnded)
            break;
    }
    return Ending{Word::Ended, {}};
}

std::optional<Ending> GstCapture::ending(bool streamEnded)
{
    GstBus* bus = gst_element_get_bus(m_pipeline);
    const auto interesting = GstMessageType(GST_MESSAGE_ERROR | GST_MESSAGE_EOS | GST_MESSAGE_ELEMENT);
    std::optional<Ending> end;
    bool ended = false;
    while (!end && !ended) {
        GstMessage* message = gst_bus_timed_pop_filtered(bus, streamEnded ? lateError : 0, interesting);
        if (!message)
            break;
        if (const std::string name = missingPlugin(message); !name.empty() && m_missing.empty())
            m_missing = name;
        if (GST_MESSAGE_TYPE(message) == GST_MESSAGE_ERROR)
            end = busEnding(message, !m_running);
        ended = GST_MESSAGE_TYPE(message) == GST_MESSAGE_EOS;
        gst_message_unref(message);
    }
    gst_object_unref(bus);
    if (end && end->word == Word::Unfit && !m_missing.empty())
        return Ending{Word::Missing, m_missing};
    return end;
}

void GstCapture::dropBeforeConversion()
{
    // Upstream from the sink over what only converts, which takes raw pictures: any of those may be left out.
    constexpr const char* converters[] = {"capsfilter", "videoconvert", "videoscale", "videoconvertscale"};
    GstPad* pad = gst_element_get_static_pad(GST_ELEMENT(m_sink), "sink");
    while (GstPad* peer = pad ? gst_pad_get_peer(pad) : nullptr) {
        GstElement* element = gst_pad_get_parent_element(peer);
        gst_object_unref(peer);
        GstElementFactory* factory = element ? gst_element_get_factory(element) : nullptr;
        const bool converts =
            factory && std::any_of(std::begin(converters), std::end(converters), [&](const char* name) {
                return g_strcmp0(GST_OBJECT_NAME(factory), name) == 0;
            });
        GstPad* before = converts ? gst_element_get_static_pad(element, "sink") : nullptr;
        if (element)
            gst_object_unref(element);
        if (!before)
            break;
        gst_object_unref(std::exchange(pad, before));
    }
    if (!pad)
        return;
    gst_pad_add_probe(
        pad, GST_PAD_PROBE_TYPE_BUFFER,
        [](GstPad*, GstPadProbeInfo*, gpointer self) { return static_cast<GstCapture*>(self)->passes(); },
        this, nullptr);
    gst_object_unref(pad);
}

GstPadProbeReturn GstCapture::passes()
{
    const GstClockTime now = gst_util_get_timestamp();
    const GstClockTime gap = m_gap;
    if (gap > 0 && GST_CLOCK_TIME_IS_VALID(m_lastPassed) && now - m_lastPassed < gap)
        return GST_PAD_PROBE_DROP;
    m_lastPassed = now;
    return GST_PAD_PROBE_OK;
}

void GstCapture::close()
{
    if (m_first)
        gst_sample_unref(std::exchange(m_first, nullptr));
    if (m_pipeline)
        gst_element_set_state(m_pipeline, GST_STATE_NULL);
    if (m_sink)
        gst_object_unref(std::exchange(m_sink, nullptr));
    if (m_pipeline)
        gst_object_unref(std::exchange(m_pipeline, nullptr));
    m_running = false;
}

} // namespace nanocap::gst
