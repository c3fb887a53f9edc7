// SPDX-License-Identifier: Apache-2.0
// What nanocap-film tells the program that started it, through its standard output: a header, then `length`
// bytes, again and again; the last message says how it ended. Both ends run on one machine, so numbers have
// its byte order. Started as: nanocap-film FD, where FD is the opened file, so that no name is in the way; it
// begins paused. pauseByte and playByte on its standard input do what they say; the end of the input ends it.
#pragma once

#include <cstdint>

namespace nanocap::film {

constexpr char pauseByte = 'p';
constexpr char playByte = 'g';

enum class Word : uint32_t {
    Picture = 1, ///< BGR0, lines without gaps, before it is turned
    Alive = 2,   ///< nothing but that it waits for the next picture's time; at least once a second
    Ending = 3   ///< an Ending; nothing follows
};

struct Header
{
    uint32_t magic = 0x4e434631; ///< "NCF1": raised with every change
    Word word = Word::Alive;
    uint32_t width = 0;
    uint32_t height = 0;
    int32_t rotation = 0; ///< clockwise: 0, 90, 180 or 270; then
    uint32_t flip = 0;    ///< not 0: left and right are exchanged
    uint32_t length = 0;
};

enum class Outcome : uint32_t {
    Ended,        ///< every picture was given, or passed over as damaged
    CutOff,       ///< the file ends before its film does
    Empty,        ///< a file of no bytes
    Unreadable,   ///< the system does not give the file's bytes
    NoFilm,       ///< bytes of no film format
    NoIndex,      ///< MP4 or MOV without the list of its pictures, which stands at the end: cut off
    Playlist,     ///< text that names other files or addresses; `name` is the format
    Still,        ///< a single picture; `name` is the format
    SoundOnly,    ///< no pictures in it
    UnknownCodec, ///< no decoder for `name`
    PixelFormat,  ///< pictures in the pixel format `name`, which cannot be converted
    Matrix,       ///< colours in the matrix `name`, which cannot be converted
    TooLarge,     ///< over largestArea points in a picture
    NoMemory,     ///< the decoder's share of memory does not suffice
    Broken        ///< a decoder or demuxer gave up; `words` are its own
};

/// What the process may allocate: a film that needs more is refused instead of taking the machine's memory.
constexpr uint64_t memoryShare = uint64_t(1) << 30;
/// A picture of 8192x4320 points; a decoder holds up to 17 of them.
constexpr int64_t largestArea = int64_t(8192) * 4320;

struct Ending
{
    Outcome outcome = Outcome::Ended;
    uint32_t pictures = 0; ///< decoded whole
    uint32_t damaged = 0;  ///< passed over
    uint32_t width = 0;    ///< TooLarge: of one picture
    uint32_t height = 0;
    int64_t reachedMs = 0; ///< how far into the film the last picture reaches
    int64_t wholeMs = -1;  ///< how long the film says it is; -1 when it does not
    char name[64] = {};
    char words[200] = {}; ///< of the decoder, for whoever diagnoses
};

} // namespace nanocap::film
