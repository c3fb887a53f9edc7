// SPDX-License-Identifier: Apache-2.0
#include "core/torch/encoder.h"

#include <ATen/core/Tensor.h>
#include <ATen/ops/conv2d.h>
#include <ATen/ops/from_blob.h>
#include <ATen/ops/hardswish.h>
#include <ATen/ops/relu.h>

#include <algorithm>
#include <cmath>

namespace nanocap::torch_engine {

namespace {

constexpr float normEpsilon = 0.001f; // torchvision builds this network with it; PyTorch's default is 1e-5

enum class Activation { None, Relu, Hardswish };

struct Convolution
{
    std::string prefix; ///< `<prefix>.0` is the convolution, `<prefix>.1` its batch norm
    int kernel = 1, stride = 1;
    std::int64_t groups = 1;
    Activation activation = Activation::None;
    at::Tensor weight, bias;

    at::Tensor operator()(const at::Tensor& input) const
    {
        const std::int64_t padding = (kernel - 1) / 2;
        at::Tensor out =
            at::conv2d(input, weight, bias, {stride, stride}, {padding, padding}, {1, 1}, groups);
        if (activation == Activation::Relu)
            at::relu_(out);
        else if (activation == Activation::Hardswish)
            at::hardswish_(out);
        return out;
    }
};

/// Weighs the channels by what the whole picture holds: mean, two small products, hard sigmoid.
struct SqueezeExcite
{
    std::string prefix;
    std::int64_t channels = 0, squeezed = 0;
    at::Tensor weight1, bias1, weight2, bias2;

    void operator()(at::Tensor& features) const
    {
        float* values = features.data_ptr<float>();
        const std::int64_t area = features.size(2) * features.size(3);
        std::vector<float> mean(static_cast<std::size_t>(channels)),
            hidden(static_cast<std::size_t>(squeezed));
        for (std::int64_t c = 0; c < channels; ++c) {
            double sum = 0;
            for (std::int64_t i = 0; i < area; ++i)
                sum += values[c * area + i];
            mean[static_cast<std::size_t>(c)] = static_cast<float>(sum / static_cast<double>(area));
        }
        multiplyRows(view(weight1, squeezed, channels), mean.data(), bias1.data_ptr<float>(), hidden.data(),
                     0, squeezed);
        for (float& h : hidden)
            h = std::max(h, 0.0f);
        multiplyRows(view(weight2, channels, squeezed), hidden.data(), bias2.data_ptr<float>(), mean.data(),
                     0, channels);
        for (std::int64_t c = 0; c < channels; ++c) {
            const float scale = std::clamp(mean[static_cast<std::size_t>(c)] + 3.0f, 0.0f, 6.0f) / 6.0f;
            for (std::int64_t i = 0; i < area; ++i)
                values[c * area + i] *= scale;
        }
    }

    static PackedMatrix view(const at::Tensor& weight, std::int64_t rows, std::int64_t columns)
    {
        return {Storing::Float, weight.data_ptr(), nullptr, rows, columns};
    }
};

struct Block
{
    std::vector<Convolution> before; ///< expanding (if any) and depthwise
    std::unique_ptr<SqueezeExcite> squeeze;
    Convolution project;
    bool residual = false;
};

void bindConvolution(Convolution& convolution, Weights& weights)
{
    const std::string conv = convolution.prefix + ".0.weight", norm = convolution.prefix + ".1";
    const auto own = [&](const std::string& name) {
        const at::Tensor tensor = weights.tensor(name);
        return weights.isShared(name) ? tensor.clone() : tensor;
    };
    convolution.weight = own(conv);
    convolution.bias = own(norm + ".bias");
    const float* gamma = weights.vector(norm + ".weight");
    const float* mean = weights.vector(norm + ".running_mean");
    const float* variance = weights.vector(norm + ".running_var");
    float* w = convolution.weight.data_ptr<float>();
    float* b = convolution.bias.data_ptr<float>();
    const std::int64_t channels = convolution.weight.size(0), each = convolution.weight.numel() / channels;
    for (std::int64_t c = 0; c < channels; ++c) {
        const double scale = gamma[c] / std::sqrt(static_cast<double>(variance[c]) + normEpsilon);
        for (std::int64_t i = 0; i < each; ++i)
            w[c * each + i] = static_cast<float>(w[c * each + i] * scale);
        b[c] = static_cast<float>(b[c] - mean[c] * scale);
    }
}

} // namespace

struct Encoder::Layers
{
    Convolution stem, last;
    std::vector<Block> blocks;
    std::int64_t channels = 0;

