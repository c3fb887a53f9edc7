// SPDX-License-Identifier: Apache-2.0
// SettingKey: one row of the table from which settings are read, written, documented and shown on a page.
// Plain values, any thread.
#pragma once

#include "app/settings/settings.h"

#include <QJsonObject>
#include <QJsonValue>

#include <optional>
#include <variant>
#include <vector>

namespace nanocap::app {

/// Where a value stands in the snapshot.
using SettingField = std::variant<QString Settings::*, int Settings::*, double Settings::*, bool Settings::*,
                                  QStringList Settings::*, std::optional<load::Floor> Settings::*>;

/// What a value may be; a page chooses its control by it.
struct SettingRule
{
    enum class Kind { OneOf, SomeOf, Number, YesNo, Text, Folders } kind = Kind::Text;
    QStringList words = {};     ///< OneOf, SomeOf: in the order they are offered
    double least = 0, most = 0; ///< Number, both included
    double step = 0;            ///< Number: only its multiples; 0 = any number
    bool (*isMeant)(const QString&) =
        nullptr;                     ///< Text: of a form of its own; a number is taken as its digits
    std::optional<Saying> form = {}; ///< Text of such a form: "%1 takes …", %1 being the key
};

struct SettingKey
{
    const char* name; ///< in settings.json
    SettingField field;
    SettingRule rule;
    QJsonValue byDefault;
    Sentence meaning;           ///< one sentence, for the page and README.md
    bool ofThisMachine = false; ///< says something of this screen, camera or disk: not copied to another

    bool accepts(const QJsonValue& value) const;
    /// "text_size takes a whole number from 0 to 2."
    Sentence takes() const;
    /// Puts an accepted value into the snapshot.
    void put(const QJsonValue& value, Settings& settings) const;
};

/// Every key, in the order of README.md and a page.
const std::vector<SettingKey>& settingKeys();
/// Null when there is no such key.
const SettingKey* settingKey(const QString& name);
const SettingKey* settingKey(SettingField field);

/// The accepted values of `object` over the defaults. `odd` gets the rows whose values are passed over.
Settings settingsFrom(const QJsonObject& object, std::vector<const SettingKey*>* odd = nullptr);

} // namespace nanocap::app
