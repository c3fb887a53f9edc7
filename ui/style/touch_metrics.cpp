// SPDX-License-Identifier: Apache-2.0
#include "ui/style/touch_metrics.h"

#include <algorithm>
#include <cmath>

namespace nanocap::ui {

namespace {

constexpr int mostButtons = 6; ///< of an action bar

double usualDiagonal(const Metrics& m)
{
    return m.small ? 3.5 : m.window.width() >= 1600 ? 15.6 : m.wide ? 10.1 : 7.0;
}

} // namespace

double panelDpi(QSize pixels, double diagonalInches)
{
    return diagonalInches > 0 ? std::hypot(pixels.width(), pixels.height()) / diagonalInches : 96.0;
}

int touchTarget(double dpi)
{
    return std::max(48, static_cast<int>(std::ceil(9.0 * dpi / 25.4)));
}

int edgeDistance(double dpi)
{
    return static_cast<int>(std::ceil(4.0 * dpi / 25.4));
}

bool isWorkableSize(QSize window)
{
    return std::min(window.width(), window.height()) >= 320 &&
           std::max(window.width(), window.height()) >= 480;
}

Metrics metricsFor(QSize window, double diagonalInches)
{
    Metrics m;
    m.window = window;
    m.small = std::min(window.width(), window.height()) < 440;
    m.wide = window.width() >= 1100 && window.height() >= 600;
    m.portrait = window.height() > window.width() || (window.width() < 640 && !m.small);
    const bool known = diagonalInches > 0;
    const double dpi = panelDpi(window, known ? diagonalInches : usualDiagonal(m));
    m.touch = touchTarget(dpi);
    m.edge = std::min(edgeDistance(dpi), 40);
    // A window larger than the usual panel is a desktop's: fingers are not what limits it.
    if (!known)
        m.touch = std::min(m.touch, 96);
    if (m.wide) {
        m.scale = std::clamp(std::min(window.width() / 1280.0, window.height() / 800.0), 1.0, 2.0);
        m.gap = m.scaled(12);
        m.textPx = m.scaled(18);
        m.strongPx = m.scaled(20);
        m.titlePx = m.scaled(26);
        m.headlinePx = m.scaled(30);
        m.figurePx = m.scaled(16);
        m.captionLeastPx = m.scaled(28);
        m.sidePane = std::clamp(window.width() * 3 / 10, 360, m.scaled(480));
        // Type that is larger than a finger needs wants a button in proportion.
        if (m.scale > 1)
            m.touch = std::max(m.touch, m.scaled(53));
    }
    if (!m.wide && window.width() >= 1000 && window.height() >= 560 && !m.portrait) {
        m.scale = 1.125;
        m.textPx = m.figurePx = 18;
        m.strongPx = 20;
        m.titlePx = 24;
        m.headlinePx = 28;
    }
    if (window.width() < 640)
        m.titlePx = 20;
    m.title = std::max(m.wide ? m.scaled(64) : 48, m.touch);
    // The strip is tappable: its touch area reaches half the missing height into the paddings above and
    // below.
    m.strip = std::max(32, m.touch - 16);
    if (m.portrait) {
        m.actionRows = 2;
        m.strip = std::max(56, m.touch); // two lines of numbers
    }
    // Half of what the strip lacks of a finger reaches down into this space; the buttons keep their distance
    // from it.
    if (!m.wide)
        m.actionPad = 8 + m.stripReach();
    m.margin = std::max(m.wide ? m.scaled(20) : 12, m.edge);
    if (m.small) {
        m.actionPad = 4;
        m.strip = 20;
        m.titlePx = 18;
        m.headlinePx = 20;
        if (!m.portrait)
            m.touch =
                std::min(m.touch, (window.width() - 2 * m.margin - (mostButtons - 1) * m.gap) / mostButtons);
        m.title = m.touch;
    }
    m.action = m.actionRows * m.touch + (m.actionRows - 1) * m.gap + m.actionPad + m.edge;
    return m;
}

} // namespace nanocap::ui
