// SPDX-License-Identifier: Apache-2.0
// FilmFile: an opened container and its pictures' decoder. It reads one file through one descriptor: whatever
// other file or address the container names is never opened. One thread.
#pragma once

#include "app/sources/film_wire.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
}

#include <optional>
#include <string>

namespace nanocap::film {

class FilmFile
{
public:
    FilmFile() = default;
    FilmFile(const FilmFile&) = delete;
    FilmFile& operator=(const FilmFile&) = delete;
    ~FilmFile();

    /// Takes the descriptor of a file, at its beginning. Empty when its pictures can be decoded, else why
    /// not.
    std::optional<Ending> open(int file);

    AVFormatContext& container() { return *m_container; }
    AVCodecContext& decoder() { return *m_decoder; }
    const AVStream& pictures() const { return *m_stream; }

private:
    std::optional<Ending> recognise();
    std::optional<Ending> openDecoder();

    int m_fd = -1;
    AVIOContext* m_bytes = nullptr;
    AVFormatContext* m_container = nullptr;
    AVCodecContext* m_decoder = nullptr;
    AVStream* m_stream = nullptr;
};

/// An ending of nothing shown. `words` default to the first error FFmpeg told.
Ending refusal(Outcome outcome, const std::string& name = {}, const std::string& words = {});

} // namespace nanocap::film
