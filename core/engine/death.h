// SPDX-License-Identifier: Apache-2.0
// Why an engine process ended, worked out from what the kernel left behind. Plain values in, a Failure out.
#pragma once

#include "core/base/failure.h"
#include "core/memory/reading.h"

namespace nanocap::engine {

struct DeathEvidence
{
    std::optional<Row> row; ///< empty while captioning
    std::optional<int> signal;
    std::optional<int> exitCode;
    bool startFailed = false; ///< the program could not be executed at all
    memory::PressureReading before,
        after;                         ///< kernel counters some seconds before the engine's end and after it
    bool killedAtCeiling = false;      ///< by the kernel, because of the limit of the engine's own cgroup
    memory::MemoryReading lastReading; ///< just before the row or caption
    MaybeBytes engineRss;              ///< last seen
    MaybeBytes reserve;
    std::string errorOutput;  ///< end of what the engine wrote to its standard error
    std::string program;      ///< path of nanocap-engine
    bool fileChanged = false; ///< the checkpoint is no longer what was validated
    std::string fileName;
};

/// OOM_KILLED (certain when a kernel counter moved, "likely" when only memory was short), KILLED, SIGSEGV,
/// SIGBUS, SIGILL, SIGABRT, CHANGED (a SIGBUS or SIGSEGV on a changed file), MEMORY (the libraries could not
/// be mapped), ENGINE_MISSING, ENGINE_ERROR.
Failure explainDeath(const DeathEvidence& evidence);

/// HANG or THRASHING: the engine was ended by us. `explanation` is StallWatch's, `seconds` how long it was
/// still.
Failure explainStall(bool thrashing, const DeathEvidence& evidence, const Sentence& explanation,
                     long seconds);

/// ENGINE_VERSION: the greeting was not this program's.
Failure explainOtherVersion(const std::optional<Row>& row, const std::string& program, std::string detail);

/// "at row WEIGHTS" or "while captioning", as an argument of sentences.
Sentence placeOf(const std::optional<Row>& row);

} // namespace nanocap::engine
