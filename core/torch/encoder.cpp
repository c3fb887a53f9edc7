// SPDX-License-Identifier: Apache-2.0
#include "core/torch/encoder.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/empty.h>

#include <cmath>
#include <vector>

namespace nanocap::torch_engine {

using load::EncoderStep;
using load::EncoderStepKind;

namespace {

constexpr float normEpsilon = 0.001f; // torchvision builds this network with it; PyTorch's default is 1e-5

/// A step's weights as the kernels take them; room that is used again for the next step.
struct Folded
{
    std::vector<float> weight, bias;

    void convolution(const Weights& weights, const std::string& name)
    {
        const at::Tensor& given = weights.tensor(name + ".0.weight");
        const float* gamma = weights.vector(name + ".1.weight");
        const float* beta = weights.vector(name + ".1.bias");
        const float* mean = weights.vector(name + ".1.running_mean");
        const float* variance = weights.vector(name + ".1.running_var");
        const std::int64_t outputs = given.size(0), inputs = given.size(1),
                           cells = given.size(2) * given.size(3);
        weight.resize(static_cast<std::size_t>(given.numel()));
        bias.resize(static_cast<std::size_t>(outputs));
        const float* from = given.data_ptr<float>();
        float* to = weight.data();
        for (std::int64_t o = 0; o < outputs; ++o) {
            const double scale = gamma[o] / std::sqrt(static_cast<double>(variance[o]) + normEpsilon);
            for (std::int64_t cell = 0; cell < cells; ++cell)
                for (std::int64_t i = 0; i < inputs; ++i)
                    *to++ = static_cast<float>(from[(o * inputs + i) * cells + cell] * scale);
            bias[static_cast<std::size_t>(o)] = static_cast<float>(beta[o] - mean[o] * scale);
        }
    }

    void dense(const Weights& weights, const std::string& name, load::Clamp clamp)
    {
        const at::Tensor& given = weights.tensor(name + ".weight");
        const float* offset = weights.vector(name + ".bias");
        weight.assign(given.data_ptr<float>(), given.data_ptr<float>() + given.numel());
        bias.assign(offset, offset + given.size(0));
        if (clamp != load::Clamp::HardSigmoid)
            return;
        // relu6(x + 3) / 6 is x / 6 + 1/2 held between 0 and 1, which the kernel does by itself.
        for (float& w : weight)
            w /= 6;
        for (float& b : bias)
            b = b / 6 + 0.5f;
    }
};

} // namespace

struct Encoder::Block
{
    at::Tensor memory;
};

Encoder::Encoder(const load::NetworkShape& network)
    : m_program(load::encoderProgram(network)), m_block(std::make_unique<Block>())
{
}

Encoder::~Encoder() = default;

void Encoder::allocate()
{
    m_block->memory = at::empty({m_program.block().count()}, at::TensorOptions().dtype(at::kByte));
}

void Encoder::bind(Weights& weights)
{
    m_kernels = XnnEncoder(m_program, m_block->memory.data_ptr());
    Folded folded;
    for (const EncoderStep& step : m_program.steps) {
        if (step.kind == EncoderStepKind::Convolution || step.kind == EncoderStepKind::Depthwise)
            folded.convolution(weights, step.name);
        else if (step.kind == EncoderStepKind::Dense)
            folded.dense(weights, step.name, step.clamp);
        m_kernels.add(m_program, step, folded.weight.data(), folded.bias.data());
    }
    for (const EncoderStep& step : m_program.steps)
        for (const std::string& name : load::tensorsOf(step))
            weights.release(name);
}

std::int64_t Encoder::positions() const
{
    const std::int64_t side = m_program.activations[static_cast<std::size_t>(m_program.output)].side;
    return side * side;
}

const float* Encoder::forward()
{
    m_kernels.run();
    return m_kernels.output();
}

} // namespace nanocap::torch_engine
