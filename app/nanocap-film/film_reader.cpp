// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap-film/film_reader.h"

#include "app/nanocap-film/log_ear.h"

extern "C" {
#include <libavutil/display.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

namespace nanocap::film {

namespace {

/// A container's own length is a little off by rounding and by sound that begins before the pictures.
constexpr int64_t lengthToleranceMs = 500;
constexpr int mostFailuresAtTheEnd = 100;
/// Of a film that does not tell its rate.
constexpr int64_t usualDurationMs = 40;

struct FreePacket
{
    void operator()(AVPacket* packet) const { av_packet_free(&packet); }
};

Turn turnOf(const int32_t* matrix)
{
    const double b = matrix[1], d = matrix[4];
    const double determinant = double(matrix[0]) * d - b * double(matrix[3]);
    const int quarters = int(std::lround(std::atan2(b, d) / (std::numbers::pi / 2)));
    return {(quarters + 4) % 4 * 90, determinant < 0};
}

} // namespace

FilmReader::FilmReader(FilmFile& file) : m_file(file), m_frame(av_frame_alloc())
{
    const AVFormatContext& container = file.container();
    if (container.duration > 0 && container.duration_estimation_method != AVFMT_DURATION_FROM_BITRATE)
        m_ending.wholeMs = container.duration / (AV_TIME_BASE / 1000);
}

int64_t FilmReader::toMs(int64_t stamp, const AVStream& stream) const
{
    const int64_t ms = av_rescale_q(stamp, stream.time_base, AVRational{1, 1000});
    const int64_t start = m_file.container().start_time;
    return start == AV_NOPTS_VALUE ? ms : ms - start / (AV_TIME_BASE / 1000);
}

bool FilmReader::feed()
{
    AVFormatContext& container = m_file.container();
    const std::unique_ptr<AVPacket, FreePacket> packet(av_packet_alloc());
    if (!packet)
        return false;
    for (;;) {
        const int error = av_read_frame(&container, packet.get());
        if (error < 0) {
            m_cut = m_cut || error != AVERROR_EOF;
            m_drained = true;
            avcodec_send_packet(&m_file.decoder(), nullptr);
            return true;
        }
        const AVStream& stream = *container.streams[packet->stream_index];
        const bool whole = (packet->flags & AV_PKT_FLAG_CORRUPT) == 0;
        m_cut = !whole;
        const int64_t stamp = packet->pts != AV_NOPTS_VALUE ? packet->pts : packet->dts;
        if (whole && stamp != AV_NOPTS_VALUE)
            m_reachedMs = std::max(m_reachedMs, toMs(stamp + packet->duration, stream));
        if (packet->stream_index != m_file.pictures().index) {
            av_packet_unref(packet.get());
            continue;
        }
        const unsigned errorsBefore = log_ear::decoderErrors();
        const int sent = avcodec_send_packet(&m_file.decoder(), packet.get());
        if (sent == AVERROR(ENOMEM))
            return false;
        if (sent < 0)
            ++m_ending.damaged;
        if (sent < 0 || !whole || log_ear::decoderErrors() != errorsBefore)
            noteDamage(packet->dts);
        return true;
    }
}

void FilmReader::noteDamage(int64_t dts)
{
    if (!m_damagedSince)
        m_damagedSince = dts;
    m_lastDamage = dts;
}

bool FilmReader::isWhole(const AVFrame& frame)
{
    if (frame.decode_error_flags != 0 || (frame.flags & AV_FRAME_FLAG_CORRUPT) != 0) {
        noteDamage(frame.pkt_dts);
        return false;
    }
    if (!m_damagedSince || frame.pkt_dts < *m_damagedSince)
        return true;
    const bool begins = frame.key_frame != 0 && frame.pkt_dts > m_lastDamage;
    if (begins)
        m_damagedSince.reset();
    return begins;
}

bool FilmReader::isConvertible(const AVFrame& frame)
{
    const auto format = AVPixelFormat(frame.format);
    const AVPixFmtDescriptor* description = av_pix_fmt_desc_get(format);
    const bool rgb = description && (description->flags & AV_PIX_FMT_FLAG_RGB) != 0;
    const bool readable = pixels::canConvert(format);
    if (readable && (rgb || pixels::canConvert(frame.colorspace)))
        return true;
    m_refused = true;
    const Ending refused = readable ? refusal(Outcome::Matrix, pixels::nameOf(frame.colorspace))
                                    : refusal(Outcome::PixelFormat, pixels::nameOf(format));
    const uint32_t shown = m_ending.pictures;
    m_ending = refused;
    m_ending.pictures = shown;
    return false;
}

void FilmReader::setTime(const AVFrame& frame)
{
    const AVStream& stream = m_file.pictures();
    const AVRational rate = av_guess_frame_rate(&m_file.container(), const_cast<AVStream*>(&stream), nullptr);
    int64_t duration = av_rescale_q(frame.pkt_duration, stream.time_base, AVRational{1, 1000});
    if (duration <= 0 && rate.num > 0 && rate.den > 0)
        duration = av_rescale(1000, rate.den, rate.num);
    const int64_t after = m_timeMs + m_durationMs;
    m_timeMs =
        frame.best_effort_timestamp == AV_NOPTS_VALUE ? after : toMs(frame.best_effort_timestamp, stream);
    m_durationMs = duration > 0 ? duration : usualDurationMs;
    m_ending.reachedMs = std::max(m_ending.reachedMs, m_timeMs + m_durationMs);
}

const AVFrame* FilmReader::next()
{
    if (!m_frame)
        return nullptr;
    for (;;) {
        av_frame_unref(m_frame.get());
        const unsigned errorsBefore = log_ear::decoderErrors();
        const int got = avcodec_receive_frame(&m_file.decoder(), m_frame.get());
        if (got == 0) {
            if (log_ear::decoderErrors() != errorsBefore)
                noteDamage(m_frame->pkt_dts);
            if (!isConvertible(*m_frame))
                return nullptr;
            noteTurn(*m_frame);
            if (isWhole(*m_frame)) {
                ++m_ending.pictures;
                setTime(*m_frame);
                return m_frame.get();
            }
            ++m_ending.damaged;
            continue;
        }
        const bool starved = got == AVERROR(EAGAIN) && !m_drained;
        const bool goesOn = got != AVERROR(EAGAIN) && got != AVERROR_EOF && got != AVERROR(ENOMEM) &&
                            (!m_drained || ++m_failuresInARow < mostFailuresAtTheEnd);
        if (goesOn)
            ++m_ending.damaged;
        if (got == AVERROR(ENOMEM) || (starved && !feed())) {
            m_refused = true;
            m_ending = refusal(Outcome::NoMemory);
            return nullptr;
        }
        if (!starved && !goesOn) {
            finish();
            return nullptr;
        }
    }
}

void FilmReader::finish()
{
    if (m_refused)
        return;
    // Some containers count their length from the first picture, some from 0: a start far behind 0 is no cut.
    const int64_t start = m_file.container().start_time;
    const int64_t startMs = start == AV_NOPTS_VALUE ? 0 : std::max<int64_t>(0, start / (AV_TIME_BASE / 1000));
    const bool tooShort =
        m_ending.wholeMs > 0 && startMs + m_reachedMs + lengthToleranceMs < m_ending.wholeMs;
    const Ending words = refusal(m_cut || tooShort ? Outcome::CutOff : Outcome::Ended);
    m_ending.outcome = words.outcome;
    // The AVI demuxer shortens the length to what the file's size allows.
    if (!tooShort || startMs > lengthToleranceMs)
        m_ending.wholeMs = -1;
    if (m_ending.damaged > 0 || m_cut)
        std::copy(std::begin(words.words), std::end(words.words), std::begin(m_ending.words));
}

pixels::Size FilmReader::shownSize() const
{
    AVStream* stream = const_cast<AVStream*>(&m_file.pictures());
    const AVRational pixel = av_guess_sample_aspect_ratio(&m_file.container(), stream, m_frame.get());
    return pixels::shownSize({m_frame->width, m_frame->height}, pixel.num, pixel.den);
}

void FilmReader::noteTurn(const AVFrame& frame)
{
    const AVFrameSideData* data = av_frame_get_side_data(&frame, AV_FRAME_DATA_DISPLAYMATRIX);
    if (data && data->size >= 9 * sizeof(int32_t))
        m_told = turnOf(reinterpret_cast<const int32_t*>(data->data));
}

Turn FilmReader::turn() const
{
    if (m_told)
        return *m_told;
    size_t size = 0;
    const uint8_t* data = av_stream_get_side_data(&m_file.pictures(), AV_PKT_DATA_DISPLAYMATRIX, &size);
    if (data && size >= 9 * sizeof(int32_t))
        return turnOf(reinterpret_cast<const int32_t*>(data));
    return {};
}

void FilmReader::hurry(bool on)
{
    m_file.decoder().skip_frame = on ? AVDISCARD_NONREF : AVDISCARD_DEFAULT;
}

} // namespace nanocap::film
