// SPDX-License-Identifier: Apache-2.0
// SettingsStore: owns the current settings, saves each change at once and tells whom it concerns. One object
// a program, owned by main(), GUI thread. What the command line asks for never comes in here.
#pragma once

#include "app/settings/setting_key.h"
#include "core/base/failure.h"

#include <QObject>

#include <set>

namespace nanocap::app {

class SettingsStore : public QObject
{
    Q_OBJECT
public:
    /// Reads `path`. A file that is not JSON is set aside as PATH.broken.
    explicit SettingsStore(const QString& path = Settings::path(), QObject* parent = nullptr);

    const Settings& values() const { return m_values; }
    /// The value of one row, as in the file; its default when none is set.
    QJsonValue value(const SettingKey& key) const;
    /// What the file held that could not be used and what became of it, for the operator; empty when all is
    /// well.
    const Sentence& note() const { return m_note; }

    /// Checks, keeps and saves one value; every other key of the file stays as it is there. Fails as USAGE
    /// when the key does not exist or does not take the value: nothing changes then. Fails as IO when it
    /// could not be saved: the value holds and is saved with the next change, the old file is whole.
    Status set(const QString& key, const QJsonValue& value);
    Status set(SettingField field, const QJsonValue& value);
    /// Every key to its default. Fails as IO like set().
    Status reset();

Q_SIGNALS:
    /// The value of `key` is another one now; values() has it.
    void changed(const QString& key);
    /// A change could not be saved; not said again before one was saved.
    void saveFailed(const nanocap::Failure& failure);

private:
    void keep(const QJsonObject& values);
    Status save(const std::vector<const SettingKey*>& keys);
    Status write(const std::set<const SettingKey*>& keys) const;

    QString m_path;
    QJsonObject m_set; ///< accepted values of known keys
    Settings m_values;
    Sentence m_note;
    std::set<const SettingKey*> m_unsaved; ///< go into the file as soon as it can be written
    bool m_saves;                          ///< the last attempt succeeded, or nothing stood in the way yet
};

} // namespace nanocap::app
