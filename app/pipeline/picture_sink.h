// SPDX-License-Identifier: Apache-2.0
// Where a pipeline's pictures leave it: the appsink a person wrote, else the display it would have drawn on,
// else its open end; and the pipeline made to end there in pictures that Nanocap takes. Plain C++, any
// thread.
#pragma once

#include <tl/expected.hpp>

#include <string>

namespace nanocap::pipeline {

/// The pipeline in pieces, so that a converter fits between the first two.
struct Completed
{
    std::string before; ///< up to where the pictures leave, its last link included
    std::string sink;   ///< one appsink with the person's own properties
    std::string after;  ///< other branches

    /// The whole, with `bridge` ("decodebin ! ", or nothing) before the conversion to BGR of at most 1280
    /// pixels a side with square pixels.
    std::string text(const std::string& bridge = {}) const;
};

struct SinkProblem
{
    enum Kind {
        SeveralAppsinks,
        SeveralDisplays, ///< no telling which branch is meant
        NoPictures,      ///< `element` takes sound, a file's bytes or a stream
    };
    Kind kind = NoPictures;
    std::string element;
};

/// `pipeline`: of gst_parse_launch. Displays besides the chosen sink and sound outputs become fakesink, so
/// that no window opens and no sound card is needed; playbin becomes uridecodebin. Where a person set no
/// pace, pictures go by the clock unless a camera sets it.
tl::expected<Completed, SinkProblem> completed(const std::string& pipeline);

} // namespace nanocap::pipeline
