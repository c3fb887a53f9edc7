// SPDX-License-Identifier: Apache-2.0
#include "core/memory/file_text.h"
#include "core/memory/reading.h"

#include <unistd.h>

namespace nanocap::memory {

namespace {

std::string procFile(pid_t pid, const char* file)
{
    return "/proc/" + std::to_string(pid) + "/" + file;
}

/// "VmRSS:     1616 kB" -> its bytes; both /proc/PID/status and smaps_rollup have such lines.
MaybeBytes kilobytes(std::string_view value)
{
    const auto number = parseByteCount(nextWord(value));
    if (!number || trimmed(value) != "kB")
        return std::nullopt;
    return Bytes::fromKilobytes(*number);
}

} // namespace

pid_t ownPid()
{
    return ::getpid();
}

ProcessReading readProcess(pid_t pid)
{
    ProcessReading reading;
    if (pid <= 0)
        return reading;
    if (const auto text = readSmallFile(procFile(pid, "status"))) {
        std::string_view rest = *text;
        while (auto line = nextLine(rest)) {
            const std::size_t colon = line->find(':');
            if (colon == std::string_view::npos)
                continue;
            const std::string_view key = line->substr(0, colon), value = line->substr(colon + 1);
            if (key == "Name")
                reading.name = trimmed(value);
            else if (key == "VmRSS")
                reading.rss = kilobytes(value);
            else if (key == "VmHWM")
                reading.peakRss = kilobytes(value);
            else if (key == "RssAnon")
                reading.anonymous = kilobytes(value);
            else if (key == "RssFile")
                reading.file = kilobytes(value);
            else if (key == "RssShmem")
                reading.shared = kilobytes(value);
            else if (key == "VmSwap")
                reading.swapped = kilobytes(value);
        }
    }
    // 1234 (name, may hold blanks) S ppid … minflt(10) cminflt majflt(12) cmajflt utime(14) stime(15) …
    if (const auto text = readSmallFile(procFile(pid, "stat"), 4096)) {
        const std::size_t close = text->rfind(')');
        if (close != std::string::npos) {
            std::string_view rest = std::string_view(*text).substr(close + 1);
            std::optional<std::uint64_t> user, system;
            for (int field = 3; field <= 15; ++field) {
                const auto value = parseNumber(nextWord(rest));
                if (field == 10)
                    reading.minorFaults = value;
                else if (field == 12)
                    reading.majorFaults = value;
                else if (field == 14)
                    user = value;
                else if (field == 15)
                    system = value;
            }
            const long ticks = ::sysconf(_SC_CLK_TCK);
            if (user && system && ticks > 0)
                reading.cpuSeconds = double(*user + *system) / double(ticks);
        }
    }
    return reading;
}

// Rss:                1680 kB
// Pss:                 465 kB
// Shared_Clean:       1452 kB …
ProcessShare readProcessShare(pid_t pid)
{
    ProcessShare share;
    const auto text = readSmallFile(procFile(pid, "smaps_rollup"), 8192);
    if (!text)
        return share;
    std::string_view rest = *text;
    MaybeBytes sharedClean, sharedDirty, privateClean, privateDirty;
    while (auto line = nextLine(rest)) {
        const std::size_t colon = line->find(':');
        if (colon == std::string_view::npos)
            continue;
        const std::string_view key = line->substr(0, colon), value = line->substr(colon + 1);
        if (key == "Rss")
            share.rss = kilobytes(value);
        else if (key == "Pss")
            share.proportional = kilobytes(value);
        else if (key == "Shared_Clean")
            sharedClean = kilobytes(value);
        else if (key == "Shared_Dirty")
            sharedDirty = kilobytes(value);
        else if (key == "Private_Clean")
            privateClean = kilobytes(value);
        else if (key == "Private_Dirty")
            privateDirty = kilobytes(value);
    }
    if (sharedClean && sharedDirty)
        share.shared = *sharedClean + *sharedDirty;
    if (privateClean && privateDirty)
        share.ownOnly = *privateClean + *privateDirty;
    return share;
}

} // namespace nanocap::memory
