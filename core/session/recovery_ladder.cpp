// SPDX-License-Identifier: Apache-2.0
#include "core/session/recovery_ladder.h"

#include <algorithm>
#include <array>

namespace nanocap::session {

std::chrono::seconds RecoveryLadder::waitAfter(int failures)
{
    static constexpr std::array<int, 5> seconds = {2, 5, 15, 60, 300};
    const auto rung = std::clamp<std::size_t>(static_cast<std::size_t>(std::max(failures, 1)), 1, 5) - 1;
    return std::chrono::seconds(seconds[rung]);
}

void RecoveryLadder::loaded(const std::string& path)
{
    m_running = path;
    m_firstCaption.reset();
}

void RecoveryLadder::captioned(std::int64_t nowMs)
{
    if (m_firstCaption && nowMs - *m_firstCaption >= healthy.count())
        m_failures = 0;
    if (m_firstCaption || m_running.empty())
        return;
    m_firstCaption = nowMs;
    m_worked.erase(std::remove(m_worked.begin(), m_worked.end(), m_running), m_worked.end());
    m_worked.insert(m_worked.begin(), m_running);
}

void RecoveryLadder::failed(const std::string& path, std::int64_t nowMs)
{
    // A scene in which nothing moves is captioned once; what counts is that nothing failed since.
    if (m_firstCaption && nowMs - *m_firstCaption >= healthy.count())
        m_failures = 0;
    if (m_failures == 0 && !path.empty())
        m_wanted = path;
    m_running.clear();
    m_firstCaption.reset();
    ++m_failures;
}

std::string RecoveryLadder::choose(const std::vector<RecoveryCandidate>& candidates) const
{
    std::vector<std::string> order;
    const auto add = [&](const std::string& path) {
        const bool there = std::any_of(candidates.begin(), candidates.end(),
                                       [&](const RecoveryCandidate& c) { return c.path == path; });
        if (there && std::find(order.begin(), order.end(), path) == order.end())
            order.push_back(path);
    };
    add(m_wanted);
    const auto before = std::find_if(m_worked.begin(), m_worked.end(),
                                     [this](const std::string& path) { return path != m_wanted; });
    if (before != m_worked.end())
        add(*before);
    add(smallest(candidates));
    if (order.empty())
        return {};
    return order[static_cast<std::size_t>(std::max(m_failures - 1, 0)) % order.size()];
}

std::string RecoveryLadder::smallest(const std::vector<RecoveryCandidate>& candidates)
{
    const RecoveryCandidate* best = nullptr;
    for (const RecoveryCandidate& candidate : candidates) {
        if (!candidate.fits)
            continue;
        const bool better = !best || (candidate.trusted && !best->trusted) ||
                            (candidate.trusted == best->trusted && candidate.needBytes < best->needBytes);
        if (better)
            best = &candidate;
    }
    return best ? best->path : std::string();
}

} // namespace nanocap::session
