// SPDX-License-Identifier: Apache-2.0
#include "core/memory/meminfo.h"

#include "core/memory/file_text.h"

#include <algorithm>

namespace nanocap::memory {

// MemTotal:        4059712 kB
// MemFree:          310244 kB
// MemAvailable:     956416 kB
// …
// NvMapMemUsed:     204800 kB        (Tegra kernels only)
MemInfo parseMemInfo(std::string_view text)
{
    MemInfo info;
    struct Field
    {
        std::string_view key;
        MaybeBytes* target;
    };
    const Field fields[] = {{"MemTotal", &info.total},          {"MemFree", &info.free},
                            {"MemAvailable", &info.available},  {"Buffers", &info.buffers},
                            {"Cached", &info.cached},           {"Shmem", &info.shmem},
                            {"SwapTotal", &info.swapTotal},     {"SwapFree", &info.swapFree},
                            {"CommitLimit", &info.commitLimit}, {"Committed_AS", &info.committed},
                            {"NvMapMemUsed", &info.nvMapUsed}};
    while (auto line = nextLine(text)) {
        const std::size_t colon = line->find(':');
        if (colon == std::string_view::npos)
            continue;
        const std::string_view key = line->substr(0, colon);
        const auto* field =
            std::find_if(std::begin(fields), std::end(fields), [&](const Field& f) { return f.key == key; });
        if (field == std::end(fields))
            continue;
        std::string_view rest = line->substr(colon + 1);
        const auto value = parseByteCount(nextWord(rest));
        // A number without its unit may be a line cut in the middle: a wrong figure is worse than none.
        if (value && *value < (std::int64_t(1) << 52) && trimmed(rest) == "kB")
            *field->target = Bytes::fromKilobytes(*value);
        else
            info.unreadable.emplace_back(key);
    }
    return info;
}

MaybeBytes estimatedAvailable(const MemInfo& info)
{
    if (!info.free)
        return std::nullopt;
    const Bytes none;
    const Bytes cached = info.cached.value_or(none) - info.shmem.value_or(none);
    return std::max(none, *info.free + info.buffers.value_or(none) + cached);
}

// Filename    Type        Size    Used    Priority
// /dev/zram0  partition   507460  0       5
bool swapsOnZram(std::string_view text)
{
    nextLine(text);
    while (auto line = nextLine(text))
        if (nextWord(*line).find("zram") != std::string_view::npos)
            return true;
    return false;
}

} // namespace nanocap::memory
