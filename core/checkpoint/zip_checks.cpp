// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/zip_checks.h"

#include "core/checkpoint/byte_reader.h"
#include "core/checkpoint/limits.h"
#include "core/checkpoint/text.h"

#include <algorithm>
#include <array>

namespace nanocap::checkpoint {

namespace {

constexpr std::uint16_t encryptedFlags = 0x2041, knownFlags = 0x0808;

std::string_view firstPart(std::string_view name)
{
    const std::size_t slash = name.find('/');
    return slash == name.npos ? std::string_view() : name.substr(0, slash);
}

std::string_view lastPart(std::string_view name)
{
    return name.substr(name.rfind('/') + 1);
}

/// Decided from the names alone, before anything else about the entries is judged.
Checked<void> checkKind(const ZipDirectory& directory)
{
    const std::string_view root = firstPart(directory.nameOf(directory.entries.front()));
    const bool rootIsCode =
        std::all_of(directory.entries.begin(), directory.entries.end(),
                    [&](const ZipEntry& e) { return firstPart(directory.nameOf(e)) == root; });
    bool torch = false;
    for (const ZipEntry& entry : directory.entries) {
        const std::string_view name = directory.nameOf(entry);
        const std::string_view last = lastPart(name);
        if (last == "constants.pkl" || name.find("/code/") != name.npos ||
            (name.starts_with("code/") && !rootIsCode))
            return refuse(Code::TorchScript, "entry '" + std::string(name) + "'");
        torch = torch || last == "data.pkl" || last == "version";
    }
    if (!torch)
        return refuse(Code::NotACheckpoint, "a ZIP archive without data.pkl and version");
    return {};
}

bool hasBadPart(std::string_view name)
{
    while (true) {
        const std::size_t slash = name.find('/');
        const std::string_view part = name.substr(0, slash);
        if (part.empty() || part == "." || part == "..")
            return true;
        if (slash == name.npos)
            return false;
        name.remove_prefix(slash + 1);
    }
}

/// data.pkl, version and byteorder in other letters would be what another reader opens.
bool isCaseTwin(std::string_view inRoot)
{
    std::string lower(inRoot.substr(0, 16));
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const bool special = lower == "data.pkl" || lower == "version" || lower == "byteorder";
    return special && lower != inRoot;
}

Checked<std::string> checkNames(const ZipDirectory& directory)
{
    const std::string root(firstPart(directory.nameOf(directory.entries.front())));
    for (const ZipEntry& entry : directory.entries) {
        const std::string_view name = directory.nameOf(entry);
        const auto suspicious = [&name](const char* why) {
            return refuse(Code::ZipName, "entry '" + std::string(name) + "': " + why);
        };
        if (entry.nameTooLong)
            return suspicious("the name is longer than 512 bytes");
        if (name.find('\0') != name.npos || name.find('\\') != name.npos || !isUtf8(name))
            return suspicious("NUL, backslash or not UTF-8");
        if (hasBadPart(name))
            return suspicious("an empty, '.' or '..' part");
        if (root.empty() || firstPart(name) != root)
            return suspicious("not in the one folder all entries share");
        if (isCaseTwin(name.substr(root.size() + 1)))
            return suspicious("differs from a reserved name only in case");
    }
    return root;
}

Checked<void> checkDuplicates(const ZipDirectory& directory)
{
    std::vector<std::uint32_t> order(directory.entries.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto name = [&](std::uint32_t i) { return directory.nameOf(directory.entries[i]); };
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return name(a) < name(b); });
    const auto twin =
        std::adjacent_find(order.begin(), order.end(), [&](auto a, auto b) { return name(a) == name(b); });
    if (twin != order.end())
        return refuse(Code::ZipDuplicate, "entry '" + std::string(name(*twin)) + "' occurs twice");
    return {};
}

Checked<void> checkPacking(const ZipDirectory& directory)
{
    for (const ZipEntry& entry : directory.entries) {
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
        if (entry.data > limit || entry.size > limit - entry.data)
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
        if (entries[i - 1].data + entries[i - 1].size > entries[i].header)
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
    if (auto kind = checkKind(*directory); !kind)
        return tl::unexpected(kind.error());
    auto root = checkNames(*directory);
    if (!root)
        return tl::unexpected(root.error());
    if (auto unique = checkDuplicates(*directory); !unique)
        return tl::unexpected(unique.error());
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
        return refuse(Code::NoDataPkl, "no entry '" + archive.root + "/data.pkl'");
    return archive;
}

} // namespace nanocap::checkpoint
