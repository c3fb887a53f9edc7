// SPDX-License-Identifier: Apache-2.0
#include "app/settings/setting_key.h"

#include "app/settings/night_hours.h"
#include "core/load/floor_text.h"

#include <QJsonArray>

namespace nanocap::app {

namespace {

using Kind = SettingRule::Kind;

SettingRule oneOf(const QStringList& words)
{
    return {.kind = Kind::OneOf, .words = words};
}

SettingRule number(double least, double most, double step = 0)
{
    return {.kind = Kind::Number, .least = least, .most = most, .step = step};
}

SettingRule yesOrNo()
{
    return {.kind = Kind::YesNo};
}

SettingRule anyText()
{
    return {.kind = Kind::Text};
}

SettingRule someOf(const QStringList& words)
{
    return {.kind = Kind::SomeOf, .words = words};
}

SettingRule folders()
{
    return {.kind = Kind::Folders};
}

SettingRule megabytesOrAuto()
{
    return {.isMeant =
                [](const QString& text) {
                    return text.isEmpty() || load::floorFromText(text.toStdString()).has_value();
                },
            .form = said("Settings", "%1 takes a number of megabytes or \"auto\".")};
}

SettingRule hours()
{
    return {.isMeant = &isNightHours, .form = said("Settings", "%1 takes two hours, as in \"22-7\".")};
}

} // namespace

const std::vector<SettingKey>& settingKeys()
{
    static const std::vector<SettingKey> keys = {
        {"language", &Settings::language, oneOf({"", "en", "ko"}), "",
         said("Settings", "Language of the window, en or ko; empty follows the system.")},
        {"theme", &Settings::theme, oneOf({"dark", "light"}), "dark",
         said("Settings", "Colours of the window, dark or light.")},
        {"text_size", &Settings::textSize, number(0, 2, 1), 0,
         said("Settings", "Size of captions: 0 normal, 1 large, 2 largest.")},
        {"source", &Settings::source, anyText(), "",
         said("Settings",
              "Where pictures come from, written as for --source; empty takes a CSI camera, else a "
              "webcam, else the cards."),
         true},
        {"minimum_available_mb", &Settings::floor, megabytesOrAuto(), "",
         said("Settings", "Megabytes that must be available before a model is loaded; auto leaves what the "
                          "model itself needs, empty takes the model's own figure, else 1200.")},
        {"model_folders", &Settings::modelFolders, folders(), QJsonArray(),
         said("Settings", "Folders searched for models before the usual ones."), true},
        {"threads", &Settings::threads, number(0, 64, 1), 0,
         said("Settings", "Threads that compute captions; 0 is one fewer than the processor has cores."),
         true},
        {"panel_inches", &Settings::panelInches, number(0, 100), 0,
         said("Settings", "Diagonal of the screen in inches, so that buttons are large enough for a finger; "
                          "0 is unknown."),
         true},
        {"mirror_preview", &Settings::mirrorPreview, yesOrNo(), true,
         said("Settings", "Shows the preview as a mirror would; the model gets it as the camera sees it.")},
        {"rotation", &Settings::rotation, number(-360, 360, 90), 0,
         said("Settings", "Degrees the camera's picture is turned clockwise, for preview and model."), true},
        {"flip", &Settings::flip, yesOrNo(), false,
         said("Settings",
              "Exchanges left and right of the camera's picture after turning it, for preview and model."),
         true},
        {"default_model", &Settings::defaultModel, anyText(), "",
         said("Settings", "Model that is loaded at the start: its path, or its id in the menu; empty shows "
                          "the menu.")},
        {"speech", &Settings::speech, oneOf({"off", "requested", "changes"}), "requested",
         said("Settings", "What is read aloud: off is nothing, requested the captions a person asks for, "
                          "changes in the kiosk every new caption too.")},
        {"speech_rate", &Settings::speechRate, number(-100, 100, 10), 0,
         said("Settings", "Speed of the voice, from -100 slowest over 0 usual to 100 fastest.")},
        {"speech_volume", &Settings::speechVolume, number(0, 100, 5), 80,
         said("Settings", "Loudness of the voice in percent.")},
        {"mute", &Settings::mute, yesOrNo(), false, said("Settings", "Silences the voice.")},
        {"attract_after", &Settings::attractAfter, number(0, 3600, 1), 90,
         said("Settings",
              "Seconds without a touch or change after which a kiosk goes back to its own language "
              "and text size, forgets its captions and shows its cards; 0 is never.")},
        {"night", &Settings::night, hours(), "",
         said("Settings", "Hours in which a kiosk nobody uses is dimmed, as in 22-7; empty is never.")},
        {"reduced_motion", &Settings::reducedMotion, yesOrNo(), false,
         said("Settings", "Shows changes at once, without moving anything; lists do not coast.")},
        {"visitors_may", &Settings::visitorsMay,
         someOf({"language", "text_size", "theme", "mute", "pause", "menu", "source"}),
         QJsonArray({"language", "text_size", "mute", "pause"}),
         said("Settings", "What a visitor of a kiosk may change without the operator's PIN.")},
    };
    return keys;
}

} // namespace nanocap::app
