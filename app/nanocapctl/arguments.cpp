// SPDX-License-Identifier: Apache-2.0
#include "app/nanocapctl/arguments.h"

#include "app/settings/settings.h"
#include "core/base/path_text.h"
#include "core/load/floor_text.h"

#include <QCommandLineParser>

namespace nanocap::ctl {

namespace {

Failure wrong(Sentence message)
{
    return makeFailure("USAGE", std::move(message));
}

Failure wrongWithHelp(Sentence message)
{
    message += said("Usage", "See nanocapctl --help.");
    return wrong(std::move(message));
}

struct CommandShape
{
    const char* name;
    int files;
    bool images;
};
constexpr CommandShape commands[] = {{"inspect", 1, false}, {"plan", 1, false},   {"load", 1, false},
                                     {"caption", 1, true},  {"doctor", 0, false}, {"bench", 1, false},
                                     {"journal", 0, false}, {"status", 0, false}, {"pin", 0, false}};

const CommandShape* shapeOf(const QString& name)
{
    for (const auto& shape : commands)
        if (name == QLatin1String(shape.name))
            return &shape;
    return nullptr;
}

} // namespace

QString usage()
{
    return QStringLiteral(
        "nanocapctl COMMAND [FILE] [options]\n"
        "\n"
        "FILE is a checkpoint's path, a model's id or its number in the menu.\n"
        "\n"
        "  inspect FILE             what is in it: dimensions, tensors, vocabulary, warnings  [--verify]\n"
        "  plan FILE                what a load needs against what is available now\n"
        "  load FILE                load it: the ten rows and the report\n"
        "  caption FILE IMAGE...    load it and caption pictures                              [--attention]\n"
        "  doctor                   is this machine ready: one line a check\n"
        "  bench FILE               load and caption timings and memory                       [--runs N] "
        "[--attention] [--compare DIR]\n"
        "  journal                  the flight recorder, newest last\n"
        "  status                   what the running window is doing; root sees every user's\n"
        "  pin                      is there a PIN for the operator's page                    [--set] "
        "[--reset]\n"
        "\n"
        "  --json                   one JSON object on standard output\n"
        "  --models DIR             search this folder for models first (may be repeated)\n"
        "  --min-available MB|auto  the floor: memory that must be available (default 1200; auto = only what "
        "is needed)\n"
        "  --precision P            fp32, fp16 or int8\n"
        "  --threads N              threads that compute (default: one fewer than cores)\n"
        "\n"
        "Exit codes: 0 done, 2 usage, 3 refused for memory, 4 bad or missing checkpoint, 5 engine failed, 6 "
        "bad input,\n"
        "7 cancelled, 8 no window runs or it does not answer (status).\n");
}

Result<Arguments> parseArguments(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    for (const char* flag : {"json", "verify", "attention", "set", "reset"})
        parser.addOption(QCommandLineOption(QLatin1String(flag)));
    for (const char* valued : {"models", "min-available", "precision", "runs", "threads", "compare"})
        parser.addOption(QCommandLineOption(QLatin1String(valued), {}, QStringLiteral("value")));
    if (!parser.parse(QStringList(QStringLiteral("nanocapctl")) + arguments))
        return fail(wrongWithHelp(Sentence::verbatim(parser.errorText().toStdString())));

    Arguments a;
    a.json = parser.isSet(QStringLiteral("json"));
    a.verify = parser.isSet(QStringLiteral("verify"));
    a.attention = parser.isSet(QStringLiteral("attention"));
    a.set = parser.isSet(QStringLiteral("set"));
    a.reset = parser.isSet(QStringLiteral("reset"));
    QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return fail(wrongWithHelp(said("Usage", "No command given.")));
    a.command = words.takeFirst();
    const CommandShape* shape = shapeOf(a.command);
    if (!shape)
        return fail(wrongWithHelp(said("Usage", "Unknown command \"%1\".").with({a.command.toStdString()})));
    if ((a.set || a.reset) && a.command != QLatin1String("pin"))
        return fail(wrong(said("Usage", "--set and --reset belong to pin.")));
    if (a.set && a.reset)
        return fail(wrong(said("Usage", "pin takes --set or --reset, not both.")));
    if (a.command == QLatin1String("pin") && !words.isEmpty())
        // Not repeated: it may be the PIN, and a terminal's output is kept somewhere.
        return fail(wrong(said("Usage", "A PIN is never given on the command line, where other users can "
                                        "read it. nanocapctl pin --set asks for it.")));
    if (words.size() < shape->files)
        return fail(wrong(said("Usage", "%1 needs a FILE: a checkpoint's path, a model's id or its number.")
                              .with({a.command.toStdString()})));
    if (shape->files)
        a.file = words.takeFirst();
    if (shape->images && words.isEmpty())
        return fail(wrong(said("Usage", "caption needs at least one IMAGE.")));
    if (!shape->images && !words.isEmpty())
        return fail(wrong(said("Usage", "%1 does not take \"%2\".")
                              .with({a.command.toStdString(), words.first().toStdString()})));
    a.images = words;

    std::vector<std::string> extra;
    for (const QString& folder : parser.values(QStringLiteral("models")))
        extra.push_back(pathBytes(folder));
    // What holds for the window holds here.
    const app::Settings settings = app::Settings::read(&a.settingsNote);
    for (const QString& folder : settings.modelFolders)
        extra.push_back(pathBytes(folder));
    a.folders = catalog::Folders::standard(extra);
    a.floor = settings.floor;
    a.threads = settings.threads;
    if (parser.isSet(QStringLiteral("min-available"))) {
        const QString text = parser.value(QStringLiteral("min-available"));
        a.floor = load::floorFromText(text.toStdString());
        if (!a.floor)
            return fail(wrong(said("Usage", "--min-available takes megabytes or auto, not \"%1\".")
                                  .with({text.toStdString()})));
    }
    if (parser.isSet(QStringLiteral("precision"))) {
        const QString text = parser.value(QStringLiteral("precision"));
        const auto precision = engine::precisionFromName(text.toStdString());
        if (!precision)
            return fail(wrong(said("Usage", "--precision takes fp32, fp16 or int8, not \"%1\".")
                                  .with({text.toStdString()})));
        a.precision = *precision;
    }
    if (parser.isSet(QStringLiteral("threads"))) {
        bool isNumber = false;
        a.threads = parser.value(QStringLiteral("threads")).toInt(&isNumber);
        if (!isNumber || a.threads < 1 || a.threads > 64)
            return fail(wrong(said("Usage", "--threads takes a number from 1 to 64.")));
    }
    if (parser.isSet(QStringLiteral("compare"))) {
        if (a.command != QLatin1String("bench"))
            return fail(wrong(said("Usage", "--compare belongs to bench.")));
        a.compare = pathBytes(parser.value(QStringLiteral("compare")));
    }
    if (parser.isSet(QStringLiteral("runs"))) {
        bool isNumber = false;
        a.runs = parser.value(QStringLiteral("runs")).toInt(&isNumber);
        if (!isNumber || a.runs < 1 || a.runs > 1000)
            return fail(wrong(said("Usage", "--runs takes a number from 1 to 1000.")));
    }
    return a;
}

} // namespace nanocap::ctl
