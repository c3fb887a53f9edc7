// SPDX-License-Identifier: Apache-2.0
// Failure: why something did not happen, as a value. No exception crosses a folder of core.
#pragma once

#include "core/base/bytes.h"
#include "core/base/row.h"
#include "core/base/sentence.h"

#include <tl/expected.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace nanocap {

enum class FailureClass { Guard, Checkpoint, Engine, Input, Cancelled };

/// "guard", "checkpoint", "engine", "input", "cancelled".
std::string_view nameOf(FailureClass cls);

struct Failure
{
    FailureClass failureClass = FailureClass::Engine;
    std::string code;       ///< stable, upper case: one of failure_codes.h
    std::optional<Row> row; ///< the row of the load it happened in
    Sentence message;       ///< what happened and what to do: the only place where it is said
    std::string detail;     ///< for whoever diagnoses: offsets, names, expected and actual
    std::string subject;    ///< the one thing the sentence names (tensor, entry, key, file)
    std::optional<int> signal;
    MaybeBytes required;
    MaybeBytes available;
};

template <class T> using Result = tl::expected<T, Failure>;

using Status = Result<std::monostate>;
inline Status ok()
{
    return std::monostate();
}
inline tl::unexpected<Failure> fail(Failure failure)
{
    return tl::unexpected<Failure>(std::move(failure));
}

/// A failure of the class its code belongs to (failure_codes.h).
Failure makeFailure(std::string_view code, Sentence message, std::string detail = {},
                    std::string subject = {});

/// CANCELLED, class cancelled: somebody wanted it to stop.
Failure cancelledFailure(std::optional<Row> row = {});

/// Process exit codes shared by nanocapctl and `nanocap --quit-after-done`.
enum ExitCode {
    ExitDone = 0,
    ExitUsage = 2,
    ExitMemory = 3,
    ExitCheckpoint = 4,
    ExitEngine = 5,
    ExitInput = 6,
    ExitCancelled = 7
};

/// The exit code of a failure: guard 3 (also a checkpoint too large for this machine), checkpoint 4, engine
/// 5, input 6 (a wrong command line or unknown model: 2), cancelled 7.
int exitCodeFor(const Failure& failure);

} // namespace nanocap
