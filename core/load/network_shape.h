// SPDX-License-Identifier: Apache-2.0
// The network a checkpoint describes, read from its tensors' shapes alone (no libtorch): which tensors the
// captioner needs, in which shape, and what sizes its layers have. Any width_mult and any pruned sizes.
#pragma once

#include "core/checkpoint/checkpoint.h"
#include "core/engine/precision.h"

#include <cstdint>
#include <string>
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
    std::size_t tensor = 0;     ///< index into Checkpoint::tensors
    bool decoderMatrix = false; ///< fp16 keeps these as half, int8 as bytes with a scale per row
};

/// A run of one storage's elements that is read as a whole: one tensor, or several that overlap (tied,
/// views).
struct WeightRun
{
    std::size_t storage = 0;          ///< index into Checkpoint::storages
    std::uint64_t begin = 0, end = 0; ///< elements of the storage
    std::vector<std::size_t> needed;  ///< indices into NetworkShape::needed
    bool direct = true; ///< one contiguous tensor: streamed into its final place, whatever its type
};

struct NetworkShape
{
    std::int64_t stemChannels = 0, channels = 0; ///< channels = C of the 7 x 7 features
    std::vector<EncoderBlock> blocks;            ///< 11
    std::int64_t vocabSize = 0, embedDim = 0, decoderDim = 0, attentionDim = 0;
    std::vector<NeededTensor> needed;  ///< every tensor the network binds, num_batches_tracked excluded
    std::vector<WeightRun> runs;       ///< what to read, by storage, then by position
    std::vector<std::string> unneeded; ///< keys of the state dict that are not used (tolerated, listed)

    Bytes weightsFp32;     ///< sum over distinct needed elements as FP32: what binding them takes
    Bytes convertedCopies; ///< part of it that must be converted or gathered (not contiguous f32); direct
                           ///< runs are converted chunk by chunk, so this is time, not extra memory
};

/// What the bound weights take at a precision: the decoder's as they were read, the encoder's as its kernels
/// want them. `transient` is what is alive beside them while they are bound: the encoder as it was read, and
/// the largest run that is read as FP32 first, then gathered or packed. `encoder` is the one block the
/// encoder runs in, its packed weights (part of `bound`) and its activations.
struct BindingBytes
{
    Bytes bound;
    Bytes transient;
    Bytes encoder;
};
BindingBytes bindingBytes(const checkpoint::Checkpoint& checkpoint, const NetworkShape& network,
                          engine::Precision precision);

/// Fails with SHAPE naming the first three tensors that are missing or misshapen.
Result<NetworkShape> deriveNetwork(const checkpoint::Checkpoint& checkpoint);

/// Fills runs, weightsFp32 and convertedCopies from `needed`; deriveNetwork has done it already.
void addWeightRuns(const checkpoint::Checkpoint& checkpoint, NetworkShape& network);

} // namespace nanocap::load
