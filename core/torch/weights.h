// SPDX-License-Identifier: Apache-2.0
// Weights: the tensors a network needs, each in one 64-byte aligned block, filled once from the checkpoint.
// Allocation and filling are two steps: a network is built before its weights are read.
#pragma once

#include "core/engine/engine.h"
#include "core/load/network_shape.h"
#include "core/torch/packed_matrix.h"

#include <memory>
#include <string>

namespace at {
class Tensor;
}

namespace nanocap::torch_engine {

class Weights
{
public:
    /// Both must live until fill() is done.
    Weights(const checkpoint::Checkpoint& checkpoint, const load::NetworkShape& network,
            engine::Precision precision);
    ~Weights();

    /// Sets the blocks aside without touching them: no page of them is resident yet. Throws c10::Error.
    void allocate();
    /// Reads every needed storage once and gives the file's pages back. FP16 rounds everything to half and
    /// keeps the decoder's matrices as halves; INT8 keeps them as bytes. Fails with WEIGHT_NAN, CHECKSUM,
    /// CHANGED, IO, CANCELLED; throws c10::Error when a block is refused.
    Status fill(const engine::Progress& progress);

    /// FP32 values of a tensor that is not packed.
    at::Tensor tensor(const std::string& name) const;
    const float* vector(const std::string& name) const; ///< the same, as numbers
    PackedMatrix
    matrix(const std::string& name) const; ///< a decoder matrix; a view that lives as long as this
    /// Other tensors look at the same numbers: what changes them must copy first.
    bool isShared(const std::string& name) const;
    /// Forgets a tensor that is not needed any more.
    void release(const std::string& name);

    struct Proof
    {
        int tensors = 0, elsewhere = 0, withGradient = 0; ///< elsewhere = not on the CPU
    };
    Proof prove() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace nanocap::torch_engine
