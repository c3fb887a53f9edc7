// SPDX-License-Identifier: Apache-2.0
#include "app/settings/settings_store.h"

#include "app/settings/settings_file.h"

#include <QFile>

#include <utility>

namespace nanocap::app {

SettingsStore::SettingsStore(const QString& path, QObject* parent) : QObject(parent), m_path(path)
{
    const SettingsFile file = SettingsFile::read(path);
    m_note = file.note(path);
    if (file.state == SettingsFile::State::Broken) {
        const QString aside = path + QStringLiteral(".broken");
        QFile::remove(aside);
        if (QFile::rename(path, aside))
            m_note = said("Settings", "The settings could not be read (%1). They were set aside as %2; the "
                                      "defaults hold.")
                         .with({file.reason.toStdString(), aside.toStdString()});
    }
    m_saves = SettingsFile::read(path).isUsable();
    if (!m_saves)
        m_note += said("Settings", "Changes are not saved until that file is mended or removed.");
    for (const SettingKey& key : settingKeys()) {
        const QLatin1String name(key.name);
        if (const QJsonValue found = file.object.value(name); key.accepts(found))
            m_set.insert(name, found);
    }
    m_values = settingsFrom(m_set);
}

QJsonValue SettingsStore::value(const SettingKey& key) const
{
    const QJsonValue found = m_set.value(QLatin1String(key.name));
    return found.isUndefined() ? key.byDefault : found;
}

Status SettingsStore::set(const QString& name, const QJsonValue& value)
{
    const SettingKey* key = settingKey(name);
    if (!key)
        return fail(settingsFailure(
            "USAGE", name, said("Settings", "There is no setting \"%1\".").with({name.toStdString()})));
    if (!key->accepts(value))
        return fail(settingsFailure("USAGE", name, key->takes()));
    QJsonObject values = m_set;
    values.insert(name, value);
    keep(values);
    return save({key});
}

Status SettingsStore::set(SettingField field, const QJsonValue& value)
{
    const SettingKey* key = settingKey(field);
    return set(key ? QLatin1String(key->name) : QLatin1String(), value);
}

Status SettingsStore::reset()
{
    keep({});
    std::vector<const SettingKey*> all;
    for (const SettingKey& key : settingKeys())
        all.push_back(&key);
    return save(all);
}

void SettingsStore::keep(const QJsonObject& values)
{
    const QJsonObject before = std::exchange(m_set, values);
    m_values = settingsFrom(m_set);
    for (const SettingKey& key : settingKeys()) {
        const QLatin1String name(key.name);
        const QJsonValue old = before.value(name);
        if ((old.isUndefined() ? key.byDefault : old) != value(key))
            Q_EMIT changed(name);
    }
}

Status SettingsStore::save(const std::vector<const SettingKey*>& keys)
{
    m_unsaved.insert(keys.begin(), keys.end());
    const Status written = write(m_unsaved);
    if (written)
        m_unsaved.clear();
    if (const bool before = std::exchange(m_saves, written.has_value()); before && !written)
        Q_EMIT saveFailed(written.error());
    return written;
}

Status SettingsStore::write(const std::set<const SettingKey*>& keys) const
{
    // Read again: a person may have edited the file meanwhile.
    SettingsFile file = SettingsFile::read(m_path);
    if (!file.isUsable())
        return fail(settingsNotSaved(m_path, file.reason));
    for (const SettingKey* key : keys) {
        const QLatin1String name(key->name);
        if (m_set.contains(name))
            file.object.insert(name, m_set.value(name));
        else
            file.object.remove(name);
    }
    return writeSettingsFile(m_path, file.object);
}

} // namespace nanocap::app
