// SPDX-License-Identifier: Apache-2.0
// What a ZIP archive must be to count as a checkpoint, and the few entries of it the reader uses.
#pragma once

#include "core/checkpoint/zip_directory.h"

#include <optional>

namespace nanocap::checkpoint {

/// The bytes of one entry; its data is stored, never compressed.
struct ZipRecord
{
    std::uint64_t offset = 0;
    std::uint64_t size = 0;
    std::uint32_t crc = 0;
    /// torch.save(…) with compute_crc32=False leaves 0 in every entry.
    bool hasChecksum() const { return crc != 0 || size == 0; }
};

struct StorageRecord
{
    std::string key; ///< the digits after `data/`
    ZipRecord record;
};

struct Archive
{
    std::string root; ///< folder every entry lies in
    std::optional<ZipRecord> pickle, version, byteOrder;
    std::vector<StorageRecord> storages; ///< sorted by key

    const StorageRecord* find(std::string_view key) const;
};

/// Reads and checks the whole archive before a byte of the contents list is looked at.
/// ZIP_*, TRUNCATED, TORCHSCRIPT, NOT_A_CHECKPOINT, NO_DATA_PKL.
Checked<Archive> readArchive(const CheckpointFile& file);

} // namespace nanocap::checkpoint
