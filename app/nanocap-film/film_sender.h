// SPDX-License-Identifier: Apache-2.0
// FilmSender: gives the pictures of a film to whoever started this program, each at its time, and listens for
// "pause" and "play" while it waits. A machine that is too slow skips pictures; when even that does not help
// the film runs slower.
#pragma once

#include "app/nanocap-film/film_reader.h"

#include <chrono>
#include <vector>

namespace nanocap::film {

class FilmSender
{
public:
    using Clock = std::chrono::steady_clock;

    /// Orders come from one descriptor, messages go to the other.
    FilmSender(int orders, int messages) : m_orders(orders), m_messages(messages) {}

    /// Plays the film to its end, and says how it ended. Returns early when nobody listens any more.
    void play(FilmReader& reader);
    void tell(const Ending& ending);

private:
    bool obey(std::chrono::milliseconds time);
    bool waitUntilDue();
    bool send(const AVFrame& picture, pixels::Size size, Turn turn);
    bool write(const Header& header, const void* body);

    int m_orders;
    int m_messages;
    bool m_paused = true;
    Clock::time_point m_due;  ///< of the last picture
    Clock::time_point m_sent; ///< the last picture that was
    pixels::PictureScaler m_scaler;
    std::vector<uint8_t> m_pixels;
};

} // namespace nanocap::film
