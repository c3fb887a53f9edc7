// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/checkpoint.h"

#include "core/checkpoint/content.h"
#include "core/checkpoint/small_records.h"
#include "core/checkpoint/storages.h"
#include "core/checkpoint/verify.h"

#include <algorithm>
#include <exception>
#include <fcntl.h>
#include <fstream>
#include <new>
#include <unordered_set>

namespace nanocap::checkpoint {

namespace {

std::uint64_t storageBytes(const std::vector<Storage>& storages)
{
    std::uint64_t sum = 0;
    for (const Storage& storage : storages)
        sum += storage.bytes;
    return sum;
}

Bytes asBytes(std::uint64_t count)
{
    return Bytes(static_cast<std::int64_t>(count));
}

void warnUnused(const Archive& archive, Checkpoint& checkpoint)
{
    std::unordered_set<std::string_view> used;
    for (const Storage& storage : checkpoint.storages)
        used.insert(storage.key);
    std::uint64_t count = 0, bytes = 0;
    for (const StorageRecord& stored : archive.storages) {
        if (used.contains(stored.key))
            continue;
        ++count;
        bytes += stored.record.size;
    }
    if (count > 0)
        checkpoint.warnings.push_back(
            {"UNUSED",
             said("Checkpoint", "%1 of %2 stored blocks (%3) are not used by the model; they cost no memory.")
                 .with({std::to_string(count), std::to_string(archive.storages.size()),
                        toText(asBytes(bytes))})});
}

void warnNoChecksum(bool pickleHasChecksum, Checkpoint& checkpoint)
{
    const auto without = std::count_if(checkpoint.storages.begin(), checkpoint.storages.end(),
                                       [](const Storage& storage) { return !storage.hasChecksum; });
    if (without > 0 || !pickleHasChecksum)
        checkpoint.warnings.push_back(
            {"NO_CHECKSUM",
             said("Checkpoint",
                  "The file was saved without checksums (%1 blocks of weights); damage cannot be noticed.")
                 .with({std::to_string(without)})});
}

std::uint64_t wordBytes(const Vocabulary& vocabulary)
{
    std::uint64_t sum = vocabulary.words.capacity() * sizeof(std::string);
    for (const std::string& word : vocabulary.words)
        sum += word.size() > 15 ? word.capacity() + 1 : 0;
    return sum;
}

Checked<void> readContents(const Archive& archive, Checkpoint& checkpoint)
{
    Pickle pickle;
    ByteReader reader(*checkpoint.file, archive.pickle->offset, archive.pickle->size);
    if (auto run = PickleMachine(reader, pickle).run(); !run)
        return run;
    const auto storages = joinStorages(pickle, archive);
    if (!storages)
        return tl::unexpected(storages.error());
    if (auto content = readContent(pickle, *storages, checkpoint); !content)
        return content;
    checkpoint.pickleBytes = asBytes(archive.pickle->size);
    checkpoint.parsingBytes =
        asBytes(pickle.heap.peak() + reader.windowCost() + wordBytes(checkpoint.vocabulary));
    checkpoint.format = "pickle protocol " + std::to_string(pickle.protocol);
    return {};
}

Checked<void> fill(Checkpoint& checkpoint, Verify verify)
{
    const CheckpointFile& file = *checkpoint.file;
    checkpoint.fileBytes = asBytes(file.size());
    if (auto head = checkFirstBytes(file); !head)
        return head;
    const auto archive = readArchive(file);
    if (!archive)
        return tl::unexpected(archive.error());
    const auto small = readSmallRecords(file, *archive);
    if (!small)
        return tl::unexpected(small.error());
    if (auto contents = readContents(*archive, checkpoint); !contents)
        return contents;
    checkpoint.format = "PyTorch zip, version " + std::to_string(small->version) + ", " + checkpoint.format;
    warnNoChecksum(small->pickleHasChecksum, checkpoint);
    warnUnused(*archive, checkpoint);
    const bool fits = storageBytes(checkpoint.storages) <= limits::autoVerifyBytes;
    if (verify == Verify::Always || (verify == Verify::Auto && fits)) {
        if (auto sound = verifyStorages(checkpoint); !sound)
            return sound;
        checkpoint.verified = true;
    }
    return {};
}

Checked<Checkpoint> openChecked(const std::string& path, Verify verify)
{
    auto file = CheckpointFile::open(path);
    if (!file)
        return tl::unexpected(file.error());
    Checkpoint checkpoint;
    checkpoint.path = path;
    checkpoint.file = *file;
    auto filled = fill(checkpoint, verify);
    // Whatever was found in a file that somebody is writing to says nothing about the file.
    if (auto same = checkpoint.file->checkUnchanged(); !same)
        return tl::unexpected(same.error());
    if (!filled)
        return tl::unexpected(std::move(filled.error()));
    return checkpoint;
}

std::string fileNameOf(const std::string& path)
{
    const std::string name = path.substr(path.rfind('/') + 1);
    return name.empty() ? path : name;
}

/// Git LFS leaves a small text in place of a file that was not fetched: people meet it as "a broken model".
bool isGitLfsPointer(const std::string& path)
{
    constexpr std::string_view mark = "version https://git-lfs";
    std::ifstream file(path, std::ios::binary);
    std::string start(mark.size(), '\0');
    file.read(start.data(), static_cast<std::streamsize>(start.size()));
    return start == mark;
}

/// The one border no exception crosses: `work` is called and what it throws becomes a failure.
template <class Work>
auto guarded(const std::string& name, Work&& work) -> Result<typename std::invoke_result_t<Work>::value_type>
{
    try {
        try {
            auto done = work();
            if (!done)
                return fail(toFailure(done.error(), name));
            if constexpr (!std::is_void_v<typename std::invoke_result_t<Work>::value_type>)
                return std::move(*done);
        } catch (const std::bad_alloc&) {
            return fail(toFailure(Refusal{Code::Memory, "an allocation failed", {}, {}}, name));
        } catch (const std::exception& error) {
            return fail(toFailure(Refusal{Code::Internal, error.what(), {}, {}}, name));
        }
    } catch (const std::bad_alloc&) { // no memory even for the sentence
        return fail(makeFailure("MEMORY", {}));
    }
}

} // namespace

Result<Checkpoint> open(const std::string& path, Verify verify, std::string displayName)
{
    auto opened = guarded(displayName.empty() ? fileNameOf(path) : displayName,
                          [&] { return openChecked(path, verify); });
    if (!opened && opened.error().code == "NOT_A_CHECKPOINT" && isGitLfsPointer(path)) {
        opened.error().message = said(
            "Checkpoint", "This is a Git LFS pointer, not the model itself: fetch it with git lfs pull.");
        opened.error().subject = gitLfsSubject;
    }
    return opened;
}

Status readStorage(const Checkpoint& checkpoint, std::size_t storage, ChunkSink sink, void* context)
{
    return guarded(fileNameOf(checkpoint.path), [&]() -> Checked<std::monostate> {
        const Storage& wanted = checkpoint.storages.at(storage);
        const ZipRecord record = {wanted.fileOffset, wanted.bytes, wanted.crc32};
        if (auto same = checkpoint.file->checkUnchanged(); !same)
            return tl::unexpected(same.error());
        const auto crc = streamRecord(*checkpoint.file, record, [&](std::span<const std::uint8_t> piece) {
            return sink(context, piece.data(), piece.size());
        });
        if (!crc)
            return tl::unexpected(crc.error());
        if (auto same = checkpoint.file->checkUnchanged(); !same)
            return tl::unexpected(same.error());
        if (auto same = compareChecksum(record, *crc, "data/" + wanted.key); !same)
            return tl::unexpected(same.error());
        return std::monostate();
    });
}

Status checkUnchanged(const Checkpoint& checkpoint)
{
    return guarded(fileNameOf(checkpoint.path), [&]() -> Checked<std::monostate> {
        if (auto same = checkpoint.file->checkUnchanged(); !same)
            return tl::unexpected(same.error());
        return std::monostate();
    });
}

void dropCachedPages(const Checkpoint& checkpoint)
{
    if (checkpoint.file)
        ::posix_fadvise(checkpoint.file->descriptor(), 0, 0, POSIX_FADV_DONTNEED);
}

int fileDescriptor(const Checkpoint& checkpoint)
{
    return checkpoint.file ? checkpoint.file->descriptor() : -1;
}

} // namespace nanocap::checkpoint
