// SPDX-License-Identifier: Apache-2.0
#include "core/load/encoder_program.h"
#include "core/load/network_shape.h"

#include <gtest/gtest.h>

using namespace nanocap;
using namespace nanocap::load;

namespace {

/// MobileNetV3-Small at width 1, its expanded channels divided by `pruned`.
NetworkShape small(std::int64_t pruned = 1)
{
    NetworkShape network;
    network.stemChannels = 16;
    network.channels = 576;
    // in, kernel, expanded, out, squeezed, hardswish, stride
    const std::int64_t rows[11][7] = {
        {16, 3, 16, 16, 8, 0, 2},    {16, 3, 72, 24, 0, 0, 2},   {24, 3, 88, 24, 0, 0, 1},
        {24, 5, 96, 40, 24, 1, 2},   {40, 5, 240, 40, 64, 1, 1}, {40, 5, 240, 40, 64, 1, 1},
        {40, 5, 120, 48, 32, 1, 1},  {48, 5, 144, 48, 40, 1, 1}, {48, 5, 288, 96, 72, 1, 2},
        {96, 5, 576, 96, 144, 1, 1}, {96, 5, 576, 96, 144, 1, 1}};
    for (int i = 0; i < 11; ++i) {
        const auto& row = rows[i];
        EncoderBlock block;
        block.index = i + 1;
        block.in = row[0];
        block.kernel = static_cast<int>(row[1]);
        block.expanded = i == 0 ? row[2] : std::max<std::int64_t>(1, row[2] / pruned);
        block.out = row[3];
        block.squeeze = row[4];
        block.hardswish = row[5] != 0;
        block.stride = static_cast<int>(row[6]);
        block.hasExpand = i > 0;
        block.residual = block.stride == 1 && block.in == block.out;
        network.blocks.push_back(block);
    }
    return network;
}

TEST(EncoderProgram, EndsInSevenTimesSevenFeatures)
{
    const EncoderProgram program = encoderProgram(small());
    const Activation& features = program.activations[static_cast<std::size_t>(program.output)];
    EXPECT_EQ(features.side, 7);
    EXPECT_EQ(features.channels, 576);
    EXPECT_EQ(program.activations.front().numbers(), 224 * 224 * 3);
    EXPECT_EQ(program.convolutions(), 34);
}

TEST(EncoderProgram, WhatLivesAtTheSameTimeDoesNotOverlap)
{
    for (const std::int64_t pruned : {1, 3, 600}) {
        const EncoderProgram program = encoderProgram(small(pruned));
        const auto steps = program.steps.size();
        // An activation lives from the step that writes it to the last that reads it.
        std::vector<std::size_t> first(program.activations.size(), steps),
            last(program.activations.size(), 0);
        first[0] = 0;
        last[static_cast<std::size_t>(program.output)] = steps;
        for (std::size_t s = 0; s < steps; ++s)
            for (const int index : {program.steps[s].input, program.steps[s].other, program.steps[s].output})
                if (index >= 0) {
                    first[static_cast<std::size_t>(index)] =
                        std::min(first[static_cast<std::size_t>(index)], s);
                    last[static_cast<std::size_t>(index)] =
                        std::max(last[static_cast<std::size_t>(index)], s);
                }
        for (std::size_t a = 0; a < program.activations.size(); ++a) {
            const Activation& one = program.activations[a];
            EXPECT_EQ(one.offset % 16, 0) << "aligned to 64 bytes";
            EXPECT_LE(4 * (one.offset + one.numbers() + 4), program.activationBytes.count())
                << "and 16 bytes past its end may be read";
            for (std::size_t b = 0; b < a; ++b) {
                const Activation& other = program.activations[b];
                const bool together = first[a] <= last[b] && first[b] <= last[a];
                const bool apart = one.offset >= other.offset + other.numbers() ||
                                   other.offset >= one.offset + one.numbers();
                EXPECT_TRUE(!together || apart) << a << " and " << b;
            }
        }
    }
}

TEST(EncoderProgram, RoomIsShared)
{
    const EncoderProgram program = encoderProgram(small());
    std::int64_t all = 0;
    for (const Activation& one : program.activations)
        all += one.numbers() * 4;
    EXPECT_LT(program.activationBytes, Bytes(all / 3));
    EXPECT_GE(program.activationBytes, Bytes((112 * 112 * 16 + 224 * 224 * 3) * 4)) << "the first step's two";
}

TEST(EncoderProgram, EveryTensorOfTheEncoderBelongsToAStep)
{
    const EncoderProgram program = encoderProgram(small());
    std::size_t names = 0;
    for (const EncoderStep& step : program.steps)
        names += tensorsOf(step).size();
    EXPECT_EQ(names, 34u * 5 + 9u * 4);
}

TEST(EncoderProgram, ANetworkWithoutBlocksIsEmpty)
{
    EXPECT_EQ(encoderProgram({}).block(), Bytes());
}

} // namespace
