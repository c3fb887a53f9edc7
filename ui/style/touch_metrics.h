// SPDX-License-Identifier: Apache-2.0
// Sizes of the window's parts for one window size. A finger needs 9 mm, so sizes come from millimetres;
// screens often lie about theirs, so the panel's diagonal is a setting.
#pragma once

#include <QSize>

namespace nanocap::ui {

/// Dots per inch of a panel of `pixels` and `diagonalInches`.
double panelDpi(QSize pixels, double diagonalInches);

/// Least edge of anything touchable: max(48, 9 mm x dpi / 25.4), rounded up.
int touchTarget(double dpi);

/// How far what is touched stays from the screen's edge, where a frame may cover it: 4 mm, rounded up.
int edgeDistance(double dpi);

/// The smallest window that still works, either way round.
bool isWorkableSize(QSize window);

struct Metrics
{
    QSize window;
    bool small = false;    ///< under 440 px on its short side: the gauge is a line inside the title bar
    bool wide = false;     ///< at least 1100 px wide and 600 high: task left, memory right
    bool portrait = false; ///< higher than wide, or too narrow for two columns: parts one under another
    double scale = 1;      ///< of type and spaces, against 800x480 and from 1100 px on against 1280x800
    int touch = 48;        ///< least width and height of a control
    int title = 48, strip = 32, action = 64;
    int actionRows = 1, actionPad = 8; ///< rows of buttons at the bottom; space over them
    int edge = 21;                     ///< 4 mm: from buttons to the screen's left, right and lower edge
    int gap = 8, margin = 21;          ///< the margin is never less than the edge
    int textPx = 16, strongPx = 18, titlePx = 22, headlinePx = 24;
    int figurePx = 16;       ///< numbers of gauge and charts
    int captionLeastPx = 28; ///< of captions, whatever their length
    int sidePane = 0;        ///< width of the memory pane, 0 when there is none

    /// `pixels` of the screen that `scale` is against, on this one.
    int scaled(int pixels) const { return static_cast<int>(pixels * scale + 0.5); }
    /// Height left for a page.
    int room() const { return window.height() - title - (small || wide ? 0 : strip + stripReach()) - action; }
    /// How far the strip's touch area reaches up and down beyond what is seen of it.
    int stripReach() const { return small || wide ? 0 : (touch > strip ? (touch - strip + 1) / 2 : 0); }
    bool stacked() const { return portrait || small; }
};

/// `diagonalInches` 0 = not known: the usual panel of this size, which is 3.5 for small windows, 7 up to
/// 1100 px, 10.1 up to 1600 px and 15.6 from there on.
Metrics metricsFor(QSize window, double diagonalInches = 0);

} // namespace nanocap::ui
