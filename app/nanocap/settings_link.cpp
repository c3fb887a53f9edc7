// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/settings_link.h"

#include "app/nanocap/start_up.h"
#include "ui/text/local_text.h"
#include "ui/widgets/title_bar.h"

namespace nanocap::app {

namespace {

void applySpeechAndRest(Program& program, const Settings& settings)
{
    program.speech.setMode(settings.speech);
    program.speech.setRate(settings.speechRate);
    program.speech.setVolume(settings.speechVolume);
    program.speech.setMuted(settings.mute);
    program.attract.setNight(settings.night);
    program.attract.setReducedMotion(settings.reducedMotion);
}

/// The one that changed, under its key.
void apply(Program& program, const Settings& now, const QString& name)
{
    const SettingKey* key = settingKey(name);
    const auto is = [key](SettingField field) { return key && key->field == field; };
    const ui::Looks ofSettings = looksOf(now, {});
    ui::Looks looks = program.window.looks();
    if (is(&Settings::language))
        looks.language = ofSettings.language;
    else if (is(&Settings::theme))
        looks.theme = ofSettings.theme;
    else if (is(&Settings::textSize))
        looks.textSize = ofSettings.textSize;
    else if (is(&Settings::panelInches))
        looks.panelInches = ofSettings.panelInches;
    else if (is(&Settings::source))
        program.source.setUri(now.source);
    else if (is(&Settings::mirrorPreview))
        program.live.setMirrored(now.mirrorPreview);
    else if (is(&Settings::rotation) || is(&Settings::flip))
        program.source.setOrientation({(now.rotation + 360) % 360, now.flip});
    else if (is(&Settings::floor))
        program.setFloor(now.floor);
    else if (is(&Settings::visitorsMay))
        program.rights.setAllowed(now.visitorsMay);
    else if (is(&Settings::attractAfter))
        program.rest.setAfter(std::chrono::seconds(now.attractAfter));
    if (looks != program.window.looks())
        program.window.setLooks(looks);
}

} // namespace

void keepSettings(Program& program, SettingsStore& store)
{
    QObject::connect(&store, &SettingsStore::saveFailed, &program, [&program](const Failure& failure) {
        program.showNotice(QObject::tr("Settings"), ui::localText(failure.message));
    });
    // What the command line asked for is not the person's wish for the next time.
    QObject::connect(&program.window, &ui::MainWindow::looksChanged, &store,
                     [&program, &store, before = program.window.looks()](const ui::Looks& now) mutable {
                         const ui::Looks old = std::exchange(before, now);
                         // A visitor changes the window, not what the next visitor finds.
                         if (!program.rights.now().operate)
                             return;
                         if (now.language != old.language)
                             store.set(&Settings::language, now.language);
                         if (now.theme != old.theme)
                             store.set(&Settings::theme, now.theme == ui::ThemeKind::Light
                                                             ? QStringLiteral("light")
                                                             : QStringLiteral("dark"));
                         if (now.textSize != old.textSize)
                             store.set(&Settings::textSize, static_cast<int>(now.textSize));
                     });
    QObject::connect(program.window.titleBar(), &ui::TitleBar::muteClicked, &store, [&program, &store] {
        if (program.rights.now().operate)
            store.set(&Settings::mute, program.speech.isMuted());
    });
    QObject::connect(&program.source, &SourceFlow::chosen, &store, [&program, &store](const QString& uri) {
        if (program.rights.now().operate)
            store.set(&Settings::source, uri);
    });
}

void followSettings(Program& program, const SettingsStore& store, const Options& options)
{
    program.rights.setAllowed(store.values().visitorsMay);
    if (options.unattended())
        program.speech.setMode(QStringLiteral("off"));
    else
        applySpeechAndRest(program, store.values());
    program.rest.setOwn(looksOf(store.values(), options), store.values().mute);
    program.rest.setAfter(std::chrono::seconds(store.values().attractAfter));
    QObject::connect(&store, &SettingsStore::changed, &program,
                     [&program, &store, options](const QString& name) {
                         apply(program, store.values(), name);
                         if (!options.unattended())
                             applySpeechAndRest(program, store.values());
                         program.rest.setOwn(looksOf(store.values(), options), store.values().mute);
                     });
}

} // namespace nanocap::app
