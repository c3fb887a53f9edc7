// SPDX-License-Identifier: Apache-2.0
// Sizes of the window's parts for one window size. A finger needs 9 mm, so sizes come from millimetres;
// screens often lie about theirs, so the panel's diagonal is a setting.
#pragma once

#include <QSize>

namespace nanocap::ui {

/// Dots per inch of a panel of `pixels` and `diagonalInches`.
double panelDpi(QSize pixels, double diagonalInches);

/// Least edge of anything touchable: max(48, 9 mm x dpi / 25.4), rounded.
int touchTarget(double dpi);

struct Metrics
{
    QSize window;
    bool wide = false;     ///< at least 1100 px wide: task left, memory right
    bool portrait = false; ///< higher than wide: memory strip under the title
    int touch = 48;        ///< least width and height of a control
    int title = 48, strip = 32, action = 64;
    int gap = 8, margin = 12;
    int textPx = 16, strongPx = 18, titlePx = 22, headlinePx = 24;
    int sidePane = 0; ///< width of the memory pane, 0 when there is none
};

/// `diagonalInches` 0 = not known: 10.1 from 1100 px on, 7 below (the usual panels of these sizes).
Metrics metricsFor(QSize window, double diagonalInches = 0);

} // namespace nanocap::ui
