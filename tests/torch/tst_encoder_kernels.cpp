// SPDX-License-Identifier: Apache-2.0
// The encoder's kernels against plain loops, on random networks of regular and odd sizes.
#include "core/load/network_shape.h"
#include "core/torch/kernels/encoder_xnnpack.h"
#include "core/torch/kernels/thread_pool.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <malloc.h>
#include <memory>
#include <random>

using namespace nanocap;
using namespace nanocap::torch_engine;
using load::Activation;
using load::Clamp;
using load::EncoderProgram;
using load::EncoderStep;
using load::EncoderStepKind;

namespace {

struct Sizes
{
    const char* name;
    std::int64_t stem, expanded, out, squeezed, channels;
    bool expandsFirst;
};
void PrintTo(const Sizes& sizes, std::ostream* out)
{
    *out << sizes.name;
}

load::NetworkShape networkOf(const Sizes& sizes)
{
    load::NetworkShape network;
    network.stemChannels = sizes.stem;
    network.channels = sizes.channels;
    std::int64_t in = sizes.stem;
    for (int i = 1; i <= 11; ++i) {
        load::EncoderBlock block;
        block.index = i;
        block.in = in;
        block.hasExpand = i > 1 || sizes.expandsFirst;
        block.expanded = block.hasExpand ? sizes.expanded + i : in;
        block.out = i % 3 == 0 ? in : sizes.out + i;
        block.squeeze = i % 2 ? sizes.squeezed : 0;
        block.kernel = i > 3 ? 5 : 3;
        block.stride = i == 1 || i == 2 || i == 4 || i == 9 ? 2 : 1;
        block.hardswish = i > 3;
        block.residual = block.stride == 1 && block.in == block.out;
        in = block.out;
        network.blocks.push_back(block);
    }
    return network;
}

/// A step's weights as kernels take them.
struct StepWeights
{
    std::vector<float> weight, bias;
};

/// Plain loops, in double.
void compute(const EncoderProgram& program, const EncoderStep& step, const StepWeights& weights,
             std::vector<std::vector<float>>& values)
{
    const Activation& in = program.activations[static_cast<std::size_t>(step.input)];
    const Activation& out = program.activations[static_cast<std::size_t>(step.output)];
    const std::vector<float> x = values[static_cast<std::size_t>(step.input)];
    std::vector<float>& y = values[static_cast<std::size_t>(step.output)];
    y.resize(static_cast<std::size_t>(out.numbers()));
    const auto at = [](std::int64_t n) { return static_cast<std::size_t>(n); };
    const auto clamped = [&](double v) {
        if (step.clamp == Clamp::Relu)
            return std::max(v, 0.0);
        return step.clamp == Clamp::HardSigmoid ? std::clamp(v, 0.0, 1.0) : v;
    };
    const bool depthwise = step.kind == EncoderStepKind::Depthwise;
    switch (step.kind) {
    case EncoderStepKind::Convolution:
    case EncoderStepKind::Depthwise:
        for (std::int64_t row = 0; row < out.side; ++row)
            for (std::int64_t column = 0; column < out.side; ++column)
                for (std::int64_t o = 0; o < out.channels; ++o) {
                    double sum = weights.bias[at(o)];
                    for (int k = 0; k < step.kernel * step.kernel; ++k) {
                        const std::int64_t r = row * step.stride + k / step.kernel - step.kernel / 2,
                                           c = column * step.stride + k % step.kernel - step.kernel / 2;
                        if (r < 0 || c < 0 || r >= in.side || c >= in.side)
                            continue;
                        const std::int64_t first = (r * in.side + c) * in.channels,
                                           line = o * step.kernel * step.kernel + k;
                        if (depthwise)
                            sum += double{x[at(first + o)]} * weights.weight[at(line)];
                        else
                            for (std::int64_t i = 0; i < in.channels; ++i)
                                sum += double{x[at(first + i)]} * weights.weight[at(line * in.channels + i)];
                    }
                    y[at((row * out.side + column) * out.channels + o)] = static_cast<float>(clamped(sum));
                }
        break;
    case EncoderStepKind::Dense:
        for (std::int64_t o = 0; o < out.channels; ++o) {
            double sum = weights.bias[at(o)];
            for (std::int64_t i = 0; i < in.channels; ++i)
                sum += double{x[at(i)]} * weights.weight[at(o * in.channels + i)];
            y[at(o)] = static_cast<float>(clamped(sum));
        }
        break;
    case EncoderStepKind::Hardswish:
        for (float& v : y)
            v = v * std::clamp(v + 3.0f, 0.0f, 6.0f) / 6.0f;
        break;
    case EncoderStepKind::Mean:
        for (std::int64_t c = 0; c < in.channels; ++c) {
            double sum = 0;
            for (std::int64_t p = 0; p < in.side * in.side; ++p)
                sum += x[at(p * in.channels + c)];
            y[at(c)] = static_cast<float>(sum / static_cast<double>(in.side * in.side));
        }
        break;
    case EncoderStepKind::Scale:
        for (std::int64_t i = 0; i < out.numbers(); ++i)
            y[at(i)] *= values[at(step.other)][at(i % out.channels)];
        break;
    case EncoderStepKind::Add:
        for (std::int64_t i = 0; i < out.numbers(); ++i)
            y[at(i)] += values[at(step.other)][at(i)];
        break;
    }
}

class EncoderKernels : public testing::TestWithParam<Sizes>
{
protected:
    void SetUp() override
    {
        startXnnpack();
        std::mt19937 random(3);
        std::normal_distribution<float> normal;
        const auto fill = [&](std::vector<float>& numbers, std::int64_t count, float scale) {
            numbers.resize(static_cast<std::size_t>(count));
            for (float& n : numbers)
                n = scale * normal(random);
        };
        for (const EncoderStep& step : program.steps) {
            const Activation& in = program.activations[static_cast<std::size_t>(step.input)];
            const Activation& out = program.activations[static_cast<std::size_t>(step.output)];
            const bool depthwise = step.kind == EncoderStepKind::Depthwise;
            const std::int64_t each = step.kernel * step.kernel * (depthwise ? 1 : in.channels);
            StepWeights made;
            if (depthwise || step.kind == EncoderStepKind::Convolution ||
                step.kind == EncoderStepKind::Dense) {
                fill(made.weight, out.channels * each, 1.4f / std::sqrt(static_cast<float>(each)));
                fill(made.bias, out.channels, 0.3f);
            }
            weights.push_back(std::move(made));
        }
        fill(picture, program.activations.front().numbers(), 1);
    }

