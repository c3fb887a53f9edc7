// SPDX-License-Identifier: Apache-2.0
// The complete list of names a contents list may mention. Nothing is ever imported or called; a name outside
// the list is refused (a list of forbidden names would never be complete).
#pragma once

#include "core/checkpoint/pickle_value.h"

#include <optional>

namespace nanocap::checkpoint {

/// Module and name must match exactly; `__builtin__` and `builtins` are the same module.
std::optional<Value> findGlobal(std::string_view module, std::string_view name);

} // namespace nanocap::checkpoint
