// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/codes.h"

#include "core/checkpoint/text.h"

#include <array>

namespace nanocap::checkpoint {

namespace {

using enum SubjectKind;

constexpr std::array codeTable = {
    CodeInfo{Code::FileOpen, "FILE_OPEN", File,
             "The model file '%1' cannot be opened (%2). Check that it is a file and that you may read it."},
    CodeInfo{Code::FileEmpty, "FILE_EMPTY", File, "The model file '%1' is empty. Copy it again."},
    CodeInfo{Code::NotACheckpoint, "NOT_A_CHECKPOINT", File,
             "'%1' is not a PyTorch .pth model. Choose a file that torch.save wrote."},
    CodeInfo{Code::LegacyFormat, "LEGACY_FORMAT", File,
             "The model '%1' was saved by a very old PyTorch; save it again with 1.6 or newer."},
    CodeInfo{Code::TorchScript, "TORCHSCRIPT", File,
             "'%1' is a TorchScript program, not a training checkpoint. Choose the file torch.save wrote."},
    CodeInfo{Code::Truncated, "TRUNCATED", File, "The model file '%1' is incomplete: copy it again."},
    CodeInfo{Code::TooLarge, "TOO_LARGE", File,
             "The model file '%1' is too large for this program (%2). Choose a smaller model."},
    CodeInfo{Code::Io, "IO", File,
             "Reading the model '%1' failed (%2). Check the card or disk it is on and copy it again."},
    CodeInfo{
        Code::Changed, "CHANGED", File,
        "The model file '%1' changed while it was being read. Wait until it is copied, then load it again."},
    CodeInfo{Code::ZipBad, "ZIP_BAD", File, "The model file '%1' is damaged (archive). Copy it again."},
    CodeInfo{
        Code::ZipName, "ZIP_NAME", File,
        "The model file '%1' contains suspicious entries and was refused. Get it from a source you trust."},
    CodeInfo{
        Code::ZipDuplicate, "ZIP_DUPLICATE", File,
        "The model file '%1' contains suspicious entries and was refused. Get it from a source you trust."},
    CodeInfo{Code::ZipCompressed, "ZIP_COMPRESSED", File,
             "The model file '%1' was packed again with compression. Use the original file, or unpack it and "
             "pack its folder without compression (zip -0 -r)."},
    CodeInfo{Code::ZipEncrypted, "ZIP_ENCRYPTED", File,
             "The model file '%1' is encrypted. Use a copy without a password."},
    CodeInfo{Code::Checksum, "CHECKSUM", Name,
             "The model file is damaged (checksum of '%1'). Copy it again."},
    CodeInfo{Code::Version, "VERSION", File,
             "The model '%1' was written by an unsupported PyTorch version. Save it again with PyTorch 1.6 "
             "to 2.x."},
    CodeInfo{Code::BigEndian, "BIG_ENDIAN", File,
             "The model '%1' was saved on an incompatible computer. Save it again on this kind of computer."},
    CodeInfo{Code::NoDataPkl, "NO_DATA_PKL", File,
             "The model file '%1' has no contents list. Save the checkpoint again with torch.save."},
    CodeInfo{Code::PickleBad, "PICKLE_BAD", File,
             "The contents list of the model '%1' is damaged or unsupported. Copy or save it again."},
    CodeInfo{Code::PickleProto, "PICKLE_PROTO", File,
             "The contents list of the model '%1' is damaged or unsupported. Save it with pickle protocol 2 "
             "to 5."},
    CodeInfo{
        Code::PickleOp, "PICKLE_OP", File,
        "The contents list of the model '%1' uses %2, which this program does not read. Save it again with "
        "torch.save and its default protocol."},
    CodeInfo{Code::PickleLimit, "PICKLE_LIMIT", File,
             "The contents list of the model '%1' is too complex and was refused. Save only what the model "
             "needs."},
    CodeInfo{Code::PickleCycle, "PICKLE_CYCLE", File,
             "The contents list of the model '%1' contains itself and was refused. Save only what the model "
             "needs."},
    CodeInfo{
        Code::LimitTensors, "LIMIT_TENSORS", File,
        "The contents list of the model '%1' is too complex and was refused: it has too many tensors. Save "
        "only the model's own."},
    CodeInfo{
        Code::Unsafe, "UNSAFE", Name,
        "The model file tries to run '%1'; refused. Get it from a source you trust, or save the state dict "
        "only."},
    CodeInfo{Code::NotDict, "NOT_DICT", Name,
             "The model file lacks '%1': it holds no dictionary. Save a dictionary with torch.save."},
    CodeInfo{Code::MissingKey, "MISSING_KEY", Name,
             "The model file lacks '%1'. Save the checkpoint with this key."},
    CodeInfo{Code::DuplicateKey, "DUPLICATE_KEY", Name, "The model defines '%1' twice. Save it again."},
    CodeInfo{Code::StorageMissing, "STORAGE_MISSING", Tensor,
             "Weights of '%1' are missing or incomplete. Copy the model again."},
    CodeInfo{Code::StorageSize, "STORAGE_SIZE", Tensor,
             "Weights of '%1' are missing or incomplete. Copy the model again."},
    CodeInfo{Code::StorageKey, "STORAGE_KEY", Tensor,
             "Weights of '%1' are of an unsupported kind (%2). Save the model again with torch.save."},
    CodeInfo{Code::StorageType, "STORAGE_TYPE", Tensor,
             "Weights of '%1' are of an unsupported kind (%2). Save the model again with torch.save."},
    CodeInfo{Code::Device, "DEVICE", Tensor,
             "Weights of '%1' are of an unsupported kind (%2). Move the model to the CPU before saving it."},
    CodeInfo{Code::DType, "DTYPE", Tensor,
             "Weights of '%1' are of an unsupported kind (%2). Save the model as float32 or float16."},
    CodeInfo{Code::UnsupportedTensor, "UNSUPPORTED_TENSOR", Tensor,
             "Weights of '%1' are of an unsupported kind (%2). Save plain dense float tensors."},
    CodeInfo{Code::NotATensor, "NOT_A_TENSOR", Tensor,
             "Weights of '%1' are of an unsupported kind (%2). Save model.state_dict() as model_state_dict."},
    CodeInfo{Code::TensorShape, "TENSOR_SHAPE", Tensor,
             "Weights of '%1' are inconsistent. Save the model again."},
    CodeInfo{Code::TensorBounds, "TENSOR_BOUNDS", Tensor,
             "Weights of '%1' are inconsistent. Save the model again."},
    CodeInfo{Code::TensorAlias, "TENSOR_ALIAS", Tensor,
             "Weights of '%1' are inconsistent. Save them as contiguous tensors."},
    CodeInfo{Code::Shape, "SHAPE", Tensor, "'%1' is %2. Choose a checkpoint of this captioner."},
    CodeInfo{Code::WeightNan, "WEIGHT_NAN", Tensor,
             "Weights of '%1' contain invalid numbers. Use an earlier checkpoint of the training."},
    CodeInfo{
        Code::Vocab, "VOCAB", Name,
        "The word list does not match the model (%1). Save word_map, rev_word_map and vocab_size of the same "
        "training."},
    CodeInfo{Code::Memory, "MEMORY", File,
             "Not enough memory to read the model '%1'. Close other programs and load it again."},
    CodeInfo{Code::Cancelled, "CANCELLED", File, "Reading the model '%1' was cancelled."},
    CodeInfo{Code::Internal, "INTERNAL", File,
             "Reading the model '%1' stopped at an error of this program. Please report it with the file."},
};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < codeTable.size(); ++i)
        if (static_cast<std::size_t>(codeTable[i].code) != i)
            return false;
    return codeTable.size() == static_cast<std::size_t>(Code::Internal) + 1;
}
static_assert(inOrder());

std::string fill(std::string_view sentence, std::string_view subject, std::string_view what)
{
    std::string text;
    for (std::size_t i = 0; i < sentence.size(); ++i) {
        if (sentence[i] == '%' && i + 1 < sentence.size()) {
            text += sentence[++i] == '1' ? subject : what;
            continue;
        }
        text += sentence[i];
    }
    return text;
}

FailureClass classOf(Code code)
{
    if (code == Code::Memory)
        return FailureClass::Guard;
    return code == Code::Cancelled ? FailureClass::Cancelled : FailureClass::Checkpoint;
}

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
    Failure failure;
    failure.failureClass = classOf(refusal.code);
    failure.code = info.name;
    const bool ofFile = info.subject == File || refusal.subject.empty();
    failure.subject = displayable(ofFile ? fileName : std::string_view(refusal.subject), 120);
    const std::string what = displayable(refusal.what, 240);
    failure.message = refusal.instead.empty()
                          ? fill(info.sentence, failure.subject, what)
                          : Sentence(refusal.instead).with({failure.subject, what}).text();
    failure.detail = displayable(refusal.detail, 600);
    return failure;
}

} // namespace nanocap::checkpoint
