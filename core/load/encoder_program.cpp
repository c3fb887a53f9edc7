// SPDX-License-Identifier: Apache-2.0
#include "core/load/encoder_program.h"

#include "core/load/network_shape.h"

#include <algorithm>

namespace nanocap::load {

namespace {

constexpr std::int64_t line = 64; // bytes of a cache line: activations and packed weights start on one
constexpr std::int64_t lineNumbers = line / 4;

std::int64_t roundedUp(std::int64_t n, std::int64_t to)
{
    return (n + to - 1) / to * to;
}

class Writer
{
public:
    explicit Writer(EncoderProgram& program) : m_program(program) {}

    int activation(std::int64_t channels, std::int64_t side)
    {
        m_program.activations.push_back({channels, side});
        return static_cast<int>(m_program.activations.size()) - 1;
    }
    int convolution(const std::string& name, int input, std::int64_t channels, int kernel, int stride,
                    bool depthwise, Clamp clamp)
    {
        const std::int64_t side = (m_program.activations[index(input)].side - 1) / stride + 1;
        const int output = activation(channels, side);
        const auto kind = depthwise ? EncoderStepKind::Depthwise : EncoderStepKind::Convolution;
        m_program.steps.push_back({kind, name, input, -1, output, kernel, stride, clamp});
        return output;
    }
    void hardswish(int values)
    {
        m_program.steps.push_back({EncoderStepKind::Hardswish, {}, values, -1, values});
    }
    void squeezeExcite(const std::string& name, int values, std::int64_t squeezed)
    {
        const std::int64_t channels = m_program.activations[index(values)].channels;
        const int mean = activation(channels, 1), hidden = activation(squeezed, 1),
                  gate = activation(channels, 1);
        m_program.steps.push_back({EncoderStepKind::Mean, {}, values, -1, mean});
        m_program.steps.push_back(
            {EncoderStepKind::Dense, name + ".fc1", mean, -1, hidden, 1, 1, Clamp::Relu});
        m_program.steps.push_back(
            {EncoderStepKind::Dense, name + ".fc2", hidden, -1, gate, 1, 1, Clamp::HardSigmoid});
        m_program.steps.push_back({EncoderStepKind::Scale, {}, values, gate, values});
    }
    void add(int values, int other)
    {
        m_program.steps.push_back({EncoderStepKind::Add, {}, values, other, values});
    }

