// SPDX-License-Identifier: Apache-2.0
// What the flight recorder says of the program's last life, and what follows from it at this start.
#pragma once

#include <QString>

namespace nanocap::app {

struct LastStart
{
    QString sentence;      ///< for the operator; empty when the last life ended well
    bool safeMenu = false; ///< two crashes in five minutes: nothing loads by itself
};

/// Reads the journal, quarantines the model that took the program down, and writes this life's `start`.
LastStart reviewLastLife();
/// Writes this life's `stop`: from here on an end is a clean one.
void writeCleanStop();

} // namespace nanocap::app
