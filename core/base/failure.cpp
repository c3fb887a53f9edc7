// SPDX-License-Identifier: Apache-2.0
#include "core/base/failure.h"

#include "core/base/failure_codes.h"

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

Failure makeFailure(std::string_view code, Sentence message, std::string detail, std::string subject)
{
    Failure failure;
    if (const FailureCode* known = failureCode(code))
        failure.failureClass = known->failureClass;
    failure.code = code;
    failure.message = std::move(message);
    failure.detail = std::move(detail);
    failure.subject = std::move(subject);
    return failure;
}

Failure cancelledFailure(std::optional<Row> row)
{
    Failure failure = makeFailure("CANCELLED", row ? said("Failure", "Loading was cancelled.")
                                                   : said("Failure", "Captioning was cancelled."));
    failure.row = row;
    return failure;
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
