// SPDX-License-Identifier: Apache-2.0
// nanocap: the window. Wiring only.
#include "app/nanocap/clean_exit.h"
#include "app/nanocap/last_start.h"
#include "app/nanocap/options.h"
#include "app/nanocap/single_instance.h"
#include "app/nanocap/small_heap.h"
#include "app/nanocap/start_up.h"
#include "app/nanocap/unattended_run.h"
#include "app/sources/media_backend.h"
#include "ui/text/local_text.h"

#include <QApplication>
#include <QLoggingCategory>

#include <cstdio>

int main(int argc, char* argv[])
{
    using namespace nanocap;
    app::keepHeapSmall();
    const QStringList words = app::wordsOf(argc, argv);
    if (words.contains(QStringLiteral("--help")) || words.contains(QStringLiteral("--version"))) {
        std::puts(words.contains(QStringLiteral("--help")) ? qPrintable(app::usage().trimmed())
                                                           : "nanocap " NANOCAP_VERSION);
        return ExitDone;
    }
    const auto options = app::parseOptions(words);
    if (!options) {
        std::fprintf(stderr, "nanocap: %s\n", options.error().message.text().c_str());
        return exitCodeFor(options.error());
    }
    if (!app::chooseDisplay(*options))
        return ExitInput;
    sources::preferLightMediaBackend();
    QLoggingCategory::setFilterRules(
        QStringLiteral("qt.multimedia*.debug=false")); // QT_LOGGING_RULES wins over it

    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("nanocap"));
    QApplication::setApplicationVersion(QStringLiteral(NANOCAP_VERSION));
    const app::CleanExit cleanExit;
    app::SingleInstance instance;
    if (!options->unattended() && !instance.claim()) {
        std::fprintf(stderr, "nanocap: it is already running; its window has been raised. The options given "
                             "now were not used.\n");
        return ExitDone;
    }

    QString note;
    app::Settings settings = app::Settings::read(&note);
    const app::LastStart last = app::reviewLastLife();
    const app::CleanStop stop;
    ui::MainWindow window;
    app::dress(window, settings, *options);

    worker::ModelService service;
    memory::MemoryMonitor monitor(memory::SystemRoot::fromEnvironment());
    const auto floor = app::floorOf(settings, *options);
    const auto folders = app::foldersOf(settings, *options);
    worker::CatalogService catalog(folders, floor, options->model.toStdString());
    app::SourceFlow source(window, service, app::sourceOptionsOf(settings, *options));
    source.setUri(options->source.isEmpty() ? settings.source : options->source);
    app::WindowFlow flow({window, service, catalog, monitor, source},
                         {floor, options->precision, !options->model.isEmpty(), options->unattended(),
                          last.safeMenu && !options->unattended(), folders,
                          (note + QLatin1Char(' ') + ui::localText(last.sentence)).trimmed()});
    app::UnattendedRun run(*options, window, flow, source);
    app::keepSettings(window, source, settings);
    QObject::connect(&instance, &app::SingleInstance::raiseRequested, &window, [&window] {
        window.setVisible(true);
        window.raise();
        window.activateWindow();
    });

    flow.showMemory(memory::MemorySampler(memory::SystemRoot::fromEnvironment()).sample(0));
    app::show(window, *options);
    monitor.start();
    catalog.refresh();
    return run.finish(QApplication::exec());
}