    template <class Visit> void each(Visit visit)
    {
        visit(stem);
        for (Block& block : blocks) {
            for (Convolution& convolution : block.before)
                visit(convolution);
            visit(block.project);
        }
        visit(last);
    }
};

Encoder::Encoder(const load::NetworkShape& network) : m_layers(std::make_unique<Layers>())
{
    m_layers->channels = network.channels;
    m_layers->stem = {"encoder.0", 3, 2, 1, Activation::Hardswish, {}, {}};
    m_layers->last = {"encoder.12", 1, 1, 1, Activation::Hardswish, {}, {}};
    for (const load::EncoderBlock& shape : network.blocks) {
        int part = 0;
        const auto next = [&] {
            return "encoder." + std::to_string(shape.index) + ".block." + std::to_string(part++);
        };
        const Activation activation = shape.hardswish ? Activation::Hardswish : Activation::Relu;
        Block block;
        if (shape.hasExpand)
            block.before.push_back({next(), 1, 1, 1, activation, {}, {}});
        block.before.push_back({next(), shape.kernel, shape.stride, shape.expanded, activation, {}, {}});
        if (shape.squeeze > 0)
            block.squeeze = std::make_unique<SqueezeExcite>(
                SqueezeExcite{next(), shape.expanded, shape.squeeze, {}, {}, {}, {}});
        block.project = {next(), 1, 1, 1, Activation::None, {}, {}};
        block.residual = shape.residual;
        m_layers->blocks.push_back(std::move(block));
    }
}

Encoder::~Encoder() = default;

int Encoder::convolutions() const
{
    int count = 0;
    m_layers->each([&](const Convolution&) { ++count; });
    return count;
}

void Encoder::bind(Weights& weights)
{
    m_layers->each([&](Convolution& convolution) { bindConvolution(convolution, weights); });
    // Only now: a tied tensor may serve several layers.
    m_layers->each([&](const Convolution& convolution) {
        weights.release(convolution.prefix + ".0.weight");
        for (const char* part : {".1.weight", ".1.bias", ".1.running_mean", ".1.running_var"})
            weights.release(convolution.prefix + part);
    });
    for (Block& block : m_layers->blocks) {
        if (!block.squeeze)
            continue;
        SqueezeExcite& se = *block.squeeze;
        se.weight1 = weights.tensor(se.prefix + ".fc1.weight");
        se.bias1 = weights.tensor(se.prefix + ".fc1.bias");
        se.weight2 = weights.tensor(se.prefix + ".fc2.weight");
        se.bias2 = weights.tensor(se.prefix + ".fc2.bias");
    }
}

std::vector<float> Encoder::forward(const float* image) const
{
    // from_blob takes no const; nothing writes to the input of a convolution.
    const at::Tensor input =
        at::from_blob(const_cast<float*>(image), {1, 3, 224, 224}, at::TensorOptions().dtype(at::kFloat));
    at::Tensor x = m_layers->stem(input);
    for (const Block& block : m_layers->blocks) {
        at::Tensor y = x;
        for (const Convolution& convolution : block.before)
            y = convolution(y);
        if (block.squeeze)
            (*block.squeeze)(y);
        y = block.project(y);
        if (block.residual)
            y.add_(x);
        x = std::move(y);
    }
    x = m_layers->last(x);

    const std::int64_t positions = x.size(2) * x.size(3), channels = m_layers->channels;
    const float* features = x.data_ptr<float>();
    std::vector<float> byPosition(static_cast<std::size_t>(positions * channels));
    for (std::int64_t c = 0; c < channels; ++c)
        for (std::int64_t p = 0; p < positions; ++p)
            byPosition[static_cast<std::size_t>(p * channels + c)] = features[c * positions + p];
    return byPosition;
}

} // namespace nanocap::torch_engine
