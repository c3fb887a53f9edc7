// SPDX-License-Identifier: Apache-2.0
// FilmReader: the whole pictures of an opened film, one after the other, and what is said at its end.
// Pictures that the decoder could not read whole, and those that build on them, are counted and passed over:
// a caption of half a picture would be a false one. One thread.
#pragma once

#include "app/nanocap-film/film_file.h"
#include "app/pixels/picture_scaler.h"

#include <optional>

namespace nanocap::film {

struct Turn
{
    int rotation = 0; ///< clockwise, in degrees
    bool flip = false;
};

class FilmReader
{
public:
    explicit FilmReader(FilmFile& file);

    /// The next whole picture, valid until the next call; null at the end, of which ending() tells.
    const AVFrame* next();
    const Ending& ending() const { return m_ending; }

    /// When the last picture is shown, since the beginning of the film, and for how long.
    int64_t timeMs() const { return m_timeMs; }
    int64_t durationMs() const { return m_durationMs; }
    /// The size it is shown in, before it is turned.
    pixels::Size shownSize() const;
    /// How it is to be turned: by what the picture says, else by what the container says.
    Turn turn() const;

    /// Pictures on which no other one builds are not decoded: for a machine that is too slow.
    void hurry(bool on);

private:
    bool feed();
    bool isWhole(const AVFrame& frame);
    void noteDamage(int64_t dts);
    void setTime(const AVFrame& frame);
    void noteTurn(const AVFrame& frame);
    bool isConvertible(const AVFrame& frame);
    void finish();
    int64_t toMs(int64_t stamp, const AVStream& stream) const;

    FilmFile& m_file;
    pixels::FramePointer m_frame;
    Ending m_ending;
    int64_t m_timeMs = 0;
    int64_t m_durationMs = 0;
    int64_t m_reachedMs = 0;    ///< by whole packets of any stream
    int m_failuresInARow = 0;   ///< of the decoder, when it has been given everything
    bool m_drained = false;     ///< the decoder has been given everything
    bool m_cut = false;         ///< the last packet was not whole, or could not be read
    std::optional<Turn> m_told; ///< by a picture, for itself and those after it, until another tells anew
    bool m_refused = false;     ///< m_ending has been decided by something else than the end
    std::optional<int64_t> m_damagedSince; ///< decoding time from which pictures build on a damaged one
    int64_t m_lastDamage = 0;
};

} // namespace nanocap::film
