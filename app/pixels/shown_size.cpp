// SPDX-License-Identifier: Apache-2.0
#include "app/pixels/shown_size.h"

#include <algorithm>
#include <cmath>

namespace nanocap::pixels {

Size shownSize(Size stored, int pixelWidth, int pixelHeight)
{
    double width = stored.width;
    double height = stored.height;
    if (pixelWidth > 0 && pixelHeight > 0) {
        // A ratio no camera has is a damaged header.
        const double ratio = std::clamp(double(pixelWidth) / pixelHeight, 1.0 / 16, 16.0);
        (ratio > 1 ? width : height) *= ratio > 1 ? ratio : 1 / ratio;
    }
    const double shrink = std::min(1.0, longestSide / std::max(width, height));
    const auto side = [&](double length) { return std::max(1, int(std::lround(length * shrink))); };
    return {side(width), side(height)};
}

} // namespace nanocap::pixels
