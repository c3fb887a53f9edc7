// SPDX-License-Identifier: Apache-2.0
#include "core/base/failure_codes.h"

#include <algorithm>
#include <array>

namespace nanocap {

namespace {

using enum FailureClass;

constexpr std::array codes = {
    // Memory
    FailureCode{"MEMORY", Guard, said("Failure", "Not enough memory")},
    FailureCode{"MEMORY_UNKNOWN", Guard, said("Failure", "Available memory is unknown")},
    // The file and its archive
    FailureCode{"FILE_OPEN", Checkpoint, said("Failure", "The model file cannot be opened")},
    FailureCode{"FILE_EMPTY", Checkpoint, said("Failure", "The model file is empty")},
    FailureCode{"NOT_A_CHECKPOINT", Checkpoint, said("Failure", "This is not a PyTorch model")},
    FailureCode{"LEGACY_FORMAT", Checkpoint, said("Failure", "Saved by a very old PyTorch")},
    FailureCode{"TORCHSCRIPT", Checkpoint, said("Failure", "A TorchScript program, not a checkpoint")},
    FailureCode{"TRUNCATED", Checkpoint, said("Failure", "The model file is incomplete")},
    FailureCode{"TOO_LARGE", Checkpoint, said("Failure", "The model is too large for this machine")},
    FailureCode{"IO", Checkpoint, said("Failure", "Reading the model failed")},
    FailureCode{"CHANGED", Checkpoint, said("Failure", "The file changed while it was read")},
    FailureCode{"ZIP_BAD", Checkpoint, said("Failure", "The model file is damaged")},
    FailureCode{"ZIP_NAME", Checkpoint, said("Failure", "Suspicious entries: refused")},
    FailureCode{"ZIP_DUPLICATE", Checkpoint, said("Failure", "Suspicious entries: refused")},
    FailureCode{"ZIP_COMPRESSED", Checkpoint, said("Failure", "The model file was re-packed")},
    FailureCode{"ZIP_ENCRYPTED", Checkpoint, said("Failure", "The model file is encrypted")},
    FailureCode{"CHECKSUM", Checkpoint, said("Failure", "The model file is damaged")},
    FailureCode{"VERSION", Checkpoint, said("Failure", "Unsupported PyTorch version")},
    FailureCode{"BIG_ENDIAN", Checkpoint, said("Failure", "Saved on an incompatible computer")},
    FailureCode{"NO_DATA_PKL", Checkpoint, said("Failure", "The model has no contents list")},
    // Its contents list
    FailureCode{"PICKLE_BAD", Checkpoint, said("Failure", "The contents list is damaged")},
    FailureCode{"PICKLE_PROTO", Checkpoint, said("Failure", "The contents list is unsupported")},
    FailureCode{"PICKLE_OP", Checkpoint, said("Failure", "The contents list is unsupported")},
    FailureCode{"PICKLE_LIMIT", Checkpoint, said("Failure", "The contents list is too complex")},
    FailureCode{"PICKLE_CYCLE", Checkpoint, said("Failure", "The contents list is too complex")},
    FailureCode{"LIMIT_TENSORS", Checkpoint, said("Failure", "Too many tensors")},
    FailureCode{"UNSAFE", Checkpoint, said("Failure", "The file tries to run a program: refused")},
    FailureCode{"NOT_DICT", Checkpoint, said("Failure", "This is not a captioning checkpoint")},
    FailureCode{"MISSING_KEY", Checkpoint, said("Failure", "A part of the checkpoint is missing")},
    FailureCode{"DUPLICATE_KEY", Checkpoint, said("Failure", "Defined twice")},
    // Its weights and words
    FailureCode{"STORAGE_MISSING", Checkpoint, said("Failure", "Weights are missing")},
    FailureCode{"STORAGE_SIZE", Checkpoint, said("Failure", "Weights are incomplete")},
    FailureCode{"STORAGE_KEY", Checkpoint, said("Failure", "Weights of an unsupported kind")},
    FailureCode{"STORAGE_TYPE", Checkpoint, said("Failure", "Weights of an unsupported kind")},
    FailureCode{"DEVICE", Checkpoint, said("Failure", "Weights of an unsupported kind")},
    FailureCode{"DTYPE", Checkpoint, said("Failure", "Weights of an unsupported kind")},
    FailureCode{"UNSUPPORTED_TENSOR", Checkpoint, said("Failure", "Weights of an unsupported kind")},
    FailureCode{"NOT_A_TENSOR", Checkpoint, said("Failure", "Weights of an unsupported kind")},
    FailureCode{"TENSOR_SHAPE", Checkpoint, said("Failure", "Weights are inconsistent")},
    FailureCode{"TENSOR_BOUNDS", Checkpoint, said("Failure", "Weights are inconsistent")},
    FailureCode{"TENSOR_ALIAS", Checkpoint, said("Failure", "Weights are inconsistent")},
    FailureCode{"SHAPE", Checkpoint, said("Failure", "Not a model this captioner can run")},
    FailureCode{"WEIGHT_NAN", Checkpoint, said("Failure", "Weights contain invalid numbers")},
    FailureCode{"VOCAB", Checkpoint, said("Failure", "The word list does not match the model")},
    // The engine
    FailureCode{"OOM_KILLED", Engine, said("Failure", "The kernel ended the engine: memory ran out")},
    FailureCode{"KILLED", Engine, said("Failure", "The engine was ended from outside")},
    FailureCode{"SIGSEGV", Engine, said("Failure", "The engine crashed")},
    FailureCode{"SIGBUS", Engine, said("Failure", "The engine lost a file it was using")},
    FailureCode{"SIGILL", Engine, said("Failure", "The processor lacks an instruction")},
    FailureCode{"SIGABRT", Engine, said("Failure", "The engine stopped itself")},
    FailureCode{"HANG", Engine, said("Failure", "The engine stood still")},
    FailureCode{"THRASHING", Engine, said("Failure", "Memory was too tight to get on")},
    FailureCode{"ENGINE_MISSING", Engine, said("Failure", "The engine is not installed")},
    FailureCode{"ENGINE_VERSION", Engine, said("Failure", "The engine is of another version")},
    FailureCode{"ENGINE_ERROR", Engine, said("Failure", "The engine could not do it")},
    // What was given to the program
    FailureCode{"IMAGE", Input, said("Failure", "The picture cannot be read")},
    FailureCode{"CAMERA", Input, said("Failure", "The camera does not answer")},
    FailureCode{"SOURCE", Input, said("Failure", "The picture source cannot be opened")},
    FailureCode{"CATALOG", Input, said("Failure", "The list of models is damaged")},
    FailureCode{"UNKNOWN_MODEL", Input, said("Failure", "There is no such model")},
    FailureCode{"USAGE", Input, said("Failure", "The command line is not understood")},
    // The rest
    FailureCode{"CANCELLED", Cancelled, said("Failure", "Cancelled")},
    FailureCode{"INTERNAL", Checkpoint, said("Failure", "An error of Nanocap itself")},
};

} // namespace

std::span<const FailureCode> allFailureCodes()
{
    return codes;
}

const FailureCode* failureCode(std::string_view code)
{
    const auto found = std::find_if(codes.begin(), codes.end(),
                                    [&](const FailureCode& known) { return known.name == code; });
    return found == codes.end() ? nullptr : &*found;
}

Sentence titleOf(const Failure& failure)
{
    if (failure.code == "MEMORY" && failure.required && failure.available &&
        *failure.required > *failure.available)
        return said("Failure", "Not enough memory: %1 short")
            .with({toText(*failure.required - *failure.available)});
    if (const FailureCode* known = failureCode(failure.code))
        return known->title;
    return said("Failure", "It did not work: %1").with({failure.code});
}

} // namespace nanocap
