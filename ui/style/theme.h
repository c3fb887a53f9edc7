// SPDX-License-Identifier: Apache-2.0
// Theme: colours and sizes of one window, found by its painted widgets through their parents, so that a
// widget needs nobody to hand it a theme and looks right alone in a test (dark, 800x480).
#pragma once

#include "ui/style/looks.h"
#include "ui/style/touch_metrics.h"

#include <QFont>
#include <QString>
#include <QWidget>

namespace nanocap::ui {

struct Theme
{
    ThemeKind kind = ThemeKind::Dark;
    Palette palette = paletteFor(ThemeKind::Dark);
    Metrics metrics;
    TextSize textSize = TextSize::Normal; ///< of captions
    bool reducedMotion = false;           ///< nothing moves by itself: lists stop where the finger does
};

/// The theme of the nearest parent that was given one.
Theme themeOf(const QWidget* widget);
/// Gives `root` and everything inside it a theme: style sheet, fonts, colours of painted widgets.
void applyTheme(QWidget* root, const Theme& theme);

/// The style sheet of resources/style with the theme's colours and sizes put in.
QString styleSheetFor(const Theme& theme);
/// Families that together cover Latin and Korean, best first.
QStringList fontFamilies();
/// The window's font at a size in pixels.
QFont fontOf(const QWidget* widget, int pixels, bool bold = false);

} // namespace nanocap::ui

Q_DECLARE_METATYPE(nanocap::ui::Theme)
