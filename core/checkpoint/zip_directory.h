// SPDX-License-Identifier: Apache-2.0
// The central directory of the archive as it stands in the file. Local headers of torch.save hold no sizes,
// so the directory is the only truth; zip_checks.h decides what of it is acceptable.
#pragma once

#include "core/checkpoint/zip_end.h"

#include <string>
#include <string_view>
#include <vector>

namespace nanocap::checkpoint {

struct ZipEntry
{
    std::uint64_t header = 0; ///< offset of the local header
    std::uint64_t data = 0;   ///< offset of the data; known after checkLocalHeaders()
    std::uint64_t packed = 0, size = 0;
    std::uint32_t crc = 0;
    std::uint32_t nameAt = 0;
    std::uint16_t nameSize = 0;
    std::uint16_t method = 0, flags = 0;
    bool nameTooLong = false; ///< the name itself was not kept then
};

struct ZipDirectory
{
    ZipEnd end;
    std::string names; ///< all names in one piece
    std::vector<ZipEntry> entries;

    std::string_view nameOf(const ZipEntry& e) const
    {
        return std::string_view(names).substr(e.nameAt, e.nameSize);
    }
};

/// Reads the directory; it must parse to exactly its end. ZIP_BAD.
Checked<ZipDirectory> readZipDirectory(const CheckpointFile& file, const ZipEnd& end);

} // namespace nanocap::checkpoint
