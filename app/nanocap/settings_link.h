// SPDX-License-Identifier: Apache-2.0
// What joins the settings file and the running window, both ways. GUI thread.
#pragma once

#include "app/nanocap/options.h"
#include "app/nanocap/program.h"
#include "app/settings/settings_store.h"

namespace nanocap::app {

/// From now on what the person changes in the window is kept in the settings; a notice says when it could not
/// be saved.
void keepSettings(Program& program, SettingsStore& store);

/// What the settings say takes effect in the window now, and from now on whenever one changes; folders of
/// models at the next start. Unattended, nothing is read aloud. `options`: what the command line asks for
/// wins, also when a kiosk goes back to its own looks.
void followSettings(Program& program, const SettingsStore& store, const Options& options = {});

} // namespace nanocap::app
