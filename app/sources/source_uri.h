// SPDX-License-Identifier: Apache-2.0
// SourceUri: which frame source is meant, as a person writes it on the command line or in the settings.
#pragma once

#include "core/base/failure.h"

#include <QString>

namespace nanocap::sources {

enum class SourceKind { Camera, Gst, Video, Images, Cards };

struct SourceUri
{
    SourceKind kind = SourceKind::Cards;
    /// Camera: its name, empty for the first. Gst: the pipeline. Video: the file. Images: a folder or file.
    /// Cards: empty. Paths are pathText().
    QString argument;
    /// As written, for reports.
    QString text;
};

/// `camera:` `camera:NAME` `gst:PIPELINE` `csi:N` `video:FILE` `images:DIR` `cards:`. Nothing is opened. A
/// pipeline may be a whole gst-launch-1.0 line; a path is taken letter by letter, or from a file: address.
/// Fails as SOURCE when the text is none of these or lacks what must follow the colon.
Result<SourceUri> parseSourceUri(const QString& text);

/// GStreamer pipeline of CSI camera `sensor` at 640x480, 30 frames a second, ending in an appsink that
/// keeps the newest frame only.
QString csiPipeline(int sensor);

/// What is to be had on this machine.
struct SourceProbe
{
    bool csi = false;
    bool camera = false;
};

/// Asks the system without loading Qt Multimedia or GStreamer unless a device node makes that worthwhile:
/// GStreamer is asked for its CSI camera element only on a Tegra board, through a process that may take two
/// seconds the first time.
SourceProbe probeSources();

/// The source when none is named: the CSI camera, else a webcam, else the built-in cards.
QString defaultSource(const SourceProbe& probe = probeSources());

} // namespace nanocap::sources
