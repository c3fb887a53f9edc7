// SPDX-License-Identifier: Apache-2.0
// Turning the frames of a Qt Multimedia camera into pictures without a graphics context:
// QVideoFrame::toImage() would start one, which costs a software renderer's memory on devices without a GPU,
// and Qt 6.4 gets several formats wrong.
#pragma once

#include "core/base/sentence.h"

#include "app/pixels/picture_scaler.h"

#include <QImage>
#include <QString>
#include <QVideoFrameFormat>

#include <array>

class QVideoFrame;

namespace nanocap::sources {

/// What is wrong with this format, to stand behind a colon; empty when its pictures can be read. Those that
/// cannot are handles of a graphics card, which hold no pixels.
Sentence whyUnreadable(QVideoFrameFormat::PixelFormat format);

/// The bytes of a frame, in the planes Qt knows for its format.
struct FramePlanes
{
    int count = 0;
    std::array<const uchar*, 3> bits{};
    std::array<int, 3> stride{}; ///< bytes from a line to the next
    std::array<int, 3> size{};   ///< bytes in all
};

/// The picture in these planes as RGB32, in the size shownSize() gives it, as they lie; null when they are
/// too small for the format or whyUnreadable() it. Planes with fewer lines than an odd height asks for are
/// completed with their last one.
QImage imageOf(const QVideoFrameFormat& format, const FramePlanes& planes, pixels::PictureScaler& scaler);
/// The same of a whole frame, upright. One thread at a time for one scaler.
QImage imageOf(QVideoFrame frame, pixels::PictureScaler& scaler);

} // namespace nanocap::sources
