// SPDX-License-Identifier: Apache-2.0
// NANOCAP_TEST_HOLD=ROW[:FAULT]: makes the engine stop at a row, or play a fault there, for whoever wants to
// see how the rest of the program takes it. Read once, in the engine process only.
#pragma once

#include "core/base/row.h"

#include <optional>
#include <string>

namespace nanocap::engine {

enum class Fault { Hold, Segv, Abort, Bus, Ill, Kill, Hang, Alloc };

struct TestHold
{
    Row row = Row::Class;
    Fault fault = Fault::Hold;

    /// Empty when the text is empty or names no row or fault.
    static std::optional<TestHold> parse(const std::string& text);
    static std::optional<TestHold> fromEnvironment();
};

/// Plays every fault but Alloc (which only the engine's allocator can play). Does not return.
[[noreturn]] void play(Fault fault);

} // namespace nanocap::engine
