// SPDX-License-Identifier: Apache-2.0
#include "app/settings/setting_key.h"

#include "core/load/floor_text.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

namespace nanocap::app {

namespace {

/// Digits or text; nothing for what is neither. QString::number knows no locale.
std::optional<QString> textOf(const QJsonValue& value)
{
    if (value.isString())
        return value.toString();
    if (const double number = value.toDouble(); value.isDouble() && std::floor(number) == number)
        return QString::number(number, 'f', 0);
    return std::nullopt;
}

void assign(QString& to, const QJsonValue& value)
{
    to = value.toString();
}
void assign(int& to, const QJsonValue& value)
{
    to = value.toInt();
}
void assign(double& to, const QJsonValue& value)
{
    to = value.toDouble();
}
void assign(bool& to, const QJsonValue& value)
{
    to = value.toBool();
}
void assign(QStringList& to, const QJsonValue& value)
{
    to.clear();
    for (const QJsonValue& entry : value.toArray())
        to << entry.toString();
}
void assign(std::optional<load::Floor>& to, const QJsonValue& value)
{
    to = load::floorFromText(textOf(value).value_or(QString()).toStdString());
}

std::string digits(double number)
{
    return QString::number(number).toStdString();
}

} // namespace

bool SettingKey::accepts(const QJsonValue& value) const
{
    switch (rule.kind) {
    case SettingRule::Kind::OneOf:
        return value.isString() && rule.words.contains(value.toString());
    case SettingRule::Kind::SomeOf: {
        const QJsonArray chosen = value.toArray();
        return value.isArray() && std::all_of(chosen.begin(), chosen.end(), [this](const QJsonValue& word) {
                   return word.isString() && rule.words.contains(word.toString());
               });
    }
    case SettingRule::Kind::Number: {
        const double number = value.toDouble();
        return value.isDouble() && number >= rule.least && number <= rule.most &&
               (rule.step == 0 || std::fmod(number, rule.step) == 0);
    }
    case SettingRule::Kind::YesNo:
        return value.isBool();
    case SettingRule::Kind::Text:
        return rule.isMeant ? textOf(value) && rule.isMeant(*textOf(value)) : value.isString();
    case SettingRule::Kind::Folders: {
        const QJsonArray folders = value.toArray();
        return value.isArray() && std::all_of(folders.begin(), folders.end(), [](const QJsonValue& folder) {
                   return !folder.toString().isEmpty();
               });
    }
    }
    return false;
}

Sentence SettingKey::takes() const
{
    switch (rule.kind) {
    case SettingRule::Kind::OneOf:
        return said("Settings", "%1 takes one of these: \"%2\".")
            .with({name, rule.words.join(QStringLiteral("\", \"")).toStdString()});
    case SettingRule::Kind::SomeOf:
        return said("Settings", "%1 takes a list of any of these: [\"%2\"].")
            .with({name, rule.words.join(QStringLiteral("\", \"")).toStdString()});
    case SettingRule::Kind::Number:
        if (rule.step == 0)
            return said("Settings", "%1 takes a number from %2 to %3.")
                .with({name, digits(rule.least), digits(rule.most)});
        if (rule.step == 1)
            return said("Settings", "%1 takes a whole number from %2 to %3.")
                .with({name, digits(rule.least), digits(rule.most)});
        return said("Settings", "%1 takes a multiple of %4 from %2 to %3.")
            .with({name, digits(rule.least), digits(rule.most), digits(rule.step)});
    case SettingRule::Kind::YesNo:
        return said("Settings", "%1 takes true or false.").with({name});
    case SettingRule::Kind::Text:
        return rule.form ? rule.form->with({name})
                         : said("Settings", "%1 takes a text in quotes.").with({name});
    case SettingRule::Kind::Folders:
        return said("Settings", "%1 takes a list of folders, [\"/first\", \"/second\"].").with({name});
    }
    return {};
}

void SettingKey::put(const QJsonValue& value, Settings& settings) const
{
    std::visit([&](auto member) { assign(settings.*member, value); }, field);
}

const SettingKey* settingKey(const QString& name)
{
    for (const SettingKey& key : settingKeys())
        if (name == QLatin1String(key.name))
            return &key;
    return nullptr;
}

const SettingKey* settingKey(SettingField field)
{
    for (const SettingKey& key : settingKeys())
        if (key.field == field)
            return &key;
    return nullptr;
}

Settings settingsFrom(const QJsonObject& object, std::vector<const SettingKey*>* odd)
{
    Settings settings;
    for (const SettingKey& key : settingKeys()) {
        const QJsonValue value = object.value(QLatin1String(key.name));
        if (key.accepts(value))
            key.put(value, settings);
        else if (odd && !value.isUndefined())
            odd->push_back(&key);
    }
    return settings;
}

} // namespace nanocap::app
