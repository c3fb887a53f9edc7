// SPDX-License-Identifier: Apache-2.0
// The report for whoever must find out why: one JSON file, one text file, the memory timeline as PNG. No
// picture of what the camera saw and no caption is in it.
#pragma once

#include "core/load/load_report.h"

#include <QImage>

namespace nanocap::app {

/// Writes into reports/ of the state folder; returns the folder. Fails with IO (class input) naming the file.
Result<QString> exportReport(const std::optional<load::LoadReport>& report, const QImage& timeline);

} // namespace nanocap::app
