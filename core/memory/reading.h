// SPDX-License-Identifier: Apache-2.0
// What the kernel says about memory, read from its files; "no reading" and "nothing" never look alike.
// Plain C++, any thread. The root of /proc and /sys is a parameter, so tests and demonstrations feed files.
#pragma once

#include "core/base/failure.h"

#include <sys/types.h>

#include <optional>
#include <string>
#include <vector>

namespace nanocap::memory {

/// Where the system's files are: "/" or the folder named by NANOCAP_MEMINFO_ROOT. A process's own figures
/// (/proc/PID/status …) are always the kernel's.
struct SystemRoot
{
    std::string path; ///< "" = the real root
    static SystemRoot fromEnvironment();
    bool isSimulated() const { return !path.empty(); }
};

/// One term of the rule "available = the least of these".
struct Pool
{
    std::string name;   ///< "MemAvailable", "cgroup /docker/abc", …
    std::string source; ///< the file it came from
    Bytes available;
    MaybeBytes limit; ///< size of the pool: MemTotal or the cgroup's limit
};

struct MemoryReading
{
    MaybeBytes total;        ///< MemTotal
    MaybeBytes memAvailable; ///< MemAvailable, or MemFree+Buffers+Cached-Shmem on kernels before 3.14
    bool memAvailableEstimated = false;
    std::vector<Pool> pools;        ///< every term that could be read
    MaybeBytes available;           ///< least of the pools; empty = unknown
    std::string limitedBy;          ///< name of the pool that gives `available`
    MaybeBytes tightestPool;        ///< smallest limit among the pools: what the reserve is 10 % of
    MaybeBytes swapTotal, swapFree; ///< shown, never counted
    bool swapIsZram = false;
    MaybeBytes gpuShared;              ///< NvMapMemUsed on Tegra; empty elsewhere
    std::vector<std::string> warnings; ///< files that could not be parsed
    std::int64_t monotonicMs = 0;      ///< when it was read
};
MemoryReading readMemory(const SystemRoot& root = SystemRoot::fromEnvironment());

/// Pressure-stall information and paging; each empty where this kernel has none.
struct PressureReading
{
    std::optional<double> someAvg10, fullAvg10;     ///< per cent, /proc/pressure/memory
    std::optional<std::uint64_t> swapIns, swapOuts; ///< pages since boot, /proc/vmstat
    std::optional<std::uint64_t> majorFaults;       ///< since boot
    std::optional<std::uint64_t> oomKills;          ///< since boot (kernel 4.13+)
    std::optional<std::uint64_t> cgroupOomKills; ///< of our cgroups (v2 memory.events, v1 memory.oom_control)
};
PressureReading readPressure(const SystemRoot& root = SystemRoot::fromEnvironment());

/// One process, from /proc/PID/status and /proc/PID/stat of the real kernel. Empty fields where it is gone.
struct ProcessReading
{
    MaybeBytes rss, peakRss, anonymous, file, shared, swapped;
    std::optional<std::uint64_t> majorFaults, minorFaults;
    std::optional<double> cpuSeconds;
    std::string name;
};
ProcessReading readProcess(pid_t pid);
pid_t ownPid();

/// How a process's resident set divides, from /proc/PID/smaps_rollup (kernel 4.14+, own processes or root).
/// The kernel walks every page for it: about a millisecond per 100 MB, so once a second at most.
struct ProcessShare
{
    MaybeBytes rss;
    MaybeBytes proportional; ///< PSS: shared pages divided by their users, so that processes add up
    MaybeBytes shared;       ///< pages others map too
    MaybeBytes ownOnly;      ///< what its end gives back
};
ProcessShare readProcessShare(pid_t pid);

/// The reserve the guard keeps: 10 % of the tightest pool, at least 16 MB, at most 400 MB; 16 MB if unknown.
Bytes reserveFor(const MaybeBytes& tightestPool);

} // namespace nanocap::memory
