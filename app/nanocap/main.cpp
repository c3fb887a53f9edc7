// SPDX-License-Identifier: Apache-2.0
// nanocap: the window. Wiring only.
#include "app/nanocap/clean_exit.h"
#include "app/nanocap/display_probe.h"
#include "app/nanocap/last_start.h"
#include "app/nanocap/operator_flow.h"
#include "app/nanocap/options.h"
#include "app/nanocap/settings_link.h"
#include "app/nanocap/single_instance.h"
#include "app/nanocap/small_heap.h"
#include "app/nanocap/start_up.h"
#include "app/nanocap/status_report.h"
#include "app/nanocap/supervision.h"
#include "app/nanocap/unattended_run.h"
#include "app/sources/media_backend.h"
#include "core/journal/journal.h"
#include "core/session/window_status.h"

#include <QApplication>
#include <QLoggingCategory>

#include <cstdio>
#include <unistd.h>
#include <vector>

namespace {

int runWindow(int argc, char* argv[])
{
    using namespace nanocap;
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
    if (const Sentence problem = app::displayProblem(argc, argv); !problem.empty()) {
        std::fprintf(stderr, "nanocap: %s\n", problem.text().c_str());
        return ExitInput;
    }
    sources::preferLightMediaBackend();
    QLoggingCategory::setFilterRules(
        QStringLiteral("qt.multimedia*.debug=false")); // QT_LOGGING_RULES wins over it

    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("nanocap"));
    QApplication::setApplicationVersion(QStringLiteral(NANOCAP_VERSION));
    const app::CleanExit cleanExit([] { journal::Journal().write("stop", {{"by", "signal"}}); });
    app::SingleInstance instance;
    if (!options->unattended()) {
        const auto claim = instance.claim(options->files);
        if (claim != app::SingleInstance::Claim::First) {
            std::fputs(
                claim == app::SingleInstance::Claim::Opened
                    ? "nanocap: it is already running; its window has been raised and opens the file.\n"
                    : "nanocap: it is already running; its window has been raised. The options given "
                      "now were not used.\n",
                stderr);
            return ExitDone;
        }
    }

    app::SettingsStore store;
    const app::Settings& settings = store.values();
    const app::LastStart last = app::reviewLastLife(!options->kiosk);
    Sentence notice = store.note();
    notice += last.sentence;
    const app::CleanStop stop;
    app::Behaviour behaviour = app::behaviourOf(settings, *options);
    behaviour.safeMenu = behaviour.safeMenu || (last.safeMenu && !options->unattended());

    app::Program program(behaviour, app::sourceOptionsOf(settings, *options), notice);
    program.window.setLooks(app::looksOf(settings, *options));
    program.live.setMirrored(settings.mirrorPreview);
    program.source.setUri(options->source.isEmpty() ? settings.source : options->source);
    app::UnattendedRun run(*options, program);
    app::keepSettings(program, store);
    const app::StatusReport status(program, options->unattended() ? std::string() : session::ownStatusFile());
    app::Supervision supervision([&service = program.service] { return service.workerSilence(); });
    QObject::connect(&status, &app::StatusReport::renewed, &supervision,
                     [&](const QJsonObject& now) { supervision.setStatus(session::statusLine(now)); });
    QObject::connect(&cleanExit, &app::CleanExit::asked, &supervision, &app::Supervision::stopping);
    app::followSettings(program, store, *options);
    app::OperatorFlow owner(program, store);
    QObject::connect(&owner, &app::OperatorFlow::exitRequested, [] { QCoreApplication::exit(ExitDone); });
    QObject::connect(&owner, &app::OperatorFlow::restartRequested,
                     [] { QCoreApplication::exit(app::restartCode); });
    instance.setOpener([&program](const QStringList& files) { return program.open.open(files); });
    QObject::connect(&instance, &app::SingleInstance::raiseRequested, &program.window,
                     [&window = program.window] {
                         window.setVisible(true);
                         window.raise();
                         window.activateWindow();
                     });

    program.showMemory(memory::MemorySampler(memory::SystemRoot::fromEnvironment()).sample(0));
    app::show(program.window, *options);
    supervision.start();
    program.monitor.start();
    program.users.start();
    program.catalog.refresh();
    return run.finish(QApplication::exec());
}

} // namespace

int main(int argc, char* argv[])
{
    nanocap::app::keepHeapSmall();
    // Qt takes its own options out of the list; a new start wants them again.
    const std::vector<char*> words(argv, argv + argc + 1);
    const int code = runWindow(argc, argv);
    if (code != nanocap::app::restartCode)
        return code;
    ::execv("/proc/self/exe", words.data());
    std::perror("nanocap: it could not be started anew");
    return nanocap::ExitEngine;
}
