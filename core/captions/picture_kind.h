// SPDX-License-Identifier: Apache-2.0
// What a file is by its first bytes, whatever its name says, so that a picture that is not read here is
// called by its own name. Plain values, any thread.
#pragma once

#include <QByteArray>
#include <QString>

namespace nanocap::captions {

enum class PictureKind {
    Jpeg,
    Png,
    Gif,
    WebP,
    Bmp,
    Tiff,
    // Pictures that are not read here.
    Heic,
    Avif,
    JpegXl,
    Jpeg2000,
    Raw,
    Photoshop,
    Svg,
    // No pictures.
    Pdf,
    Film,
    WebPage,
    Text,
    Empty,
    Other
};

/// How many bytes of the beginning kindOf() looks at.
constexpr qint64 kindBytes = 512;

/// `start`: the first bytes of the file. `name` tells camera raw files from the TIFF files they pretend to
/// be.
PictureKind kindOf(const QByteArray& start, const QString& name);

/// "JPEG", "HEIC", "camera raw", "web page", …: the word before "picture" or "file".
const char* nameOf(PictureKind kind);
/// Whether readPicture() reads it.
bool isReadable(PictureKind kind);
/// Whether people call it a picture, read here or not.
bool isPicture(PictureKind kind);
/// Whether a name ends as pictures' names do (in any case): such a file is meant as a picture whatever it
/// contains.
bool hasPictureName(const QString& name);

} // namespace nanocap::captions
