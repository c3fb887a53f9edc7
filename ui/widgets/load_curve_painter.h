// SPDX-License-Identifier: Apache-2.0
// Draws a LoadCurveData; shared by the widget and the picture of a report.
#pragma once

#include <QPainter>
#include <QRect>

namespace nanocap::ui {

struct LoadCurveData;
struct Theme;

/// Uses the painter's font for its labels. From 150 px of height on, the columns are labelled with row
/// numbers.
void paintLoadCurve(QPainter& painter, const LoadCurveData& data, const Theme& theme, const QRect& area,
                    bool predictionOnly);

} // namespace nanocap::ui
