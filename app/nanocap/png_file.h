// SPDX-License-Identifier: Apache-2.0
// A picture as a PNG file in a folder that is made when it is not there. Any thread.
#pragma once

#include <QImage>
#include <QString>

#include <string>

namespace nanocap::app {

/// Writes `name` in `folder` (pathText()) whole or not at all. Returns the system's reason when it cannot,
/// else "".
std::string savePng(const QImage& picture, const QString& folder, const QString& name);

} // namespace nanocap::app
