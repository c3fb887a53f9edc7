// SPDX-License-Identifier: Apache-2.0
// Files the source tests feed: picture decks, folders of pictures, and what to collect from a source.
#pragma once

#include "app/sources/frame_source.h"

#include <QColor>
#include <QImage>
#include <QList>
#include <QString>

namespace nanocap::test {

/// Writes cards.json and three sprites (a disc, a square, a triangle) into `folder`.
bool writeDeck(const QString& folder);
/// Writes a plain picture; the format follows the suffix.
bool writePicture(const QString& path, const QColor& colour, QSize size = {64, 48});
bool writeBytes(const QString& path, const QByteArray& bytes);

/// Runs ffmpeg, quietly, and takes what it writes to its standard output. False, with a warning, when it
/// fails.
bool ffmpeg(const QStringList& arguments, QByteArray* output = nullptr);

/// A fully drawn picture in RGB32 or RGB888.
bool isPlainRgb(const QImage& frame);
/// Whether every channel differs by at most `tolerance`.
bool isNear(const QColor& a, const QColor& b, int tolerance);

/// Everything a source said, in order.
class Recorder : public QObject
{
public:
    explicit Recorder(sources::FrameSource& source);

    QList<QImage> frames;
    QList<captions::Frame> notes; ///< the same with what was known of them
    QList<sources::SourceState> states;
    QStringList failedImages;
    QList<Failure> imageFailures;
    int finishedCount = 0;
    int framesAfterFinish = 0;
};

} // namespace nanocap::test
