// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/codes.h"

#include "core/checkpoint/text.h"

#include <array>

namespace nanocap::checkpoint {

namespace {

using enum SubjectKind;

constexpr std::array codeTable = {
    CodeInfo{
        Code::FileOpen, "FILE_OPEN", File,
        said("Checkpoint",
             "The model file '%1' cannot be opened (%2). Check that it is a file and that you may read it.")},
    CodeInfo{Code::FileEmpty, "FILE_EMPTY", File,
             said("Checkpoint", "The model file '%1' is empty: copying it did not finish. Copy it again.")},
    CodeInfo{Code::NotACheckpoint, "NOT_A_CHECKPOINT", File,
             said("Checkpoint", "'%1' is not a PyTorch .pth model. Choose a file that torch.save wrote.")},
    CodeInfo{Code::LegacyFormat, "LEGACY_FORMAT", File,
             said("Checkpoint",
                  "The model '%1' was saved by a very old PyTorch; save it again with 1.6 or newer.")},
    CodeInfo{
        Code::TorchScript, "TORCHSCRIPT", File,
        said("Checkpoint",
             "'%1' is a TorchScript program, not a training checkpoint. Choose the file torch.save wrote.")},
    CodeInfo{Code::Truncated, "TRUNCATED", File,
             said("Checkpoint", "The model file '%1' is incomplete: its end, where the directory stands, is "
                                "missing. If it is still being copied, wait; else copy it again.")},
    CodeInfo{Code::TooLarge, "TOO_LARGE", File,
             said("Checkpoint",
                  "The model file '%1' is too large for this program (%2). Choose a smaller model.")},
    CodeInfo{Code::Io, "IO", File,
             said("Checkpoint",
                  "Reading the model '%1' failed (%2). Check the card or disk it is on and copy it again.")},
    CodeInfo{Code::Changed, "CHANGED", File,
             said("Checkpoint",
                  "The model file '%1' changed while it was being read. Wait until it is copied, "
                  "then load it again; replace models by renaming, never by overwriting.")},
    CodeInfo{Code::ZipBad, "ZIP_BAD", File,
             said("Checkpoint", "The model file '%1' is damaged (archive). Copy it again.")},
    CodeInfo{Code::ZipName, "ZIP_NAME", File,
             said("Checkpoint", "The model file '%1' contains suspicious entries, with names that torch.save "
                                "never writes, and was refused. Get it from a source you trust.")},
    CodeInfo{Code::ZipDuplicate, "ZIP_DUPLICATE", File,
             said("Checkpoint", "The model file '%1' contains suspicious entries, the same one twice, and "
                                "was refused. Get it from a source you trust.")},
    CodeInfo{Code::ZipCompressed, "ZIP_COMPRESSED", File,
             said("Checkpoint",
                  "The model file '%1' was packed again with compression. Use the original file, or unpack "
                  "it and pack its folder without compression (zip -0 -r).")},
    CodeInfo{Code::ZipEncrypted, "ZIP_ENCRYPTED", File,
             said("Checkpoint", "The model file '%1' is encrypted. Use a copy without a password.")},
    CodeInfo{Code::Checksum, "CHECKSUM", Name,
             said("Checkpoint", "The model file is damaged (checksum of '%1'): bytes changed after it was "
                                "saved, as a storage card that is wearing out does too. Copy it again.")},
    CodeInfo{
        Code::Version, "VERSION", File,
        said("Checkpoint",
             "The model '%1' was written by an unsupported PyTorch version. Save it again with PyTorch 1.6 "
             "to 2.x.")},
    CodeInfo{
        Code::BigEndian, "BIG_ENDIAN", File,
        said(
            "Checkpoint",
            "The model '%1' was saved on an incompatible computer. Save it again on this kind of computer.")},
    CodeInfo{Code::NoDataPkl, "NO_DATA_PKL", File,
             said("Checkpoint",
                  "The model file '%1' has no contents list. Save the checkpoint again with torch.save.")},
    CodeInfo{Code::PickleBad, "PICKLE_BAD", File,
             said("Checkpoint",
                  "The contents list of the model '%1' is damaged or unsupported. Copy or save it again.")},
    CodeInfo{
        Code::PickleProto, "PICKLE_PROTO", File,
        said("Checkpoint",
             "The contents list of the model '%1' is damaged or unsupported. Save it with pickle protocol 2 "
             "to 5.")},
    CodeInfo{
        Code::PickleOp, "PICKLE_OP", File,
        said("Checkpoint",
             "The contents list of the model '%1' uses %2, which this program does not read. Save it again "
             "with torch.save and its default protocol.")},
    CodeInfo{
        Code::PickleLimit, "PICKLE_LIMIT", File,
        said("Checkpoint",
             "The contents list of the model '%1' is too complex and was refused. Save only what the model "
             "needs.")},
    CodeInfo{
        Code::PickleCycle, "PICKLE_CYCLE", File,
        said("Checkpoint",
             "The contents list of the model '%1' contains itself and was refused. Save only what the model "
             "needs.")},
    CodeInfo{Code::LimitTensors, "LIMIT_TENSORS", File,
             said("Checkpoint", "The contents list of the model '%1' is too complex and was refused: it has "
                                "too many tensors. Save "
                                "only the model's own.")},
    CodeInfo{Code::Unsafe, "UNSAFE", Name,
             said("Checkpoint", "The model file tries to run '%1'; refused, nothing was run. Get it from a "
                                "source you trust, or save the state dict only.")},
    CodeInfo{Code::NotDict, "NOT_DICT", Name,
             said("Checkpoint",
                  "The model file lacks '%1': it holds no dictionary. Save a dictionary with torch.save.")},
    CodeInfo{Code::MissingKey, "MISSING_KEY", Name,
             said("Checkpoint", "The model file lacks '%1'. Save the checkpoint with this key.")},
    CodeInfo{Code::DuplicateKey, "DUPLICATE_KEY", Name,
             said("Checkpoint",
                  "The model defines '%1' twice, so it is not clear which is meant. Save it again.")},
    CodeInfo{Code::StorageMissing, "STORAGE_MISSING", Tensor,
             said("Checkpoint", "Weights of '%1' are missing or incomplete: they are listed but not in the "
                                "file. Copy the model again.")},
    CodeInfo{Code::StorageSize, "STORAGE_SIZE", Tensor,
             said("Checkpoint", "Weights of '%1' are missing or incomplete: their size is not the one the "
                                "list states. Copy the model again.")},
    CodeInfo{Code::StorageKey, "STORAGE_KEY", Tensor,
             said("Checkpoint",
                  "Weights of '%1' are of an unsupported kind (%2). Save the model again with torch.save.")},
    CodeInfo{Code::StorageType, "STORAGE_TYPE", Tensor,
             said("Checkpoint",
                  "Weights of '%1' are of an unsupported kind (%2). Save the model again with torch.save.")},
    CodeInfo{
        Code::Device, "DEVICE", Tensor,
        said("Checkpoint",
             "Weights of '%1' are of an unsupported kind (%2). Move the model to the CPU before saving it.")},
    CodeInfo{Code::DType, "DTYPE", Tensor,
             said("Checkpoint",
                  "Weights of '%1' are of an unsupported kind (%2). Save the model as float32 or float16.")},
    CodeInfo{Code::UnsupportedTensor, "UNSUPPORTED_TENSOR", Tensor,
             said("Checkpoint",
                  "Weights of '%1' are of an unsupported kind (%2). Save plain dense float tensors.")},
    CodeInfo{
        Code::NotATensor, "NOT_A_TENSOR", Tensor,
        said(
            "Checkpoint",
            "Weights of '%1' are of an unsupported kind (%2). Save model.state_dict() as model_state_dict.")},
    CodeInfo{Code::TensorShape, "TENSOR_SHAPE", Tensor,
             said("Checkpoint",
                  "Weights of '%1' are inconsistent: their shape is impossible. Save the model again.")},
    CodeInfo{
        Code::TensorBounds, "TENSOR_BOUNDS", Tensor,
        said("Checkpoint",
             "Weights of '%1' are inconsistent: they would reach outside their data. Save the model again.")},
    CodeInfo{
        Code::TensorAlias, "TENSOR_ALIAS", Tensor,
        said("Checkpoint",
             "Weights of '%1' are inconsistent: they overlap themselves. Save them as contiguous tensors.")},
    CodeInfo{Code::Shape, "SHAPE", Tensor,
             said("Checkpoint", "'%1' is %2. Choose a checkpoint of this captioner.")},
    CodeInfo{Code::WeightNan, "WEIGHT_NAN", Tensor,
             said("Checkpoint", "Weights of '%1' contain invalid numbers: training went wrong or the file is "
                                "damaged. Use an earlier checkpoint of the training.")},
    CodeInfo{Code::Vocab, "VOCAB", Name,
             said("Checkpoint", "The word list does not match the model (%1). Save word_map, rev_word_map "
                                "and vocab_size of the same "
                                "training.")},
    CodeInfo{Code::Memory, "MEMORY", File,
             said("Checkpoint",
                  "Not enough memory to read the model '%1'. Close other programs and load it again.")},
    CodeInfo{Code::Cancelled, "CANCELLED", File, said("Checkpoint", "Reading the model '%1' was cancelled.")},
    CodeInfo{
        Code::Internal, "INTERNAL", File,
        said("Checkpoint",
             "Reading the model '%1' stopped at an error of this program. Please report it with the file.")},
};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < codeTable.size(); ++i)
        if (static_cast<std::size_t>(codeTable[i].code) != i)
            return false;
    return codeTable.size() == static_cast<std::size_t>(Code::Internal) + 1;
}
static_assert(inOrder());

} // namespace

std::span<const CodeInfo> allCodes()
{
    return codeTable;
}

const CodeInfo& infoOf(Code code)
{
    return codeTable[static_cast<std::size_t>(code)];
}

Failure toFailure(const Refusal& refusal, std::string_view fileName)
{
    const CodeInfo& info = infoOf(refusal.code);
    const bool ofFile = info.subject == File || refusal.subject.empty();
    std::string subject = displayable(ofFile ? fileName : std::string_view(refusal.subject), 120);
    const Saying& sentence = refusal.instead ? *refusal.instead : info.sentence;
    return makeFailure(info.name, sentence.with({subject, displayable(refusal.what, 240)}),
                       displayable(refusal.detail, 600), subject);
}

} // namespace nanocap::checkpoint
