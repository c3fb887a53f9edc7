// SPDX-License-Identifier: Apache-2.0
// The two ends of the file: what its first bytes say it is, and the end records of the ZIP archive.
#pragma once

#include "core/checkpoint/checkpoint_file.h"

namespace nanocap::checkpoint {

/// Where the central directory is, after all end records agreed with each other and with the file's size.
struct ZipEnd
{
    std::uint64_t directoryOffset = 0;
    std::uint64_t directorySize = 0;
    std::uint64_t entryCount = 0;
};

/// FILE_EMPTY, TOO_LARGE (before anything is read), NOT_A_CHECKPOINT, LEGACY_FORMAT.
Checked<void> checkFirstBytes(const CheckpointFile& file);
/// TRUNCATED when the end records are missing, ZIP_BAD when they are there but wrong or followed by
/// something.
Checked<ZipEnd> findZipEnd(const CheckpointFile& file);

} // namespace nanocap::checkpoint
