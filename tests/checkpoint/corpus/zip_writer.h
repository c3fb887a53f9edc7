// SPDX-License-Identifier: Apache-2.0
// Writes ZIP archives as torch.save does (stored entries, sizes only in the directory, 64-byte aligned data,
// zip64 end records always), with a handle on every field so that tests can set it wrong.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace corpus {

struct Entry
{
    std::string name;
    std::string data;
    std::uint16_t method = 0;
    std::uint16_t flags = 0x0808;
    bool aligned = true;
    bool inDirectory = true;
    bool inBody = true; ///< false: only the directory mentions it
    std::uint16_t disk = 0;
    std::string extra; ///< of the directory entry
    // What differs from the truth, where a test wants it to.
    std::optional<std::uint32_t> crc;
    std::optional<std::uint32_t> packed, size, header;
    std::optional<std::string> localName;
    std::optional<std::uint32_t> localSignature, directorySignature;
    std::optional<std::uint16_t> localMethod, localFlags;
};

/// Fields of the three end records, filled with the truth before `edit` sees them.
struct EndFields
{
    std::uint64_t recordSize = 44;
    std::uint32_t disk64 = 0, directoryDisk64 = 0;
    std::uint64_t entriesHere64 = 0, entries64 = 0, size64 = 0, offset64 = 0;
    std::uint32_t signature64 = 0x06064b50, locatorSignature = 0x07064b50, signature = 0x06054b50;
    std::uint64_t locatorOffset = 0;
    std::uint32_t locatorDisk = 0, disks = 1;
    std::uint16_t disk = 0, directoryDisk = 0, entriesHere = 0, entries = 0;
    std::uint32_t size = 0, offset = 0;
    std::uint16_t commentSize = 0;
};

struct ZipOptions
{
    bool zip64 = true;
    std::string afterDirectory = {}; ///< counted as part of the directory
    std::string comment = {};        ///< after the end record; the record is not told (see `edit`)
    std::function<void(EndFields&)> edit = {};
};

std::string zip(const std::vector<Entry>& entries, const ZipOptions& options = {});
std::uint32_t crcOf(const std::string& data);

std::string le16(std::uint64_t value);
std::string le32(std::uint64_t value);
std::string le64(std::uint64_t value);

} // namespace corpus
