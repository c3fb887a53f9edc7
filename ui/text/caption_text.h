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

/// Of one word, by its probability: from 75 % on sure, from 50 % on unsure (a thin broken line under it),
/// else weak (a thick line).
enum class Sureness { Sure, Unsure, Weak };
Sureness surenessOf(float probability);

struct ShownWord
{
    QString text;
    Sureness sureness = Sureness::Sure;
    float probability = 1;
    int index = -1; ///< in the caption's words and attention; -1 = none of them
};
/// Words as shown: <start>, <end>, <pad> left out, <unk> as an ellipsis, control characters removed.
std::vector<ShownWord> shownWords(const engine::Caption& caption);
QString shownText(const std::vector<ShownWord>& words);
/// How long ago: "just now", "20 s ago", "3 min ago", "2 h ago".
QString agoText(qint64 milliseconds);

} // namespace nanocap::ui
