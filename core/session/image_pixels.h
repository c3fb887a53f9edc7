// SPDX-License-Identifier: Apache-2.0
// Pictures on their way to the engine: read from files with clear failures, packed as RGB.
#pragma once

#include "core/base/failure.h"

#include <QImage>

namespace nanocap::session {

/// Reads a picture file; fails with IMAGE (class input) naming the file. At most 8192 pixels a side.
Result<QImage> readImage(const QString& path);

/// The picture as Format_RGB888, transparency over white; unchanged when it is that already.
QImage toRgb(const QImage& image);

} // namespace nanocap::session
