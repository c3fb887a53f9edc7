// SPDX-License-Identifier: Apache-2.0
// The encoder as a list of steps over numbered activations, and the one block of memory it runs in: who plans
// a load and who computes it take both from here, so what is promised is what is spent.
#pragma once

#include "core/base/bytes.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nanocap::load {

struct NetworkShape;

/// `side` x `side` positions of `channels` numbers each, channels next to each other.
struct Activation
{
    std::int64_t channels = 0, side = 1;
    std::int64_t offset = 0; ///< numbers from the start of the activations' part of the block
    std::int64_t numbers() const { return channels * side * side; }
};

enum class EncoderStepKind {
    Convolution, ///< with its batch norm folded in: `<name>.0.weight`, `<name>.1.…`
    Depthwise,   ///< the same, one input channel for each output channel
    Hardswish,   ///< in place
    Mean,        ///< over all positions
    Dense,       ///< `<name>.weight`, `<name>.bias`
    Scale,       ///< `input` times `other`, one number a channel; in place
    Add          ///< `input` plus `other`, in place
};

enum class Clamp {
    None,
    Relu,
    HardSigmoid ///< relu6(x + 3) / 6
};

struct EncoderStep
{
    EncoderStepKind kind;
    std::string name;
    int input = 0, other = -1, output = 0; ///< activations
    int kernel = 1, stride = 1;
    Clamp clamp = Clamp::None;
};

struct EncoderProgram
{
    std::vector<Activation> activations; ///< the first is the picture, 3 x 224 x 224 normalised numbers
    std::vector<EncoderStep> steps;
    int output = 0; ///< activation that holds the features: [7 * 7][channels]

    Bytes activationBytes; ///< activations that live at the same time do not overlap; others share
    Bytes packedBytes;     ///< weights as the kernels want them, whatever the processor
    Bytes addressBytes;    ///< kernels' tables of rows and their own state
    Bytes block() const { return activationBytes + packedBytes + addressBytes; }

    int convolutions() const;
};

/// Empty for a network without blocks.
EncoderProgram encoderProgram(const NetworkShape& network);

/// Names of the tensors a step is made of; not needed any more once it is packed.
std::vector<std::string> tensorsOf(const EncoderStep& step);

} // namespace nanocap::load
