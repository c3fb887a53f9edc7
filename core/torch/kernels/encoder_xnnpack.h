// SPDX-License-Identifier: Apache-2.0
// The encoder's steps as operators of XNNPACK, set up once over one block of memory: weights packed, buffers
// in place. Running them allocates nothing. No libtorch.
#pragma once

#include "core/load/encoder_program.h"
#include "core/torch/kernels/xnn_arena.h"

#include <vector>

struct xnn_operator;

namespace nanocap::torch_engine {

class XnnEncoder
{
public:
    XnnEncoder() = default;
    /// `block`: program.block() bytes, aligned to 64; it must outlive this.
    XnnEncoder(const load::EncoderProgram& program, void* block);

    /// The program's next step. Convolutions: `weights` as [out][kernel][kernel][in], depthwise
    /// [channels][kernel][kernel], dense [out][in]; `bias` [out]; both are copied. Throws std::runtime_error.
    void add(const load::EncoderProgram& program, const load::EncoderStep& step, const float* weights,
             const float* bias);

    float* input() const { return m_input; }
    const float* output() const { return m_output; }
    void run() const;
    std::size_t used() const { return m_arena.used(); } ///< bytes XNNPACK took

private:
    float *m_activations = nullptr, *m_input = nullptr;
    const float* m_output = nullptr;
    XnnArena m_arena;
    struct Operator
    {
        xnn_operator* handle; ///< lives in the arena and ends with it
        bool threaded;
    };
    std::vector<Operator> m_operators;
};

} // namespace nanocap::torch_engine
