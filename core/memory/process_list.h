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

/// The `count` largest, largest first.
std::vector<MemoryUser> topMemoryUsers(std::size_t count);

} // namespace nanocap::memory
