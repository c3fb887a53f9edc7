// SPDX-License-Identifier: Apache-2.0
// The command line of nanocapctl as a value.
#pragma once

#include "core/base/failure.h"
#include "core/catalog/catalog.h"
#include "core/engine/precision.h"
#include "core/load/plan.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace nanocap::ctl {

struct Arguments
{
    QString command;
    QString file;
    QStringList images;
    catalog::Folders folders;
    std::optional<load::Floor> floor; ///< empty = the model's own, else the default
    engine::Precision precision = engine::Precision::Fp32;
    bool json = false;
    bool verify = false;
    bool attention = false;
    bool set = false, reset = false; ///< of pin
    int runs = 5;
    int threads = 0;       ///< 0 = cores - 1, at least 1
    std::string compare;   ///< folder of what `bench --json` said before; empty = none
    Sentence settingsNote; ///< what of the settings file could not be used
};

/// Reads the arguments (without the program's name). The failure of a wrong one has class input and code
/// USAGE.
Result<Arguments> parseArguments(const QStringList& arguments);

QString usage();

} // namespace nanocap::ctl
