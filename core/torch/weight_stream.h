// SPDX-License-Identifier: Apache-2.0
// Reads the needed runs of one storage in a single pass: bytes in, FP32 numbers out, checksum on the way.
// Never holds more than a few KB of them.
#pragma once

#include "core/checkpoint/checkpoint.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace nanocap::torch_engine {

/// Takes the elements [begin, end) of a storage, in order. May throw (what allocates may be refused).
class RunTarget
{
public:
    virtual ~RunTarget() = default;
    virtual void start() = 0;
    virtual void write(const float* values, std::size_t count) = 0;
    virtual void finish() = 0;
    std::uint64_t begin = 0, end = 0;
};

/// A needed tensor holds a NaN, an infinity or, as a variance, a number below zero.
struct InvalidWeight
{
    std::string tensor;
    bool negative = false;
};

/// Streams storage `index` into its targets (by position, not overlapping). `onBytes` is called after every
/// chunk with the bytes read; false stops (CANCELLED). Fails as checkpoint::readStorage does, or with
/// WEIGHT_NAN when a target throws InvalidWeight; whatever else a target throws is thrown here.
Status streamStorage(const checkpoint::Checkpoint& checkpoint, std::size_t index,
                     const std::vector<RunTarget*>& targets, const std::function<bool(std::size_t)>& onBytes);

} // namespace nanocap::torch_engine
