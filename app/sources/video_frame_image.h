// SPDX-License-Identifier: Apache-2.0
// Turning the frames of Qt Multimedia into pictures without a graphics context: QVideoFrame::toImage() would
// start one, which costs a software renderer's memory on devices without a GPU.
#pragma once

#include <QImage>

class QVideoFrame;

namespace nanocap::sources {

/// The frame as RGB32, upright, in its own size; null when it cannot be read. YUV in its 4:2:0 and 4:2:2
/// layouts is converted by the frame's colour matrix (BT.601 or BT.709) and range, motion JPEG is decoded;
/// other formats go through Qt. Any thread.
QImage imageOf(QVideoFrame frame);

} // namespace nanocap::sources
