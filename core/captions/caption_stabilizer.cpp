// SPDX-License-Identifier: Apache-2.0
#include "core/captions/caption_stabilizer.h"

#include <algorithm>

namespace nanocap::captions {

bool CaptionStabilizer::offer(const std::string& text, double meanLogProbability, Milliseconds now)
{
    m_recent[m_offers++ % m_recent.size()] = text;
    if (!m_any) {
        m_any = true;
        m_shown = text;
        m_probability = meanLogProbability;
        m_since = now;
        return true;
    }
    if (text == m_shown) {
        // The rival must beat what the shown text is worth now, not what it was worth when it appeared.
        m_probability = meanLogProbability;
        return false;
    }
    const bool wins = meanLogProbability - m_probability >= clearMargin || votesFor(text) >= 2;
    if (!wins || now - m_since < minimumShown)
        return false;
    m_shown = text;
    m_probability = meanLogProbability;
    m_since = now;
    return true;
}

void CaptionStabilizer::force(const std::string& text, double meanLogProbability, Milliseconds now)
{
    m_recent[m_offers++ % m_recent.size()] = text;
    m_any = true;
    m_shown = text;
    m_probability = meanLogProbability;
    m_since = now;
}

void CaptionStabilizer::reset()
{
    *this = CaptionStabilizer();
}

int CaptionStabilizer::votesFor(const std::string& text) const
{
    const std::size_t seen = std::min(m_offers, m_recent.size());
    return static_cast<int>(
        std::count(m_recent.begin(), m_recent.begin() + static_cast<std::ptrdiff_t>(seen), text));
}

} // namespace nanocap::captions
