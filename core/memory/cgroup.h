// SPDX-License-Identifier: Apache-2.0
// Memory cgroups above this process: version 1, version 2 and hosts that mount both. Plain C++.
#pragma once

#include "core/memory/reading.h"

namespace nanocap::memory {

/// Folder of one memory cgroup and what it is called.
struct MemoryGroup
{
    std::string folder;   ///< below the root of the mount
    std::string name;     ///< path inside the hierarchy: "/", "/docker/abc"
    bool unified = false; ///< version 2
};

/// Every memory cgroup from ours to the root that exists, ours first, of both versions. /proc/self/cgroup
/// names ours; a container sees a path there that its mount does not have, then the mount's root is ours.
std::vector<MemoryGroup> memoryGroups(const SystemRoot& root);

/// limit - usage + inactive_file of one group, within 0 … limit; nothing when it has no limit. The limit is
/// the lesser of memory.max and memory.high (v2) or memory.limit_in_bytes (v1). Without memory.stat, limit -
/// usage.
std::optional<Pool> roomOf(const MemoryGroup& group, std::vector<std::string>& warnings);

/// OOM kills the nearest group counts: v2 memory.events, v1 memory.oom_control; empty where it counts none.
std::optional<std::uint64_t> oomKillsOf(const std::vector<MemoryGroup>& groups);

} // namespace nanocap::memory
