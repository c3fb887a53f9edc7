// SPDX-License-Identifier: Apache-2.0
// Every failure code of a checkpoint and its sentence, which names one subject (file, tensor, key, …). Titles
// and classes are in core/base/failure_codes.
#pragma once

#include "core/base/failure.h"
#include "core/base/sentence.h"

#include <span>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

namespace nanocap::checkpoint {

enum class Code {
    FileOpen,
    FileEmpty,
    NotACheckpoint,
    LegacyFormat,
    TorchScript,
    Truncated,
    TooLarge,
    Io,
    Changed,
    ZipBad,
    ZipName,
    ZipDuplicate,
    ZipCompressed,
    ZipEncrypted,
    Checksum,
    Version,
    BigEndian,
    NoDataPkl,
    PickleBad,
    PickleProto,
    PickleOp,
    PickleLimit,
    PickleCycle,
    LimitTensors,
    Unsafe,
    NotDict,
    MissingKey,
    DuplicateKey,
    StorageMissing,
    StorageSize,
    StorageKey,
    StorageType,
    Device,
    DType,
    UnsupportedTensor,
    NotATensor,
    TensorShape,
    TensorBounds,
    TensorAlias,
    Shape,
    WeightNan,
    Vocab,
    Memory,
    Cancelled,
    Internal
};

/// What the sentence's subject (%1) is. File: filled in by open() with the file's name.
enum class SubjectKind { File, Tensor, Name };

struct CodeInfo
{
    Code code;
    std::string_view name; ///< "ZIP_BAD"
    SubjectKind subject;
    Saying sentence; ///< %1 the subject, %2 the kind or the figures
};

/// All codes of a checkpoint, in the order of the enumeration.
std::span<const CodeInfo> allCodes();
const CodeInfo& infoOf(Code code);
inline std::string_view nameOf(Code code)
{
    return infoOf(code).name;
}

/// A failure before the file's name is known to it.
struct Refusal
{
    Code code = Code::Internal;
    std::string detail;  ///< for the log: offset, entry or tensor, expected and actual
    std::string subject; ///< %1; empty means the file
    std::string what;    ///< %2
    std::optional<Saying> instead =
        {}; ///< what is truer here than the code's own sentence; %1 and %2 as there, unfilled
};

template <class T> using Checked = tl::expected<T, Refusal>;

inline tl::unexpected<Refusal> refuse(Code code, std::string detail, std::string subject = {},
                                      std::string what = {}, std::optional<Saying> instead = {})
{
    return tl::unexpected<Refusal>(
        Refusal{code, std::move(detail), std::move(subject), std::move(what), instead});
}

/// The public failure: MEMORY is of class guard, CANCELLED of class cancelled, all others of class checkpoint
/// (nanocap::exitCodeFor makes TOO_LARGE exit 3). Subjects are made displayable.
Failure toFailure(const Refusal& refusal, std::string_view fileName);

} // namespace nanocap::checkpoint
