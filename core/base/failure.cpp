// SPDX-License-Identifier: Apache-2.0
#include "core/base/failure.h"

namespace nanocap {

std::string_view nameOf(FailureClass cls)
{
    switch (cls) {
    case FailureClass::Guard:
        return "guard";
    case FailureClass::Checkpoint:
        return "checkpoint";
    case FailureClass::Engine:
        return "engine";
    case FailureClass::Input:
        return "input";
    case FailureClass::Cancelled:
        return "cancelled";
    }
    return "engine";
}

Failure cancelledFailure(std::optional<Row> row)
{
    Failure f;
    f.failureClass = FailureClass::Cancelled;
    f.code = "CANCELLED";
    f.row = row;
    f.message = row ? "Loading was cancelled." : "Captioning was cancelled.";
    return f;
}

int exitCodeFor(const Failure& failure)
{
    switch (failure.failureClass) {
    case FailureClass::Guard:
        return ExitMemory;
    case FailureClass::Checkpoint:
        return failure.code == "TOO_LARGE" ? ExitMemory : ExitCheckpoint;
    case FailureClass::Engine:
        return ExitEngine;
    case FailureClass::Input:
        return failure.code == "USAGE" || failure.code == "UNKNOWN_MODEL" ? ExitUsage : ExitInput;
    case FailureClass::Cancelled:
        return ExitCancelled;
    }
    return ExitEngine;
}

} // namespace nanocap
