// SPDX-License-Identifier: Apache-2.0
// Which of a camera's formats is asked for.
#pragma once

#include <QList>
#include <QSize>

namespace nanocap::sources {

struct CameraMode
{
    QSize size;
    double framesPerSecond = 0; ///< the most it gives
    bool compressed = false;    ///< motion JPEG: costs decoding
};

/// Index of the mode nearest to 640x480 at 30 frames a second: by size first, then by rate, then
/// uncompressed; -1 when there is none. The network sees 224x224, so more pixels would only cost time.
int nearestMode(const QList<CameraMode>& modes);

} // namespace nanocap::sources
