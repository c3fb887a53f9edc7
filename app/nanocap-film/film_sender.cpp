// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap-film/film_sender.h"

#include "core/base/write_all.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <poll.h>
#include <unistd.h>

namespace nanocap::film {

namespace {

using std::chrono::milliseconds;

/// No picture stands longer: times that jump are damaged ones.
constexpr milliseconds longestPicture{10'000};
constexpr milliseconds longestLastPicture{2'000};
constexpr milliseconds signOfLife{1'000};
constexpr milliseconds untilTold{-1};
// When pictures are late: from when on some are skipped, of which one in so long is sent anyway; from when on
// the decoder leaves some out; from when on the film runs slower.
constexpr milliseconds late{60};
constexpr milliseconds sentAnyway{200};
constexpr milliseconds veryLate{500};
constexpr milliseconds tooLate{2'000};

} // namespace

bool FilmSender::write(const Header& header, const void* body)
{
    return writeAll(m_messages, &header, sizeof header) && writeAll(m_messages, body, header.length);
}

void FilmSender::tell(const Ending& ending)
{
    write(Header{.word = Word::Ending, .length = sizeof ending}, &ending);
}

bool FilmSender::obey(milliseconds time)
{
    pollfd orders{m_orders, POLLIN, 0};
    const int ready = ::poll(&orders, 1, int(time.count()));
    if (ready == 0 || (ready < 0 && errno == EINTR))
        return true;
    char order = 0;
    if (ready < 0 || ::read(m_orders, &order, 1) != 1)
        return false;
    m_paused = order == pauseByte;
    return true;
}

/// The time spent paused is added to what is due.
bool FilmSender::waitUntilDue()
{
    auto lastSign = Clock::now();
    if (!obey(milliseconds(0)))
        return false;
    for (;;) {
        const auto now = Clock::now();
        if (!m_paused && now - lastSign >= signOfLife) {
            if (!write(Header{.word = Word::Alive}, nullptr))
                return false;
            lastSign = now;
        }
        if (!m_paused && now >= m_due)
            return true;
        const auto rest = std::chrono::ceil<milliseconds>(m_due - now);
        const auto nap = m_paused ? untilTold : std::min(signOfLife, rest);
        const bool wasPaused = m_paused;
        if (!obey(nap))
            return false;
        if (wasPaused)
            m_due += Clock::now() - now;
    }
}

bool FilmSender::send(const AVFrame& picture, pixels::Size size, Turn turn)
{
    const AVFrame* scaled = m_scaler.scaled(picture, size);
    if (!scaled)
        return true;
    const size_t line = size_t(size.width) * 4;
    m_pixels.resize(line * size_t(size.height));
    for (int y = 0; y < size.height; ++y)
        std::memcpy(&m_pixels[line * size_t(y)], scaled->data[0] + ptrdiff_t(y) * scaled->linesize[0], line);
    m_sent = Clock::now();
    return write(Header{.word = Word::Picture,
                        .width = uint32_t(size.width),
                        .height = uint32_t(size.height),
                        .rotation = turn.rotation,
                        .flip = turn.flip,
                        .length = uint32_t(m_pixels.size())},
                 m_pixels.data());
}

void FilmSender::play(FilmReader& reader)
{
    struct Skipped
    {
        pixels::FramePointer picture;
        pixels::Size size;
        Turn turn;
    } skipped;
    bool first = true;
    int64_t lastMs = 0;
    milliseconds lasts{0};
    while (const AVFrame* picture = reader.next()) {
        const milliseconds step(reader.timeMs() - lastMs);
        if (first || Clock::now() - m_due > tooLate)
            m_due = Clock::now();
        else
            m_due +=
                step < milliseconds(0) ? std::min(lasts, longestPicture) : std::min(step, longestPicture);
        first = false;
        lastMs = reader.timeMs();
        lasts = milliseconds(reader.durationMs());
        if (!waitUntilDue())
            return;
        const auto lag = Clock::now() - m_due;
        reader.hurry(lag > veryLate);
        if (lag > late && Clock::now() - m_sent < sentAnyway) {
            skipped = {pixels::FramePointer(av_frame_clone(picture)), reader.shownSize(), reader.turn()};
            continue;
        }
        skipped.picture.reset();
        if (!send(*picture, reader.shownSize(), reader.turn()))
            return;
    }
    // The last picture is always given.
    if (skipped.picture && !send(*skipped.picture, skipped.size, skipped.turn))
        return;
    m_due += std::min(lasts, longestLastPicture);
    if (first || waitUntilDue())
        tell(reader.ending());
}

} // namespace nanocap::film
