// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/zip_checks.h"

#include "core/checkpoint/byte_reader.h"
#include "core/checkpoint/limits.h"
#include "core/checkpoint/zip_names.h"

#include <algorithm>
#include <array>

namespace nanocap::checkpoint {

namespace {

constexpr std::uint16_t encryptedFlags = 0x2041, knownFlags = 0x0808;

Checked<void> checkPacking(const ZipDirectory& directory)
{
    for (const ZipEntry& entry : directory.entries) {
        if (isOfMacOs(directory.nameOf(entry)))
            continue;
        const std::string where = "entry '" + std::string(directory.nameOf(entry)) + "'";
        if (entry.flags & encryptedFlags)
            return refuse(Code::ZipEncrypted, where + " has flags " + std::to_string(entry.flags));
        if (entry.method != 0)
            return refuse(Code::ZipCompressed, where + " has method " + std::to_string(entry.method));
        if (entry.flags & ~knownFlags)
            return refuse(Code::ZipBad, where + " has flags " + std::to_string(entry.flags));
        if (entry.packed != entry.size)
            return refuse(Code::ZipBad, where + " is stored, yet " + std::to_string(entry.packed) +
                                            " bytes stand for " + std::to_string(entry.size));
    }
    return {};
}

/// Finds each entry's data behind its local header, which must say the same as the directory.
Checked<void> checkLocalHeaders(const CheckpointFile& file, ZipDirectory& directory)
{
    std::array<std::uint8_t, 30 + limits::entryName> buffer;
    const std::uint64_t limit = directory.end.directoryOffset;
    for (ZipEntry& entry : directory.entries) {
        const std::string_view name = directory.nameOf(entry);
        const auto bad = [&](const char* why) {
            return refuse(Code::ZipBad, "entry '" + std::string(name) + "' at " +
                                            std::to_string(entry.header) + ": " + why);
        };
        const std::size_t head = 30 + name.size();
        if (entry.header > limit || limit - entry.header < head)
            return bad("its local header lies outside the archive");
        if (auto read = file.readAt(entry.header, buffer.data(), head); !read)
            return read;
        const std::uint8_t* p = buffer.data();
        if (le32(p) != 0x04034b50)
            return bad("no local header");
        if (le16(p + 6) != entry.flags || le16(p + 8) != entry.method || le16(p + 26) != name.size() ||
            std::string_view(reinterpret_cast<const char*>(p + 30), name.size()) != name)
            return bad("local header and directory differ");
        entry.data = entry.header + head + le16(p + 28);
        if (entry.data > limit || entry.packed > limit - entry.data)
            return bad("its data reach past the directory");
    }
    return {};
}

Checked<void> checkLayout(ZipDirectory& directory)
{
    auto& entries = directory.entries;
    std::sort(entries.begin(), entries.end(),
              [](const ZipEntry& a, const ZipEntry& b) { return a.header < b.header; });
    if (entries.front().header != 0)
        return refuse(Code::ZipBad, "the first entry begins at " + std::to_string(entries.front().header));
    for (std::size_t i = 1; i < entries.size(); ++i)
        if (entries[i - 1].data + entries[i - 1].packed > entries[i].header)
            return refuse(Code::ZipBad, "entries '" + std::string(directory.nameOf(entries[i - 1])) +
                                            "' and '" + std::string(directory.nameOf(entries[i])) +
                                            "' overlap");
    return {};
}

bool isStorageKey(std::string_view key)
{
    return !key.empty() && key.size() <= 20 &&
           std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Archive pick(const ZipDirectory& directory, std::string root)
{
    Archive archive;
    std::optional<ZipRecord> dataVersion;
    for (const ZipEntry& entry : directory.entries) {
        if (isOfMacOs(directory.nameOf(entry)))
            continue;
        const std::string_view name = directory.nameOf(entry).substr(root.size() + 1);
        const ZipRecord record = {entry.data, entry.size, entry.crc};
        if (name == "data.pkl")
            archive.pickle = record;
        else if (name == "version")
            archive.version = record;
        else if (name == ".data/version")
            dataVersion = record;
        else if (name == "byteorder")
            archive.byteOrder = record;
        else if (name.starts_with("data/") && isStorageKey(name.substr(5)))
            archive.storages.push_back({std::string(name.substr(5)), record});
    }
    if (!archive.version)
        archive.version = dataVersion;
    archive.root = std::move(root);
    std::sort(archive.storages.begin(), archive.storages.end(),
              [](const StorageRecord& a, const StorageRecord& b) { return a.key < b.key; });
    return archive;
}

} // namespace

const StorageRecord* Archive::find(std::string_view key) const
{
    const auto at =
        std::lower_bound(storages.begin(), storages.end(), key,
                         [](const StorageRecord& record, std::string_view k) { return record.key < k; });
    return at != storages.end() && at->key == key ? &*at : nullptr;
}

Checked<Archive> readArchive(const CheckpointFile& file)
{
    const auto end = findZipEnd(file);
    if (!end)
        return tl::unexpected(end.error());
    auto directory = readZipDirectory(file, *end);
    if (!directory)
        return tl::unexpected(directory.error());
    auto root = checkEntryNames(*directory);
    if (!root)
        return tl::unexpected(root.error());
    if (auto packing = checkPacking(*directory); !packing)
        return tl::unexpected(packing.error());
    file.expectScatteredReads(true);
    const auto local = checkLocalHeaders(file, *directory);
    file.expectScatteredReads(false);
    if (!local)
        return tl::unexpected(local.error());
    if (auto layout = checkLayout(*directory); !layout)
        return tl::unexpected(layout.error());
    Archive archive = pick(*directory, std::move(*root));
    if (!archive.pickle)
        return noDataPkl(*directory, archive.root);
    return archive;
}

} // namespace nanocap::checkpoint
