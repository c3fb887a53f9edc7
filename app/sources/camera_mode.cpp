// SPDX-License-Identifier: Apache-2.0
#include "app/sources/camera_mode.h"

#include <cmath>
#include <tuple>

namespace nanocap::sources {

int nearestMode(const QList<CameraMode>& modes)
{
    const auto distance = [](const CameraMode& mode) {
        const int size = std::abs(mode.size.width() - 640) + std::abs(mode.size.height() - 480);
        // Faster than 30 is as good as 30; a cheap camera gives 29.97.
        const double rate = std::round(std::max(0.0, 30 - mode.framesPerSecond));
        return std::tuple(size, rate, mode.compressed);
    };
    int best = -1;
    for (int i = 0; i < modes.size(); ++i) {
        if (best < 0 || distance(modes[i]) < distance(modes[best]))
            best = i;
    }
    return best;
}

} // namespace nanocap::sources
