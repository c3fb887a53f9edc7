// SPDX-License-Identifier: Apache-2.0
#include "core/captions/picture_kind.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace nanocap::captions {

namespace {

struct Magic
{
    PictureKind kind;
    qsizetype offset;
    QByteArrayView bytes;
};

using namespace std::literals;

constexpr QByteArrayView view(std::string_view text)
{
    return {text.data(), qsizetype(text.size())};
}

const Magic magics[] = {
    {PictureKind::Jpeg, 0, view("\xFF\xD8\xFF"sv)},
    {PictureKind::Png, 0, view("\x89PNG\r\n\x1A\n"sv)},
    {PictureKind::Gif, 0, view("GIF87a"sv)},
    {PictureKind::Gif, 0, view("GIF89a"sv)},
    {PictureKind::Raw, 8, view("CR\x02\0"sv)},
    {PictureKind::Tiff, 0, view("II*\0"sv)},
    {PictureKind::Tiff, 0, view("MM\0*"sv)},
    {PictureKind::Tiff, 0, view("II+\0"sv)},
    {PictureKind::Tiff, 0, view("MM\0+"sv)},
    {PictureKind::Raw, 0, view("IIRO"sv)},
    {PictureKind::Raw, 0, view("IIRS"sv)},
    {PictureKind::Raw, 0, view("IIU\0"sv)},
    {PictureKind::Raw, 0, view("FUJIFILMCCD-RAW"sv)},
    {PictureKind::Raw, 0, view("FOVb"sv)},
    {PictureKind::JpegXl, 0, view("\xFF\x0A"sv)},
    {PictureKind::JpegXl, 4, view("JXL "sv)},
    {PictureKind::Jpeg2000, 4, view("jP  "sv)},
    {PictureKind::Jpeg2000, 0, view("\xFF\x4F\xFF\x51"sv)},
    {PictureKind::Photoshop, 0, view("8BPS"sv)},
    {PictureKind::Pdf, 0, view("%PDF-"sv)},
    {PictureKind::Film, 0, view("\x1A\x45\xDF\xA3"sv)},
    {PictureKind::Film, 0, view("OggS"sv)},
    {PictureKind::Film, 0, view("FLV\x01"sv)},
    {PictureKind::Film, 0, view("\0\0\x01\xBA"sv)},
    {PictureKind::Film, 0, view("\0\0\x01\xB3"sv)},
    {PictureKind::Film, 4, view("moov"sv)},
    {PictureKind::Film, 4, view("mdat"sv)},
};

bool stands(const QByteArray& start, qsizetype offset, QByteArrayView bytes)
{
    return start.size() >= offset + bytes.size() &&
           std::equal(bytes.begin(), bytes.end(), start.begin() + offset);
}

/// Files of the ISO base format name their brand after "ftyp" (ISO/IEC 14496-12; HEIF: 23008-12).
PictureKind brandKind(const QByteArray& brand)
{
    if (brand == "avif" || brand == "avis")
        return PictureKind::Avif;
    if (brand == "crx ")
        return PictureKind::Raw;
    for (const char* heif :
         {"heic", "heix", "hevc", "hevx", "heim", "heis", "hevm", "hevs", "mif1", "msf1"}) {
        if (brand == heif)
            return PictureKind::Heic;
    }
    return PictureKind::Film;
}

bool endsWithOneOf(const QString& name, std::initializer_list<const char*> endings)
{
    return std::any_of(endings.begin(), endings.end(), [&](const char* ending) {
        return name.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
    });
}

PictureKind textKind(const QByteArray& start)
{
    const QByteArray words = start.toLower();
    if (words.contains("<svg"))
        return PictureKind::Svg;
    if (words.contains("<html") || words.contains("<!doctype html"))
        return PictureKind::WebPage;
    const bool plain = std::all_of(start.begin(), start.end(), [](char c) {
        return (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) || c == '\n' || c == '\r' || c == '\t';
    });
    return plain ? PictureKind::Text : PictureKind::Other;
}

} // namespace

PictureKind kindOf(const QByteArray& start, const QString& name)
{
    if (start.isEmpty())
        return PictureKind::Empty;
    if (stands(start, 0, view("RIFF"sv)))
        return stands(start, 8, view("WEBP"sv))   ? PictureKind::WebP
               : stands(start, 8, view("AVI "sv)) ? PictureKind::Film
                                                  : PictureKind::Other;
    if (stands(start, 4, view("ftyp"sv)))
        return brandKind(start.mid(8, 4));
    // Bytes 6 to 9 of a BMP are reserved; two letters alone would be found in any text.
    if (stands(start, 0, view("BM"sv)) && start.size() >= 18 && start[15] == 0 && start[16] == 0 &&
        start[17] == 0)
        return PictureKind::Bmp;
    for (const Magic& magic : magics) {
        if (!stands(start, magic.offset, magic.bytes))
            continue;
        // Their first picture is a thumbnail: read as a TIFF file it would be taken for the whole.
        const bool raw = magic.kind == PictureKind::Tiff &&
                         endsWithOneOf(name, {".dng", ".nef", ".nrw", ".arw", ".sr2", ".srw", ".pef", ".cr2",
                                              ".3fr", ".erf", ".kdc", ".dcr", ".iiq", ".rwl"});
        return raw ? PictureKind::Raw : magic.kind;
    }
    return textKind(start);
}

const char* nameOf(PictureKind kind)
{
    static constexpr std::array names = {
        "JPEG",       "PNG",       "GIF", "WebP", "BMP",  "TIFF",     "HEIC", "AVIF",  "JPEG XL", "JPEG 2000",
        "camera raw", "Photoshop", "SVG", "PDF",  "film", "web page", "text", "empty", "unknown"};
    static_assert(std::size(names) == std::size_t(PictureKind::Other) + 1);
    return names[std::size_t(kind)];
}

bool isReadable(PictureKind kind)
{
    return kind <= PictureKind::Tiff;
}

bool isPicture(PictureKind kind)
{
    return kind <= PictureKind::Svg;
}

bool hasPictureName(const QString& name)
{
    return endsWithOneOf(name, {".jpg",  ".jpeg", ".jpe", ".jfif", ".png",  ".apng", ".gif",
                                ".webp", ".bmp",  ".dib", ".tif",  ".tiff", ".heic", ".heif",
                                ".avif", ".jxl",  ".jp2", ".psd",  ".dng",  ".cr2",  ".cr3",
                                ".nef",  ".arw",  ".orf", ".rw2",  ".raf",  ".pef",  ".srw"});
}

} // namespace nanocap::captions
