// SPDX-License-Identifier: Apache-2.0
// Reads every weight once: checksums, and numbers no network can compute with.
#pragma once

#include "core/checkpoint/checkpoint_file.h"

namespace nanocap::checkpoint {

/// CHECKSUM (any storage), then WEIGHT_NAN; CHANGED, IO.
Checked<void> verifyStorages(const Checkpoint& checkpoint);

/// Index of the first NaN or infinity among the elements in `data` (whole elements); `size / itemSize` when
/// none.
std::size_t firstInvalid(DType dtype, const std::uint8_t* data, std::size_t size);

/// True for the name of a batch norm's variance, which cannot be below zero.
bool isVariance(std::string_view tensor);
/// WEIGHT_NAN: below zero, its square root would be no number.
Refusal negativeVariance(const std::string& tensor);

} // namespace nanocap::checkpoint
