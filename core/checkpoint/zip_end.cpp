// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/zip_end.h"

#include "core/checkpoint/byte_reader.h"
#include "core/checkpoint/file_kind.h"
#include "core/checkpoint/limits.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace nanocap::checkpoint {

namespace {

constexpr std::uint32_t localSignature = 0x04034b50;
constexpr std::uint32_t endSignature = 0x06054b50;
constexpr std::uint32_t locatorSignature = 0x07064b50;
constexpr std::uint32_t end64Signature = 0x06064b50;
constexpr std::uint64_t endSize = 22, locatorSize = 20, end64Size = 56;
constexpr std::uint64_t tailSize = endSize + locatorSize + end64Size;
/// How far from the end of the file an end record is looked for, to tell "cut off" from "something follows
/// it".
constexpr std::uint64_t searchBytes = 64u << 20;
constexpr std::uint64_t searchPiece = 1u << 20;

/// Pickled long 0x1950a86a20f9469cfc6c: the first object of the stream format that came before the zip
/// format.
constexpr std::string_view legacyMagic("\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19", 12);

bool isLegacy(std::string_view head)
{
    const bool stream =
        head.size() > 2 && head[0] == '\x80' && head.substr(0, 32).find(legacyMagic) != head.npos;
    const bool tar = head.size() >= 262 && head.substr(257, 5) == "ustar";
    return stream || tar;
}

/// The tar of PyTorch 0.1 holds four files of fixed names; any other tar is somebody's archive of something.
tl::unexpected<Refusal> legacyFormat(std::string_view head)
{
    constexpr std::string_view parts[] = {"sys_info", "pickle", "storages", "tensors"};
    std::string_view first = head[0] == '\x80' ? parts[0] : head.substr(0, head.find('\0'));
    while (first.starts_with("./"))
        first.remove_prefix(2);
    const bool ofTorch = std::any_of(std::begin(parts), std::end(parts),
                                     [&](std::string_view part) { return first.empty() || first == part; });
    return refuse(Code::LegacyFormat, "stream or tar format of PyTorch before 1.6", {},
                  std::string(first.substr(0, 100)),
                  ofTorch
                      ? std::nullopt
                      : std::optional(said("Checkpoint",
                                           "'%1' is a tar archive ('%2' is in it). Unpack it and choose the "
                                           ".pth file inside; a model of PyTorch 0.1 must be saved again "
                                           "with 1.6 or newer.")));
}

struct End
{
    std::uint32_t disk, directoryDisk;
    std::uint64_t entriesHere, entries, size, offset;
    std::uint32_t commentSize;
};

End parseEnd(const std::uint8_t* p)
{
    return {le16(p + 4), le16(p + 6), le16(p + 8), le16(p + 10), le32(p + 12), le32(p + 16), le16(p + 20)};
}

tl::unexpected<Refusal> bad(std::string detail)
{
    return refuse(Code::ZipBad, std::move(detail));
}

/// True when a whole end record that could be this archive's begins at `at` of `piece`, which begins at
/// `offset`.
bool isPlausibleEnd(const std::vector<std::uint8_t>& piece, std::size_t at, std::uint64_t offset)
{
    if (piece[at] != 'P' || at + endSize > piece.size() || le32(&piece[at]) != endSignature)
        return false;
    if (at >= locatorSize && le32(&piece[at - locatorSize]) == locatorSignature)
        return true;
    const End end = parseEnd(&piece[at]);
    return end.offset + end.size <= offset + at && end.entries > 0;
}

/// The file does not end in an end record: was it cut, or does something follow the archive? Looks backwards,
/// piece by piece; pieces overlap so that no record is split.
tl::unexpected<Refusal> explainMissingEnd(const CheckpointFile& file)
{
    const std::uint64_t size = file.size();
    const std::uint64_t lowest = size > searchBytes ? size - searchBytes : 0;
    std::vector<std::uint8_t> piece;
    for (std::uint64_t finish = size; finish > lowest;) {
        const std::uint64_t begin = finish - std::min(finish - lowest, searchPiece);
        piece.resize(static_cast<std::size_t>(std::min(size, finish + tailSize) - begin));
        if (auto read = file.readAt(begin, piece.data(), piece.size()); !read)
            return tl::unexpected(read.error());
        for (std::size_t at = piece.size(); at-- > 0;)
            if (isPlausibleEnd(piece, at, begin))
                return bad("the end record is at " + std::to_string(begin + at) + ", but " +
                           std::to_string(size - begin - at - endSize) + " bytes follow it");
        finish = begin;
    }
    return refuse(Code::Truncated, "no end record in the last " + std::to_string(size - lowest) +
                                       " bytes of " + std::to_string(size));
}

/// An earlier end record whose comment reaches exactly to the end of the file makes the archive mean two
/// things.
Checked<void> checkNotInsideComment(const CheckpointFile& file)
{
    std::array<std::uint8_t, 0xffff + 22> buffer;
    const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(file.size(), buffer.size()));
    if (auto read = file.readAt(file.size() - size, buffer.data(), size); !read)
        return read;
    for (std::size_t at = 0; at + endSize < size; ++at)
        if (le32(&buffer[at]) == endSignature && at + endSize + le16(&buffer[at + 20]) == size)
            return bad("an end record at " + std::to_string(file.size() - size + at) +
                       " has a comment that holds another end record");
    return {};
}

