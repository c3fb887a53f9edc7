// SPDX-License-Identifier: Apache-2.0
// CaptionStabilizer: keeps a live caption from flickering. A new text replaces the shown one only when it
// wins (clearly more probable, or seen in two of the last three frames) and the shown one was readable long
// enough. Plain C++, no clock of its own: the caller says what time it is.
#pragma once

#include <array>
#include <chrono>
#include <string>

namespace nanocap::captions {

class CaptionStabilizer
{
public:
    using Milliseconds = std::chrono::milliseconds;
    static constexpr Milliseconds minimumShown{1500};
    static constexpr double clearMargin = 0.5; ///< natural log: about 1.6 times as probable, word for word

    /// A caption of one frame; true when the shown text changes to it.
    bool offer(const std::string& text, double meanLogProbability, Milliseconds now);
    /// Shows it at once: the person asked for this frame.
    void force(const std::string& text, double meanLogProbability, Milliseconds now);
    void reset();

    const std::string& shown() const { return m_shown; }

private:
    int votesFor(const std::string& text) const;

    std::string m_shown;
    double m_probability = 0;
    Milliseconds m_since{0};
    bool m_any = false;
    std::array<std::string, 3> m_recent;
    std::size_t m_offers = 0;
};

} // namespace nanocap::captions
