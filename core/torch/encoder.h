// SPDX-License-Identifier: Apache-2.0
// Encoder: MobileNetV3-Small's feature layers with whatever channel counts the checkpoint has. Batch norms
// are folded into the convolutions before them when the weights are bound, so a picture passes half as many
// layers.
#pragma once

#include "core/torch/weights.h"

#include <memory>
#include <vector>

namespace nanocap::torch_engine {

class Encoder
{
public:
    /// Structure only: nothing is allocated for weights.
    explicit Encoder(const load::NetworkShape& network);
    ~Encoder();

    /// Takes the filled tensors and folds the batch norms (eps 0.001, running statistics) in place.
    void bind(Weights& weights);
    /// `image`: 3 x 224 x 224 prepared numbers. Returns [7 * 7][channels], position by position. Throws
    /// c10::Error.
    std::vector<float> forward(const float* image) const;

    int convolutions() const;

private:
    struct Layers;
    std::unique_ptr<Layers> m_layers;
};

} // namespace nanocap::torch_engine
