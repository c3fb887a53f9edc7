// SPDX-License-Identifier: Apache-2.0
#include "core/torch/kernels/encoder_xnnpack.h"

#include "core/torch/kernels/thread_pool.h"

#include <xnnpack.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <stdexcept>
#include <string>

namespace nanocap::torch_engine {

using load::Activation;
using load::Clamp;
using load::EncoderProgram;
using load::EncoderStep;
using load::EncoderStepKind;

namespace {

constexpr float unbounded = INFINITY;

void demand(xnn_status status, const std::string& what)
{
    if (status == xnn_status_success)
        return;
    throw std::runtime_error("XNNPACK: " + what +
                             (status == xnn_status_out_of_memory
                                  ? ": the encoder's block of memory is too small"
                                  : ": status " + std::to_string(static_cast<int>(status))));
}

/// Less work than this is done sooner than another thread has taken its part.
bool paysForThreads(const EncoderProgram& program, const EncoderStep& step)
{
    const Activation& in = program.activations[static_cast<std::size_t>(step.input)];
    const Activation& out = program.activations[static_cast<std::size_t>(step.output)];
    constexpr std::int64_t products = 400'000, numbers = 100'000;
    const std::int64_t cells = std::int64_t{step.kernel} * step.kernel;
    if (step.kind == EncoderStepKind::Convolution)
        return out.numbers() * cells * in.channels >= products;
    if (step.kind == EncoderStepKind::Depthwise)
        return out.numbers() * cells >= products;
    return in.numbers() >= numbers;
}

std::size_t sized(std::int64_t n)
{
    return static_cast<std::size_t>(n);
}

/// One step while it is made: an operator for its shapes, then its places.
struct Making
{
    const EncoderStep& step;
    const Activation &in, &out;
    const float* source;
    const float* other;
    float* target;
    pthreadpool* pool;
    xnn_operator_t made = nullptr;

    void convolution(const float* weights, const float* bias)
    {
        const auto kernel = static_cast<std::uint32_t>(step.kernel),
                   stride = static_cast<std::uint32_t>(step.stride), padding = (kernel - 1) / 2;
        const bool depthwise = step.kind == EncoderStepKind::Depthwise;
        const std::size_t channels = sized(in.channels), outputs = sized(out.channels);
        demand(xnn_create_convolution2d_nhwc_f32(
                   padding, padding, padding, padding, kernel, kernel, stride, stride, 1, 1,
                   depthwise ? static_cast<std::uint32_t>(channels) : 1, depthwise ? 1 : channels,
                   depthwise ? 1 : outputs, channels, outputs, weights, bias,
                   step.clamp == Clamp::Relu ? 0 : -unbounded, unbounded, 0, &made),
               step.name);
        demand(
            xnn_setup_convolution2d_nhwc_f32(made, 1, sized(in.side), sized(in.side), source, target, pool),
            step.name);
    }
    void dense(const float* weights, const float* bias)
    {
        const bool gate = step.clamp == Clamp::HardSigmoid;
        demand(xnn_create_fully_connected_nc_f32(
                   sized(in.channels), sized(out.channels), sized(in.channels), sized(out.channels), weights,
                   bias, gate || step.clamp == Clamp::Relu ? 0 : -unbounded, gate ? 1 : unbounded, 0, &made),
               step.name);
        demand(xnn_setup_fully_connected_nc_f32(made, 1, source, target, pool), step.name);
    }
    void hardswish()
    {
        // Nothing here looks at neighbours: one long row is one call.
        const std::size_t all = sized(out.numbers());
        demand(xnn_create_hardswish_nc_f32(all, all, all, 0, &made), "hardswish");
        demand(xnn_setup_hardswish_nc_f32(made, 1, source, target, pool), "hardswish");
    }
    void mean()
    {
        const std::size_t channels = sized(in.channels);
        demand(xnn_create_global_average_pooling_nwc_f32(channels, channels, channels, -unbounded, unbounded,
                                                         0, &made),
               "mean");
        demand(
            xnn_setup_global_average_pooling_nwc_f32(made, 1, sized(in.side * in.side), source, target, pool),
            "mean");
    }
    void scale()
    {
        const std::size_t values[] = {sized(in.side * in.side), sized(in.channels)},
                          gate[] = {1, sized(in.channels)};
        demand(xnn_create_multiply_nd_f32(-unbounded, unbounded, 0, &made), "scale");
        demand(xnn_setup_multiply_nd_f32(made, 2, values, 2, gate, source, other, target, pool), "scale");
    }
    void add()
    {
        const std::size_t values[] = {sized(out.numbers())};
        demand(xnn_create_add_nd_f32(-unbounded, unbounded, 0, &made), "add");
        demand(xnn_setup_add_nd_f32(made, 1, values, 1, values, source, other, target, pool), "add");
    }
};

} // namespace

XnnEncoder::XnnEncoder(const EncoderProgram& program, void* block)
    : m_activations(static_cast<float*>(block)), m_input(m_activations + program.activations.front().offset),
      m_output(m_activations + program.activations[static_cast<std::size_t>(program.output)].offset),
      m_arena(static_cast<std::uint8_t*>(block) + program.activationBytes.count(),
              static_cast<std::size_t>((program.packedBytes + program.addressBytes).count()))
{
    m_operators.reserve(program.steps.size());
}

void XnnEncoder::add(const EncoderProgram& program, const EncoderStep& step, const float* weights,
                     const float* bias)
{
    const auto activation = [&](int index) -> const Activation& {
        return program.activations[static_cast<std::size_t>(index)];
    };
    Making making{step,
                  activation(step.input),
                  activation(step.output),
                  m_activations + activation(step.input).offset,
                  step.other < 0 ? nullptr : m_activations + activation(step.other).offset,
                  m_activations + activation(step.output).offset,
                  paysForThreads(program, step) ? thread_pool::forXnnpack() : nullptr};
    const XnnArena::Use use(m_arena);
    switch (step.kind) {
    case EncoderStepKind::Convolution:
    case EncoderStepKind::Depthwise:
        making.convolution(weights, bias);
        break;
    case EncoderStepKind::Hardswish:
        making.hardswish();
        break;
    case EncoderStepKind::Mean:
        making.mean();
        break;
    case EncoderStepKind::Dense:
        making.dense(weights, bias);
        break;
    case EncoderStepKind::Scale:
        making.scale();
        break;
    case EncoderStepKind::Add:
        making.add();
        break;
    }
    m_operators.push_back({making.made, making.pool != nullptr});
}

void SharingTrial::took(bool shared, double ms)
{
    if (shared) {
        if (ms > m_alone)
            m_pause = pauseLength;
        return;
    }
    m_alone = m_alone > 0 ? 0.75 * m_alone + 0.25 * ms : ms;
    m_pause = std::max(0, m_pause - 1);
}

void XnnEncoder::run(pthreadpool* pool) const
{
    for (const Operator& step : m_operators)
        demand(xnn_run_operator(step.handle, step.threaded ? pool : nullptr),
               "a step of the encoder did not run");
}

void XnnEncoder::run()
{
    pthreadpool* const pool = thread_pool::forXnnpack();
    if (!pool)
        return run(nullptr);
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    const bool shared = m_trial.share();
    run(shared ? pool : nullptr);
    m_trial.took(shared, std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    if (shared)
        thread_pool::restXnnpack();
}

} // namespace nanocap::torch_engine
