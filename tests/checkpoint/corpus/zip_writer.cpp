// SPDX-License-Identifier: Apache-2.0
#include "tests/checkpoint/corpus/zip_writer.h"

#include <zlib.h>

namespace corpus {

namespace {

std::string little(std::uint64_t value, int bytes)
{
    std::string text;
    for (int i = 0; i < bytes; ++i)
        text += static_cast<char>((value >> (8 * i)) & 0xff);
    return text;
}

std::string localHeader(const Entry& entry, std::size_t offset)
{
    const std::string name = entry.localName.value_or(entry.name);
    std::string extra;
    if (entry.aligned) {
        const std::size_t start = offset + 30 + name.size() + 4;
        extra = "FB" + little((64 - start % 64) % 64, 2);
        extra += std::string((64 - start % 64) % 64, 'Z');
    }
    return little(entry.localSignature.value_or(0x04034b50), 4) + little(0, 2) +
           little(entry.localFlags.value_or(entry.flags), 2) +
           little(entry.localMethod.value_or(entry.method), 2) + std::string(16, '\0') +
           little(name.size(), 2) + little(extra.size(), 2) + name + extra;
}

std::string directoryEntry(const Entry& entry, std::size_t offset)
{
    const std::uint32_t crc = entry.crc.value_or(crcOf(entry.data));
    return little(entry.directorySignature.value_or(0x02014b50), 4) + little(0, 4) + little(entry.flags, 2) +
           little(entry.method, 2) + little(0, 4) + little(crc, 4) +
           little(entry.packed.value_or(entry.data.size()), 4) +
           little(entry.size.value_or(entry.data.size()), 4) + little(entry.name.size(), 2) +
           little(entry.extra.size(), 2) + little(0, 2) + little(entry.disk, 2) + little(0, 6) +
           little(entry.header.value_or(offset), 4) + entry.name + entry.extra;
}

} // namespace

std::string le16(std::uint64_t value)
{
    return little(value, 2);
}
std::string le32(std::uint64_t value)
{
    return little(value, 4);
}
std::string le64(std::uint64_t value)
{
    return little(value, 8);
}

std::uint32_t crcOf(const std::string& data)
{
    return static_cast<std::uint32_t>(
        ::crc32(0, reinterpret_cast<const Bytef*>(data.data()), static_cast<uInt>(data.size())));
}

std::string zip(const std::vector<Entry>& entries, const ZipOptions& options)
{
    std::string body, directory;
    std::uint64_t count = 0;
    for (const Entry& entry : entries) {
        const std::size_t offset = body.size();
        if (entry.inBody) {
            body += localHeader(entry, offset) + entry.data;
            if (!entry.data.empty())
                body += "PK\x07\x08" + le32(crcOf(entry.data)) + le32(entry.data.size()) +
                        le32(entry.data.size());
        }
        if (entry.inDirectory) {
            directory += directoryEntry(entry, offset);
            ++count;
        }
    }
    directory += options.afterDirectory;

    EndFields end;
    end.entriesHere64 = end.entries64 = count;
    end.size64 = directory.size();
    end.offset64 = body.size();
    end.locatorOffset = body.size() + directory.size();
    end.entriesHere = end.entries = static_cast<std::uint16_t>(count);
    end.size = static_cast<std::uint32_t>(directory.size());
    end.offset = static_cast<std::uint32_t>(body.size());
    if (options.edit)
        options.edit(end);
    std::string file = body + directory;
    if (options.zip64) {
        file += le32(end.signature64) + le64(end.recordSize) + le16(0x031e) + le16(45) + le32(end.disk64) +
                le32(end.directoryDisk64) + le64(end.entriesHere64) + le64(end.entries64) + le64(end.size64) +
                le64(end.offset64);
        file +=
            le32(end.locatorSignature) + le32(end.locatorDisk) + le64(end.locatorOffset) + le32(end.disks);
    }
    file += le32(end.signature) + le16(end.disk) + le16(end.directoryDisk) + le16(end.entriesHere) +
            le16(end.entries) + le32(end.size) + le32(end.offset) + le16(end.commentSize);
    return file + options.comment;
}

} // namespace corpus
