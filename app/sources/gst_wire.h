// SPDX-License-Identifier: Apache-2.0
// What nanocap-gst tells the program that started it, through the pipe it was given: a header, then `length`
// bytes, again and again; the last message says how it ended. Both ends run on one machine, so numbers have
// its byte order. Started as: nanocap-gst FD PIPELINE. SIGUSR1 asks for five pictures a second, SIGUSR2 for
// all of them again. SIGTERM ends it and closes the device; it dies with
// the thread that started it.
#pragma once

#include <cstdint>

namespace nanocap::gst {

enum class Word : uint32_t {
    Frame = 1,      ///< `length` bytes of pixels, lines without gaps
    Ended = 2,      ///< no more pictures: the stream ended
    Refused = 3,    ///< the pipeline names what is not there, or cannot be parsed; the text is GStreamer's
    NotStarted = 4, ///< no device, a device in use, no common format; the text is GStreamer's
    Broken = 5,     ///< the running pipeline reported an error; the text is GStreamer's
    Missing = 6,    ///< an element or decoder is not installed; the text names it
    Unfit = 7, ///< what arrives where the pictures are taken can be made no picture; the text is GStreamer's
    NoPictures = 8,     ///< it ends in something that takes no pictures; the text is the element
    SeveralBranches = 9 ///< several branches could be meant; the text is the element they end in
};

struct Header
{
    uint32_t magic = 0x4e434732; ///< "NCG2": raised with every change
    Word word = Word::Ended;
    uint32_t width = 0;
    uint32_t height = 0;
    uint32_t bytesPerPixel = 0; ///< 3: blue, green, red
    uint32_t length = 0;
};

/// More than any camera gives; a longer message is a broken pipe.
constexpr uint32_t longestMessage = 256u << 20;

} // namespace nanocap::gst
