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
    /// Camera: its name, empty for the first. Gst: the pipeline. Video: the file. Images: the folder. Cards:
    /// empty.
    QString argument;
    /// As written, for reports.
    QString text;
};

/// `camera:` `camera:NAME` `gst:PIPELINE` `csi:N` `video:FILE` `images:DIR` `cards:`. Nothing is opened.
/// Fails as SOURCE when the text is none of these or lacks what must follow the colon.
Result<SourceUri> parseSourceUri(const QString& text);

/// GStreamer pipeline of CSI camera `sensor` at 640x480, 30 frames a second, ending in an appsink that gets
/// BGR and keeps the newest frame only.
QString csiPipeline(int sensor);

/// The pipeline with an appsink at its end that gets BGR, keeps the newest frame, and, unless a camera sets
/// the pace, goes by the clock; unchanged if it names an appsink already.
QString withAppsink(const QString& pipeline);

/// Whether a pipeline reads a camera: such a pipeline is opened again when it ends or fails.
bool opensCamera(const QString& pipeline);

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
