// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/catalog.h"

namespace nanocap::catalog {

std::string fixFor(const Failure& problem)
{
    struct Fix
    {
        std::string_view code, sentence;
    };
    constexpr Fix fixes[] = {
        {"GIT_LFS", "Fetch the real file with `git lfs pull`, then copy it again."},
        {"CATALOG", "Correct models.json, or remove it: the checkpoints beside it are listed without it."},
        {"FILE_OPEN", "Check that the file is there and may be read."},
        {"FILE_EMPTY", "Copy the file again: nothing arrived."},
        {"NOT_A_CHECKPOINT", "Choose the file that torch.save wrote."},
        {"LEGACY_FORMAT", "Load it with PyTorch 1.6 or newer and save it again with torch.save."},
        {"TORCHSCRIPT",
         "Save the training checkpoint (a dict with model_state_dict), not the scripted program."},
        {"TRUNCATED", "If it is still being copied, wait; else copy it again."},
        {"TOO_LARGE", "Prune the model, or save it without the optimizer's state."},
        {"ZIP_BAD", "Copy the file again; if that does not help, save it again with torch.save."},
        {"ZIP_NAME", "Use the file as torch.save wrote it."},
        {"ZIP_DUPLICATE", "Use the file as torch.save wrote it."},
        {"ZIP_COMPRESSED", "Use the file as torch.save wrote it, not one packed again."},
        {"ZIP_ENCRYPTED", "Use the file as torch.save wrote it, without a password."},
        {"CHECKSUM", "Copy the file again: bytes changed on the way."},
        {"UNSAFE", "Save plain tensors and numbers only: state dicts, not whole objects."},
        {"MISSING_KEY", "Save a dict with model_state_dict, word_map and vocab_size."},
        {"NOT_DICT", "Save a dict with model_state_dict, word_map and vocab_size."},
        {"VOCAB", "Save the word map that this model was trained with."},
        {"SHAPE", "Use a checkpoint of the MobileNetV3-Small and attention GRU captioner."},
        {"WEIGHT_NAN", "Use an earlier checkpoint: the training diverged."},
        {"DTYPE", "Save the weights as float32, float16 or bfloat16."},
        {"UNSUPPORTED_TENSOR", "Save plain dense tensors: no quantised, sparse or meta ones."},
        {"CHANGED", "Replace models by renaming; do not overwrite them."},
    };
    const std::string_view code =
        problem.subject == "git-lfs" ? std::string_view("GIT_LFS") : std::string_view(problem.code);
    for (const Fix& fix : fixes)
        if (fix.code == code)
            return std::string(fix.sentence);
    return {};
}

} // namespace nanocap::catalog
