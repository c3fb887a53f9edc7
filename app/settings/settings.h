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
    int threads{};        ///< that compute; 0 = one fewer than cores
    double panelInches{}; ///< 0 = unknown
    bool mirrorPreview{};
    int rotation{}; ///< degrees clockwise, a multiple of 90
    bool flip{};
    QString speech{};   ///< "off", "requested", "changes"
    int speechRate{};   ///< -100 slowest … 0 usual … 100 fastest
    int speechVolume{}; ///< 0 … 100
    bool mute{};
    int attractAfter{}; ///< seconds without a touch or change; 0 = never
    QString night{};    ///< hours "22-7"; empty = never dimmed
    bool reducedMotion{};
    QString defaultModel{};    ///< path or id; empty = the menu
    QStringList visitorsMay{}; ///< in a kiosk

    /// The defaults of the table.
    Settings();
    /// The file as it is, or defaults where there is none; touches nothing. `note` says what could not be
    /// used.
    static Settings read(Sentence* note = nullptr);
    /// ~/.config/nanocap/settings.json.
    static QString path();
};

} // namespace nanocap::app
