// SPDX-License-Identifier: Apache-2.0
#include "core/memory/gauge_parts.h"

#include <algorithm>

namespace nanocap::memory {

namespace {

MaybeBytes sumOf(const MaybeBytes& a, const MaybeBytes& b)
{
    if (!a || !b)
        return a ? a : b;
    return *a + *b;
}

} // namespace

GaugeParts gaugeParts(const MemoryReading& reading, const AppProcess& window, const AppProcess& engine)
{
    GaugeParts parts;
    parts.available = reading.available;
    parts.pool = reading.limitedBy;
    parts.total = reading.total;
    bool isMachine = true;
    for (const Pool& pool : reading.pools)
        if (pool.name == reading.limitedBy && pool.limit) {
            parts.total = pool.limit;
            isMachine = pool.name == "MemAvailable";
        }
    if (isMachine)
        parts.gpuShared = reading.gpuShared;

    // PSS only when every process that runs tells it: a sum of PSS and RSS is neither.
    parts.appIsProportional = (window.proportional || !window.rss) && (engine.proportional || !engine.rss) &&
                              (window.proportional || engine.proportional);
    parts.appWhole = parts.appIsProportional ? sumOf(window.proportional, engine.proportional)
                                             : sumOf(window.rss, engine.rss);
    parts.app = parts.appWhole;
    if (!parts.total || !parts.available)
        return parts;
    Bytes rest = *parts.total - std::min(*parts.available, *parts.total);
    if (parts.gpuShared) {
        parts.gpuShared = std::min(*parts.gpuShared, rest);
        rest -= *parts.gpuShared;
    }
    if (parts.app) {
        parts.app = std::min(*parts.app, rest);
        rest -= *parts.app;
    }
    parts.other = rest;
    return parts;
}

} // namespace nanocap::memory
