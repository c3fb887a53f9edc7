// SPDX-License-Identifier: Apache-2.0
// CgroupCeiling: a memory cgroup for one engine process, where this program may make one (root, or a
// delegated group). The allocator's budget refuses cleanly; this is the last line, held by the kernel: an
// engine that grows where no allocator sees it dies alone, and its group counts the kill.
#pragma once

#include "core/base/bytes.h"

#include <sys/types.h>

#include <string>

namespace nanocap::engine {

class CgroupCeiling
{
public:
    CgroupCeiling() = default;
    ~CgroupCeiling() { remove(); }
    CgroupCeiling(const CgroupCeiling&) = delete;
    CgroupCeiling& operator=(const CgroupCeiling&) = delete;

    /// Makes a group below ours with this limit and moves the process into it. False where that is not
    /// allowed; then nothing has changed.
    bool hold(pid_t pid, Bytes limit);
    /// Whether the kernel killed in the group because of this limit, not because of one further up.
    bool killedHere() const;
    /// Removes the group; its process must have ended.
    void remove();

private:
    std::string m_folder;
    int m_version = 0;
};

} // namespace nanocap::engine