    XnnEncoder encoder()
    {
        block.reset(
            std::aligned_alloc(64, static_cast<std::size_t>((program.block().count() + 63) / 64 * 64)));
        XnnEncoder made(program, block.get());
        for (std::size_t s = 0; s < program.steps.size(); ++s)
            made.add(program, program.steps[s], weights[s].weight.data(), weights[s].bias.data());
        return made;
    }
    std::vector<float> features(XnnEncoder& encoder) const
    {
        std::copy(picture.begin(), picture.end(), encoder.input());
        encoder.run();
        const Activation& out = program.activations[static_cast<std::size_t>(program.output)];
        return {encoder.output(), encoder.output() + out.numbers()};
    }

    struct Free
    {
        void operator()(void* memory) const { std::free(memory); }
    };
    EncoderProgram program = load::encoderProgram(networkOf(GetParam()));
    std::vector<StepWeights> weights;
    std::vector<float> picture;
    std::unique_ptr<void, Free> block;
};

TEST_P(EncoderKernels, ComputeWhatPlainLoopsDo)
{
    std::vector<std::vector<float>> values(program.activations.size());
    values.front() = picture;
    for (std::size_t s = 0; s < program.steps.size(); ++s)
        compute(program, program.steps[s], weights[s], values);
    const std::vector<float>& expected = values[static_cast<std::size_t>(program.output)];
    float largest = 0;
    for (const float v : expected)
        largest = std::max(largest, std::fabs(v));
    for (const int threads : {1, 2, 3}) {
        thread_pool::start(threads);
        XnnEncoder made = encoder();
        const std::vector<float> got = features(made);
        ASSERT_EQ(got.size(), expected.size());
        float worst = 0;
        for (std::size_t i = 0; i < got.size(); ++i)
            worst = std::max(worst, std::fabs(got[i] - expected[i]));
        EXPECT_LE(worst, 1e-5f * largest) << threads << " threads";
        EXPECT_EQ(features(made), got) << "the second picture finds no trace of the first";
    }
    thread_pool::start(1);
}

TEST_P(EncoderKernels, TakeNoMoreThanWasPlannedAndNothingPerPicture)
{
    XnnEncoder made = encoder();
    const auto planned = static_cast<std::size_t>((program.packedBytes + program.addressBytes).count());
    EXPECT_LE(made.used(), planned);
    EXPECT_GE(made.used(), planned / 4) << "and the plan is not far off";
    std::copy(picture.begin(), picture.end(), made.input());
    made.run();
    const auto before = mallinfo2();
    for (int i = 0; i < 3; ++i)
        made.run();
    const auto after = mallinfo2();
    EXPECT_EQ(after.uordblks, before.uordblks);
    EXPECT_EQ(after.hblkhd, before.hblkhd);
    EXPECT_EQ(made.used(), encoder().used());
}

TEST_P(EncoderKernels, ABlockThatIsTooSmallIsSaid)
{
    program.addressBytes = Bytes();
    program.packedBytes = Bytes::fromKilobytes(6);
    EXPECT_THROW(encoder(), std::runtime_error);
}

TEST(SharingTrial, SharesUntilItTakesLongerAndTriesAgainLater)
{
    SharingTrial trial;
    EXPECT_FALSE(trial.share()) << "first it must be known what one thread takes";
    trial.took(false, 10);
    EXPECT_TRUE(trial.share());
    trial.took(true, 4);
    EXPECT_TRUE(trial.share());
    trial.took(true, 300);
    int alone = 0;
    for (; !trial.share(); ++alone)
        trial.took(false, 10);
    EXPECT_EQ(alone, 64);
}

INSTANTIATE_TEST_SUITE_P(
    Networks, EncoderKernels,
    testing::Values(Sizes{"regular", 16, 32, 24, 8, 64, false}, Sizes{"odd", 7, 29, 13, 5, 41, true},
                    Sizes{"tiny", 1, 1, 1, 1, 1, true}, Sizes{"wide", 33, 97, 40, 24, 300, false}),
    [](const testing::TestParamInfo<Sizes>& one) { return std::string(one.param.name); });

} // namespace
