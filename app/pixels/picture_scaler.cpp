// SPDX-License-Identifier: Apache-2.0
#include "app/pixels/picture_scaler.h"

extern "C" {
#include <libavutil/pixdesc.h>
#include <libswscale/swscale.h>
}

#include <algorithm>

namespace nanocap::pixels {

namespace {

/// The custom for pictures that name no matrix.
constexpr int firstHdHeight = 720;

bool hasAlpha(AVPixelFormat format)
{
    const AVPixFmtDescriptor* description = av_pix_fmt_desc_get(format);
    return description && (description->flags & AV_PIX_FMT_FLAG_ALPHA) != 0;
}

bool isFullRange(const AVFrame& picture)
{
    if (picture.color_range != AVCOL_RANGE_UNSPECIFIED)
        return picture.color_range == AVCOL_RANGE_JPEG;
    const auto format = AVPixelFormat(picture.format);
    const AVPixFmtDescriptor* description = av_pix_fmt_desc_get(format);
    return nameOf(format).starts_with("yuvj") || (description && description->nb_components <= 2);
}

int matrixOf(const AVFrame& picture)
{
    if (picture.colorspace != AVCOL_SPC_UNSPECIFIED && picture.colorspace != AVCOL_SPC_RGB)
        return picture.colorspace;
    return picture.height >= firstHdHeight ? SWS_CS_ITU709 : SWS_CS_ITU601;
}

void layOverWhite(AVFrame& picture, bool premultiplied)
{
    for (int y = 0; y < picture.height; ++y) {
        uint8_t* at = picture.data[0] + ptrdiff_t(y) * picture.linesize[0];
        for (int x = 0; x < picture.width; ++x, at += 4) {
            const int alpha = at[3];
            if (alpha == 255)
                continue;
            for (int channel = 0; channel < 3; ++channel) {
                const int colour = premultiplied ? at[channel] : (at[channel] * alpha + 127) / 255;
                at[channel] = uint8_t(std::min(255, colour + 255 - alpha));
            }
        }
    }
}

} // namespace

std::string nameOf(AVPixelFormat format)
{
    const char* name = av_get_pix_fmt_name(format);
    return name ? name : "of no known format";
}

std::string nameOf(AVColorSpace matrix)
{
    const char* name = av_color_space_name(matrix);
    return name ? name : "of no known matrix";
}

bool canConvert(AVPixelFormat format)
{
    return format != AV_PIX_FMT_NONE && sws_isSupportedInput(format) > 0;
}

bool canConvert(AVColorSpace matrix)
{
    return matrix != AVCOL_SPC_YCGCO && matrix != AVCOL_SPC_ICTCP;
}

PictureScaler::~PictureScaler()
{
    sws_freeContext(m_scaling);
    sws_freeContext(m_reading);
}

const AVFrame* PictureScaler::pass(SwsContext*& context, const AVFrame& from, FramePointer& to,
                                   AVPixelFormat format, Size size)
{
    if (!to || to->width != size.width || to->height != size.height) {
        to.reset(av_frame_alloc());
        if (!to)
            return nullptr;
        to->format = format;
        to->width = size.width;
        to->height = size.height;
        // Padded lines: the vector code of libswscale writes beyond the last pixel of a line.
        if (av_frame_get_buffer(to.get(), 64) < 0) {
            to.reset();
            return nullptr;
        }
    }
    const bool shrinks = size.width < from.width || size.height < from.height;
    // In its own size as the program ffmpeg does it, so that both show the same; smaller, every pixel counts.
    const int flags = shrinks ? SWS_AREA | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT : SWS_BICUBIC;
    context = sws_getCachedContext(context, from.width, from.height, AVPixelFormat(from.format), size.width,
                                   size.height, format, flags, nullptr, nullptr, nullptr);
    if (!context)
        return nullptr;
    const int* matrix = sws_getCoefficients(matrixOf(from));
    // Fails for what has no matrix: RGB to RGB.
    sws_setColorspaceDetails(context, matrix, isFullRange(from), sws_getCoefficients(SWS_CS_DEFAULT), 1, 0,
                             1 << 16, 1 << 16);
    const int lines = sws_scale(context, from.data, from.linesize, 0, from.height, to->data, to->linesize);
    return lines == size.height ? to.get() : nullptr;
}

const AVFrame* PictureScaler::scaled(const AVFrame& picture, Size size, bool premultiplied)
{
    if (!canConvert(AVPixelFormat(picture.format)) || picture.width <= 0 || picture.height <= 0)
        return nullptr;
    if (!hasAlpha(AVPixelFormat(picture.format)))
        return pass(m_scaling, picture, m_scaled, AV_PIX_FMT_BGR0, size);
    // In its own size first: the colour of what is transparent must not bleed into what is not.
    const Size whole{picture.width, picture.height};
    if (!pass(m_reading, picture, m_read, AV_PIX_FMT_BGRA, whole))
        return nullptr;
    layOverWhite(*m_read, premultiplied);
    if (whole == size)
        return m_read.get();
    m_read->format = AV_PIX_FMT_BGR0;
    const AVFrame* result = pass(m_scaling, *m_read, m_scaled, AV_PIX_FMT_BGR0, size);
    m_read->format = AV_PIX_FMT_BGRA;
    return result;
}

} // namespace nanocap::pixels
