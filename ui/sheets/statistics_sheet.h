// SPDX-License-Identifier: Apache-2.0
// The original program's `p` key: latency of the last 30 captions, captions per second, memory.
#pragma once

#include "core/captions/latency.h"
#include "core/memory/monitor.h"
#include "ui/widgets/sheet.h"

namespace nanocap::ui {

SheetContent statisticsSheet(const captions::LatencyStatistics& statistics,
                             const memory::MemorySample& sample);

} // namespace nanocap::ui
