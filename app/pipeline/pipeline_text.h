// SPDX-License-Identifier: Apache-2.0
// The words of a GStreamer pipeline description (the grammar of gst_parse_launch, as far as one must know it
// to find elements): quotes hide what is in them, and a file called appsink is no appsink. Plain C++, any
// thread.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace nanocap::pipeline {

struct Property
{
    std::string name;
    std::string text; ///< "name=value" as written, with its quotes
    std::string value() const { return text.substr(text.find('=') + 1); }
};

struct Element
{
    std::string name;      ///< of its kind: "videotestsrc"
    std::size_t begin = 0; ///< its place in the text, properties included
    std::size_t end = 0;
    bool afterLink = false; ///< a "!" stands before it
    std::vector<Property> properties;

    /// The property's value as written; empty when it is not set.
    std::string value(const std::string& property) const;
};

/// The elements, in order. Caps, references ("t.") and brackets are passed over.
std::vector<Element> elementsOf(const std::string& pipeline);

/// Whether the pipeline reads a camera or a network stream, which set the pace themselves and are opened
/// again when they end or fail.
bool opensCamera(const std::string& pipeline);

} // namespace nanocap::pipeline
