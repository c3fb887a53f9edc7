// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/settings_rows.h"

#include "core/base/path_text.h"
#include "ui/main_window.h"
#include "ui/sheets/notice_sheet.h"
#include "ui/text/local_text.h"
#include "ui/widgets/title_bar.h"

#include <QJsonArray>

#include <algorithm>

namespace nanocap::app {

using ui::RowContent;
using Kind = ui::RowContent::Kind;

namespace {

const QString prefix = QStringLiteral("set ");
const QString visitorPrefix = QStringLiteral("visitor ");

/// Keys of each section in the order of the page.
QStringList keysOf(SettingsRows::Section section)
{
    using Section = SettingsRows::Section;
    switch (section) {
    case Section::Pictures:
        return {QStringLiteral("mirror_preview"), QStringLiteral("rotation"), QStringLiteral("flip")};
    case Section::Window:
        return {QStringLiteral("language"), QStringLiteral("theme"), QStringLiteral("text_size"),
                QStringLiteral("panel_inches"), QStringLiteral("reduced_motion")};
    case Section::Visitors:
        return {QStringLiteral("visitors_may")};
    case Section::Speech:
        return {QStringLiteral("speech"), QStringLiteral("speech_rate"), QStringLiteral("speech_volume"),
                QStringLiteral("mute")};
    case Section::Idle:
        return {QStringLiteral("attract_after"), QStringLiteral("night")};
    case Section::Memory:
        return {QStringLiteral("minimum_available_mb")};
    }
    return {};
}

bool isSwitch(const SettingKey& key)
{
    return key.rule.kind == SettingRule::Kind::YesNo;
}

} // namespace

std::vector<RowContent> SettingsRows::rows(Section section) const
{
    std::vector<RowContent> rows;
    for (const QString& name : keysOf(section)) {
        const SettingKey* key = settingKey(name);
        if (!key)
            continue;
        if (key->field == SettingField(&Settings::visitorsMay)) {
            const QStringList allowed = m_store.values().visitorsMay;
            for (const QString& word : key->rule.words)
                rows.push_back({.kind = Kind::Switch,
                                .id = visitorPrefix + word,
                                .name = nameOf(word),
                                .on = allowed.contains(word)});
        } else if (isSwitch(*key)) {
            rows.push_back({.kind = Kind::Switch,
                            .id = prefix + name,
                            .name = nameOf(name),
                            .on = m_store.value(*key).toBool()});
        } else {
            rows.push_back(
                {.kind = Kind::Open, .id = prefix + name, .name = nameOf(name), .value = valueText(*key)});
        }
    }
    if (rows.empty())
        return rows;
    const QString heading = section == Section::Window     ? tr("Window")
                            : section == Section::Visitors ? tr("Visitors may change")
                            : section == Section::Speech   ? tr("Speech")
                            : section == Section::Idle     ? tr("Nobody there")
                            : section == Section::Memory   ? tr("Memory")
                                                           : QString();
    if (!heading.isEmpty())
        rows.insert(rows.begin(), {.kind = Kind::Heading, .name = heading});
    return rows;
}

bool SettingsRows::take(const QString& id)
{
    if (id.startsWith(visitorPrefix)) {
        QStringList allowed = m_store.values().visitorsMay;
        const QString word = id.mid(visitorPrefix.size());
        if (!allowed.removeOne(word))
            allowed << word;
        set(*settingKey(&Settings::visitorsMay), QJsonArray::fromStringList(allowed));
        return true;
    }
    const SettingKey* key = id.startsWith(prefix) ? settingKey(id.mid(prefix.size())) : nullptr;
    if (!key)
        return false;
    if (isSwitch(*key))
        set(*key, !m_store.value(*key).toBool());
    else
        choose(*key);
    return true;
}

void SettingsRows::choose(const SettingKey& key)
{
    const QJsonValue now = m_store.value(key);
    std::vector<Choice> choices = choicesOf(key);
    const auto isNow = [&](const Choice& choice) {
        return choice.value == now ||
               (choice.value.isString() && choice.value.toVariant().toString() == now.toVariant().toString());
    };
    if (std::none_of(choices.begin(), choices.end(), isNow))
        choices.push_back({valueText(key), now}); // written into the file by hand
    ui::SheetContent content;
    content.title = nameOf(QLatin1String(key.name));
    content.stacked = true;
    for (const Choice& choice : choices)
        content.actions.push_back(
            {prefix + QLatin1String(key.name) + QLatin1Char(' ') + choice.value.toVariant().toString(),
             choice.label, ui::Icon::None, isNow(choice),
             [this, &key, value = choice.value] { set(key, value); }});
    m_window.sheet()->open(QStringLiteral("setting"), content);
}

void SettingsRows::set(const SettingKey& key, const QJsonValue& value)
{
    const Status saved = m_store.set(QLatin1String(key.name), value);
    if (!saved)
        m_window.sheet()->open(QStringLiteral("notice"),
                               ui::noticeSheet(tr("Not saved"), ui::localText(saved.error().message)));
}

QString SettingsRows::valueText(const SettingKey& key) const
{
    const QJsonValue now = m_store.value(key);
    for (const Choice& choice : choicesOf(key))
        if (choice.value == now ||
            (choice.value.isString() && choice.value.toString() == now.toVariant().toString()))
            return choice.label;
    return now.toVariant().toString();
}

QString SettingsRows::nameOf(const QString& key)
{
    const std::pair<const char*, QString> names[] = {
        {"mirror_preview", tr("Preview as a mirror")},
        {"rotation", tr("Turn the picture")},
        {"flip", tr("Exchange left and right")},
        {"language", tr("Language")},
        {"theme", tr("Colours")},
        {"text_size", tr("Caption size")},
        {"panel_inches", tr("Size of the screen")},
        {"minimum_available_mb", tr("Memory kept free (the floor)")},
        {"speech", tr("Speak captions")},
        {"speech_rate", tr("Speed of speech")},
        {"speech_volume", tr("Volume")},
        {"mute", tr("Mute")},
        {"attract_after", tr("Show the cards when nobody is there")},
        {"night", tr("Dim at night")},
        {"reduced_motion", tr("Less motion")},
        {"pause", tr("Pause")},
        {"menu", tr("The model")},
        {"source", tr("Where pictures come from")}};
    for (const auto& [id, name] : names)
        if (key == QLatin1String(id))
            return name;
    return key;
}

std::vector<SettingsRows::Choice> SettingsRows::choicesOf(const SettingKey& key)
{
    const QString name = QLatin1String(key.name);
    std::vector<Choice> list;
    const auto numbers = [&list](std::initializer_list<double> values, const QString& pattern) {
        for (const double value : values)
            list.push_back({pattern.arg(value), value});
    };
    if (name == QLatin1String("language"))
        return {
            {tr("As the system"), ""}, {QStringLiteral("English"), "en"}, {ui::TitleBar::koreanName(), "ko"}};
    if (name == QLatin1String("theme"))
        return {{tr("Dark"), "dark"}, {tr("Light"), "light"}};
    if (name == QLatin1String("text_size"))
        return {{tr("Normal"), 0}, {tr("Large"), 1}, {tr("Largest"), 2}};
    if (name == QLatin1String("rotation")) {
        list.push_back({tr("Not turned"), 0});
        numbers({90, 180, 270}, tr("%1° clockwise"));
    } else if (name == QLatin1String("panel_inches")) {
        list.push_back({tr("Unknown"), 0});
        numbers({3.5, 4.3, 5, 7, 8, 10.1, 11.6, 13.3, 15.6, 21.5, 23.8, 27, 32}, tr("%1 inches"));
    } else if (name == QLatin1String("minimum_available_mb")) {
        list.push_back({tr("As the model says, else 1200 MB"), ""});
        list.push_back({tr("Only what the model needs"), "auto"});
        for (const int mb : {300, 500, 800, 1000, 1200, 1500, 2000})
            list.push_back({QStringLiteral("%1 MB").arg(mb), QString::number(mb)});
    } else if (name == QLatin1String("attract_after")) {
        list.push_back({tr("Never"), 0});
        numbers({30, 60, 90, 120, 300, 600}, tr("After %1 s"));
    } else if (name == QLatin1String("night")) {
        list.push_back({tr("Never"), ""});
        for (const char* hours : {"20-8", "21-7", "22-7", "23-6"})
            list.push_back({QLatin1String(hours), hours});
    } else if (name == QLatin1String("speech")) {
        list = {{tr("Nothing"), "off"},
                {tr("Captions somebody asks for"), "requested"},
                {tr("New captions too"), "changes"}};
    } else if (name == QLatin1String("speech_volume")) {
        numbers({0, 20, 40, 60, 80, 100}, tr("%1 percent"));
    } else if (name == QLatin1String("speech_rate")) {
        list = {{tr("Slowest"), -100},
                {tr("Slower"), -50},
                {tr("Usual"), 0},
                {tr("Faster"), 50},
                {tr("Fastest"), 100}};
    } else if (key.rule.kind == SettingRule::Kind::Number) {
        constexpr int steps = 10;
        for (int i = 0; i <= steps; ++i)
            list.push_back({QString::number(key.rule.least + (key.rule.most - key.rule.least) * i / steps),
                            key.rule.least + (key.rule.most - key.rule.least) * i / steps});
    } else {
        for (const QString& word : key.rule.words)
            list.push_back({word, word});
    }
    return list;
}

QString SettingsRows::sourceText(const QString& uri)
{
    const QString rest = uri.section(QLatin1Char(':'), 1);
    if (uri.isEmpty())
        return tr("Camera, else the cards");
    if (uri.startsWith(QLatin1String("camera:")))
        return rest.isEmpty() ? tr("Camera") : tr("Camera %1").arg(rest);
    if (uri.startsWith(QLatin1String("csi:")))
        return tr("CSI camera %1").arg(rest);
    if (uri.startsWith(QLatin1String("cards:")))
        return tr("Built-in cards");
    if (uri.startsWith(QLatin1String("video:")))
        return tr("Film %1").arg(shownPath(rest));
    if (uri.startsWith(QLatin1String("images:")))
        return tr("Pictures of %1").arg(shownPath(rest));
    return shownPath(uri);
}

} // namespace nanocap::app
