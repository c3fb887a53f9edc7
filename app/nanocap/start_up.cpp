// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/start_up.h"

#include "core/base/path_text.h"
#include "ui/text/local_text.h"

#include <QLocale>
#include <QScreen>

#include <cstdio>

namespace nanocap::app {

namespace {

QString windowLanguage(const QString& setting)
{
    if (!setting.isEmpty())
        return setting;
    return QLocale::system().language() == QLocale::Korean ? QStringLiteral("ko") : QStringLiteral("en");
}

} // namespace

QStringList wordsOf(int argc, char* argv[])
{
    QStringList words;
    for (int i = 0; i < argc; ++i) {
        const QString word = pathText(argv[i]);
        if (i > 0 && (word == QLatin1String("-platform") || word == QLatin1String("--platform")))
            ++i;
        else
            words << word;
    }
    return words;
}

bool chooseDisplay(const Options& options)
{
    const bool chosen = qEnvironmentVariableIsSet("QT_QPA_PLATFORM") ||
                        qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (chosen)
        return true;
    if (options.unattended()) {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        return true;
    }
    std::fprintf(
        stderr,
        "nanocap: there is no display (DISPLAY and WAYLAND_DISPLAY are empty). Start it on a desktop, set "
        "QT_QPA_PLATFORM=eglfs on a bare console, or use nanocapctl.\n");
    return false;
}

Behaviour behaviourOf(const Settings& settings, const Options& options)
{
    std::vector<std::string> extra = options.modelFolders;
    for (const QString& folder : settings.modelFolders)
        extra.push_back(pathBytes(folder));
    Behaviour behaviour;
    behaviour.floor = options.floor ? options.floor : settings.floor;
    behaviour.precision = options.precision;
    behaviour.folders = catalog::Folders::standard(extra);
    behaviour.model = pathBytes(options.model);
    behaviour.unattended = options.unattended();
    behaviour.kiosk = options.kiosk;
    behaviour.safeMenu = options.safe;
    // An unattended run does what its command line says, and nothing else.
    if (behaviour.model.empty() && !behaviour.unattended && !settings.defaultModel.isEmpty()) {
        behaviour.model = pathBytes(settings.defaultModel);
        behaviour.modelIsDefault = true;
    }
    return behaviour;
}

sources::SourceOptions sourceOptionsOf(const Settings& settings, const Options& options)
{
    sources::SourceOptions source;
    source.orientation = {(settings.rotation + 360) % 360, settings.flip};
    // Unattended, a picture waits until it is captioned, however slow the machine is.
    if (options.unattended())
        source.imageHold = std::chrono::milliseconds(0);
    return source;
}

ui::Looks looksOf(const Settings& settings, const Options& options)
{
    const QString language =
        windowLanguage(!options.language.isEmpty() ? options.language : settings.language);
    const QString theme = options.theme.isEmpty() ? settings.theme : options.theme;
    return {language, theme == QLatin1String("light") ? ui::ThemeKind::Light : ui::ThemeKind::Dark,
            static_cast<ui::TextSize>(settings.textSize), settings.panelInches};
}

void show(ui::MainWindow& window, const Options& options)
{
    window.setWindowTitle(QStringLiteral("Nanocap"));
    if (options.kiosk) {
        // Without a window manager nobody else makes it as large as the screen.
        window.setGeometry(options.size ? QRect(QPoint(), *options.size) : window.screen()->geometry());
        window.showFullScreen();
        return;
    }
    window.resize(options.size.value_or(QSize(1280, 800)));
    window.setVisible(true);
}

namespace {
void applyWishes(Program& program, const Settings& settings)
{
    program.speech.setMode(settings.speech);
    program.speech.setRate(settings.speechRate);
    program.speech.setVolume(settings.speechVolume);
    program.speech.setMuted(settings.mute);
    program.attract.setNight(settings.night);
    program.attract.setReducedMotion(settings.reducedMotion);
}
} // namespace

void follow(Program& program, const SettingsStore& store, const Options& options)
{
    if (options.unattended()) {
        program.speech.setMode(QStringLiteral("off"));
        return;
    }
    const auto own = [&program, &store, options] { program.setOwnLooks(looksOf(store.values(), options)); };
    own();
    applyWishes(program, store.values());
    program.setAttractAfter(std::chrono::seconds(store.values().attractAfter));
    QObject::connect(&store, &SettingsStore::changed, &program, [&program, &store, own](const QString& key) {
        own();
        applyWishes(program, store.values());
        if (key == QLatin1String("attract_after"))
            program.setAttractAfter(std::chrono::seconds(store.values().attractAfter));
    });
}

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
    QObject::connect(&program.source, &SourceFlow::chosen, &store, [&program, &store](const QString& uri) {
        if (program.rights.now().operate)
            store.set(&Settings::source, uri);
    });
}

void followSettings(Program& program, SettingsStore& store)
{
    program.rights.setAllowed(store.values().visitorsMay);
    QObject::connect(&store, &SettingsStore::changed, &program, [&program, &store](const QString& name) {
        const Settings& now = store.values();
        const SettingKey* key = settingKey(name);
        const auto is = [key](SettingField field) { return key && key->field == field; };
        ui::Looks looks = program.window.looks();
        if (is(&Settings::language))
            looks.language = windowLanguage(now.language);
        else if (is(&Settings::theme))
            looks.theme = now.theme == QLatin1String("light") ? ui::ThemeKind::Light : ui::ThemeKind::Dark;
        else if (is(&Settings::textSize))
            looks.textSize = static_cast<ui::TextSize>(now.textSize);
        else if (is(&Settings::panelInches))
            looks.panelInches = now.panelInches;
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
        if (looks != program.window.looks())
            program.window.setLooks(looks);
    });
}

} // namespace nanocap::app
