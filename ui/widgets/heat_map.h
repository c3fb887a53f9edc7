// SPDX-License-Identifier: Apache-2.0
// Heat maps of attention: numbers on a coarse grid as a picture to lie over the frame they belong to.
#pragma once

#include <QColor>
#include <QImage>

#include <vector>

namespace nanocap::ui {

/// Colour of 0 … 1: dark violet over red and orange to pale yellow. Its lightness in OKLab grows evenly with
/// the value, so that more looks like more also without colour vision.
QColor heatColour(double value);

/// `weights` row by row on a square grid, the greatest taken for 1 (so that a model that looked everywhere is
/// seen to), each at the middle of its cell and bilinear between, as a picture of `side` x `side` pixels
/// (ARGB32_Premultiplied). Little is seen through more than much. Null for a grid that is not square, has one
/// cell, or has no number above zero.
QImage heatImage(const std::vector<float>& weights, int side = 112);

} // namespace nanocap::ui
