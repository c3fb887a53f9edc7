// SPDX-License-Identifier: Apache-2.0
// Encoder: MobileNetV3-Small's feature layers with whatever channel counts the checkpoint has. Batch norms
// are folded into the convolutions before them when the weights are bound; channels lie next to each other
// from the picture to the features.
#pragma once

#include "core/torch/kernels/encoder_xnnpack.h"
#include "core/torch/weights.h"

#include <memory>

namespace nanocap::torch_engine {

class Encoder
{
public:
    /// Structure only: nothing is allocated.
    explicit Encoder(const load::NetworkShape& network);
    ~Encoder();

    /// Sets the one block aside in which the encoder keeps everything, without touching it. Throws
    /// c10::Error.
    void allocate();
    /// Folds the batch norms (eps 0.001, running statistics), packs, and releases the tensors packed. Throws
    /// std::runtime_error.
    void bind(Weights& weights);

    /// Where the picture is put: 224 x 224 x 3 prepared numbers.
    float* input() { return m_kernels.input(); }
    /// [7 * 7][channels], position by position, until the next call. Nothing is allocated.
    const float* forward();

    std::int64_t positions() const; ///< 49
    const load::EncoderProgram& program() const { return m_program; }
    std::size_t keptBytes() const { return m_kernels.used(); } ///< of the block, without activations

private:
    struct Block;
    load::EncoderProgram m_program;
    std::unique_ptr<Block> m_block;
    XnnEncoder m_kernels;
};

} // namespace nanocap::torch_engine
