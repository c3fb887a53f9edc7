// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/zip_directory.h"

#include "core/checkpoint/byte_reader.h"
#include "core/checkpoint/limits.h"

#include <algorithm>

namespace nanocap::checkpoint {

namespace {

constexpr std::uint32_t entrySignature = 0x02014b50;
constexpr std::size_t entrySize = 46;
constexpr std::uint32_t mark = 0xffffffff;

/// Replaces the all-ones marks by the values of the zip64 extra field, in the order the format gives them.
bool applyZip64(ZipEntry& entry, const std::uint8_t* extra, std::size_t size)
{
    std::uint64_t* const marked[] = {entry.size == mark ? &entry.size : nullptr,
                                     entry.packed == mark ? &entry.packed : nullptr,
                                     entry.header == mark ? &entry.header : nullptr};
    if (std::none_of(std::begin(marked), std::end(marked), [](auto* field) { return field; }))
        return true;
    while (size >= 4) {
        const std::size_t length = le16(extra + 2);
        if (length > size - 4)
            return false;
        if (le16(extra) == 1) {
            const std::uint8_t* value = extra + 4;
            std::size_t left = length;
            for (std::uint64_t* field : marked) {
                if (!field)
                    continue;
                if (left < 8)
                    return false;
                *field = le64(value);
                value += 8;
                left -= 8;
            }
            return true;
        }
        extra += 4 + length;
        size -= 4 + length;
    }
    return false;
}

tl::unexpected<Refusal> badEntry(std::size_t index, std::string what)
{
    return refuse(Code::ZipBad, "directory entry " + std::to_string(index) + ": " + std::move(what));
}

} // namespace

Checked<ZipDirectory> readZipDirectory(const CheckpointFile& file, const ZipEnd& end)
{
    ZipDirectory directory;
    directory.end = end;
    directory.entries.reserve(static_cast<std::size_t>(end.entryCount));
    directory.names.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(
        end.directorySize - end.entryCount * entrySize, end.entryCount * limits::entryName)));
    ByteReader reader(file, end.directoryOffset, end.directorySize);
    const auto cut = [&reader](std::size_t index) -> tl::unexpected<Refusal> {
        return reader.failure() ? tl::unexpected(*reader.failure()) : badEntry(index, "cut off");
    };
    for (std::size_t i = 0; i < end.entryCount; ++i) {
        const std::uint8_t* p = reader.take(entrySize);
        if (!p)
            return cut(i);
        if (le32(p) != entrySignature)
            return badEntry(i, "no signature at byte " + std::to_string(reader.position() - entrySize));
        ZipEntry entry;
        entry.flags = le16(p + 8);
        entry.method = le16(p + 10);
        entry.crc = le32(p + 16);
        entry.packed = le32(p + 20);
        entry.size = le32(p + 24);
        const std::size_t nameSize = le16(p + 28), extraSize = le16(p + 30), commentSize = le16(p + 32);
        const bool otherDisk = le16(p + 34) != 0;
        entry.header = le32(p + 42);
        if (otherDisk)
            return badEntry(i, "is on another disk");
        const std::uint8_t* tail = reader.take(nameSize + extraSize + commentSize);
        if (!tail)
            return cut(i);
        entry.nameAt = static_cast<std::uint32_t>(directory.names.size());
        entry.nameTooLong = nameSize > limits::entryName;
        entry.nameSize = static_cast<std::uint16_t>(entry.nameTooLong ? 0 : nameSize);
        directory.names.append(reinterpret_cast<const char*>(tail), entry.nameSize);
        if (!applyZip64(entry, tail + nameSize, extraSize))
            return badEntry(i, "its zip64 field is missing or damaged");
        directory.entries.push_back(entry);
    }
    if (reader.left() != 0)
        return refuse(Code::ZipBad, std::to_string(reader.left()) + " bytes follow the last directory entry");
    return directory;
}

} // namespace nanocap::checkpoint
