// SPDX-License-Identifier: Apache-2.0
// How large a picture of a film or camera is handed on. Plain arithmetic, any thread.
#pragma once

namespace nanocap::pixels {

struct Size
{
    int width = 0;
    int height = 0;
    bool operator==(const Size&) const = default;
};

/// Longest side of a picture that is handed on: the preview of a small screen is no larger and the network
/// sees 224x224; a 3840x2160 picture would take 33 MB each time it is copied.
constexpr int longestSide = 1280;

/// The size in which a picture stored as `stored` is shown: square pixels, its right proportions, no side
/// over `longestSide`, none under one pixel. A pixel is `pixelWidth` to `pixelHeight` wide and high (the
/// sample aspect ratio); zero or negative means square. The side that the ratio makes longer is stretched, so
/// no line is lost by it.
Size shownSize(Size stored, int pixelWidth = 1, int pixelHeight = 1);

} // namespace nanocap::pixels
