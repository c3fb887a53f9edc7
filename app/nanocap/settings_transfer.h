// SPDX-License-Identifier: Apache-2.0
// Settings as a file that sets up a second kiosk. What is of one machine alone (its source, folders, screen
// and camera's position, a model's path) and the PIN stay where they are. Plain values.
#pragma once

#include "app/settings/settings_store.h"

#include <string>

namespace nanocap::app {

/// "nanocap-settings.json", on the drive itself.
extern const char transferName[];

std::string settingsForTransfer(const SettingsStore& store);

struct Transferred
{
    QStringList set;    ///< keys that were taken over
    QStringList passed; ///< keys in the file that were not: of another machine, unknown, or of a bad value
};
/// Takes over what `bytes` say. Fails as USAGE when they are no such file, as IO when nothing could be saved.
Result<Transferred> takeSettings(const std::string& bytes, SettingsStore& store);

} // namespace nanocap::app
