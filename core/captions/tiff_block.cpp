// SPDX-License-Identifier: Apache-2.0
#include "core/captions/tiff_block.h"

#include <QtEndian>

#include <algorithm>

namespace nanocap::captions {

namespace {
constexpr quint16 orientationTag = 274;
constexpr quint16 stripOffsets = 273, stripBytes = 279, tileOffsets = 324, tileBytes = 325;
constexpr quint32 shortType = 3, longType = 4;
constexpr quint32 mostNumbers = 1'000'000;
} // namespace

TiffBlock::TiffBlock(QIODevice& device) : m_device(device)
{
    m_device.seek(0);
    m_bigEndian = m_device.peek(2) == "MM";
    m_directory = read(4, 4).value_or(0);
    if (m_directory != 0)
        m_entries = read(m_directory, 2).value_or(0);
}

std::optional<quint32> TiffBlock::read(quint64 at, int bytes)
{
    if (at > quint64(m_device.size()) || !m_device.seek(qint64(at)))
        return std::nullopt;
    const QByteArray raw = m_device.read(bytes);
    if (raw.size() != bytes)
        return std::nullopt;
    if (bytes == 2)
        return m_bigEndian ? qFromBigEndian<quint16>(raw.constData())
                           : qFromLittleEndian<quint16>(raw.constData());
    return m_bigEndian ? qFromBigEndian<quint32>(raw.constData())
                       : qFromLittleEndian<quint32>(raw.constData());
}

std::vector<quint32> TiffBlock::numbers(quint16 tag)
{
    for (quint32 i = 0; i < m_entries; ++i) {
        const quint64 entry = m_directory + 2 + quint64(i) * 12;
        const auto found = read(entry, 2);
        if (!found)
            return {};
        if (*found != tag)
            continue;
        const auto type = read(entry + 2, 2), count = read(entry + 4, 4);
        if (!type || !count || (*type != shortType && *type != longType) || *count > mostNumbers)
            return {};
        const int width = *type == shortType ? 2 : 4;
        const quint64 size = quint64(*count) * quint64(width);
        const auto elsewhere = read(entry + 8, 4);
        const quint64 at = size <= 4 ? entry + 8 : elsewhere.value_or(0);
        std::vector<quint32> values;
        for (quint32 n = 0; n < *count; ++n) {
            const auto value = read(at + quint64(n) * quint64(width), width);
            if (!value)
                return {};
            values.push_back(*value);
        }
        return values;
    }
    return {};
}

int TiffBlock::orientation()
{
    const std::vector<quint32> value = numbers(orientationTag);
    return value.size() == 1 && value[0] >= 1 && value[0] <= 8 ? int(value[0]) : 1;
}

quint64 TiffBlock::directoryEnd()
{
    // Bytes of a value by its type, TIFF 6.0; values that do not fit into their entry stand elsewhere.
    constexpr int widths[] = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};
    quint64 end = m_directory + 2 + quint64(m_entries) * 12 + 4;
    for (quint32 i = 0; i < m_entries; ++i) {
        const quint64 entry = m_directory + 2 + quint64(i) * 12;
        const auto type = read(entry + 2, 2), count = read(entry + 4, 4), at = read(entry + 8, 4);
        if (!type || !count || !at || *type >= std::size(widths))
            continue;
        const quint64 size = quint64(*count) * quint64(widths[*type]);
        if (size > 4)
            end = std::max(end, *at + size);
    }
    return end;
}

std::optional<quint64> TiffBlock::dataEnd()
{
    for (const auto& [offsetsTag, bytesTag] :
         {std::pair(stripOffsets, stripBytes), std::pair(tileOffsets, tileBytes)}) {
        const std::vector<quint32> offsets = numbers(offsetsTag), sizes = numbers(bytesTag);
        if (offsets.empty() || offsets.size() != sizes.size())
            continue;
        quint64 end = directoryEnd();
        for (std::size_t i = 0; i < offsets.size(); ++i)
            end = std::max(end, quint64(offsets[i]) + sizes[i]);
        return end;
    }
    return std::nullopt;
}

} // namespace nanocap::captions
