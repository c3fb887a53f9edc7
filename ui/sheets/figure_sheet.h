// SPDX-License-Identifier: Apache-2.0
// What a figure of the memory gauge means, where it comes from, and for the memory of others who holds it.
#pragma once

#include "ui/text/reading_text.h"
#include "ui/widgets/sheet.h"

namespace nanocap::ui {

/// One of the programs that use the most memory.
struct MemoryUserLine
{
    QString name; ///< plain: "Web browser (chromium)"
    Bytes bytes;
    bool canStop = false;
};

/// `users`: largest first. `ageSeconds`: how old the sample is.
SheetContent figureSheet(Figure figure, const memory::MemorySample& sample, Bytes floor, double ageSeconds,
                         const std::vector<MemoryUserLine>& users);

} // namespace nanocap::ui
