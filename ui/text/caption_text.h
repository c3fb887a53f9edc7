// SPDX-License-Identifier: Apache-2.0
// How sure a caption is, in words: hedge, weak words, and the text as it is shown. Plain C++ over values.
#pragma once

#include "core/engine/engine.h"

#include <QString>

#include <vector>

namespace nanocap::ui {

enum class Hedge { LooksLike, Maybe, NotSure };

/// From -0.35 on (a geometric mean of 70 %) "looks like", from -1.0 on (37 %) "maybe", else "not sure".
Hedge hedgeFor(double meanLogProbability);
QString hedgeText(Hedge hedge);

struct ShownWord
{
    QString text;
    bool weak = false; ///< probability below one half: underlined
};
/// Words as shown: <start>, <end>, <pad> left out, <unk> as an ellipsis, control characters removed.
std::vector<ShownWord> shownWords(const engine::Caption& caption);
QString shownText(const std::vector<ShownWord>& words);

} // namespace nanocap::ui
