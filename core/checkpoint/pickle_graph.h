// SPDX-License-Identifier: Apache-2.0
// Judges the finished structure of a contents list: no container inside itself, no nesting or sharing that
// grows beyond bounds, no key twice. Works without recursion.
#pragma once

#include "core/checkpoint/codes.h"
#include "core/checkpoint/pickle_value.h"

namespace nanocap::checkpoint {

/// PICKLE_CYCLE, PICKLE_LIMIT, DUPLICATE_KEY.
Checked<void> checkGraph(const Value& top);

} // namespace nanocap::checkpoint
