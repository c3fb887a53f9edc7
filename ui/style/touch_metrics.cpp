// SPDX-License-Identifier: Apache-2.0
#include "ui/style/touch_metrics.h"

#include <algorithm>
#include <cmath>

namespace nanocap::ui {

double panelDpi(QSize pixels, double diagonalInches)
{
    return diagonalInches > 0 ? std::hypot(pixels.width(), pixels.height()) / diagonalInches : 96.0;
}

int touchTarget(double dpi)
{
    return std::max(48, static_cast<int>(std::lround(9.0 * dpi / 25.4)));
}

Metrics metricsFor(QSize window, double diagonalInches)
{
    Metrics m;
    m.window = window;
    m.wide = window.width() >= 1100;
    m.portrait = window.height() > window.width();
    const double diagonal = diagonalInches > 0 ? diagonalInches : m.wide ? 10.1 : 7.0;
    // A window larger than such a panel is a desktop's: fingers are not what limits it.
    m.touch = std::min(touchTarget(panelDpi(window, diagonal)), 96);
    if (diagonalInches <= 0 && window.width() > 1400)
        m.touch = 56;
    if (m.wide) {
        m.gap = 12;
        m.margin = 20;
        m.textPx = 18;
        m.strongPx = 20;
        m.titlePx = 26;
        m.headlinePx = 30;
        m.sidePane = std::clamp(window.width() * 3 / 10, 360, 480);
    }
    m.title = std::max(m.wide ? 64 : 48, m.touch);
    m.action = m.touch + 16;
    // The strip is tappable: its touch area reaches half the missing height into the paddings above and
    // below.
    m.strip = std::max(32, m.touch - 16);
    return m;
}

} // namespace nanocap::ui
