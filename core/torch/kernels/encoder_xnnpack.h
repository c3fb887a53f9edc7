// SPDX-License-Identifier: Apache-2.0
// The encoder's steps as operators of XNNPACK, set up once over one block of memory: weights packed, buffers
// in place. Running them allocates nothing. No libtorch.
#pragma once

#include "core/load/encoder_program.h"
#include "core/torch/kernels/xnn_arena.h"

#include <vector>

struct pthreadpool;
struct xnn_operator;

namespace nanocap::torch_engine {

/// Whether it pays to share: XNNPACK's threads wait for each other after every operator, so one that the
/// kernel does not let run holds up all (measured on a busy machine: 300 ms instead of 2).
class SharingTrial
{
public:
    bool share() const { return m_alone > 0 && m_pause == 0; }
    void took(bool shared, double ms);

private:
    static constexpr int pauseLength = 64;
    double m_alone = 0; ///< what it takes in one thread, smoothed; 0 before the first
    int m_pause = 0;    ///< runs to go before sharing is tried again
};

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
    /// With all threads where that is quicker, else in this one.
    void run();
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
    void run(pthreadpool* pool) const;
    std::vector<Operator> m_operators;
    SharingTrial m_trial;
};

} // namespace nanocap::torch_engine
