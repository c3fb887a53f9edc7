// SPDX-License-Identifier: Apache-2.0
// PictureScaler: a picture in any of FFmpeg's software pixel formats becomes blue, green, red, unused bytes
// in the size it is shown in, in one pass, through libswscale. One thread at a time; one scaler per stream,
// so that its tables are made once.
#pragma once

#include "app/pixels/shown_size.h"

extern "C" {
#include <libavutil/frame.h>
}

#include <memory>
#include <string>

struct SwsContext;

namespace nanocap::pixels {

struct FreeFrame
{
    void operator()(AVFrame* frame) const { av_frame_free(&frame); }
};
using FramePointer = std::unique_ptr<AVFrame, FreeFrame>;

/// FFmpeg's name of a pixel format: "yuv420p10le".
std::string nameOf(AVPixelFormat format);
/// FFmpeg's name of a colour matrix: "bt709".
std::string nameOf(AVColorSpace matrix);
/// Whether a picture in this format can be converted. Pictures that stay in a graphics card's memory cannot.
bool canConvert(AVPixelFormat format);
/// Whether luma and chroma of this matrix can be converted: YCgCo and ICtCp cannot.
bool canConvert(AVColorSpace matrix);

class PictureScaler
{
public:
    PictureScaler() = default;
    PictureScaler(const PictureScaler&) = delete;
    PictureScaler& operator=(const PictureScaler&) = delete;
    ~PictureScaler();

    /// `picture` as BGR0 in `size`, valid until the next call; null when memory is short or the format cannot
    /// be converted. The picture's colour matrix and range are obeyed; a picture that names no matrix is
    /// BT.601 below 720 lines and BT.709 from there on, one that names no range is limited unless it is gray
    /// or one of the "yuvj" formats. What is transparent lies over white; `premultiplied` says that the
    /// colours have been weighted by their alpha already.
    const AVFrame* scaled(const AVFrame& picture, Size size, bool premultiplied = false);

private:
    const AVFrame* pass(SwsContext*& context, const AVFrame& from, FramePointer& to, AVPixelFormat format,
                        Size size);

    SwsContext* m_scaling = nullptr;
    SwsContext* m_reading = nullptr; ///< the first of two passes for what has alpha
    FramePointer m_scaled;
    FramePointer m_read;
};

} // namespace nanocap::pixels
