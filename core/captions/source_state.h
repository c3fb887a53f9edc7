// SPDX-License-Identifier: Apache-2.0
// State of a picture source: said by the source, shown by the window.
#pragma once

#include <QMetaType>

namespace nanocap::captions {

enum class SourceState {
    Off,       ///< stopped; no device is open
    Starting,  ///< asked for, no picture yet
    On,        ///< pictures arrive
    Busy,      ///< another program holds the camera; tried again by itself
    NoFrames,  ///< open, but no picture for three seconds
    Unplugged, ///< no camera, or not the one asked for; goes on by itself when it is plugged in
    Finished,  ///< the video or the folder of pictures has ended
    Failed     ///< cannot go on; the source's failure says why
};

} // namespace nanocap::captions

Q_DECLARE_METATYPE(nanocap::captions::SourceState)
