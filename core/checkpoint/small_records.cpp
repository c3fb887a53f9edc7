// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/small_records.h"

#include "core/checkpoint/limits.h"

#include <algorithm>
#include <charconv>
#include <memory>
#include <zlib.h>

namespace nanocap::checkpoint {

namespace {

constexpr std::size_t pieceBytes = 1u << 20;

#ifdef FUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
constexpr bool comparesChecksums = false; // hardly any change a fuzzer makes would get past them
#else
constexpr bool comparesChecksums = true;
#endif

Checked<std::string> readText(const CheckpointFile& file, const ZipRecord& record, const char* name,
                              Code tooLong)
{
    if (record.size > limits::textRecordBytes)
        return refuse(tooLong, std::string(name) + " has " + std::to_string(record.size) + " bytes");
    std::string text;
    const auto crc = streamRecord(file, record, [&text](std::span<const std::uint8_t> piece) {
        text.append(piece.begin(), piece.end());
        return true;
    });
    if (!crc)
        return tl::unexpected(crc.error());
    if (auto same = compareChecksum(record, *crc, name); !same)
        return tl::unexpected(same.error());
    return text;
}

Checked<int> readVersion(const CheckpointFile& file, const Archive& archive)
{
    if (!archive.version)
        return refuse(Code::Version, "no version entry");
    auto text = readText(file, *archive.version, "version", Code::Version);
    if (!text)
        return tl::unexpected(text.error());
    const std::string shown = *text;
    if (text->ends_with('\n'))
        text->pop_back();
    int version = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), version);
    if (error != std::errc() || end != text->data() + text->size() || version < 1 || version > 10)
        return refuse(Code::Version, "version '" + shown + "', 1 to 10 can be read");
    return version;
}

Checked<void> checkByteOrder(const CheckpointFile& file, const Archive& archive)
{
    if (!archive.byteOrder)
        return {};
    const auto text = readText(file, *archive.byteOrder, "byteorder", Code::ZipBad);
    if (!text)
        return tl::unexpected(text.error());
    if (*text == "big")
        return refuse(Code::BigEndian, "byteorder is 'big'");
    if (*text != "little")
        return refuse(Code::ZipBad, "byteorder is '" + *text + "'");
    return {};
}

} // namespace

Checked<std::uint32_t> streamRecord(const CheckpointFile& file, const ZipRecord& record,
                                    const PieceSink& piece)
{
    const std::size_t capacity = static_cast<std::size_t>(std::min<std::uint64_t>(record.size, pieceBytes));
    const std::unique_ptr<std::uint8_t[]> buffer(new std::uint8_t[capacity]);
    uLong crc = crc32(0, nullptr, 0);
    std::uint64_t done = 0;
    while (done < record.size) {
        const std::size_t count =
            static_cast<std::size_t>(std::min<std::uint64_t>(capacity, record.size - done));
        if (auto read = file.readAt(record.offset + done, buffer.get(), count); !read)
            return tl::unexpected(read.error());
        crc = crc32(crc, buffer.get(), static_cast<uInt>(count));
        if (piece && !piece({buffer.get(), count}))
            return refuse(Code::Cancelled, "stopped after " + std::to_string(done + count) + " bytes");
        done += count;
    }
    return static_cast<std::uint32_t>(crc);
}

Checked<void> compareChecksum(const ZipRecord& record, std::uint32_t actual, const std::string& part)
{
    if (comparesChecksums && record.hasChecksum() && record.crc != actual)
        return refuse(Code::Checksum,
                      part + " at " + std::to_string(record.offset) + ": CRC-32 " + std::to_string(actual) +
                          ", the "
                          "archive says " +
                          std::to_string(record.crc),
                      part);
    return {};
}

Checked<SmallRecords> readSmallRecords(const CheckpointFile& file, const Archive& archive)
{
    SmallRecords records;
    const auto version = readVersion(file, archive);
    if (!version)
        return tl::unexpected(version.error());
    records.version = *version;
    if (auto order = checkByteOrder(file, archive); !order)
        return tl::unexpected(order.error());
    const ZipRecord& pickle = *archive.pickle;
    if (pickle.size > limits::pickleBytes)
        return refuse(Code::PickleLimit, "data.pkl has " + std::to_string(pickle.size) + " bytes");
    const auto crc = streamRecord(file, pickle, {});
    if (!crc)
        return tl::unexpected(crc.error());
    if (auto same = compareChecksum(pickle, *crc, "data.pkl"); !same)
        return tl::unexpected(same.error());
    records.pickleHasChecksum = pickle.hasChecksum();
    return records;
}

} // namespace nanocap::checkpoint
