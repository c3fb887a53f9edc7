// SPDX-License-Identifier: Apache-2.0
#include "core/captions/jpeg_reading.h"

#include <csetjmp>
#include <cstdio>

// libjpeg's headers need what stands above them, and this order.
#include <jpeglib.h>

#include <jerror.h>

#include <algorithm>
#include <vector>

namespace nanocap::captions {

namespace {

/// More scans than any camera writes; each costs a pass over the whole picture.
constexpr int mostScans = 200;
constexpr int exifMarker = JPEG_APP0 + 1;

struct Decoder
{
    jpeg_decompress_struct jpeg = {};
    jpeg_error_mgr errors = {};
    jpeg_source_mgr source = {};
    jpeg_progress_mgr progress = {};
    std::jmp_buf stop = {};
    QIODevice* device = nullptr;
    JpegReading* reading = nullptr;
    std::vector<JOCTET> buffer = std::vector<JOCTET>(1 << 16);
    std::vector<JSAMPLE> line;
    bool ended = false;   ///< the file ended before libjpeg had seen the end of the picture
    bool starved = false; ///< bits were missing where a block of the picture should have been
    bool severalScans = false;
    bool bad = false;     ///< codes that no encoder writes
    qint64 pixelsEnd = 0; ///< bytes of the file taken when the last line was there
};

Decoder& of(j_common_ptr jpeg)
{
    return *static_cast<Decoder*>(jpeg->client_data);
}
Decoder& of(j_decompress_ptr jpeg)
{
    return *static_cast<Decoder*>(jpeg->client_data);
}

[[noreturn]] void leave(j_common_ptr jpeg)
{
    Decoder& decoder = of(jpeg);
    char words[JMSG_LENGTH_MAX];
    decoder.errors.format_message(jpeg, words);
    decoder.reading->words = QString::fromLatin1(words);
    decoder.bad = true;
    std::longjmp(decoder.stop, 1);
}

void note(j_common_ptr jpeg, int level)
{
    if (level >= 0)
        return;
    Decoder& decoder = of(jpeg);
    switch (decoder.errors.msg_code) {
    case JWRN_HIT_MARKER:
        decoder.starved = true;
        break;
    case JWRN_HUFF_BAD_CODE:
    case JWRN_ARITH_BAD_CODE:
    case JWRN_MUST_RESYNC:
        decoder.bad = true;
        break;
    default: // stray bytes between markers, odd version numbers: harmless
        return;
    }
    char words[JMSG_LENGTH_MAX];
    decoder.errors.format_message(jpeg, words);
    if (decoder.reading->words.isEmpty())
        decoder.reading->words = QString::fromLatin1(words);
}

void sayNothing(j_common_ptr) {}
void noSource(j_decompress_ptr) {}

boolean fill(j_decompress_ptr jpeg)
{
    Decoder& decoder = of(jpeg);
    const qint64 got = decoder.ended ? 0
                                     : decoder.device->read(reinterpret_cast<char*>(decoder.buffer.data()),
                                                            qint64(decoder.buffer.size()));
    if (got > 0) {
        decoder.source.bytes_in_buffer = std::size_t(got);
    } else {
        decoder.ended = true;
        decoder.buffer[0] = 0xFF;
        decoder.buffer[1] = JPEG_EOI;
        decoder.source.bytes_in_buffer = 2;
    }
    decoder.source.next_input_byte = decoder.buffer.data();
    return TRUE;
}

void skip(j_decompress_ptr jpeg, long count)
{
    jpeg_source_mgr& source = of(jpeg).source;
    while (count > long(source.bytes_in_buffer) && !of(jpeg).ended) {
        count -= long(source.bytes_in_buffer);
        fill(jpeg);
    }
    const std::size_t step = std::min(std::size_t(std::max(count, 0L)), source.bytes_in_buffer);
    source.next_input_byte += step;
    source.bytes_in_buffer -= step;
}

void watchScans(j_common_ptr jpeg)
{
    if (jpeg->is_decompressor && of(jpeg).jpeg.input_scan_number > mostScans)
        ERREXIT(jpeg, JERR_BAD_PROGRESSION);
}

void connect(Decoder& decoder)
{
    decoder.jpeg.err = jpeg_std_error(&decoder.errors);
    decoder.errors.error_exit = leave;
    decoder.errors.emit_message = note;
    decoder.errors.output_message = sayNothing;
    decoder.jpeg.client_data = &decoder;
    jpeg_create_decompress(&decoder.jpeg);
    decoder.source.init_source = noSource;
    decoder.source.fill_input_buffer = fill;
    decoder.source.skip_input_data = skip;
    decoder.source.resync_to_restart = jpeg_resync_to_restart;
    decoder.source.term_source = noSource;
    decoder.jpeg.src = &decoder.source;
    decoder.progress.progress_monitor = watchScans;
    decoder.jpeg.progress = &decoder.progress;
    jpeg_save_markers(&decoder.jpeg, exifMarker, 0xFFFF);
}

void keepExif(Decoder& decoder)
{
    for (auto* marker = decoder.jpeg.marker_list; marker; marker = marker->next) {
        const QByteArray bytes(reinterpret_cast<const char*>(marker->data), qsizetype(marker->data_length));
        if (marker->marker == exifMarker && bytes.startsWith("Exif"))
            decoder.reading->exif = bytes;
    }
}

/// Halves the output while it is longer than wanted; false when the picture needs too much memory.
bool chooseSize(Decoder& decoder, int longestSide, qint64 mostBytes)
{
    jpeg_decompress_struct& jpeg = decoder.jpeg;
    decoder.reading->size = QSize(int(jpeg.image_width), int(jpeg.image_height));
    const qint64 pixels = qint64(jpeg.image_width) * jpeg.image_height;
    decoder.severalScans = jpeg_has_multiple_scans(&jpeg);
    if (decoder.severalScans && pixels * jpeg.num_components * qint64(sizeof(JCOEF)) > mostBytes)
        return false;
    // Inks have no conversion to RGB in libjpeg.
    const bool inks = jpeg.jpeg_color_space == JCS_CMYK || jpeg.jpeg_color_space == JCS_YCCK;
    jpeg.out_color_space = inks ? JCS_CMYK : JCS_EXT_BGRX;
    jpeg.scale_denom = 8;
    jpeg.scale_num = 8;
    const auto longest = std::max(jpeg.image_width, jpeg.image_height);
    while (jpeg.scale_num > 1 && longest * jpeg.scale_num / 8 > JDIMENSION(longestSide))
        jpeg.scale_num /= 2;
    jpeg_calc_output_dimensions(&jpeg);
    decoder.reading->picture = QImage(int(jpeg.output_width), int(jpeg.output_height), QImage::Format_RGB32);
    return !decoder.reading->picture.isNull();
}

/// Adobe's programs store inks upside down and say so in their marker.
void inksToRgb(const Decoder& decoder, QRgb* to)
{
    const bool inverted = decoder.jpeg.saw_Adobe_marker;
    for (JDIMENSION x = 0; x < decoder.jpeg.output_width; ++x) {
        const auto ink = [&](int i) {
            return inverted ? decoder.line[x * 4 + i] : 255 - decoder.line[x * 4 + i];
        };
        to[x] = qRgb(ink(0) * ink(3) / 255, ink(1) * ink(3) / 255, ink(2) * ink(3) / 255);
    }
}

void readLines(Decoder& decoder)
{
    jpeg_decompress_struct& jpeg = decoder.jpeg;
    jpeg_start_decompress(&jpeg);
    const bool inks = jpeg.out_color_space == JCS_CMYK;
    decoder.line.resize(inks ? std::size_t(jpeg.output_width) * 4 : 0);
    while (jpeg.output_scanline < jpeg.output_height) {
        auto* to = decoder.reading->picture.scanLine(int(jpeg.output_scanline));
        JSAMPROW row = inks ? decoder.line.data() : to;
        jpeg_read_scanlines(&jpeg, &row, 1);
        if (inks)
            inksToRgb(decoder, reinterpret_cast<QRgb*>(to));
    }
    decoder.pixelsEnd = decoder.device->pos() - (decoder.ended ? 0 : qint64(decoder.source.bytes_in_buffer));
    jpeg_finish_decompress(&jpeg);
}

/// Where the run of zeros at the end of the file begins: place that was reserved and never written.
qint64 zerosBegin(QIODevice& device)
{
    constexpr qint64 block = 1 << 16;
    qint64 end = device.size();
    while (end > 0) {
        const qint64 from = std::max<qint64>(0, end - block);
        device.seek(from);
        const QByteArray bytes = device.read(end - from);
        const auto last = std::find_if(bytes.crbegin(), bytes.crend(), [](char c) { return c != 0; });
        if (last != bytes.crend() || bytes.isEmpty())
            return from + (bytes.crend() - last);
        end = from;
    }
    return 0;
}

} // namespace

JpegReading readJpeg(QIODevice& device, int longestSide, qint64 mostBytes)
{
    JpegReading reading;
    Decoder decoder;
    decoder.device = &device;
    decoder.reading = &reading;
    device.seek(0);
    // Nothing with a destructor may live between here and the calls of libjpeg: they come back by longjmp.
    if (setjmp(decoder.stop) == 0) {
        connect(decoder);
        jpeg_read_header(&decoder.jpeg, TRUE);
        keepExif(decoder);
        if (chooseSize(decoder, longestSide, mostBytes))
            readLines(decoder);
        else
            reading.end = JpegReading::End::TooLarge;
    }
    jpeg_destroy_decompress(&decoder.jpeg);

    constexpr qint64 harmlessZeros = 16;
    // A file without its last two bytes is whole when no pixel lacks bits. Later scans that are missing make
    // a coarser picture, and zeros are valid codes.
    const bool lacks = decoder.ended && (decoder.starved || decoder.bad || decoder.severalScans ||
                                         decoder.pixelsEnd > zerosBegin(device) + harmlessZeros);
    if (reading.end == JpegReading::End::Whole && lacks)
        reading.end = JpegReading::End::CutOff;
    else if (reading.end == JpegReading::End::Whole && (decoder.starved || decoder.bad))
        reading.end = JpegReading::End::Damaged;
    if (reading.end != JpegReading::End::Whole)
        reading.picture = QImage();
    return reading;
}

} // namespace nanocap::captions
