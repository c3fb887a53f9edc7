// SPDX-License-Identifier: Apache-2.0
#include "app/settings/setting_key.h"

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
              "webcam, else the cards.")},
        {"minimum_available_mb", &Settings::floor, megabytesOrAuto(), "",
         said("Settings", "Megabytes that must be available before a model is loaded; auto leaves what the "
                          "model itself needs, empty takes the model's own figure, else 1200.")},
        {"model_folders", &Settings::modelFolders, folders(), QJsonArray(),
         said("Settings", "Folders searched for models before the usual ones.")},
        {"panel_inches", &Settings::panelInches, number(0, 100), 0,
         said("Settings", "Diagonal of the screen in inches, so that buttons are large enough for a finger; "
                          "0 is unknown.")},
        {"mirror_preview", &Settings::mirrorPreview, yesOrNo(), true,
         said("Settings", "Shows the preview as a mirror would; the model gets it as the camera sees it.")},
        {"rotation", &Settings::rotation, number(-360, 360, 90), 0,
         said("Settings", "Degrees the camera's picture is turned clockwise, for preview and model.")},
        {"flip", &Settings::flip, yesOrNo(), false,
         said("Settings",
              "Exchanges left and right of the camera's picture after turning it, for preview and model.")},
        {"reduced_motion", &Settings::reducedMotion, yesOrNo(), false,
         said("Settings", "Nothing in the window moves by itself: no coasting lists, no animations.")},
    };
    return keys;
}

} // namespace nanocap::app
