// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/settings_transfer.h"

#include "app/settings/settings_file.h"

#include <QJsonDocument>

namespace nanocap::app {

const char transferName[] = "nanocap-settings.json";

namespace {

const QString marker = QStringLiteral("nanocap_settings");

/// The key holds for every machine, and so does this value.
bool travels(const SettingKey& key, const QJsonValue& value)
{
    const bool isPath =
        key.field == SettingField(&Settings::defaultModel) && value.toString().contains(QLatin1Char('/'));
    return !key.ofThisMachine && !isPath;
}

} // namespace

std::string settingsForTransfer(const SettingsStore& store)
{
    QJsonObject values;
    for (const SettingKey& key : settingKeys())
        if (const QJsonValue value = store.value(key); travels(key, value))
            values.insert(QLatin1String(key.name), value);
    return QJsonDocument(QJsonObject{{marker, 1}, {"version", NANOCAP_VERSION}, {"settings", values}})
        .toJson()
        .toStdString();
}

Result<Transferred> takeSettings(const std::string& bytes, SettingsStore& store)
{
    const QJsonObject file = QJsonDocument::fromJson(QByteArray::fromStdString(bytes)).object();
    if (file.value(marker).toInt() != 1 || !file.value(QStringLiteral("settings")).isObject())
        return fail(settingsFailure("USAGE", QLatin1String(transferName),
                                    said("Settings", "%1 holds no settings of Nanocap. Write it on the other "
                                                     "kiosk's operator page.")
                                        .with({transferName})));
    const QJsonObject values = file.value(QStringLiteral("settings")).toObject();
    Transferred result;
    for (auto entry = values.begin(); entry != values.end(); ++entry) {
        const SettingKey* key = settingKey(entry.key());
        if (!key || !travels(*key, entry.value()) || !key->accepts(entry.value())) {
            result.passed << entry.key();
            continue;
        }
        if (const Status saved = store.set(entry.key(), entry.value()); !saved)
            return fail(saved.error());
        result.set << entry.key();
    }
    return result;
}

} // namespace nanocap::app
