// SPDX-License-Identifier: Apache-2.0
// Which next steps the window offers for which failure code. What happened is said by the failure itself.
#pragma once

#include <array>
#include <string_view>

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
    CorrectList,
    ReadHelp,
    SlowDisk,
    LoadFitting,
    WaitForMemory
};

/// Best first, the rest End. A code that is not known: try again, save a report.
using Steps = std::array<StepKind, 6>;

struct CodeSteps
{
    std::string_view code;
    Steps steps;
};

Steps stepsFor(std::string_view code);

} // namespace nanocap::ui
