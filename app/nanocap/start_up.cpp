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
    behaviour.threads = settings.threads;
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
            static_cast<ui::TextSize>(settings.textSize), settings.panelInches, settings.reducedMotion};
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

} // namespace nanocap::app
