// SPDX-License-Identifier: Apache-2.0
// What the frame around a picture's pixels tells before they are decoded: whether the file is all there, and
// which way up it is to be shown. Qt's readers hand out what they have of a file that was cut off, and know
// orientation for JPEG and TIFF only. Reads bytes of strangers; any thread.
#pragma once

#include "core/captions/picture_kind.h"

#include <QIODevice>

#include <array>

namespace nanocap::captions {

struct PictureContainer
{
    bool whole = true;   ///< bytes after the end of the picture do no harm
    int orientation = 1; ///< EXIF's number, 1 … 8
    /// Bits of red, green and blue in a BMP file of 16 bits a pixel; of any other file 8.
    std::array<int, 3> depth = {8, 8, 8};
};

/// For every readable kind but JPEG, whose reader tells both. `device` is a file or a buffer; it is left at
/// its beginning.
PictureContainer inspectContainer(QIODevice& device, PictureKind kind);

/// EXIF's number in an EXIF note, with or without "Exif\0\0" before it; 1 when it cannot be read.
int orientationOf(QByteArray exif);

} // namespace nanocap::captions
