// SPDX-License-Identifier: Apache-2.0
#include "ui/text/failure_table.h"

#include <QtGlobal>

namespace nanocap::ui {

const std::vector<FailureEntry>& failureTable()
{
    using S = StepKind;
    static const std::vector<FailureEntry> table = {
        // Memory
        {"MEMORY", QT_TRANSLATE_NOOP("FailureText", "Not enough memory: {short} short"),
         QT_TRANSLATE_NOOP("FailureText", "At \"{row}\" this model requires {required} of available memory; {available} are available. The load was stopped before anything was damaged."),
         {S::FreeMemory, S::WithoutFloor, S::LowerPrecision, S::ChooseAnother}},
        {"TOO_LARGE", QT_TRANSLATE_NOOP("FailureText", "The model is too large for this machine"),
         QT_TRANSLATE_NOOP("FailureText", "The model needs {required}; {available} are available."),
         {S::LowerPrecision, S::ChooseAnother}},
        {"MEMORY_UNKNOWN", QT_TRANSLATE_NOOP("FailureText", "Available memory is unknown"),
         QT_TRANSLATE_NOOP("FailureText", "The kernel's memory figures could not be read, so nobody can say whether the model fits. Nothing was loaded."),
         {S::Readiness, S::WithoutFloor, S::ChooseAnother}},
        // File and archive
        {"FILE_OPEN", QT_TRANSLATE_NOOP("FailureText", "The model file cannot be opened"),
         QT_TRANSLATE_NOOP("FailureText", "The file is missing, is not a plain file, or may not be read by this user."), {S::CopyAgain, S::ChooseAnother}},
        {"FILE_EMPTY", QT_TRANSLATE_NOOP("FailureText", "The model file is empty"), QT_TRANSLATE_NOOP("FailureText", "The file has a name but no contents; copying it did not finish."),
         {S::CopyAgain, S::ChooseAnother}},
        {"NOT_A_CHECKPOINT", QT_TRANSLATE_NOOP("FailureText", "This is not a PyTorch model"),
         QT_TRANSLATE_NOOP("FailureText", "The file is something else with a model's name: it is not what torch.save writes."), {S::AskTrainer, S::ChooseAnother}},
        {"LEGACY_FORMAT", QT_TRANSLATE_NOOP("FailureText", "Saved by a very old PyTorch"),
         QT_TRANSLATE_NOOP("FailureText", "The file is in the format used before PyTorch 1.6, which is not read here."), {S::SaveAgain, S::ChooseAnother}},
        {"TORCHSCRIPT", QT_TRANSLATE_NOOP("FailureText", "A TorchScript program, not a checkpoint"),
         QT_TRANSLATE_NOOP("FailureText", "The file holds a program made by torch.jit; the training checkpoint is needed."), {S::AskTrainer, S::ChooseAnother}},
        {"TRUNCATED", QT_TRANSLATE_NOOP("FailureText", "The model file is incomplete"), QT_TRANSLATE_NOOP("FailureText", "The file is cut short: its end, where the directory stands, is missing."),
         {S::CopyAgain, S::ChooseAnother}},
        {"ZIP_BAD", QT_TRANSLATE_NOOP("FailureText", "The model file is damaged"), QT_TRANSLATE_NOOP("FailureText", "The archive inside the file contradicts itself."), {S::CopyAgain, S::ChooseAnother}},
        {"ZIP_NAME", QT_TRANSLATE_NOOP("FailureText", "Suspicious entries: refused"),
         QT_TRANSLATE_NOOP("FailureText", "The archive holds entry names that torch.save never writes. Nothing in it was used."), {S::DoNotTrust, S::OriginalFile, S::ChooseAnother}},
        {"ZIP_DUPLICATE", QT_TRANSLATE_NOOP("FailureText", "Suspicious entries: refused"),
         QT_TRANSLATE_NOOP("FailureText", "The archive holds the same entry twice, so two programs could read two different models. Nothing in it was used."),
         {S::DoNotTrust, S::OriginalFile, S::ChooseAnother}},
        {"ZIP_COMPRESSED", QT_TRANSLATE_NOOP("FailureText", "The model file was re-packed"), QT_TRANSLATE_NOOP("FailureText", "The file was compressed after it was saved; weights must be stored uncompressed."),
         {S::OriginalFile, S::ChooseAnother}},
        {"ZIP_ENCRYPTED", QT_TRANSLATE_NOOP("FailureText", "The model file is encrypted"), QT_TRANSLATE_NOOP("FailureText", "The archive is protected with a password."), {S::OriginalFile, S::ChooseAnother}},
        {"CHECKSUM", QT_TRANSLATE_NOOP("FailureText", "The model file is damaged"),
         QT_TRANSLATE_NOOP("FailureText", "The checksum of {subject} is wrong: bytes changed after the model was saved. A storage card that is wearing out does this too."),
         {S::CopyAgain, S::ChooseAnother}},
        {"VERSION", QT_TRANSLATE_NOOP("FailureText", "Unsupported PyTorch version"), QT_TRANSLATE_NOOP("FailureText", "The file states a format version that is not known here."), {S::SaveAgain, S::ChooseAnother}},
        {"BIG_ENDIAN", QT_TRANSLATE_NOOP("FailureText", "Saved on an incompatible computer"), QT_TRANSLATE_NOOP("FailureText", "The numbers in the file have the opposite byte order."), {S::SaveAgain, S::ChooseAnother}},
        {"NO_DATA_PKL", QT_TRANSLATE_NOOP("FailureText", "The model has no contents list"), QT_TRANSLATE_NOOP("FailureText", "The archive lacks the list that says what its weights are."), {S::OriginalFile, S::ChooseAnother}},
        // Contents list
        {"PICKLE_BAD", QT_TRANSLATE_NOOP("FailureText", "The contents list is damaged"), QT_TRANSLATE_NOOP("FailureText", "The model's contents list cannot be read to its end."), {S::CopyAgain, S::SaveAgain, S::ChooseAnother}},
        {"PICKLE_PROTO", QT_TRANSLATE_NOOP("FailureText", "The contents list is unsupported"), QT_TRANSLATE_NOOP("FailureText", "The model's contents list has a protocol number outside 2 to 5."), {S::SaveAgain, S::ChooseAnother}},
        {"PICKLE_OP", QT_TRANSLATE_NOOP("FailureText", "The contents list is unsupported"), QT_TRANSLATE_NOOP("FailureText", "The model's contents list uses an instruction that torch.save never writes."), {S::DoNotTrust, S::SaveAgain, S::ChooseAnother}},
        {"PICKLE_LIMIT", QT_TRANSLATE_NOOP("FailureText", "The contents list is too complex"), QT_TRANSLATE_NOOP("FailureText", "The model's contents list exceeds the limits that keep this machine safe, and was refused."), {S::SaveAgain, S::ChooseAnother}},
        {"PICKLE_CYCLE", QT_TRANSLATE_NOOP("FailureText", "The contents list is too complex"), QT_TRANSLATE_NOOP("FailureText", "The model's contents list contains itself, and was refused."), {S::DoNotTrust, S::ChooseAnother}},
        {"LIMIT_TENSORS", QT_TRANSLATE_NOOP("FailureText", "Too many tensors"), QT_TRANSLATE_NOOP("FailureText", "The model lists more tensors than any captioner has, and was refused."), {S::DoNotTrust, S::ChooseAnother}},
        {"UNSAFE", QT_TRANSLATE_NOOP("FailureText", "The file tries to run a program: refused"), QT_TRANSLATE_NOOP("FailureText", "The model file asks to run \"{subject}\". Nothing was run."), {S::DoNotTrust, S::OriginalFile, S::ChooseAnother}},
        {"NOT_DICT", QT_TRANSLATE_NOOP("FailureText", "This is not a captioning checkpoint"), QT_TRANSLATE_NOOP("FailureText", "The file does not hold a dictionary with a model in it."), {S::AskTrainer, S::ChooseAnother}},
        {"MISSING_KEY", QT_TRANSLATE_NOOP("FailureText", "A part of the checkpoint is missing"), QT_TRANSLATE_NOOP("FailureText", "The model file lacks \"{subject}\"."), {S::AskTrainer, S::ChooseAnother}},
        {"DUPLICATE_KEY", QT_TRANSLATE_NOOP("FailureText", "Defined twice"), QT_TRANSLATE_NOOP("FailureText", "The model defines \"{subject}\" twice, so it is not clear which is meant."), {S::SaveAgain, S::ChooseAnother}},
        // Weights
        {"STORAGE_MISSING", QT_TRANSLATE_NOOP("FailureText", "Weights are missing"), QT_TRANSLATE_NOOP("FailureText", "Weights of \"{subject}\" are listed but are not in the file."), {S::CopyAgain, S::ChooseAnother}},
        {"STORAGE_SIZE", QT_TRANSLATE_NOOP("FailureText", "Weights are incomplete"), QT_TRANSLATE_NOOP("FailureText", "Weights of \"{subject}\" do not have the size the list states."), {S::CopyAgain, S::ChooseAnother}},
        {"STORAGE_KEY", QT_TRANSLATE_NOOP("FailureText", "Weights of an unsupported kind"), QT_TRANSLATE_NOOP("FailureText", "Weights of \"{subject}\" are stored under a name that is not a number."), {S::DoNotTrust, S::ChooseAnother}},
        {"STORAGE_TYPE", QT_TRANSLATE_NOOP("FailureText", "Weights of an unsupported kind"), QT_TRANSLATE_NOOP("FailureText", "Weights of \"{subject}\" are claimed to be of two kinds at once."), {S::SaveAgain, S::ChooseAnother}},
        {"DEVICE", QT_TRANSLATE_NOOP("FailureText", "Weights of an unsupported kind"), QT_TRANSLATE_NOOP("FailureText", "Weights of \"{subject}\" belong to a device that holds no data."), {S::SaveAgain, S::ChooseAnother}},
        {"DTYPE", QT_TRANSLATE_NOOP("FailureText", "Weights of an unsupported kind"), QT_TRANSLATE_NOOP("FailureText", "Weights of \"{subject}\" are of a number type this captioner cannot use."), {S::SaveAgain, S::ChooseAnother}},
        {"UNSUPPORTED_TENSOR", QT_TRANSLATE_NOOP("FailureText", "Weights of an unsupported kind"), QT_TRANSLATE_NOOP("FailureText", "Weights of \"{subject}\" are of a special tensor kind, such as quantised or sparse."), {S::SaveAgain, S::ChooseAnother}},
        {"NOT_A_TENSOR", QT_TRANSLATE_NOOP("FailureText", "Weights of an unsupported kind"), QT_TRANSLATE_NOOP("FailureText", "\"{subject}\" stands among the weights but is no tensor."), {S::AskTrainer, S::ChooseAnother}},
        {"TENSOR_SHAPE", QT_TRANSLATE_NOOP("FailureText", "Weights are inconsistent"), QT_TRANSLATE_NOOP("FailureText", "Weights of \"{subject}\" have an impossible shape."), {S::CopyAgain, S::ChooseAnother}},
        {"TENSOR_BOUNDS", QT_TRANSLATE_NOOP("FailureText", "Weights are inconsistent"), QT_TRANSLATE_NOOP("FailureText", "Weights of \"{subject}\" would reach outside their data."), {S::DoNotTrust, S::CopyAgain, S::ChooseAnother}},
        {"TENSOR_ALIAS", QT_TRANSLATE_NOOP("FailureText", "Weights are inconsistent"), QT_TRANSLATE_NOOP("FailureText", "Weights of \"{subject}\" overlap themselves."), {S::DoNotTrust, S::SaveAgain, S::ChooseAnother}},
        {"SHAPE", QT_TRANSLATE_NOOP("FailureText", "Not a model this captioner can run"), QT_TRANSLATE_NOOP("FailureText", "{message}"), {S::AskTrainer, S::ChooseAnother}},
        {"WEIGHT_NAN", QT_TRANSLATE_NOOP("FailureText", "Weights contain invalid numbers"), QT_TRANSLATE_NOOP("FailureText", "Weights of \"{subject}\" contain values that are not numbers; training went wrong or the file is damaged."), {S::CopyAgain, S::AskTrainer, S::ChooseAnother}},
        {"VOCAB", QT_TRANSLATE_NOOP("FailureText", "The word list does not match the model"), QT_TRANSLATE_NOOP("FailureText", "{message}"), {S::AskTrainer, S::ChooseAnother}},
        {"CHANGED", QT_TRANSLATE_NOOP("FailureText", "The file changed while it was read"), QT_TRANSLATE_NOOP("FailureText", "Another program replaced or shortened the model file during the load."), {S::Retry, S::CopyAgain, S::ChooseAnother}},
        {"IO", QT_TRANSLATE_NOOP("FailureText", "Reading the model failed"), QT_TRANSLATE_NOOP("FailureText", "The storage reported an error while the model was read. {detail}"), {S::Retry, S::SlowDisk, S::CopyAgain}},
        {"INTERNAL", QT_TRANSLATE_NOOP("FailureText", "An error of Nanocap itself"), QT_TRANSLATE_NOOP("FailureText", "This should never appear. A report helps to mend it."), {S::Report, S::Retry, S::ChooseAnother}},
        // Engine
        {"OOM_KILLED", QT_TRANSLATE_NOOP("FailureText", "The kernel ended the engine: memory ran out"),
         QT_TRANSLATE_NOOP("FailureText", "At \"{row}\" the kernel ended the engine to save the rest of the system. {available} were available before. This window was not harmed."),
         {S::FreeMemory, S::LowerPrecision, S::ChooseAnother, S::Report}},
        {"KILLED", QT_TRANSLATE_NOOP("FailureText", "The engine was ended from outside"), QT_TRANSLATE_NOOP("FailureText", "At \"{row}\" something ended the engine with SIGKILL; the kernel's counters do not show that memory ran out."),
         {S::Retry, S::Report, S::ChooseAnother}},
        {"SIGSEGV", QT_TRANSLATE_NOOP("FailureText", "The engine crashed"), QT_TRANSLATE_NOOP("FailureText", "At \"{row}\" the engine touched memory that is not its own (SIGSEGV). This window was not harmed."),
         {S::Retry, S::Readiness, S::ChooseAnother, S::Report}},
        {"SIGBUS", QT_TRANSLATE_NOOP("FailureText", "The engine lost a file it was using"), QT_TRANSLATE_NOOP("FailureText", "At \"{row}\" a file vanished under the engine (SIGBUS): a storage card that was pulled out or is failing."),
         {S::SlowDisk, S::Retry, S::Report}},
        {"SIGILL", QT_TRANSLATE_NOOP("FailureText", "The processor lacks an instruction"), QT_TRANSLATE_NOOP("FailureText", "At \"{row}\" the engine met an instruction that this processor does not have (SIGILL); usually a mathematics library built for another one."),
         {S::Readiness, S::InstallAgain, S::Report}},
        {"SIGABRT", QT_TRANSLATE_NOOP("FailureText", "The engine stopped itself"), QT_TRANSLATE_NOOP("FailureText", "At \"{row}\" the engine found a contradiction and stopped (SIGABRT). This window was not harmed."),
         {S::Retry, S::Readiness, S::ChooseAnother, S::Report}},
        {"HANG", QT_TRANSLATE_NOOP("FailureText", "The engine stood still"), QT_TRANSLATE_NOOP("FailureText", "At \"{row}\" nothing moved for too long, so the engine was ended."), {S::Retry, S::Readiness, S::Report}},
        {"THRASHING", QT_TRANSLATE_NOOP("FailureText", "Memory was too tight to get on"), QT_TRANSLATE_NOOP("FailureText", "At \"{row}\" the machine was only reading the same pages again and again, so the engine was ended before everything stood still."),
         {S::FreeMemory, S::LowerPrecision, S::ChooseAnother, S::Report}},
        {"ENGINE_MISSING", QT_TRANSLATE_NOOP("FailureText", "The engine is not installed"), QT_TRANSLATE_NOOP("FailureText", "The program nanocap-engine was not found beside this one."), {S::InstallAgain, S::Readiness}},
        {"ENGINE_VERSION", QT_TRANSLATE_NOOP("FailureText", "The engine is of another version"), QT_TRANSLATE_NOOP("FailureText", "Window and engine do not speak the same version, so nothing was loaded."), {S::InstallAgain, S::Readiness}},
        {"ENGINE_ERROR", QT_TRANSLATE_NOOP("FailureText", "The engine could not do it"), QT_TRANSLATE_NOOP("FailureText", "At \"{row}\" the engine reported: {message}"), {S::Retry, S::Report, S::ChooseAnother}},
        // Input
        {"IMAGE", QT_TRANSLATE_NOOP("FailureText", "The picture cannot be read"), QT_TRANSLATE_NOOP("FailureText", "{message}"), {S::OtherPicture, S::ChangeSource}},
        {"CAMERA", QT_TRANSLATE_NOOP("FailureText", "The camera does not answer"), QT_TRANSLATE_NOOP("FailureText", "The camera could not be opened or stopped sending pictures. {message}"), {S::CheckCamera, S::ChangeSource}},
        {"SOURCE", QT_TRANSLATE_NOOP("FailureText", "The picture source cannot be opened"), QT_TRANSLATE_NOOP("FailureText", "{message}"), {S::ChangeSource}},
        {"UNKNOWN_MODEL", QT_TRANSLATE_NOOP("FailureText", "There is no such model"), QT_TRANSLATE_NOOP("FailureText", "No model in the menu is called \"{subject}\"."), {S::ChooseAnother, S::UpdateList}},
        {"CANCELLED", QT_TRANSLATE_NOOP("FailureText", "Cancelled"), QT_TRANSLATE_NOOP("FailureText", "The load was stopped at \"{row}\", as asked. The memory it had taken was given back."), {S::Retry, S::ChooseAnother}},
    };
    return table;
}

} // namespace nanocap::ui
