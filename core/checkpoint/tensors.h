// SPDX-License-Identifier: Apache-2.0
// What sizes, strides and offset of a tensor must be so that every index reaches a different element of its
// storage.
#pragma once

#include "core/checkpoint/codes.h"
#include "core/checkpoint/pickle_value.h"

#include <optional>

namespace nanocap::checkpoint {

/// TENSOR_SHAPE (negative figures), TENSOR_BOUNDS (reaches outside `numel` elements), TENSOR_ALIAS (two
/// indices, one element); the subject is left to the caller.
std::optional<Refusal> checkTensor(const TensorUse& tensor, std::int64_t numel);

/// True when some index of the tensor reaches element `element` of its storage (the tensor passed
/// checkTensor).
bool reaches(const Tensor& tensor, std::uint64_t element);

} // namespace nanocap::checkpoint
