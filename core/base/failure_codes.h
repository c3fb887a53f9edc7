// SPDX-License-Identifier: Apache-2.0
// Every code a Failure can have: its class and its headline. What happened in the single case is said by
// Failure::message, what may be done in the window by ui/text/failure_text. Plain values, any thread.
#pragma once

#include "core/base/failure.h"

#include <span>

namespace nanocap {

struct FailureCode
{
    std::string_view name; ///< "ZIP_BAD"
    FailureClass failureClass;
    Saying title; ///< a headline of at most 48 letters
};

/// All of them: memory, checkpoint, engine, input, the rest.
std::span<const FailureCode> allFailureCodes();
/// Null for a code that is not in the table.
const FailureCode* failureCode(std::string_view code);

/// The headline: the code's title; a refusal for memory also says how much is missing.
Sentence titleOf(const Failure& failure);

} // namespace nanocap
