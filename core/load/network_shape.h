// SPDX-License-Identifier: Apache-2.0
// The network a checkpoint describes, read from its tensors' shapes alone (no libtorch): which tensors the
// captioner needs, in which shape, and what sizes its layers have. Any width_mult and any pruned sizes.
#pragma once

#include "core/checkpoint/checkpoint.h"

#include <vector>

namespace nanocap::load {

/// One inverted-residual block of MobileNetV3-Small. Stride, kernel and activation are the architecture's;
/// channel counts are the checkpoint's.
struct EncoderBlock
{
    int index = 0; ///< position in `encoder.` (1…11)
    std::int64_t in = 0, expanded = 0, out = 0;
    std::int64_t squeeze = 0; ///< 0 = no squeeze-excite
    int kernel = 3, stride = 1;
    bool hardswish = false;
    bool hasExpand = true; ///< block 1 has no expanding convolution when expanded == in
    bool residual = false; ///< stride 1 and in == out
};

struct NeededTensor
{
    std::string name;
    std::vector<std::int64_t> shape;
    std::size_t tensor = 0; ///< index into Checkpoint::tensors
};

struct NetworkShape
{
    std::int64_t stemChannels = 0, lastIn = 0, channels = 0; ///< channels = C of the 7 x 7 features
    std::vector<EncoderBlock> blocks;                        ///< 11
    std::int64_t vocabSize = 0, embedDim = 0, decoderDim = 0, attentionDim = 0;
    std::vector<NeededTensor> needed;     ///< every tensor the network binds, num_batches_tracked excluded
    std::vector<std::string> unneeded;    ///< keys of the state dict that are not used (tolerated, listed)

    Bytes weightsFp32;     ///< sum over distinct needed elements as FP32: what binding them takes
    Bytes convertedCopies; ///< part of it that must be converted or gathered (not contiguous f32)
    Bytes largestStorage;
};

/// Fails with SHAPE naming the first three tensors that are missing or misshapen.
Result<NetworkShape> deriveNetwork(const checkpoint::Checkpoint& checkpoint);

} // namespace nanocap::load
