// SPDX-License-Identifier: Apache-2.0
// Numbers with decimals in texts, the same in every locale: a board set to German must read the kernel's
// "55.20" and print it as everybody else does. Plain C++, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace nanocap {

/// "6.5" for (6.46, 1): a point and no grouping, rounded to nearest.
std::string fixedText(double value, int decimals);

/// A whole decimal number ("55.20", "3", "1e2"): nothing before or behind it. Empty when it is none, infinite
/// or NaN.
std::optional<double> parseDecimal(std::string_view text);

} // namespace nanocap
