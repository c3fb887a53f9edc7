// SPDX-License-Identifier: Apache-2.0
#include "core/memory/reading.h"

#include "core/memory/cgroup.h"
#include "core/memory/file_text.h"
#include "core/memory/meminfo.h"

#include <sys/resource.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace nanocap::memory {

namespace {

void addMemInfo(const SystemRoot& root, MemoryReading& reading, MemInfo& info)
{
    const std::string file = root.path + "/proc/meminfo";
    const auto text = readSmallFile(file);
    if (!text)
        return;
    info = parseMemInfo(*text);
    for (const std::string& name : info.unreadable)
        reading.warnings.push_back(file + ": " + name + " is not a number of kB and was skipped");
    reading.total = info.total;
    reading.swapTotal = info.swapTotal;
    reading.swapFree = info.swapFree;
    reading.gpuShared = info.nvMapUsed;
    const bool garbled =
        std::find(info.unreadable.begin(), info.unreadable.end(), "MemAvailable") != info.unreadable.end();
    if (info.available) {
        reading.memAvailable = info.available;
    } else if (!garbled) {
        reading.memAvailable = estimatedAvailable(info);
        reading.memAvailableEstimated = reading.memAvailable.has_value();
        if (reading.memAvailableEstimated)
            reading.warnings.push_back(
                file + " has no MemAvailable: estimated as MemFree + Buffers + Cached - Shmem");
    }
    if (!reading.memAvailable && !reading.total && reading.warnings.empty() && !trimmed(*text).empty())
        reading.warnings.push_back(file + " could not be understood and was skipped");
    if (reading.memAvailable)
        reading.pools.push_back({"MemAvailable", file, *reading.memAvailable, info.total});
}

MaybeBytes ownFigure(const char* key)
{
    const auto text = readSmallFile("/proc/self/status");
    if (!text)
        return std::nullopt;
    std::string_view rest = *text;
    while (auto line = nextLine(rest)) {
        std::string_view words = *line;
        if (nextWord(words) != key)
            continue;
        const auto value = parseByteCount(nextWord(words));
        return value ? MaybeBytes(Bytes::fromKilobytes(*value)) : std::nullopt;
    }
    return std::nullopt;
}

void addResourceLimit(MemoryReading& reading, decltype(RLIMIT_AS) resource, const char* name,
                      const char* usedKey)
{
    rlimit limit = {};
    if (::getrlimit(resource, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY ||
        limit.rlim_cur >= (rlim_t(1) << 62))
        return;
    const MaybeBytes used = ownFigure(usedKey);
    if (!used)
        return;
    const Bytes bytes(static_cast<std::int64_t>(limit.rlim_cur));
    // No pool size: the reserve is a share of a machine or a cgroup, not of an address space.
    reading.pools.push_back(
        {name, std::string("getrlimit(") + name + ")", std::max(Bytes(), bytes - *used), {}});
}

/// Limits of this very process: they say nothing about a simulated machine.
void addProcessLimits(MemoryReading& reading, const MemInfo& info)
{
    addResourceLimit(reading, RLIMIT_AS, "RLIMIT_AS", "VmSize:");
    addResourceLimit(reading, RLIMIT_DATA, "RLIMIT_DATA", "VmData:");
    const auto mode = readSmallFile("/proc/sys/vm/overcommit_memory", 16);
    if (mode && trimmed(*mode) == "2" && info.commitLimit && info.committed)
        reading.pools.push_back({"overcommit limit",
                                 "/proc/meminfo",
                                 std::max(Bytes(), *info.commitLimit - *info.committed),
                                 {}});
}

} // namespace

SystemRoot SystemRoot::fromEnvironment()
{
    const char* folder = std::getenv("NANOCAP_MEMINFO_ROOT");
    if (!folder || !*folder)
        return {};
    std::error_code error;
    std::string path = std::filesystem::absolute(folder, error).lexically_normal().string();
    if (error)
        path = folder;
    while (!path.empty() && path.back() == '/')
        path.pop_back();
    return {path};
}

MemoryReading readMemory(const SystemRoot& root)
{
    MemoryReading reading;
    reading.monotonicMs = monotonicMilliseconds();
    MemInfo info;
    addMemInfo(root, reading, info);
    for (const MemoryGroup& group : memoryGroups(root))
        if (auto pool = roomOf(group, reading.warnings))
            reading.pools.push_back(std::move(*pool));
    if (!root.isSimulated())
        addProcessLimits(reading, info);
    if (const auto swaps = readSmallFile(root.path + "/proc/swaps", 4096))
        reading.swapIsZram = swapsOnZram(*swaps);

    for (const Pool& pool : reading.pools) {
        if (!reading.available || pool.available < *reading.available) {
            reading.available = pool.available;
            reading.limitedBy = pool.name;
        }
        if (pool.limit && (!reading.tightestPool || *pool.limit < *reading.tightestPool))
            reading.tightestPool = pool.limit;
    }
    if (!reading.tightestPool)
        reading.tightestPool = reading.total;
    return reading;
}

Bytes reserveFor(const MaybeBytes& tightestPool)
{
    const Bytes least = Bytes::fromMegabytes(16), most = Bytes::fromMegabytes(400);
    return tightestPool ? std::clamp(*tightestPool / 10, least, most) : least;
}

} // namespace nanocap::memory
