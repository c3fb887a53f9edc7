// SPDX-License-Identifier: Apache-2.0
// The entries beside the weights that decide whether the file can be read: version, byteorder, and the
// checksum of the contents list.
#pragma once

#include "core/checkpoint/zip_checks.h"

#include <functional>
#include <span>

namespace nanocap::checkpoint {

struct SmallRecords
{
    int version = 0; ///< 1–10
    bool pickleHasChecksum = true;
};

/// CHECKSUM, VERSION, BIG_ENDIAN, ZIP_BAD (byteorder), PICKLE_LIMIT (contents list over 16 MB).
Checked<SmallRecords> readSmallRecords(const CheckpointFile& file, const Archive& archive);

/// Streams a record in pieces of at most 1 MiB and returns its CRC-32. `piece` may be empty.
using PieceSink = std::function<bool(std::span<const std::uint8_t>)>;
/// CHANGED, IO; CANCELLED when `piece` returns false.
Checked<std::uint32_t> streamRecord(const CheckpointFile& file, const ZipRecord& record,
                                    const PieceSink& piece);

/// CHECKSUM naming `part` unless the record carries no checksum.
Checked<void> compareChecksum(const ZipRecord& record, std::uint32_t actual, const std::string& part);

} // namespace nanocap::checkpoint
