// SPDX-License-Identifier: Apache-2.0
// The clock by which tries of the PIN are counted: the machine's own, or a test's.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

namespace nanocap::access {

struct TriesClock
{
    std::function<std::int64_t()> sinceBoot; ///< milliseconds, sleep included
    std::function<std::string()> bootId;
    static TriesClock system();
};

} // namespace nanocap::access
