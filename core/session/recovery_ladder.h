// SPDX-License-Identifier: Apache-2.0
// RecoveryLadder: what is loaded next after a load or an engine failed, and when. A plain value without clock
// and timer; whoever shows the countdown asks it.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace nanocap::session {

/// A model as the ladder looks at it: there, in order, and with a plan against the memory of now.
struct RecoveryCandidate
{
    std::string path;
    std::int64_t needBytes = 0; ///< of its plan: what decides which is the smallest
    bool fits = false;          ///< a load may begin now
    bool trusted = true;        ///< not one that took the program down
};

class RecoveryLadder
{
public:
    /// Captions for so long mean that it works: the next failure is a first one again.
    static constexpr std::chrono::milliseconds healthy{10'000};
    /// After crashes of the program itself, until the smallest model is tried.
    static constexpr std::chrono::seconds afterCrashes{300};
    /// After somebody stopped a load; nothing failed then.
    static constexpr std::chrono::seconds afterStop{60};
    /// 2, 5, 15, 60 s, then every 5 minutes. `failures` counts from 1.
    static std::chrono::seconds waitAfter(int failures);

    /// `path` is loaded; its captions begin to count.
    void loaded(const std::string& path);
    /// A caption was made, `nowMs` by any monotonic clock.
    void captioned(std::int64_t nowMs);
    /// The load of `path`, or the engine it was in, failed.
    void failed(const std::string& path, std::int64_t nowMs);
    /// Which model is meant to be loaded, until another one works: the first one that fails.
    const std::string& wanted() const { return m_wanted; }
    /// The one somebody asked for and that could not even be found; failed() counts for it.
    void want(const std::string& path) { m_wanted = path; }

    int failures() const { return m_failures; }
    std::chrono::seconds wait() const { return waitAfter(m_failures); }
    /// The model to try now: first the one that failed, then the one that worked before it, then the smallest
    /// that fits, and these in turn from then on. Those that are not among `candidates` are passed over;
    /// empty when none is left.
    std::string choose(const std::vector<RecoveryCandidate>& candidates) const;
    /// The smallest that fits, trusted ones first; empty when none fits.
    static std::string smallest(const std::vector<RecoveryCandidate>& candidates);

private:
    std::string m_wanted;
    std::string m_running;
    std::vector<std::string> m_worked;          ///< newest first, each once
    std::optional<std::int64_t> m_firstCaption; ///< of the model that is loaded
    int m_failures = 0;
};

} // namespace nanocap::session
