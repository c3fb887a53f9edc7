// SPDX-License-Identifier: Apache-2.0
// JpegReading: a JPEG decoded with libjpeg itself, because Qt's reader fills the rest of a cut off file with
// gray and says nothing, and because libjpeg can decode at a half, a quarter or an eighth for little memory.
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QImage>
#include <QString>

namespace nanocap::captions {

struct JpegReading
{
    enum class End { Whole, CutOff, Damaged, TooLarge };

    QImage picture; ///< RGB32 at the reduced size, not turned yet; null unless Whole
    QSize size;     ///< of the whole picture
    QByteArray exif;
    End end = End::Whole;
    QString words; ///< libjpeg's, for whoever diagnoses
};

/// Reads to the end of the picture; what follows it (a second picture, a film) does no harm. `longestSide`:
/// the picture is halved up to three times while it is longer. TooLarge: a progressive picture whose
/// coefficients need more than `mostBytes`. Any thread.
JpegReading readJpeg(QIODevice& device, int longestSide, qint64 mostBytes);

} // namespace nanocap::captions
