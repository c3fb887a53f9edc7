// SPDX-License-Identifier: Apache-2.0
// What GStreamer says when something fails, as one of the contract's words and a text.
#pragma once

#include "app/sources/gst_wire.h"

#include <gst/gst.h>

#include <string>

namespace nanocap::gst {

struct Ending
{
    Word word = Word::Broken;
    std::string text;
};

/// What gst_parse_launch_full() refused. `missing`: names of elements it did not find, from its context.
Ending parseEnding(const GError& error, const std::string& missing);

/// Error and missing-plugin messages; `beforeFirstPicture` tells a pipeline that never ran from one that
/// broke. Missing when decodebin found no decoder: the text is what it would have had to decode.
Ending busEnding(GstMessage* message, bool beforeFirstPicture);

/// "H.264 (Main Profile) decoder" of a missing-plugin message; empty for every other message.
std::string missingPlugin(GstMessage* message);

} // namespace nanocap::gst
