// SPDX-License-Identifier: Apache-2.0
// Pictures on their way to the engine: packed as RGB.
#pragma once

#include <QImage>

namespace nanocap::session {

/// The picture as Format_RGB888, transparency over white; unchanged when it is that already.
QImage toRgb(const QImage& image);

} // namespace nanocap::session
