// SPDX-License-Identifier: Apache-2.0
// Palette: the two colour sets of the window. Text colours keep at least 4.5:1 on both backgrounds (WCAG AA),
// borders of controls at least 3:1; a test computes every pair.
#pragma once

#include <QColor>

namespace nanocap::ui {

enum class ThemeKind { Dark, Light };

struct Palette
{
    QColor background, card, raised; ///< window, card on it, button on either
    QColor border;                   ///< outline of controls
    QColor line;                     ///< separators and grids: decoration only
    QColor text, muted;
    QColor ok, warn, bad;
    QColor accent, onAccent; ///< primary button and focus ring; text on it
    QColor gpu, other;       ///< parts of the memory bar
    QColor track;            ///< empty part of bars and charts
};

const Palette& paletteFor(ThemeKind kind);

/// WCAG 2.1 contrast ratio, 1…21; alpha is ignored.
double contrastRatio(const QColor& a, const QColor& b);

} // namespace nanocap::ui
