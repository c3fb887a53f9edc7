// SPDX-License-Identifier: Apache-2.0
// Reads what torch.save wrote (PyTorch 1.6-2.x zip format) without libtorch and without running anything the
// file contains. Plain C++, any thread; a Checkpoint is an immutable value that keeps its file open.
#pragma once

#include "core/base/failure.h"
#include "core/base/sentence.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace nanocap::checkpoint {

enum class DType { F32, F64, F16, BF16, I64, I32, I16, I8, U8, Bool };
std::string_view nameOf(DType dtype); ///< "f32", "bf16", "i64", …
std::size_t itemSize(DType dtype);    ///< bytes of one element

/// One `data/<key>` entry; tensors that share it are tied and are counted once.
struct Storage
{
    std::string key;
    DType dtype = DType::F32;
    std::uint64_t numel = 0;
    std::uint64_t fileOffset = 0; ///< first byte of the data in the file
    std::uint64_t bytes = 0;      ///< numel * itemSize
    std::uint32_t crc32 = 0;
    bool hasChecksum = true; ///< false when torch wrote CRC 0 (compute_crc32=False)
};

/// A tensor of the state dict; every index it can reach lies inside its storage (checked at opening).
struct Tensor
{
    std::string name; ///< without the wrapper words `module.` and `_orig_mod.`, at any depth
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;
    std::vector<std::int64_t> stride; ///< in elements
    std::uint64_t offset = 0;         ///< in elements, from the start of the storage
    std::size_t storage = 0;          ///< index into Checkpoint::storages
    std::uint64_t numel() const;
    bool isContiguous() const;
};

struct Vocabulary
{
    std::vector<std::string> words; ///< by id; empty string where the file has a hole
    std::int64_t start = -1, end = -1, pad = -1, unknown = -1; ///< -1 when absent (pad and unknown only)
};

/// Dimensions as the tensors have them; empty when the tensor that tells is absent.
struct Dimensions
{
    std::optional<std::int64_t> vocabSize, embedDim, decoderDim, attentionDim, encoderChannels;
    std::optional<double> widthMult; ///< encoderChannels / 576
};

struct Warning
{
    std::string code; ///< NO_CHECKSUM, UNUSED, …
    Sentence message;
};

/// Identity of the bytes that were validated; a later read compares it to notice a file changed in place.
struct FileIdentity
{
    std::uint64_t device = 0, inode = 0, size = 0;
    std::int64_t modifiedNs = 0;
    bool operator==(const FileIdentity&) const = default;
};

/// Read-only regular file with checked positional reads (never a mapping: a file truncated under a mapping
/// raises SIGBUS in whoever looks at it).
class CheckpointFile;

enum class Verify { Auto, Always, Never }; ///< Auto: verify when the storages are at most 64 MB together

struct Checkpoint
{
    std::string path;
    std::shared_ptr<const CheckpointFile> file;
    std::string format; ///< "PyTorch zip, version 3, pickle protocol 2"
    Bytes fileBytes;
    Bytes pickleBytes;  ///< size of data.pkl
    Bytes parsingBytes; ///< what reading the contents list cost at its peak (VM heap + pickle text + words)
    bool verified = false;
    std::vector<Storage>
        storages; ///< those the tensors below use, each once; the rest of the file is only counted
    std::vector<Tensor> tensors; ///< model_state_dict, file order
    Vocabulary vocabulary;
    Dimensions dims;
    std::optional<std::int64_t> epoch;
    std::vector<Warning> warnings;

    const Tensor* find(std::string_view name) const;
};

/// Opens and validates a checkpoint. Failure.code is one of the checkpoint codes listed in
/// core/checkpoint/codes.h; deterministic for the same bytes; the first failing layer wins
/// (file, zip, checksums of small records, pickle, storages, content, values).
/// `path` may be a /proc/PID/fd/N link; `displayName` is then what sentences call the file.
/// A Git LFS pointer in place of the model is NOT_A_CHECKPOINT with a sentence and this subject of its own.
Result<Checkpoint> open(const std::string& path, Verify verify = Verify::Auto, std::string displayName = {});

inline constexpr std::string_view gitLfsSubject = "git-lfs";

/// Streams one storage in chunks of at most 1 MiB to `sink` (return false to stop); computes the CRC on the
/// way. Fails with CHECKSUM, CHANGED (identity differs or the file became shorter) or IO; CANCELLED when
/// stopped.
using ChunkSink = bool (*)(void* context, const std::uint8_t* data, std::size_t size);
Status readStorage(const Checkpoint& checkpoint, std::size_t storage, ChunkSink sink, void* context);

/// CHANGED when the file's size, time of modification or inode are no longer those that were validated.
Status checkUnchanged(const Checkpoint& checkpoint);

/// Drops the file's pages from the page cache (posix_fadvise DONTNEED): what a load has read is not needed
/// again.
void dropCachedPages(const Checkpoint& checkpoint);
/// File descriptor number that stays open as long as the Checkpoint lives (for /proc/PID/fd/N), or -1.
int fileDescriptor(const Checkpoint& checkpoint);

} // namespace nanocap::checkpoint