/// A 32-bit field agrees with its 64-bit twin when equal or when it is the all-ones mark.
bool agrees(std::uint64_t narrow, std::uint64_t wide, std::uint64_t mark)
{
    return narrow == wide || narrow == mark;
}

Checked<ZipEnd> checkEnd64(const std::uint8_t* tail, const End& end, std::uint64_t fileSize)
{
    const std::uint8_t* record = tail;
    const std::uint8_t* locator = tail + end64Size;
    const std::uint64_t recordOffset = fileSize - tailSize;
    if (le64(locator + 8) != recordOffset || le32(locator + 4) != 0 || le32(locator + 16) > 1)
        return bad("zip64 locator points to " + std::to_string(le64(locator + 8)) +
                   ", the record belongs at " + std::to_string(recordOffset));
    if (le32(record) != end64Signature || le64(record + 4) != end64Size - 12)
        return bad("no zip64 end record of 56 bytes at " + std::to_string(recordOffset));
    if (le32(record + 16) != 0 || le32(record + 20) != 0 || le64(record + 24) != le64(record + 32))
        return bad("the archive claims to span several disks");
    const ZipEnd found = {le64(record + 48), le64(record + 40), le64(record + 32)};
    if (!agrees(end.offset, found.directoryOffset, 0xffffffff) ||
        !agrees(end.size, found.directorySize, 0xffffffff) || !agrees(end.entries, found.entryCount, 0xffff))
        return bad("the end record and the zip64 end record disagree");
    return found;
}

Checked<void> checkRange(const ZipEnd& end, std::uint64_t expectedEnd)
{
    if (end.directoryOffset > expectedEnd || end.directorySize != expectedEnd - end.directoryOffset)
        return bad("directory at " + std::to_string(end.directoryOffset) + " of " +
                   std::to_string(end.directorySize) + " bytes does not end at " +
                   std::to_string(expectedEnd));
    if (end.entryCount == 0 || end.entryCount > limits::entries || end.entryCount * 46 > end.directorySize)
        return bad("directory of " + std::to_string(end.directorySize) + " bytes claims " +
                   std::to_string(end.entryCount) + " entries");
    return {};
}

} // namespace

Checked<void> checkFirstBytes(const CheckpointFile& file)
{
    if (file.size() == 0)
        return refuse(Code::FileEmpty, "0 bytes");
    if (file.size() > limits::fileBytes)
        return refuse(
            Code::TooLarge,
            std::to_string(file.size()) + " bytes, the limit is " + std::to_string(limits::fileBytes), {},
            toText(Bytes(static_cast<std::int64_t>(file.size()))) + ", at most " +
                toText(Bytes(static_cast<std::int64_t>(limits::fileBytes))) + " can be read");
    std::array<std::uint8_t, kindBytes> head = {};
    const std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(file.size(), head.size()));
    if (auto read = file.readAt(0, head.data(), size); !read)
        return read;
    const std::string_view start(reinterpret_cast<const char*>(head.data()), size);
    if (isLegacy(start))
        return legacyFormat(start);
    if (size < 4 || le32(head.data()) != localSignature)
        return tl::unexpected(describeForeignFile(start));
    return {};
}

Checked<ZipEnd> findZipEnd(const CheckpointFile& file)
{
    std::array<std::uint8_t, tailSize> tail = {};
    const std::uint64_t size = file.size();
    const std::uint64_t present = std::min<std::uint64_t>(size, tailSize);
    if (auto read = file.readAt(size - present, tail.data() + (tailSize - present), present); !read)
        return tl::unexpected(read.error());
    const std::uint8_t* endRecord = tail.data() + tailSize - endSize;
    if (present < endSize || le32(endRecord) != endSignature)
        return explainMissingEnd(file);
    const End end = parseEnd(endRecord);
    if (end.commentSize != 0)
        return bad("the end record announces a comment of " + std::to_string(end.commentSize) + " bytes");
    if (auto alone = checkNotInsideComment(file); !alone)
        return tl::unexpected(alone.error());
    if (end.disk != 0 || end.directoryDisk != 0 || end.entriesHere != end.entries)
        return bad("the archive claims to span several disks");

    const bool zip64 = present == tailSize && le32(tail.data() + end64Size) == locatorSignature;
    ZipEnd found = {end.offset, end.size, end.entries};
    if (zip64) {
        auto checked = checkEnd64(tail.data(), end, size);
        if (!checked)
            return checked;
        found = *checked;
    }
    if (auto range = checkRange(found, zip64 ? size - tailSize : size - endSize); !range)
        return tl::unexpected(range.error());
    return found;
}

} // namespace nanocap::checkpoint
