// SPDX-License-Identifier: Apache-2.0
// What main() decides from command line and settings before and after the window is made.
#pragma once

#include "app/nanocap/options.h"
#include "app/nanocap/source_flow.h"
#include "app/settings/settings_store.h"
#include "core/catalog/catalog.h"
#include "ui/main_window.h"

#include <QStringList>

namespace nanocap::app {

/// The program's arguments with its own name first, Qt's own options (-platform …) taken out.
QStringList wordsOf(int argc, char* argv[]);
/// False, with a sentence on standard error, when there is no display. An unattended run draws off screen
/// instead.
bool chooseDisplay(const Options& options);
/// The floor asked for: command line, then settings; empty leaves it to the model.
std::optional<load::Floor> floorOf(const Settings& settings, const Options& options);
catalog::Folders foldersOf(const Settings& settings, const Options& options);
sources::SourceOptions sourceOptionsOf(const Settings& settings, const Options& options);
/// Language, theme, text size, panel, kiosk, list of sources.
void dress(ui::MainWindow& window, const Settings& settings, const Options& options);
void show(ui::MainWindow& window, const Options& options);
/// From now on what the person changes in the window is kept in the settings; a notice says when it could not
/// be saved.
void keepSettings(ui::MainWindow& window, SettingsStore& store);

} // namespace nanocap::app
