// SPDX-License-Identifier: Apache-2.0
// Who uses the memory: the largest programs of this machine with a plain name and whether they can be
// stopped. Plain C++; walks /proc of the real kernel, for a page a person opens, not for the gauge.
#pragma once

#include "core/memory/reading.h"

namespace nanocap::memory {

enum class StopAdvice { Ours, CanStop, Needed, Unknown };

/// What a program is to the person at the screen, by its process name.
struct ProgramKind
{
    std::string plainName; ///< "Web browser (chromium)"; the process name when it is not known
    StopAdvice advice = StopAdvice::Unknown;
    std::string sentence; ///< what to do about it, in English; empty when unknown
};
ProgramKind kindOf(const std::string& processName);

/// All processes of one name together.
struct MemoryUser
{
    std::string name; ///< as the kernel has it
    ProgramKind kind;
    int processes = 0;
    Bytes rss;
    MaybeBytes proportional; ///< sum of PSS; empty when one of them does not tell (another user's)
};

/// The `count` largest, largest first. `pool`: name of the pool that limits memory
/// (MemoryReading::limitedBy); where it is a cgroup, only programs in it count, since closing another frees
/// nothing there.
std::vector<MemoryUser> topMemoryUsers(std::size_t count, const std::string& pool = {});

/// Whether /proc/PID/cgroup's text puts a process into the memory cgroup of this name or below it. Version 1
/// names the controller, version 2 none.
bool isInMemoryGroup(std::string_view cgroupFile, std::string_view group);

} // namespace nanocap::memory
