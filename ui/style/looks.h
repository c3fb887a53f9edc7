// SPDX-License-Identifier: Apache-2.0
// Looks: how the window looks, as the person chose it. A plain value.
#pragma once

#include "ui/style/palette.h"

#include <QMetaType>
#include <QString>

namespace nanocap::ui {

enum class TextSize {
    Normal,
    Large,
    Largest
}; ///< A, A+, A++: at most 36, 42, 48 px; 28, 36, 48 on small, 48, 52, 56 on wide screens

struct Looks
{
    QString language = QStringLiteral("en"); ///< "en" or "ko"
    ThemeKind theme = ThemeKind::Dark;
    TextSize textSize = TextSize::Normal; ///< of captions
    double panelInches = 0;               ///< diagonal of the screen; 0 = unknown
    bool reducedMotion = false;           ///< nothing moves by itself
    bool operator==(const Looks&) const = default;
};

} // namespace nanocap::ui

Q_DECLARE_METATYPE(nanocap::ui::Looks)
