// SPDX-License-Identifier: Apache-2.0
#include "core/memory/cgroup.h"

#include "core/memory/file_text.h"

#include <algorithm>

namespace nanocap::memory {

namespace {

struct OwnPaths
{
    std::string version1 = "/", version2 = "/";
};

// 9:memory:/docker/4f2a        version 1: one line per controller, "a,b" when several are mounted together
// 0::/user.slice/kiosk.service  version 2
OwnPaths parseOwnCgroups(std::string_view text)
{
    OwnPaths paths;
    while (auto line = nextLine(text)) {
        const std::size_t first = line->find(':');
        const std::size_t second = first == std::string_view::npos ? first : line->find(':', first + 1);
        if (second == std::string_view::npos)
            continue;
        const std::string_view path = line->substr(second + 1);
        if (path.empty() || path.front() != '/')
            continue;
        std::string controllers = ",";
        controllers.append(line->substr(first + 1, second - first - 1)).append(",");
        if (controllers == ",," && line->substr(0, first) == "0")
            paths.version2 = path;
        else if (controllers.find(",memory,") != std::string::npos)
            paths.version1 = path;
    }
    return paths;
}

void addFromOursToRoot(std::vector<MemoryGroup>& groups, const std::string& mount, std::string path,
                       bool unified)
{
    if (!isFolder(mount))
        return;
    // "/../x": our group lies outside of what this cgroup namespace shows.
    if (path.find("..") != std::string::npos)
        path = "/";
    while (path.size() > 1) {
        if (isFolder(mount + path))
            groups.push_back({mount + path, path, unified});
        path.resize(std::max<std::size_t>(path.rfind('/'), 1));
    }
    groups.push_back({mount, "/", unified});
}

/// The limit in `file`. `limited` stays false for "max", version 1's huge figure, a missing or a broken file.
struct Limit
{
    std::int64_t bytes = 0;
    bool limited = false;
};
Limit readLimit(const std::string& file, std::vector<std::string>& warnings)
{
    const auto text = readSmallFile(file, 128);
    if (!text)
        return {};
    const std::string_view word = trimmed(*text);
    if (word == "max")
        return {};
    const auto value = parseNumber(word);
    if (!value) {
        warnings.push_back(file + " is not a number and was skipped");
        return {};
    }
    // Version 1 writes the largest multiple of a page below 2^63 for "no limit": 9223372036854771712 with 4
    // KB pages, less with larger ones. No machine has 2^62 bytes.
    if (*value >= (std::uint64_t(1) << 62))
        return {};
    return {static_cast<std::int64_t>(*value), true};
}

} // namespace

std::vector<MemoryGroup> memoryGroups(const SystemRoot& root)
{
    std::vector<MemoryGroup> groups;
    const auto text = readSmallFile(root.path + "/proc/self/cgroup");
    const OwnPaths own = parseOwnCgroups(text ? *text : std::string());
    const std::string mounts = root.path + "/sys/fs/cgroup";
    const std::string version1 = mounts + "/memory";
    // "memory" may also be a plain group of version 2; only version 1 has the *_in_bytes files.
    const bool hasVersion1 =
        isFolder(version1) && !isFolder(version1 + "/cgroup.events") &&
        (readSmallFile(version1 + "/memory.usage_in_bytes", 64) ||
         readSmallFile(version1 + "/memory.limit_in_bytes", 64) || isFolder(version1 + own.version1));
    const bool looksUnified = readSmallFile(mounts + "/cgroup.controllers", 4096).has_value();
    if (hasVersion1 && !looksUnified)
        addFromOursToRoot(groups, version1, own.version1, false);
    if (isFolder(mounts + "/unified"))
        addFromOursToRoot(groups, mounts + "/unified", own.version2, true);
    else if (looksUnified || !hasVersion1)
        addFromOursToRoot(groups, mounts, own.version2, true);
    return groups;
}

std::optional<Pool> roomOf(const MemoryGroup& group, std::vector<std::string>& warnings)
{
    const std::string base = group.folder + "/memory.";
    Limit limit = readLimit(base + (group.unified ? "max" : "limit_in_bytes"), warnings);
    std::string source = base + (group.unified ? "max" : "limit_in_bytes");
    if (group.unified) {
        const Limit high = readLimit(base + "high", warnings);
        if (high.limited && (!limit.limited || high.bytes < limit.bytes)) {
            limit = high;
            source = base + "high";
        }
    }
    if (!limit.limited)
        return std::nullopt;
    const std::string usageFile = base + (group.unified ? "current" : "usage_in_bytes");
    const auto usageText = readSmallFile(usageFile, 128);
    if (!usageText)
        return std::nullopt;
    const auto usage = parseByteCount(trimmed(*usageText));
    if (!usage) {
        warnings.push_back(usageFile + " is not a number and was skipped");
        return std::nullopt;
    }
    // Without memory.stat the page cache that could be dropped is not known: the room is at least this.
    std::int64_t inactive = 0;
    if (const auto stat = readSmallFile(base + "stat")) {
        const auto value = flatKeyed(*stat, group.unified ? "inactive_file" : "total_inactive_file");
        if (value && *value < (std::uint64_t(1) << 62))
            inactive = static_cast<std::int64_t>(*value);
        else
            warnings.push_back(base + "stat does not tell the inactive file pages");
    }
    const std::int64_t room = limit.bytes - *usage + std::min(inactive, *usage);
    return Pool{"cgroup " + group.name, source, Bytes(std::clamp<std::int64_t>(room, 0, limit.bytes)),
                Bytes(limit.bytes)};
}

std::optional<std::uint64_t> oomKillsOf(const std::vector<MemoryGroup>& groups)
{
    // Both versions count a kill in the group of the process that was killed, whatever ancestor was full.
    for (const MemoryGroup& group : groups) {
        const auto text =
            readSmallFile(group.folder + (group.unified ? "/memory.events" : "/memory.oom_control"), 4096);
        if (const auto kills = text ? flatKeyed(*text, "oom_kill") : std::nullopt)
            return kills;
    }
    return std::nullopt;
}

} // namespace nanocap::memory
