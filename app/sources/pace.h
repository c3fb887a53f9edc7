// SPDX-License-Identifier: Apache-2.0
// Pace: how many pictures are wanted of a live source.
#pragma once

namespace nanocap::sources {

enum class Pace {
    Full,
    Watching ///< five a second at most: enough to see within 0.3 s that something changes
};
constexpr int watchingGapMs = 200;

} // namespace nanocap::sources
