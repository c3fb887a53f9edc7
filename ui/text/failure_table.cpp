// SPDX-License-Identifier: Apache-2.0
#include "ui/text/failure_table.h"

#include <QtGlobal>

namespace nanocap::ui {

#define T(text) QT_TRANSLATE_NOOP("FailureText", text)

const std::vector<FailureEntry>& failureTable()
{
    using S = StepKind;
    static const std::vector<FailureEntry> table = {
        // Memory
        {"MEMORY", T("Not enough memory: {short} short"),
         T("At \"{row}\" this model requires {required} of available memory; {available} are available. The load was stopped before anything was damaged."),
         {S::FreeMemory, S::WithoutFloor, S::LowerPrecision, S::ChooseAnother}},
        {"TOO_LARGE", T("The model is too large for this machine"),
         T("The model needs {required}; {available} are available."),
         {S::LowerPrecision, S::ChooseAnother}},
        {"MEMORY_UNKNOWN", T("Available memory is unknown"),
         T("The kernel's memory figures could not be read, so nobody can say whether the model fits. Nothing was loaded."),
         {S::Readiness, S::WithoutFloor, S::ChooseAnother}},
        // File and archive
        {"FILE_OPEN", T("The model file cannot be opened"),
         T("The file is missing, is not a plain file, or may not be read by this user."), {S::CopyAgain, S::ChooseAnother}},
        {"FILE_EMPTY", T("The model file is empty"), T("The file has a name but no contents; copying it did not finish."),
         {S::CopyAgain, S::ChooseAnother}},
        {"NOT_A_CHECKPOINT", T("This is not a PyTorch model"),
         T("The file is something else with a model's name: it is not what torch.save writes."), {S::AskTrainer, S::ChooseAnother}},
        {"LEGACY_FORMAT", T("Saved by a very old PyTorch"),
         T("The file is in the format used before PyTorch 1.6, which is not read here."), {S::SaveAgain, S::ChooseAnother}},
        {"TORCHSCRIPT", T("A TorchScript program, not a checkpoint"),
         T("The file holds a program made by torch.jit; the training checkpoint is needed."), {S::AskTrainer, S::ChooseAnother}},
        {"TRUNCATED", T("The model file is incomplete"), T("The file is cut short: its end, where the directory stands, is missing."),
         {S::CopyAgain, S::ChooseAnother}},
        {"ZIP_BAD", T("The model file is damaged"), T("The archive inside the file contradicts itself."), {S::CopyAgain, S::ChooseAnother}},
        {"ZIP_NAME", T("Suspicious entries: refused"),
         T("The archive holds entry names that torch.save never writes. Nothing in it was used."), {S::DoNotTrust, S::OriginalFile, S::ChooseAnother}},
        {"ZIP_DUPLICATE", T("Suspicious entries: refused"),
         T("The archive holds the same entry twice, so two programs could read two different models. Nothing in it was used."),
         {S::DoNotTrust, S::OriginalFile, S::ChooseAnother}},
        {"ZIP_COMPRESSED", T("The model file was re-packed"), T("The file was compressed after it was saved; weights must be stored uncompressed."),
         {S::OriginalFile, S::ChooseAnother}},
        {"ZIP_ENCRYPTED", T("The model file is encrypted"), T("The archive is protected with a password."), {S::OriginalFile, S::ChooseAnother}},
        {"CHECKSUM", T("The model file is damaged"),
         T("The checksum of {subject} is wrong: bytes changed after the model was saved. A storage card that is wearing out does this too."),
         {S::CopyAgain, S::ChooseAnother}},
        {"VERSION", T("Unsupported PyTorch version"), T("The file states a format version that is not known here."), {S::SaveAgain, S::ChooseAnother}},
        {"BIG_ENDIAN", T("Saved on an incompatible computer"), T("The numbers in the file have the opposite byte order."), {S::SaveAgain, S::ChooseAnother}},
        {"NO_DATA_PKL", T("The model has no contents list"), T("The archive lacks the list that says what its weights are."), {S::OriginalFile, S::ChooseAnother}},
        // Contents list
        {"PICKLE_BAD", T("The contents list is damaged"), T("The model's contents list cannot be read to its end."), {S::CopyAgain, S::SaveAgain, S::ChooseAnother}},
        {"PICKLE_PROTO", T("The contents list is unsupported"), T("The model's contents list has a protocol number outside 2 to 5."), {S::SaveAgain, S::ChooseAnother}},
        {"PICKLE_OP", T("The contents list is unsupported"), T("The model's contents list uses an instruction that torch.save never writes."), {S::DoNotTrust, S::SaveAgain, S::ChooseAnother}},
        {"PICKLE_LIMIT", T("The contents list is too complex"), T("The model's contents list exceeds the limits that keep this machine safe, and was refused."), {S::SaveAgain, S::ChooseAnother}},
        {"PICKLE_CYCLE", T("The contents list is too complex"), T("The model's contents list contains itself, and was refused."), {S::DoNotTrust, S::ChooseAnother}},
        {"LIMIT_TENSORS", T("Too many tensors"), T("The model lists more tensors than any captioner has, and was refused."), {S::DoNotTrust, S::ChooseAnother}},
        {"UNSAFE", T("The file tries to run a program: refused"), T("The model file asks to run \"{subject}\". Nothing was run."), {S::DoNotTrust, S::OriginalFile, S::ChooseAnother}},
        {"NOT_DICT", T("This is not a captioning checkpoint"), T("The file does not hold a dictionary with a model in it."), {S::AskTrainer, S::ChooseAnother}},
        {"MISSING_KEY", T("A part of the checkpoint is missing"), T("The model file lacks \"{subject}\"."), {S::AskTrainer, S::ChooseAnother}},
        {"DUPLICATE_KEY", T("Defined twice"), T("The model defines \"{subject}\" twice, so it is not clear which is meant."), {S::SaveAgain, S::ChooseAnother}},
        // Weights
        {"STORAGE_MISSING", T("Weights are missing"), T("Weights of \"{subject}\" are listed but are not in the file."), {S::CopyAgain, S::ChooseAnother}},
        {"STORAGE_SIZE", T("Weights are incomplete"), T("Weights of \"{subject}\" do not have the size the list states."), {S::CopyAgain, S::ChooseAnother}},
        {"STORAGE_KEY", T("Weights of an unsupported kind"), T("Weights of \"{subject}\" are stored under a name that is not a number."), {S::DoNotTrust, S::ChooseAnother}},
        {"STORAGE_TYPE", T("Weights of an unsupported kind"), T("Weights of \"{subject}\" are claimed to be of two kinds at once."), {S::SaveAgain, S::ChooseAnother}},
        {"DEVICE", T("Weights of an unsupported kind"), T("Weights of \"{subject}\" belong to a device that holds no data."), {S::SaveAgain, S::ChooseAnother}},
        {"DTYPE", T("Weights of an unsupported kind"), T("Weights of \"{subject}\" are of a number type this captioner cannot use."), {S::SaveAgain, S::ChooseAnother}},
        {"UNSUPPORTED_TENSOR", T("Weights of an unsupported kind"), T("Weights of \"{subject}\" are of a special tensor kind, such as quantised or sparse."), {S::SaveAgain, S::ChooseAnother}},
        {"NOT_A_TENSOR", T("Weights of an unsupported kind"), T("\"{subject}\" stands among the weights but is no tensor."), {S::AskTrainer, S::ChooseAnother}},
        {"TENSOR_SHAPE", T("Weights are inconsistent"), T("Weights of \"{subject}\" have an impossible shape."), {S::CopyAgain, S::ChooseAnother}},
        {"TENSOR_BOUNDS", T("Weights are inconsistent"), T("Weights of \"{subject}\" would reach outside their data."), {S::DoNotTrust, S::CopyAgain, S::ChooseAnother}},
        {"TENSOR_ALIAS", T("Weights are inconsistent"), T("Weights of \"{subject}\" overlap themselves."), {S::DoNotTrust, S::SaveAgain, S::ChooseAnother}},
        {"SHAPE", T("Not a model this captioner can run"), T("{message}"), {S::AskTrainer, S::ChooseAnother}},
        {"WEIGHT_NAN", T("Weights contain invalid numbers"), T("Weights of \"{subject}\" contain values that are not numbers; training went wrong or the file is damaged."), {S::CopyAgain, S::AskTrainer, S::ChooseAnother}},
        {"VOCAB", T("The word list does not match the model"), T("{message}"), {S::AskTrainer, S::ChooseAnother}},
        {"CHANGED", T("The file changed while it was read"), T("Another program replaced or shortened the model file during the load."), {S::Retry, S::CopyAgain, S::ChooseAnother}},
        {"IO", T("Reading the model failed"), T("The storage reported an error while the model was read. {detail}"), {S::Retry, S::SlowDisk, S::CopyAgain}},
        {"INTERNAL", T("An error of Nanocap itself"), T("This should never appear. A report helps to mend it."), {S::Report, S::Retry, S::ChooseAnother}},
        // Engine
        {"OOM_KILLED", T("The kernel ended the engine: memory ran out"),
         T("At \"{row}\" the kernel ended the engine to save the rest of the system. {available} were available before. This window was not harmed."),
         {S::FreeMemory, S::LowerPrecision, S::ChooseAnother, S::Report}},
        {"KILLED", T("The engine was ended from outside"), T("At \"{row}\" something ended the engine with SIGKILL; the kernel's counters do not show that memory ran out."),
         {S::Retry, S::Report, S::ChooseAnother}},
        {"SIGSEGV", T("The engine crashed"), T("At \"{row}\" the engine touched memory that is not its own (SIGSEGV). This window was not harmed."),
         {S::Retry, S::Readiness, S::ChooseAnother, S::Report}},
        {"SIGBUS", T("The engine lost a file it was using"), T("At \"{row}\" a file vanished under the engine (SIGBUS): a storage card that was pulled out or is failing."),
         {S::SlowDisk, S::Retry, S::Report}},
        {"SIGILL", T("The processor lacks an instruction"), T("At \"{row}\" the engine met an instruction that this processor does not have (SIGILL); usually a mathematics library built for another one."),
         {S::Readiness, S::InstallAgain, S::Report}},
        {"SIGABRT", T("The engine stopped itself"), T("At \"{row}\" the engine found a contradiction and stopped (SIGABRT). This window was not harmed."),
         {S::Retry, S::Readiness, S::ChooseAnother, S::Report}},
        {"HANG", T("The engine stood still"), T("At \"{row}\" nothing moved for too long, so the engine was ended."), {S::Retry, S::Readiness, S::Report}},
        {"THRASHING", T("Memory was too tight to get on"), T("At \"{row}\" the machine was only reading the same pages again and again, so the engine was ended before everything stood still."),
         {S::FreeMemory, S::LowerPrecision, S::ChooseAnother, S::Report}},
        {"ENGINE_MISSING", T("The engine is not installed"), T("The program nanocap-engine was not found beside this one."), {S::InstallAgain, S::Readiness}},
        {"ENGINE_VERSION", T("The engine is of another version"), T("Window and engine do not speak the same version, so nothing was loaded."), {S::InstallAgain, S::Readiness}},
        {"ENGINE_ERROR", T("The engine could not do it"), T("At \"{row}\" the engine reported: {message}"), {S::Retry, S::Report, S::ChooseAnother}},
        // Input
        {"IMAGE", T("The picture cannot be read"), T("{message}"), {S::OtherPicture, S::ChangeSource}},
        {"CAMERA", T("The camera does not answer"), T("The camera could not be opened or stopped sending pictures. {message}"), {S::CheckCamera, S::ChangeSource}},
        {"SOURCE", T("The picture source cannot be opened"), T("{message}"), {S::ChangeSource}},
        {"UNKNOWN_MODEL", T("There is no such model"), T("No model in the menu is called \"{subject}\"."), {S::ChooseAnother, S::UpdateList}},
        {"CANCELLED", T("Cancelled"), T("The load was stopped at \"{row}\", as asked. The memory it had taken was given back."), {S::Retry, S::ChooseAnother}},
    };
    return table;
}

#undef T

} // namespace nanocap::ui
