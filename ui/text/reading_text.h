// SPDX-License-Identifier: Apache-2.0
// One sentence for every memory figure the window shows, the file it came from and how old it is.
#pragma once

#include "core/memory/monitor.h"

#include <QString>

namespace nanocap::ui {

enum class Figure { App, Gpu, Other, Available, Floor, Swap, Pressure, Board };

QString figureName(Figure figure);

/// The sentence shown when a figure is tapped. `ageSeconds` < 0 = not known.
QString explainFigure(Figure figure, const memory::MemorySample& sample, Bytes floor, double ageSeconds);

/// Heat and power in a few words: "52 °C", "97 °C, slowed down", "voltage too low"; "unknown" where the board
/// tells nothing.
QString boardText(const memory::BoardHealth& board);

} // namespace nanocap::ui