    int block(const EncoderBlock& shape, int input)
    {
        int part = 0;
        const auto next = [&] {
            return "encoder." + std::to_string(shape.index) + ".block." + std::to_string(part++);
        };
        const Clamp clamp = shape.hardswish ? Clamp::None : Clamp::Relu;
        int values = input;
        if (shape.hasExpand) {
            values = convolution(next(), values, shape.expanded, 1, 1, false, clamp);
            if (shape.hardswish)
                hardswish(values);
        }
        values = convolution(next(), values, shape.expanded, shape.kernel, shape.stride, true, clamp);
        if (shape.hardswish)
            hardswish(values);
        if (shape.squeeze > 0)
            squeezeExcite(next(), values, shape.squeeze);
        values = convolution(next(), values, shape.out, 1, 1, false, Clamp::None);
        if (shape.residual)
            add(values, input);
        return values;
    }

private:
    static std::size_t index(int activation) { return static_cast<std::size_t>(activation); }
    EncoderProgram& m_program;
};

/// Gives every activation its place: the largest first, each at the lowest place where nothing lies that
/// lives at the same time.
void place(EncoderProgram& program)
{
    struct Life
    {
        std::size_t activation;
        int first, last;
        std::int64_t size;
    };
    std::vector<Life> lives;
    const auto steps = static_cast<int>(program.steps.size());
    for (std::size_t a = 0; a < program.activations.size(); ++a) {
        // Kernels read up to 16 bytes past the last number.
        Life life{a, a == 0 ? -1 : steps, static_cast<int>(a) == program.output ? steps : -1,
                  roundedUp(program.activations[a].numbers() + 4, lineNumbers)};
        for (int s = 0; s < steps; ++s) {
            const EncoderStep& step = program.steps[static_cast<std::size_t>(s)];
            const int wanted = static_cast<int>(a);
            if (step.input != wanted && step.other != wanted && step.output != wanted)
                continue;
            life.first = std::min(life.first, s);
            life.last = std::max(life.last, s);
        }
        lives.push_back(life);
    }
    std::stable_sort(lives.begin(), lives.end(),
                     [](const Life& a, const Life& b) { return a.size > b.size; });
    std::int64_t end = 0;
    for (std::size_t i = 0; i < lives.size(); ++i) {
        std::int64_t offset = 0;
        bool moved = true;
        while (moved) {
            moved = false;
            for (std::size_t j = 0; j < i; ++j) {
                const std::int64_t other = program.activations[lives[j].activation].offset;
                const bool together = lives[j].first <= lives[i].last && lives[i].first <= lives[j].last;
                if (together && offset < other + lives[j].size && other < offset + lives[i].size) {
                    offset = other + lives[j].size;
                    moved = true;
                }
            }
        }
        program.activations[lives[i].activation].offset = offset;
        end = std::max(end, offset + lives[i].size);
    }
    program.activationBytes = Bytes(end * 4);
}

/// What XNNPACK keeps of a step. Rows of weights are padded to as many output channels as its widest kernel
/// computes at once (16) and to 4 input channels; a bias stands before each. Its tables hold one address per
/// output position and kernel cell; neighbours of a depthwise row share theirs.
void addCost(EncoderProgram& program, const EncoderStep& step)
{
    constexpr std::int64_t tile = 16, address = 8, operatorState = 2048;
    const Activation& in = program.activations[static_cast<std::size_t>(step.input)];
    const Activation& out = program.activations[static_cast<std::size_t>(step.output)];
    const std::int64_t cells = std::int64_t{step.kernel} * step.kernel, wide = roundedUp(out.channels, tile);
    std::int64_t packed = 0, tables = operatorState;
    if (step.kind == EncoderStepKind::Depthwise) {
        packed = wide * (cells + 1) * 4;
        const std::int64_t row = cells + (out.side - 1) * std::min(step.stride, step.kernel) * step.kernel;
        tables += out.side * row * address + (wide + tile) * 4; // and a row of zeros for the border
    } else if (step.kind == EncoderStepKind::Convolution || step.kind == EncoderStepKind::Dense) {
        packed = wide * (cells * roundedUp(in.channels, 4) + 1) * 4;
        if (step.kernel > 1)
            tables += (out.side * out.side + tile) * cells * address + (in.channels + tile) * 4;
    } else if (step.kind == EncoderStepKind::Mean) {
        tables += (in.channels + tile) * 4;
    }
    program.packedBytes += Bytes(roundedUp(packed, line) + line);
    program.addressBytes += Bytes(roundedUp(tables, line) + 2 * line);
}

} // namespace

int EncoderProgram::convolutions() const
{
    return static_cast<int>(std::count_if(steps.begin(), steps.end(), [](const EncoderStep& step) {
        return step.kind == EncoderStepKind::Convolution || step.kind == EncoderStepKind::Depthwise;
    }));
}

EncoderProgram encoderProgram(const NetworkShape& network)
{
    EncoderProgram program;
    if (network.blocks.empty())
        return program;
    Writer writer(program);
    constexpr std::int64_t pictureSide = 224;
    int values = writer.activation(3, pictureSide);
    values = writer.convolution("encoder.0", values, network.stemChannels, 3, 2, false, Clamp::None);
    writer.hardswish(values);
    for (const EncoderBlock& block : network.blocks)
        values = writer.block(block, values);
    values = writer.convolution("encoder.12", values, network.channels, 1, 1, false, Clamp::None);
    writer.hardswish(values);
    program.output = values;

    place(program);
    for (const EncoderStep& step : program.steps)
        addCost(program, step);
    return program;
}

std::vector<std::string> tensorsOf(const EncoderStep& step)
{
    std::vector<std::string> names;
    if (step.kind == EncoderStepKind::Convolution || step.kind == EncoderStepKind::Depthwise)
        for (const char* part : {".0.weight", ".1.weight", ".1.bias", ".1.running_mean", ".1.running_var"})
            names.push_back(step.name + part);
    else if (step.kind == EncoderStepKind::Dense)
        for (const char* part : {".weight", ".bias"})
            names.push_back(step.name + part);
    return names;
}

} // namespace nanocap::load
