// SPDX-License-Identifier: Apache-2.0
// What nanocap-gst tells the program that started it, through the pipe it was given: a header, then `length`
// bytes, again and again; the last message says how it ended. Both ends run on one machine, so numbers have
// its byte order. Started as: nanocap-gst FD PIPELINE. SIGTERM ends it and closes the device; it dies with
// the thread that started it.
#pragma once

#include <cstdint>

namespace nanocap::gst {

enum class Word : uint32_t {
    Frame = 1,      ///< `length` bytes of pixels, lines without gaps
    Ended = 2,      ///< no more pictures: the stream ended
    Refused = 3,    ///< the pipeline names what is not there, or cannot be parsed; the text is GStreamer's
    NotStarted = 4, ///< no device, a device in use, no common format; the text is GStreamer's
    Broken = 5      ///< the running pipeline reported an error; the text is GStreamer's
};

struct Header
{
    uint32_t magic = 0x4e434731; ///< "NCG1": raised with every change
    Word word = Word::Ended;
    uint32_t width = 0;
    uint32_t height = 0;
    uint32_t bytesPerPixel = 0; ///< 3: blue, green, red; 1: gray
    uint32_t length = 0;
};

/// More than any camera gives; a longer message is a broken pipe.
constexpr uint32_t longestMessage = 256u << 20;

} // namespace nanocap::gst
