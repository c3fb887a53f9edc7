// SPDX-License-Identifier: Apache-2.0
// The one reader of picture files: for the window's folders, the terminal's arguments and the golden
// pictures. Any thread.
#pragma once

#include "core/base/failure.h"

#include <QImage>

namespace nanocap::captions {

/// What is longer is read at a half, a quarter or an eighth: the model sees 224 x 224 of it.
constexpr int longestPictureSide = 4096;
/// Memory one picture may take while it is decoded: 128 megapixels of PNG, WebP, BMP, TIFF or GIF, or a
/// progressive JPEG of 85. Never more than half of what is available. Other JPEG files need a few lines only.
constexpr qint64 mostPictureBytes = qint64(512) << 20;
/// Past this a picture is refused whatever its kind: it would take longer than anybody waits.
constexpr qint64 mostPictureMegapixels = 500;

/// The picture as RGB32: upright as its EXIF note says (JPEG, PNG, WebP, TIFF), transparency on white, the
/// first picture of an animation, colours taken as sRGB, the long side at most `longestPictureSide`. `path`
/// is a pathText(). Fails as IMAGE (class input), naming the file, what it is, and what to do: not there, not
/// a picture that is read here, not all of it there, damaged, too large.
Result<QImage> readPicture(const QString& path);

} // namespace nanocap::captions
