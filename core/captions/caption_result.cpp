// SPDX-License-Identifier: Apache-2.0
#include "core/captions/caption_result.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace nanocap::captions {

double meanLogProbability(const engine::Caption& caption)
{
    if (caption.probabilities.empty())
        return -std::numeric_limits<double>::infinity();
    double sum = 0;
    for (float p : caption.probabilities)
        sum += std::log(std::max(static_cast<double>(p), 1e-9));
    return sum / static_cast<double>(caption.probabilities.size());
}

} // namespace nanocap::captions
