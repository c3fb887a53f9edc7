// SPDX-License-Identifier: Apache-2.0
// From a camera's rows of RGB to the numbers the encoder was trained on. No libtorch.
#pragma once

#include "core/engine/engine.h"

#include <memory>

namespace nanocap::torch_engine {

inline constexpr int pictureSide = 224;

/// Remembers its buffers: after the first picture none is allocated for the next of the same kind.
class Preprocessing
{
public:
    Preprocessing();
    ~Preprocessing();
    /// The whole frame (never cropped or mirrored) at 224 x 224, bilinear, as (value / 255 - mean) /
    /// deviation with ImageNet's means and deviations: 224 x 224 x 3 numbers into `out`. Fails with IMAGE
    /// (input) for a picture that is no picture: sizes outside 1…8192, rows that overlap, no data.
    Status prepare(const engine::ImageView& image, float* out);

private:
    struct Room;
    std::unique_ptr<Room> m_room;
};

} // namespace nanocap::torch_engine
