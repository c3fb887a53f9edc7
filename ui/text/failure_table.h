// SPDX-License-Identifier: Apache-2.0
// The table behind failure_text: one line of sentences per failure code.
#pragma once

#include <array>
#include <string_view>
#include <vector>

namespace nanocap::ui {

/// Kinds of next steps; each has one text and one action in failure_text.cpp.
enum class StepKind {
    End,
    FreeMemory,
    ChooseAnother,
    WithoutFloor,
    LowerPrecision,
    CopyAgain,
    SaveAgain,
    AskTrainer,
    OriginalFile,
    Retry,
    Readiness,
    InstallAgain,
    Report,
    ChangeSource,
    CheckCamera,
    OtherPicture,
    DoNotTrust,
    UpdateList,
    SlowDisk
};

struct FailureEntry
{
    const char* code;
    const char* title;
    /// {subject} {required} {available} {short} {row} {message} {detail} are replaced by what is known.
    const char* explanation;
    std::array<StepKind, 4> steps;
};

/// All of them.
const std::vector<FailureEntry>& failureTable();
/// Those of weights, engine and input; the rest (memory, file, contents list) are in failure_table.cpp.
std::vector<FailureEntry> runningFailures();

} // namespace nanocap::ui
