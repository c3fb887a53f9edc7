// SPDX-License-Identifier: Apache-2.0
// What main() decides from command line and settings before and after the window is made.
#pragma once

#include "app/nanocap/behaviour.h"
#include "app/nanocap/options.h"
#include "app/settings/settings.h"
#include "app/sources/source_options.h"
#include "ui/main_window.h"

#include <QStringList>

namespace nanocap::app {

/// Of the event loop: end, and start anew. No exit code of a process.
constexpr int restartCode = 1000;

/// The program's arguments with its own name first, Qt's own options (-platform …) taken out.
QStringList wordsOf(int argc, char* argv[]);
/// False, with a sentence on standard error, when there is no display. An unattended run draws off screen
/// instead.
bool chooseDisplay(const Options& options);
sources::SourceOptions sourceOptionsOf(const Settings& settings, const Options& options);
Behaviour behaviourOf(const Settings& settings, const Options& options);
ui::Looks looksOf(const Settings& settings, const Options& options);
void show(ui::MainWindow& window, const Options& options);

} // namespace nanocap::app
