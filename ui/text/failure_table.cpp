// SPDX-License-Identifier: Apache-2.0
#include "ui/text/failure_table.h"

#include <QtGlobal>

namespace nanocap::ui {

namespace {

std::vector<FailureEntry> openingFailures()
{
    using S = StepKind;
    return {
        // Memory
        {"MEMORY",
         QT_TRANSLATE_NOOP("FailureText", "Not enough memory: {short} short"),
         QT_TRANSLATE_NOOP(
             "FailureText",
             "This model requires {required} of available memory; {available} are available: {short} "
             "short. It was stopped at \"{row}\", before anything was harmed."),
         {S::FreeMemory, S::WithoutFloor, S::LowerPrecision, S::ChooseAnother}},
        {"TOO_LARGE",
         QT_TRANSLATE_NOOP("FailureText", "The model is too large for this machine"),
         QT_TRANSLATE_NOOP("FailureText", "The model needs {required}; {available} are available."),
         {S::LowerPrecision, S::ChooseAnother}},
        {"MEMORY_UNKNOWN",
         QT_TRANSLATE_NOOP("FailureText", "Available memory is unknown"),
         QT_TRANSLATE_NOOP("FailureText", "The kernel's memory figures could not be read, so nobody can say "
                                          "whether the model fits. Nothing was loaded."),
         {S::Readiness, S::WithoutFloor, S::ChooseAnother}},
        // File and archive
        {"FILE_OPEN",
         QT_TRANSLATE_NOOP("FailureText", "The model file cannot be opened"),
         QT_TRANSLATE_NOOP("FailureText",
                           "The file is missing, is not a plain file, or may not be read by this user."),
         {S::CopyAgain, S::ChooseAnother}},
        {"FILE_EMPTY",
         QT_TRANSLATE_NOOP("FailureText", "The model file is empty"),
         QT_TRANSLATE_NOOP("FailureText", "The file has a name but no contents; copying it did not finish."),
         {S::CopyAgain, S::ChooseAnother}},
        {"NOT_A_CHECKPOINT",
         QT_TRANSLATE_NOOP("FailureText", "This is not a PyTorch model"),
         QT_TRANSLATE_NOOP(
             "FailureText",
             "The file is something else with a model's name: it is not what torch.save writes."),
         {S::AskTrainer, S::ChooseAnother}},
        {"LEGACY_FORMAT",
         QT_TRANSLATE_NOOP("FailureText", "Saved by a very old PyTorch"),
         QT_TRANSLATE_NOOP("FailureText",
                           "The file is in the format used before PyTorch 1.6, which is not read here."),
         {S::SaveAgain, S::ChooseAnother}},
        {"TORCHSCRIPT",
         QT_TRANSLATE_NOOP("FailureText", "A TorchScript program, not a checkpoint"),
         QT_TRANSLATE_NOOP("FailureText",
                           "The file holds a program made by torch.jit; the training checkpoint is needed."),
         {S::AskTrainer, S::ChooseAnother}},
        {"TRUNCATED",
         QT_TRANSLATE_NOOP("FailureText", "The model file is incomplete"),
         QT_TRANSLATE_NOOP("FailureText",
                           "The file is cut short: its end, where the directory stands, is missing."),
         {S::CopyAgain, S::ChooseAnother}},
        {"ZIP_BAD",
         QT_TRANSLATE_NOOP("FailureText", "The model file is damaged"),
         QT_TRANSLATE_NOOP("FailureText", "The archive inside the file contradicts itself."),
         {S::CopyAgain, S::ChooseAnother}},
        {"ZIP_NAME",
         QT_TRANSLATE_NOOP("FailureText", "Suspicious entries: refused"),
         QT_TRANSLATE_NOOP(
             "FailureText",
             "The archive holds entry names that torch.save never writes. Nothing in it was used."),
         {S::DoNotTrust, S::OriginalFile, S::ChooseAnother}},
        {"ZIP_DUPLICATE",
         QT_TRANSLATE_NOOP("FailureText", "Suspicious entries: refused"),
         QT_TRANSLATE_NOOP("FailureText", "The archive holds the same entry twice, so two programs could "
                                          "read two different models. Nothing in it was used."),
         {S::DoNotTrust, S::OriginalFile, S::ChooseAnother}},
        {"ZIP_COMPRESSED",
         QT_TRANSLATE_NOOP("FailureText", "The model file was re-packed"),
         QT_TRANSLATE_NOOP(
             "FailureText",
             "The file was compressed after it was saved; weights must be stored uncompressed."),
         {S::OriginalFile, S::ChooseAnother}},
        {"ZIP_ENCRYPTED",
         QT_TRANSLATE_NOOP("FailureText", "The model file is encrypted"),
         QT_TRANSLATE_NOOP("FailureText", "The archive is protected with a password."),
         {S::OriginalFile, S::ChooseAnother}},
        {"CHECKSUM",
         QT_TRANSLATE_NOOP("FailureText", "The model file is damaged"),
         QT_TRANSLATE_NOOP("FailureText", "The checksum of {subject} is wrong: bytes changed after the model "
                                          "was saved. A storage card that is wearing out does this too."),
         {S::CopyAgain, S::ChooseAnother}},
        {"VERSION",
         QT_TRANSLATE_NOOP("FailureText", "Unsupported PyTorch version"),
         QT_TRANSLATE_NOOP("FailureText", "The file states a format version that is not known here."),
         {S::SaveAgain, S::ChooseAnother}},
        {"BIG_ENDIAN",
         QT_TRANSLATE_NOOP("FailureText", "Saved on an incompatible computer"),
         QT_TRANSLATE_NOOP("FailureText", "The numbers in the file have the opposite byte order."),
         {S::SaveAgain, S::ChooseAnother}},
        {"NO_DATA_PKL",
         QT_TRANSLATE_NOOP("FailureText", "The model has no contents list"),
         QT_TRANSLATE_NOOP("FailureText", "The archive lacks the list that says what its weights are."),
         {S::OriginalFile, S::ChooseAnother}},
        // Contents list
        {"PICKLE_BAD",
         QT_TRANSLATE_NOOP("FailureText", "The contents list is damaged"),
         QT_TRANSLATE_NOOP("FailureText", "The model's contents list cannot be read to its end."),
         {S::CopyAgain, S::SaveAgain, S::ChooseAnother}},
        {"PICKLE_PROTO",
         QT_TRANSLATE_NOOP("FailureText", "The contents list is unsupported"),
         QT_TRANSLATE_NOOP("FailureText", "The model's contents list has a protocol number outside 2 to 5."),
         {S::SaveAgain, S::ChooseAnother}},
        {"PICKLE_OP",
         QT_TRANSLATE_NOOP("FailureText", "The contents list is unsupported"),
         QT_TRANSLATE_NOOP("FailureText",
                           "The model's contents list uses an instruction that torch.save never writes."),
         {S::DoNotTrust, S::SaveAgain, S::ChooseAnother}},
        {"PICKLE_LIMIT",
         QT_TRANSLATE_NOOP("FailureText", "The contents list is too complex"),
         QT_TRANSLATE_NOOP(
             "FailureText",
             "The model's contents list exceeds the limits that keep this machine safe, and was refused."),
         {S::SaveAgain, S::ChooseAnother}},
        {"PICKLE_CYCLE",
         QT_TRANSLATE_NOOP("FailureText", "The contents list is too complex"),
         QT_TRANSLATE_NOOP("FailureText", "The model's contents list contains itself, and was refused."),
         {S::DoNotTrust, S::ChooseAnother}},
        {"LIMIT_TENSORS",
         QT_TRANSLATE_NOOP("FailureText", "Too many tensors"),
         QT_TRANSLATE_NOOP("FailureText",
                           "The model lists more tensors than any captioner has, and was refused."),
         {S::DoNotTrust, S::ChooseAnother}},
        {"UNSAFE",
         QT_TRANSLATE_NOOP("FailureText", "The file tries to run a program: refused"),
         QT_TRANSLATE_NOOP("FailureText", "The model file asks to run \"{subject}\". Nothing was run."),
         {S::DoNotTrust, S::OriginalFile, S::ChooseAnother}},
        {"NOT_DICT",
         QT_TRANSLATE_NOOP("FailureText", "This is not a captioning checkpoint"),
         QT_TRANSLATE_NOOP("FailureText", "The file does not hold a dictionary with a model in it."),
         {S::AskTrainer, S::ChooseAnother}},
        {"MISSING_KEY",
         QT_TRANSLATE_NOOP("FailureText", "A part of the checkpoint is missing"),
         QT_TRANSLATE_NOOP("FailureText", "The model file lacks \"{subject}\"."),
         {S::AskTrainer, S::ChooseAnother}},
        {"DUPLICATE_KEY",
         QT_TRANSLATE_NOOP("FailureText", "Defined twice"),
         QT_TRANSLATE_NOOP("FailureText",
                           "The model defines \"{subject}\" twice, so it is not clear which is meant."),
         {S::SaveAgain, S::ChooseAnother}}};
}

} // namespace

const std::vector<FailureEntry>& failureTable()
{
    static const std::vector<FailureEntry> table = [] {
        std::vector<FailureEntry> all = openingFailures();
        const std::vector<FailureEntry> others = runningFailures();
        all.insert(all.end(), others.begin(), others.end());
        return all;
    }();
    return table;
}

} // namespace nanocap::ui
