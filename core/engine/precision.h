// SPDX-License-Identifier: Apache-2.0
// The precisions a model can run in.
#pragma once

#include <optional>
#include <string_view>

namespace nanocap::engine {

enum class Precision { Fp32, Fp16, Int8 };
std::string_view nameOf(Precision precision); ///< "fp32", "fp16", "int8"
std::optional<Precision> precisionFromName(std::string_view name);

} // namespace nanocap::engine
