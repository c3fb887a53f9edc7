// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/start_up.h"

#include <QLocale>

#include <cstdio>

namespace nanocap::app {

QStringList wordsOf(int argc, char* argv[])
{
    QStringList words;
    for (int i = 0; i < argc; ++i) {
        const QString word = QString::fromLocal8Bit(argv[i]);
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

std::optional<load::Floor> floorOf(const Settings& settings, const Options& options)
{
    return options.floor ? options.floor : settings.floor;
}

catalog::Folders foldersOf(const Settings& settings, const Options& options)
{
    std::vector<std::string> extra = options.modelFolders;
    for (const QString& folder : settings.modelFolders)
        extra.push_back(folder.toStdString());
    return catalog::Folders::standard(extra);
}

sources::SourceOptions sourceOptionsOf(const Settings& settings, const Options& options)
{
    sources::SourceOptions source;
    source.orientation = settings.orientation;
    // Unattended, a picture waits until it is captioned, however slow the machine is.
    if (options.unattended())
        source.imageHold = std::chrono::milliseconds(0);
    return source;
}

void dress(ui::MainWindow& window, const Settings& settings, const Options& options)
{
    QString language = !options.language.isEmpty() ? options.language : settings.language;
    if (language.isEmpty())
        language =
            QLocale::system().language() == QLocale::Korean ? QStringLiteral("ko") : QStringLiteral("en");
    const QString theme = options.theme.isEmpty() ? settings.theme : options.theme;
    window.setPanelDiagonal(settings.panelInches);
    window.setLanguage(language);
    window.setThemeKind(theme == QLatin1String("light") ? ui::ThemeKind::Light : ui::ThemeKind::Dark);
    window.setTextSize(static_cast<ui::TextSize>(settings.textSize));
    window.setMirrored(settings.mirrorPreview);
    window.setKiosk(options.kiosk);
    window.setSources({{QStringLiteral("camera:"), said("Sources", "Webcam")},
                       {QStringLiteral("csi:0"), said("Sources", "CSI camera")},
                       {QStringLiteral("cards:"), said("Sources", "Built-in cards")}});
}

void show(ui::MainWindow& window, const Options& options)
{
    window.setWindowTitle(QStringLiteral("Nanocap"));
    if (options.kiosk) {
        if (options.size)
            window.resize(*options.size);
        window.showFullScreen();
        return;
    }
    window.resize(options.size.value_or(QSize(1280, 800)));
    window.setVisible(true);
}

void keepSettings(ui::MainWindow& window, SourceFlow& source, Settings& settings)
{
    QObject::connect(&window, &ui::MainWindow::languageChanged, &source,
                     [&settings](const QString& language) {
                         settings.language = language;
                         settings.write();
                     });
    QObject::connect(&window, &ui::MainWindow::themeChanged, &source, [&settings](ui::ThemeKind kind) {
        settings.theme = kind == ui::ThemeKind::Light ? QStringLiteral("light") : QStringLiteral("dark");
        settings.write();
    });
    QObject::connect(&window, &ui::MainWindow::textSizeChanged, &source, [&settings](ui::TextSize size) {
        settings.textSize = static_cast<int>(size);
        settings.write();
    });
    QObject::connect(&window, &ui::MainWindow::sourceChangeRequested, &source,
                     [&settings](const QString& uri) {
                         settings.source = uri;
                         settings.write();
                     });
}

} // namespace nanocap::app
