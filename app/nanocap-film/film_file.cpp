// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap-film/film_file.h"

#include "app/nanocap-film/log_ear.h"

extern "C" {
#include <libavutil/avstring.h>
}

#include <array>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <sys/stat.h>
#include <unistd.h>

namespace nanocap::film {

namespace {

constexpr int readAheadBytes = 64 << 10;

/// Demuxers that open what their file names. They get none of it anyway; this lets the sentence say so.
constexpr std::array<std::string_view, 10> playlists{"hls",  "dash", "concat", "concatf",    "sdp",
                                                     "rtsp", "asx",  "imf",    "ffmetadata", "vapoursynth"};

bool isStill(std::string_view format)
{
    return format == "image2" || format == "ico" || format.ends_with("_pipe");
}

int readBytes(void* fd, uint8_t* to, int size)
{
    ssize_t got = 0;
    do
        got = ::read(*static_cast<int*>(fd), to, size_t(size));
    while (got < 0 && errno == EINTR);
    return got > 0 ? int(got) : got == 0 ? AVERROR_EOF : AVERROR(errno);
}

int64_t seekBytes(void* fd, int64_t to, int whence)
{
    if (whence & AVSEEK_SIZE) {
        struct stat status = {};
        return ::fstat(*static_cast<int*>(fd), &status) == 0 ? int64_t(status.st_size) : -1;
    }
    const off_t at = ::lseek(*static_cast<int*>(fd), to, whence & ~AVSEEK_FORCE);
    return at < 0 ? AVERROR(errno) : at;
}

int openNothing(AVFormatContext*, AVIOContext**, const char*, int, AVDictionary**)
{
    return AVERROR(EPERM);
}

std::string wordsFor(int error)
{
    char text[AV_ERROR_MAX_STRING_SIZE] = {};
    av_strerror(error, text, sizeof text);
    return text;
}

template <size_t N> void store(char (&to)[N], const std::string& text)
{
    std::strncpy(to, text.c_str(), N - 1);
}

} // namespace

Ending refusal(Outcome outcome, const std::string& name, const std::string& words)
{
    Ending ending;
    ending.outcome = outcome;
    store(ending.name, name);
    store(ending.words, words.empty() ? log_ear::firstError() : words);
    return ending;
}

FilmFile::~FilmFile()
{
    avcodec_free_context(&m_decoder);
    avformat_close_input(&m_container);
    if (m_bytes)
        av_freep(&m_bytes->buffer);
    avio_context_free(&m_bytes);
    if (m_fd >= 0)
        ::close(m_fd);
}

std::optional<Ending> FilmFile::open(int file)
{
    m_fd = file;
    struct stat status = {};
    if (::fstat(m_fd, &status) != 0)
        return refusal(Outcome::Unreadable, {}, std::strerror(errno));
    if (!S_ISREG(status.st_mode))
        return refusal(Outcome::Unreadable, {}, "it is no ordinary file");
    if (status.st_size == 0)
        return refusal(Outcome::Empty);
    m_container = avformat_alloc_context();
    auto* buffer = static_cast<unsigned char*>(av_malloc(readAheadBytes));
    m_bytes = buffer ? avio_alloc_context(buffer, readAheadBytes, 0, &m_fd, readBytes, nullptr, seekBytes)
                     : nullptr;
    if (!m_container || !m_bytes)
        return refusal(Outcome::NoMemory);
    m_container->pb = m_bytes;
    m_container->io_open = openNothing;
    m_container->protocol_whitelist = av_strdup("file");
    if (auto ending = recognise())
        return ending;
    return openDecoder();
}

std::optional<Ending> FilmFile::recognise()
{
    const AVInputFormat* format = nullptr;
    const int score = av_probe_input_buffer2(m_bytes, &format, "", nullptr, 0, 0);
    if (score < 0 || !format)
        return refusal(Outcome::NoFilm);
    for (const std::string_view playlist : playlists) {
        if (av_match_name(std::string(playlist).c_str(), format->name))
            return refusal(Outcome::Playlist, format->long_name ? format->long_name : format->name);
    }
    if (isStill(format->name))
        return refusal(Outcome::Still, format->name);
    // Bytes that might be anything are taken for the first format whose mark they happen to hold.
    if (score <= AVPROBE_SCORE_RETRY / 2)
        return refusal(Outcome::NoFilm);

    int error = avformat_open_input(&m_container, "", format, nullptr);
    if (error >= 0)
        error = avformat_find_stream_info(m_container, nullptr);
    if (error == AVERROR(ENOMEM))
        return refusal(Outcome::NoMemory);
    if (error < 0 || !m_container)
        return refusal(log_ear::missedIndex() ? Outcome::NoIndex : Outcome::NoFilm, format->name,
                       wordsFor(error));
    return std::nullopt;
}

std::optional<Ending> FilmFile::openDecoder()
{
    const AVCodec* codec = nullptr;
    const int index = av_find_best_stream(m_container, AVMEDIA_TYPE_VIDEO, -1, -1, &codec, 0);
    // A cut in the middle of the index leaves a container without a single track.
    if (index == AVERROR_STREAM_NOT_FOUND && m_container->nb_streams == 0 &&
        av_match_name("mov", m_container->iformat->name))
        return refusal(Outcome::NoIndex);
    if (index == AVERROR_STREAM_NOT_FOUND)
        return refusal(Outcome::SoundOnly);
    if (index < 0 || !codec) {
        for (unsigned i = 0; i < m_container->nb_streams; ++i) {
            const AVCodecParameters* stream = m_container->streams[i]->codecpar;
            if (stream->codec_type == AVMEDIA_TYPE_VIDEO)
                return refusal(Outcome::UnknownCodec, avcodec_get_name(stream->codec_id));
        }
        return refusal(Outcome::SoundOnly);
    }
    m_stream = m_container->streams[index];
    // The cover of a record.
    if (m_stream->disposition & AV_DISPOSITION_ATTACHED_PIC)
        return refusal(Outcome::SoundOnly);
    const AVCodecParameters& stream = *m_stream->codecpar;
    if (int64_t(stream.width) * stream.height > largestArea) {
        Ending ending = refusal(Outcome::TooLarge);
        ending.width = uint32_t(stream.width);
        ending.height = uint32_t(stream.height);
        return ending;
    }
    m_decoder = avcodec_alloc_context3(codec);
    if (!m_decoder || avcodec_parameters_to_context(m_decoder, &stream) < 0)
        return refusal(Outcome::NoMemory);
    m_decoder->pkt_timebase = m_stream->time_base;
    // Every further thread holds pictures of its own.
    m_decoder->thread_count = 1;
    m_decoder->max_pixels = largestArea;
    const int error = avcodec_open2(m_decoder, codec, nullptr);
    if (error < 0)
        return refusal(error == AVERROR(ENOMEM) ? Outcome::NoMemory : Outcome::Broken, codec->name,
                       wordsFor(error));
    return std::nullopt;
}

} // namespace nanocap::film
