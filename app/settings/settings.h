// SPDX-License-Identifier: Apache-2.0
// Settings: what the person's settings file says, as plain values; the command line wins over it. The keys,
// their defaults and meanings stand in settings_table.cpp.
#pragma once

#include "core/base/sentence.h"
#include "core/load/plan.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace nanocap::app {

struct Settings
{
    QString language{};                 ///< "en", "ko"; empty = the system's
    QString theme{};                    ///< "dark", "light"
    int textSize{};                     ///< 0 normal, 1 large, 2 largest
    QString source{};                   ///< a URI; empty = the original's order
    std::optional<load::Floor> floor{}; ///< empty = the model's own
    QStringList modelFolders{};
    double panelInches{}; ///< 0 = unknown
    bool mirrorPreview{};
    int rotation{}; ///< degrees clockwise, a multiple of 90
    bool flip{};
    bool reducedMotion{};

    /// The defaults of the table.
    Settings();
    /// The file as it is, or defaults where there is none; touches nothing. `note` says what could not be
    /// used.
    static Settings read(Sentence* note = nullptr);
    /// ~/.config/nanocap/settings.json.
    static QString path();
};

} // namespace nanocap::app
