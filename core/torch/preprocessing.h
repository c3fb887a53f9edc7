// SPDX-License-Identifier: Apache-2.0
// From a camera's rows of RGB to the numbers the encoder was trained on. No libtorch.
#pragma once

#include "core/engine/engine.h"

#include <vector>

namespace nanocap::torch_engine {

inline constexpr int pictureSide = 224;

/// The whole frame (never cropped or mirrored) at 224 x 224, bilinear, as 3 planes of
/// (value / 255 - mean) / deviation with ImageNet's means and deviations. Fails with IMAGE (input) for a
/// picture that is no picture: sizes outside 1…8192, rows that overlap, no data.
Result<std::vector<float>> prepare(const engine::ImageView& image);

} // namespace nanocap::torch_engine
