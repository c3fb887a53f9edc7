// SPDX-License-Identifier: Apache-2.0
// Parser of /proc/meminfo and /proc/swaps. Plain C++.
#pragma once

#include "core/base/bytes.h"

#include <string>
#include <string_view>
#include <vector>

namespace nanocap::memory {

/// The lines of /proc/meminfo the guard and the gauge use, found by their names. A line that is absent leaves
/// its field empty; one that is not "<number> kB" leaves it empty and its name in `unreadable`.
struct MemInfo
{
    MaybeBytes total, free, available, buffers, cached, shmem, swapTotal, swapFree, commitLimit, committed;
    MaybeBytes nvMapUsed; ///< Tegra: memory the GPU shares with the CPU
    std::vector<std::string> unreadable;
};
MemInfo parseMemInfo(std::string_view text);

/// MemAvailable, else what kernels before 3.14 let one estimate: MemFree + Buffers + Cached - Shmem.
MaybeBytes estimatedAvailable(const MemInfo& info);

/// True when /proc/swaps names a zram device: that swap takes the memory it gives.
bool swapsOnZram(std::string_view text);

} // namespace nanocap::memory
