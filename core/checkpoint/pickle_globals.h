// SPDX-License-Identifier: Apache-2.0
// The complete list of names a contents list may mention. Nothing is ever imported or called; a name outside
// the list is refused (a list of forbidden names would never be complete).
#pragma once

#include "core/checkpoint/pickle_value.h"

#include <optional>

namespace nanocap::checkpoint {

/// Module and name must match exactly; `__builtin__` and `builtins` are the same module, with `long`,
/// `unicode` and `xrange` for what Python 3 calls int, str and range.
std::optional<Value> findGlobal(std::string_view module, std::string_view name);

/// True where a name of this module in a contents list is there to run something; other unknown names are
/// usually objects of somebody's own classes. Only the sentence depends on it: both are refused.
bool isMadeToRun(std::string_view module, std::string_view name);

} // namespace nanocap::checkpoint
