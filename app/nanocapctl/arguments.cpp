// SPDX-License-Identifier: Apache-2.0
#include "app/nanocapctl/arguments.h"

#include "app/settings/settings.h"
#include "core/base/path_text.h"
#include "core/load/floor_text.h"

#include <QCommandLineParser>

namespace nanocap::ctl {

namespace {

Failure wrong(const QString& message)
{
    Failure f;
    f.failureClass = FailureClass::Input;
    f.code = "USAGE";
    f.message = shownPath(message).toStdString();
    return f;
}

struct CommandShape
{
    const char* name;
    int files;
    bool images;
};
constexpr CommandShape commands[] = {{"inspect", 1, false}, {"plan", 1, false},   {"load", 1, false},
                                     {"caption", 1, true},  {"doctor", 0, false}, {"bench", 1, false},
                                     {"journal", 0, false}};

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
        "  bench FILE               load and caption timings and memory                       [--runs N]\n"
        "  journal                  the flight recorder, newest last\n"
        "\n"
        "  --json                   one JSON object on standard output\n"
        "  --models DIR             search this folder for models first (may be repeated)\n"
        "  --min-available MB|auto  the floor: memory that must be available (default 1200; auto = only what "
        "is needed)\n"
        "  --precision P            fp32, fp16 or int8\n"
        "\n"
        "Exit codes: 0 done, 2 usage, 3 refused for memory, 4 bad or missing checkpoint, 5 engine failed, 6 "
        "bad input,\n"
        "7 cancelled.\n");
}

Result<Arguments> parseArguments(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    for (const char* flag : {"json", "verify", "attention"})
        parser.addOption(QCommandLineOption(QLatin1String(flag)));
    for (const char* valued : {"models", "min-available", "precision", "runs"})
        parser.addOption(QCommandLineOption(QLatin1String(valued), {}, QStringLiteral("value")));
    if (!parser.parse(QStringList(QStringLiteral("nanocapctl")) + arguments))
        return fail(wrong(parser.errorText() + QStringLiteral(" See nanocapctl --help.")));

    Arguments a;
    a.json = parser.isSet(QStringLiteral("json"));
    a.verify = parser.isSet(QStringLiteral("verify"));
    a.attention = parser.isSet(QStringLiteral("attention"));
    QStringList words = parser.positionalArguments();
    if (words.isEmpty())
        return fail(wrong(QStringLiteral("No command given. See nanocapctl --help.")));
    a.command = words.takeFirst();
    const CommandShape* shape = shapeOf(a.command);
    if (!shape)
        return fail(wrong(QStringLiteral("Unknown command \"%1\". See nanocapctl --help.").arg(a.command)));
    if (words.size() < shape->files)
        return fail(wrong(QStringLiteral("%1 needs a FILE: a checkpoint's path, a model's id or its number.")
                              .arg(a.command)));
    if (shape->files)
        a.file = words.takeFirst();
    if (shape->images && words.isEmpty())
        return fail(wrong(QStringLiteral("caption needs at least one IMAGE.")));
    if (!shape->images && !words.isEmpty())
        return fail(wrong(QStringLiteral("%1 does not take \"%2\".").arg(a.command, words.first())));
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
    if (parser.isSet(QStringLiteral("min-available"))) {
        const QString text = parser.value(QStringLiteral("min-available"));
        a.floor = load::floorFromText(text.toStdString());
        if (!a.floor)
            return fail(
                wrong(QStringLiteral("--min-available takes megabytes or auto, not \"%1\".").arg(text)));
    }
    if (parser.isSet(QStringLiteral("precision"))) {
        const QString text = parser.value(QStringLiteral("precision"));
        const auto precision = engine::precisionFromName(text.toStdString());
        if (!precision)
            return fail(wrong(QStringLiteral("--precision takes fp32, fp16 or int8, not \"%1\".").arg(text)));
        a.precision = *precision;
    }
    if (parser.isSet(QStringLiteral("runs"))) {
        bool isNumber = false;
        a.runs = parser.value(QStringLiteral("runs")).toInt(&isNumber);
        if (!isNumber || a.runs < 1 || a.runs > 1000)
            return fail(wrong(QStringLiteral("--runs takes a number from 1 to 1000.")));
    }
    return a;
}

} // namespace nanocap::ctl
