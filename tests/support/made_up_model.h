// SPDX-License-Identifier: Apache-2.0
// A checkpoint as a plain value: what the plan looks at, without a file.
#pragma once

#include "core/checkpoint/checkpoint.h"
#include "core/load/network_shape.h"

struct MadeUpModel
{
    nanocap::checkpoint::Checkpoint checkpoint;
    nanocap::load::NetworkShape network;
};

/// One matrix of `megabytes` as FP32, stored as `dtype`, and `words` words.
inline MadeUpModel madeUpModel(std::int64_t megabytes, int words = 1000,
                               nanocap::checkpoint::DType dtype = nanocap::checkpoint::DType::F32)
{
    using namespace nanocap;
    MadeUpModel model;
    const std::int64_t elements = megabytes << 18;
    checkpoint::Storage storage;
    storage.key = "0";
    storage.dtype = dtype;
    storage.numel = static_cast<std::uint64_t>(elements);
    storage.bytes = storage.numel * checkpoint::itemSize(dtype);
    storage.crc32 = 0x1234;
    model.checkpoint.storages.push_back(storage);
    checkpoint::Tensor tensor;
    tensor.name = "decoder.fc.weight";
    tensor.dtype = dtype;
    tensor.shape = {elements / 256, 256};
    tensor.stride = {256, 1};
    model.checkpoint.tensors.push_back(tensor);
    model.checkpoint.parsingBytes = Bytes::fromMegabytes(2);
    model.checkpoint.pickleBytes = Bytes::fromKilobytes(64);
    model.checkpoint.vocabulary.words.assign(static_cast<std::size_t>(words), "word");
    model.network.needed.push_back({tensor.name, tensor.shape, 0, true});
    load::addWeightRuns(model.checkpoint, model.network);
    return model;
}
