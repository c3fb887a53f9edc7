// SPDX-License-Identifier: Apache-2.0
#include "app/settings/settings.h"

#include "app/settings/setting_key.h"
#include "app/settings/settings_file.h"

#include <QDir>
#include <QStandardPaths>

namespace nanocap::app {

Settings::Settings()
{
    for (const SettingKey& key : settingKeys())
        key.put(key.byDefault, *this);
}

Settings Settings::read(Sentence* note)
{
    const SettingsFile file = SettingsFile::read(path());
    if (note)
        *note = file.note(path());
    return settingsFrom(file.object);
}

QString Settings::path()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation))
        .filePath(QStringLiteral("nanocap/settings.json"));
}

} // namespace nanocap::app
