// SPDX-License-Identifier: Apache-2.0
#include "app/pipeline/picture_sink.h"

#include "app/pipeline/pipeline_text.h"

#include <algorithm>
#include <optional>

namespace nanocap::pipeline {

namespace {

enum class Role { None, App, Display, Nothing, Sound, Bytes };

bool endsWith(const std::string& text, const std::string& ending)
{
    return text.size() >= ending.size() &&
           text.compare(text.size() - ending.size(), ending.size(), ending) == 0;
}

Role roleOf(const std::string& element)
{
    constexpr const char* displays[] = {
        "kmssink",        "waylandsink",       "gtksink",       "gtkglsink",
        "gtkwaylandsink", "gtk4paintablesink", "qmlglsink",     "qml6glsink",
        "qmlsink",        "fbdevsink",         "aasink",        "cacasink",
        "sdlsink",        "nv3dsink",          "nveglglessink", "nvoverlaysink",
        "fpsdisplaysink", "vaapisink",         "v4l2sink",      "nvdrmvideosink",
        "glsinkbin",      "overlaysink",       "imxv4l2sink"};
    if (element == "appsink")
        return Role::App;
    if (endsWith(element, "videosink") || endsWith(element, "imagesink") ||
        std::any_of(std::begin(displays), std::end(displays),
                    [&](const char* name) { return element == name; }))
        return Role::Display;
    if (element == "fakesink" || element == "testsink")
        return Role::Nothing;
    if (endsWith(element, "audiosink") || element == "alsasink" || element == "pulsesink" ||
        element == "jackaudiosink" || element == "openalsink" || element == "osssink" ||
        element == "oss4sink" || element == "pipewiresink")
        return Role::Sound;
    return endsWith(element, "sink") ? Role::Bytes : Role::None;
}

/// Which element's place the pictures leave at; elements.size() for the open end.
tl::expected<std::size_t, SinkProblem> choose(const std::vector<Element>& elements)
{
    const auto withRole = [&](Role role) {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < elements.size(); ++i) {
            if (roleOf(elements[i].name) == role)
                found.push_back(i);
        }
        return found;
    };
    const auto apps = withRole(Role::App), displays = withRole(Role::Display),
               nothing = withRole(Role::Nothing);
    if (apps.size() > 1)
        return tl::unexpected(SinkProblem{SinkProblem::SeveralAppsinks, "appsink"});
    if (apps.size() == 1)
        return apps.front();
    if (displays.size() > 1)
        return tl::unexpected(SinkProblem{SinkProblem::SeveralDisplays, elements[displays.front()].name});
    if (displays.size() == 1)
        return displays.front();
    if (nothing.size() == 1)
        return nothing.front();
    const Role last = elements.empty() ? Role::None : roleOf(elements.back().name);
    if (last != Role::None)
        return tl::unexpected(SinkProblem{SinkProblem::NoPictures, elements.back().name});
    return elements.size();
}

std::string ownSink(const std::string& pipeline, const Element* replaced)
{
    const std::string sync = replaced ? replaced->value("sync") : std::string();
    return "appsink drop=true max-buffers=1 sync=" +
           (!sync.empty() ? sync : std::string(opensCamera(pipeline) ? "false" : "true"));
}

/// The person's own appsink; what it asks for as `caps` is asked for before the conversion instead.
std::string keptSink(const Element& element, std::string& before)
{
    std::string sink = "appsink";
    for (const Property& property : element.properties) {
        if (property.name == "caps")
            before += "capsfilter " + property.text + " ! ";
        // A sink that links refer to by name has given its name to the head of the conversion.
        else if (property.name != "name" || element.afterLink)
            sink += " " + property.text;
    }
    return sink;
}

/// What other sinks and a player become, read from the end so that places stay right.
std::string without(std::string text, std::size_t offset, const std::vector<Element>& elements,
                    std::size_t chosen)
{
    for (std::size_t i = elements.size(); i-- > 0;) {
        const Element& element = elements[i];
        if (i == chosen || element.begin < offset || element.end > offset + text.size())
            continue;
        const Role role = roleOf(element.name);
        std::string instead;
        if (role == Role::Display || role == Role::Sound) {
            const std::string name = element.value("name");
            instead = "fakesink sync=true" + (name.empty() ? name : " name=" + name);
        } else if (element.name == "playbin" || element.name == "playbin3") {
            instead = "uridecodebin uri=" + element.value("uri");
        } else {
            continue;
        }
        text.replace(element.begin - offset, element.end - element.begin, instead);
    }
    return text;
}

} // namespace

std::string Completed::text(const std::string& bridge) const
{
    // The first converter lets pictures through that the scaler takes as they are, so that large ones are
    // made small before they are converted.
    return before + bridge +
           "videoconvert ! videoscale add-borders=false ! videoconvert ! "
           "video/x-raw,format=BGR,width=[1,1280],height=[1,1280],pixel-aspect-ratio=1/1 ! " +
           sink + after;
}

tl::expected<Completed, SinkProblem> completed(const std::string& pipeline)
{
    const std::vector<Element> elements = elementsOf(pipeline);
    const auto chosen = choose(elements);
    if (!chosen)
        return tl::unexpected(chosen.error());
    Completed result;
    if (*chosen == elements.size()) {
        const bool open = endsWith(pipeline, "!");
        result.before = without(pipeline, 0, elements, *chosen) + (open ? " " : " ! ");
        result.sink = ownSink(pipeline, nullptr);
        return result;
    }
    const Element& element = elements[*chosen];
    result.before = without(pipeline.substr(0, element.begin), 0, elements, *chosen);
    if (!element.afterLink) {
        const std::string name = element.value("name");
        result.before += "identity " + (name.empty() ? name : "name=" + name + " ") + "! ";
    }
    result.sink =
        roleOf(element.name) == Role::App ? keptSink(element, result.before) : ownSink(pipeline, &element);
    result.after = without(pipeline.substr(element.end), element.end, elements, *chosen);
    return result;
}

} // namespace nanocap::pipeline
