// SPDX-License-Identifier: Apache-2.0
// The command line of nanocap as a value; what is not given comes from the settings, then from the defaults.
#pragma once

#include "core/base/failure.h"
#include "core/engine/precision.h"
#include "core/load/plan.h"

#include <QSize>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace nanocap::app {

struct Options
{
    QString model;      ///< path, id or number; empty = the menu
    QString source;     ///< URI; empty = the original's order
    int captions = 0;   ///< stop counting after this many; 0 = no end
    QString reportFile; ///< --report
    QString screenshotFolder;
    QString framesFolder;                   ///< --frames: captioned pictures go here
    std::chrono::seconds sourceTimeout{15}; ///< unattended: no picture by then ends the run
    bool quitAfterDone = false;
    bool kiosk = false;
    QString language; ///< "en", "ko"; empty = the setting, else the system's
    std::optional<QSize> size;
    QString theme; ///< "dark", "light"; empty = the setting
    std::optional<load::Floor> floor;
    engine::Precision precision = engine::Precision::Fp32;
    std::vector<std::string> modelFolders;
    QStringList files; ///< opened without an option; model, source and modelFolders have them already

    bool unattended() const { return quitAfterDone || captions > 0; }
};

/// Files and folders without an option are what whatIs() says of them: at most one model and one source.
/// Fails as USAGE (exit 2) with a sentence that names the argument.
Result<Options> parseOptions(const QStringList& arguments);
QString usage();

} // namespace nanocap::app
