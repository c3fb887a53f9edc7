// SPDX-License-Identifier: Apache-2.0
// The gauge's bar in four parts that add up: this program, what the GPU shares, others, available. Plain C++.
#pragma once

#include "core/memory/reading.h"

namespace nanocap::memory {

/// What one of our processes takes, as the gauge counts it.
struct AppProcess
{
    MaybeBytes rss;
    MaybeBytes proportional; ///< PSS; empty where the kernel does not tell
};

/// A part that is not known is empty and hidden. When `total` is known, app + gpuShared + other + available
/// is exactly `total`.
struct GaugeParts
{
    std::string pool;     ///< "MemAvailable" or the cgroup that limits us: what the whole bar stands for
    MaybeBytes total;     ///< MemTotal, or the limit of that cgroup
    MaybeBytes app;       ///< window + engine, as far as it is not also counted as available
    MaybeBytes gpuShared; ///< Tegra only, and only while the bar is the machine
    MaybeBytes other;
    MaybeBytes available; ///< the guard's figure

    MaybeBytes appWhole; ///< window + engine as `ps` or smaps_rollup tell; more than `app` only in a small
                         ///< cgroup, where pages of files count for a process and can still be dropped
    bool appIsProportional =
        false; ///< PSS of every process; else resident sets, which count shared pages twice
};

GaugeParts gaugeParts(const MemoryReading& reading, const AppProcess& window, const AppProcess& engine);

} // namespace nanocap::memory
