// SPDX-License-Identifier: Apache-2.0
#include "ui/text/failure_steps.h"

#include <algorithm>

namespace nanocap::ui {

namespace {

using S = StepKind;

constexpr std::array table = {
    CodeSteps{"MEMORY",
              {S::FreeMemory, S::LoadFitting, S::WaitForMemory, S::WithoutFloor, S::LowerPrecision,
               S::ChooseAnother}},
    CodeSteps{"TOO_LARGE", {S::LoadFitting, S::LowerPrecision, S::ChooseAnother}},
    CodeSteps{"MEMORY_UNKNOWN", {S::Readiness, S::WithoutFloor, S::ChooseAnother}},
    CodeSteps{"FILE_OPEN", {S::CopyAgain, S::ChooseAnother}},
    CodeSteps{"FILE_EMPTY", {S::CopyAgain, S::ChooseAnother}},
    CodeSteps{"NOT_A_CHECKPOINT", {S::AskTrainer, S::ChooseAnother}},
    CodeSteps{"LEGACY_FORMAT", {S::SaveAgain, S::ChooseAnother}},
    CodeSteps{"TORCHSCRIPT", {S::AskTrainer, S::ChooseAnother}},
    CodeSteps{"TRUNCATED", {S::CopyAgain, S::ChooseAnother}},
    CodeSteps{"ZIP_BAD", {S::CopyAgain, S::ChooseAnother}},
    CodeSteps{"ZIP_NAME", {S::DoNotTrust, S::OriginalFile, S::ChooseAnother}},
    CodeSteps{"ZIP_DUPLICATE", {S::DoNotTrust, S::OriginalFile, S::ChooseAnother}},
    CodeSteps{"ZIP_COMPRESSED", {S::OriginalFile, S::ChooseAnother}},
    CodeSteps{"ZIP_ENCRYPTED", {S::OriginalFile, S::ChooseAnother}},
    CodeSteps{"CHECKSUM", {S::CopyAgain, S::ChooseAnother}},
    CodeSteps{"VERSION", {S::SaveAgain, S::ChooseAnother}},
    CodeSteps{"BIG_ENDIAN", {S::SaveAgain, S::ChooseAnother}},
    CodeSteps{"NO_DATA_PKL", {S::OriginalFile, S::ChooseAnother}},
    CodeSteps{"PICKLE_BAD", {S::CopyAgain, S::SaveAgain, S::ChooseAnother}},
    CodeSteps{"PICKLE_PROTO", {S::SaveAgain, S::ChooseAnother}},
    CodeSteps{"PICKLE_OP", {S::DoNotTrust, S::SaveAgain, S::ChooseAnother}},
    CodeSteps{"PICKLE_LIMIT", {S::SaveAgain, S::ChooseAnother}},
    CodeSteps{"PICKLE_CYCLE", {S::DoNotTrust, S::ChooseAnother}},
    CodeSteps{"LIMIT_TENSORS", {S::DoNotTrust, S::ChooseAnother}},
    CodeSteps{"UNSAFE", {S::DoNotTrust, S::OriginalFile, S::ChooseAnother}},
    CodeSteps{"NOT_DICT", {S::AskTrainer, S::ChooseAnother}},
    CodeSteps{"MISSING_KEY", {S::AskTrainer, S::ChooseAnother}},
    CodeSteps{"DUPLICATE_KEY", {S::SaveAgain, S::ChooseAnother}},
    CodeSteps{"STORAGE_MISSING", {S::CopyAgain, S::ChooseAnother}},
    CodeSteps{"STORAGE_SIZE", {S::CopyAgain, S::ChooseAnother}},
    CodeSteps{"STORAGE_KEY", {S::DoNotTrust, S::ChooseAnother}},
    CodeSteps{"STORAGE_TYPE", {S::SaveAgain, S::ChooseAnother}},
    CodeSteps{"DEVICE", {S::SaveAgain, S::ChooseAnother}},
    CodeSteps{"DTYPE", {S::SaveAgain, S::ChooseAnother}},
    CodeSteps{"UNSUPPORTED_TENSOR", {S::SaveAgain, S::ChooseAnother}},
    CodeSteps{"NOT_A_TENSOR", {S::AskTrainer, S::ChooseAnother}},
    CodeSteps{"TENSOR_SHAPE", {S::CopyAgain, S::ChooseAnother}},
    CodeSteps{"TENSOR_BOUNDS", {S::DoNotTrust, S::CopyAgain, S::ChooseAnother}},
    CodeSteps{"TENSOR_ALIAS", {S::DoNotTrust, S::SaveAgain, S::ChooseAnother}},
    CodeSteps{"SHAPE", {S::AskTrainer, S::ChooseAnother}},
    CodeSteps{"WEIGHT_NAN", {S::CopyAgain, S::AskTrainer, S::ChooseAnother}},
    CodeSteps{"VOCAB", {S::AskTrainer, S::ChooseAnother}},
    CodeSteps{"CHANGED", {S::Retry, S::CopyAgain, S::ChooseAnother}},
    CodeSteps{"IO", {S::Retry, S::SlowDisk, S::CopyAgain}},
    CodeSteps{"INTERNAL", {S::Report, S::Retry, S::ChooseAnother}},
    CodeSteps{"OOM_KILLED", {S::FreeMemory, S::LoadFitting, S::LowerPrecision, S::ChooseAnother, S::Report}},
    CodeSteps{"KILLED", {S::Retry, S::Report, S::ChooseAnother}},
    CodeSteps{"SIGSEGV", {S::Retry, S::Readiness, S::ChooseAnother, S::Report}},
    CodeSteps{"SIGBUS", {S::SlowDisk, S::Retry, S::Report}},
    CodeSteps{"SIGILL", {S::Readiness, S::InstallAgain, S::Report}},
    CodeSteps{"SIGABRT", {S::Retry, S::Readiness, S::ChooseAnother, S::Report}},
    CodeSteps{"HANG", {S::Retry, S::Readiness, S::Report}},
    CodeSteps{"THRASHING", {S::FreeMemory, S::LoadFitting, S::LowerPrecision, S::ChooseAnother, S::Report}},
    CodeSteps{"ENGINE_MISSING", {S::InstallAgain, S::Readiness}},
    CodeSteps{"ENGINE_VERSION", {S::InstallAgain, S::Readiness}},
    CodeSteps{"ENGINE_ERROR", {S::Retry, S::Report, S::ChooseAnother}},
    CodeSteps{"IMAGE", {S::OtherPicture, S::ChangeSource}},
    CodeSteps{"CAMERA", {S::CheckCamera, S::ChangeSource}},
    CodeSteps{"SOURCE", {S::ChangeSource}},
    CodeSteps{"CATALOG", {S::CorrectList, S::ChooseAnother}},
    CodeSteps{"UNKNOWN_MODEL", {S::ChooseAnother, S::UpdateList}},
    CodeSteps{"USAGE", {S::ReadHelp}},
    CodeSteps{"CANCELLED", {S::Retry, S::ChooseAnother}},
};

} // namespace

Steps stepsFor(std::string_view code)
{
    const auto found =
        std::find_if(table.begin(), table.end(), [&](const CodeSteps& entry) { return entry.code == code; });
    return found == table.end() ? Steps{S::Retry, S::Report} : found->steps;
}

} // namespace nanocap::ui
