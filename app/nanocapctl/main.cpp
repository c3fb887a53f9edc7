// SPDX-License-Identifier: Apache-2.0
// nanocapctl: the same verdicts as the window's, in a terminal.
#include "app/nanocapctl/commands.h"
#include "app/nanocapctl/output.h"

#include "core/base/path_text.h"

#include <QCoreApplication>

#include <csignal>
#include <cstdio>

namespace {

nanocap::engine::CancelToken cancelToken;

void cancelOnSignal(int)
{
    cancelToken.request();
}

} // namespace

int main(int argc, char* argv[])
{
    using namespace nanocap;
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationVersion(QStringLiteral(NANOCAP_VERSION));
    // Not QCoreApplication::arguments(), which loses the bytes of names that are not UTF-8.
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words << pathText(argv[i]);
    if (words.contains(QStringLiteral("--help")) || words.contains(QStringLiteral("-h"))) {
        ctl::print(ctl::usage().trimmed());
        return ExitDone;
    }
    if (words.contains(QStringLiteral("--version"))) {
        ctl::print(QStringLiteral("nanocapctl ") + QCoreApplication::applicationVersion());
        return ExitDone;
    }
    const auto arguments = ctl::parseArguments(words);
    if (!arguments)
        return ctl::reportFailure(arguments.error(), words.contains(QStringLiteral("--json")));
    if (!arguments->settingsNote.empty())
        std::fprintf(stderr, "nanocapctl: %s\n", arguments->settingsNote.text().c_str());

    // The first Ctrl+C cancels and reports (exit 7); the second one ends the program.
    struct sigaction action = {};
    action.sa_handler = cancelOnSignal;
    action.sa_flags = SA_RESETHAND;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);

    const QString& command = arguments->command;
    if (command == QLatin1String("inspect"))
        return ctl::inspect(*arguments);
    if (command == QLatin1String("plan"))
        return ctl::plan(*arguments);
    if (command == QLatin1String("doctor"))
        return ctl::doctor(*arguments);
    if (command == QLatin1String("bench"))
        return ctl::bench(*arguments, cancelToken);
    if (command == QLatin1String("journal"))
        return ctl::showJournal(*arguments);
    if (command == QLatin1String("status"))
        return ctl::status(*arguments);
    if (command == QLatin1String("pin"))
        return ctl::pin(*arguments);
    return ctl::loadAndCaption(*arguments, cancelToken);
}
