// SPDX-License-Identifier: Apache-2.0
#include "core/captions/picture_container.h"

#include "core/captions/tiff_block.h"

#include <QBuffer>
#include <QtEndian>

#include <algorithm>
#include <bit>

namespace nanocap::captions {

namespace {

constexpr qint64 largestNote = 1 << 20;

QByteArray bytesAt(QIODevice& device, qint64 at, qint64 count)
{
    return device.seek(at) ? device.read(count) : QByteArray();
}

/// Whether the last eighth is zeros: place that was reserved before the file was copied. Plain pictures end
/// in some zeros too (seen: 4 KB of 435 KB), but not in that many.
bool endsInZeros(QIODevice& device, qint64 from, qint64 end)
{
    const qint64 run = std::max<qint64>(64, (end - from) / 8);
    return end - from > run && bytesAt(device, end - run, run).count('\0') == run;
}

/// PNG specification, section 5: chunks of length, type, data and checksum; IEND is the last.
PictureContainer inspectPng(QIODevice& device)
{
    PictureContainer container;
    qint64 at = 8;
    for (;;) {
        const QByteArray head = bytesAt(device, at, 8);
        if (head.size() < 8)
            break;
        const qint64 length = qFromBigEndian<quint32>(head.constData());
        const QByteArray type = head.mid(4);
        if (at + 12 + length > device.size())
            break;
        if (type == "IEND")
            return container;
        if (type == "eXIf" && length <= largestNote)
            container.orientation = orientationOf(bytesAt(device, at + 8, length));
        at += 12 + length;
    }
    container.whole = false;
    return container;
}

/// WebP container specification: a RIFF chunk that tells the length of the whole, chunks of even length in
/// it.
PictureContainer inspectWebP(QIODevice& device)
{
    PictureContainer container;
    const QByteArray head = bytesAt(device, 4, 4);
    const qint64 end = head.size() == 4 ? 8 + qint64(qFromLittleEndian<quint32>(head.constData())) : 0;
    container.whole = end > 12 && end <= device.size();
    for (qint64 at = 12; at + 8 <= device.size() && at < end;) {
        const QByteArray chunk = bytesAt(device, at, 8);
        if (chunk.size() < 8)
            break;
        const qint64 length = qFromLittleEndian<quint32>(chunk.constData() + 4);
        const QByteArray type = chunk.left(4);
        if (type == "EXIF" && length <= largestNote)
            container.orientation = orientationOf(bytesAt(device, at + 8, length));
        if ((type == "VP8 " || type == "VP8L" || type == "ANMF") && container.whole &&
            (at + 8 + length > device.size() || endsInZeros(device, at + 8, at + 8 + length)))
            container.whole = false;
        at += 8 + length + (length & 1);
    }
    return container;
}

/// The position after a row of sub-blocks (length byte, data, … 0); 0 when the file ends before.
qint64 afterSubBlocks(QIODevice& device, qint64 at)
{
    for (;;) {
        const QByteArray length = bytesAt(device, at, 1);
        if (length.isEmpty())
            return 0;
        at += 1 + static_cast<unsigned char>(length[0]);
        if (length[0] == 0)
            return at <= device.size() ? at : 0;
    }
}

qint64 colourTable(char flags)
{
    return flags & 0x80 ? 3 * (2 << (flags & 7)) : 0;
}

/// GIF89a specification: screen descriptor, blocks, and a trailer 0x3B.
PictureContainer inspectGif(QIODevice& device)
{
    const QByteArray screen = bytesAt(device, 6, 7);
    qint64 at = screen.size() == 7 ? 13 + colourTable(screen[4]) : 0;
    while (at > 0) {
        const QByteArray block = bytesAt(device, at, 10);
        if (block.startsWith(';'))
            return {};
        if (block.startsWith('!'))
            at = afterSubBlocks(device, at + 2);
        else if (block.startsWith(',') && block.size() == 10)
            at = afterSubBlocks(device, at + 10 + colourTable(block[9]) + 1);
        else
            break;
    }
    return {false};
}

PictureContainer inspectBmp(QIODevice& device)
{
    const QByteArray head = bytesAt(device, 0, 54);
    if (head.size() < 26)
        return {false};
    const auto u16 = [&](int at) { return qint64(qFromLittleEndian<quint16>(head.constData() + at)); };
    const auto i32 = [&](int at) { return qint64(qFromLittleEndian<qint32>(head.constData() + at)); };
    const bool old = i32(14) == 12;
    if (!old && head.size() < 54)
        return {false};
    const qint64 width = old ? u16(18) : i32(18), height = std::abs(old ? u16(20) : i32(22));
    const qint64 bits = old ? u16(24) : u16(28), compression = old ? 0 : i32(30);
    const bool packed = compression == 1 || compression == 2;
    const qint64 data = packed ? i32(34) : (width * bits + 31) / 32 * 4 * height;
    PictureContainer container{i32(10) + data <= device.size()};
    if (bits == 16 && compression == 0)
        container.depth = {5, 5, 5};
    else if (const QByteArray masks = bytesAt(device, 54, 12); bits == 16 && masks.size() == 12) {
        for (qsizetype colour = 0; colour < 3; ++colour)
            container.depth[std::size_t(colour)] =
                std::clamp(std::popcount(qFromLittleEndian<quint32>(masks.constData() + 4 * colour)), 1, 8);
    }
    return container;
}

PictureContainer inspectTiff(QIODevice& device)
{
    const QByteArray head = bytesAt(device, 0, 4);
    if (head.contains('+')) // BigTIFF has a directory of its own kind; the reader judges it
        return {};
    TiffBlock block(device);
    const std::optional<quint64> end = block.dataEnd();
    return {.whole = end && *end <= quint64(device.size()), .orientation = block.orientation()};
}

} // namespace

PictureContainer inspectContainer(QIODevice& device, PictureKind kind)
{
    PictureContainer container;
    switch (kind) {
    case PictureKind::Png:
        container = inspectPng(device);
        break;
    case PictureKind::WebP:
        container = inspectWebP(device);
        break;
    case PictureKind::Gif:
        container = inspectGif(device);
        break;
    case PictureKind::Bmp:
        container = inspectBmp(device);
        break;
    case PictureKind::Tiff:
        container = inspectTiff(device);
        break;
    default:
        break;
    }
    device.seek(0);
    return container;
}

int orientationOf(QByteArray exif)
{
    if (exif.startsWith(QByteArrayView("Exif\0\0", 6).toByteArray()))
        exif.remove(0, 6);
    QBuffer buffer(&exif);
    buffer.open(QIODevice::ReadOnly);
    return TiffBlock(buffer).orientation();
}

} // namespace nanocap::captions
