// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/options.h"

#include "app/nanocap/opened_file.h"
#include "core/base/path_text.h"
#include "core/load/floor_text.h"
#include "ui/style/touch_metrics.h"

#include <QCommandLineParser>

#include <charconv>

namespace nanocap::app {

namespace {

Failure wrong(Sentence message)
{
    message += said("Usage", "See nanocap --help.");
    return makeFailure("USAGE", std::move(message));
}

std::optional<QSize> sizeFromText(const QString& text)
{
    const QStringList parts = text.split(QLatin1Char('x'));
    bool isWidth = false, isHeight = false;
    const QSize size =
        parts.size() == 2 ? QSize(parts[0].toInt(&isWidth), parts[1].toInt(&isHeight)) : QSize();
    const bool fits =
        isWidth && isHeight && ui::isWorkableSize(size) && size.width() <= 7680 && size.height() <= 4320;
    return fits ? std::optional(size) : std::nullopt;
}

/// Digits only, whatever the locale.
std::optional<int> wholeNumber(const QString& text)
{
    const QByteArray digits = text.toLatin1();
    int number = 0;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), number);
    return error == std::errc() && end == digits.end() ? std::optional(number) : std::nullopt;
}

} // namespace

QString usage()
{
    return QStringLiteral(
        "nanocap [options] [FILE...]\n"
        "\n"
        "  FILE                     a model, a film, a picture, a folder of pictures or of models\n"
        "\n"
        "  --model FILE|ID|N        load this model at once\n"
        "  --source URI             camera: camera:NAME csi:0 gst:PIPELINE video:FILE images:DIR cards:\n"
        "  --precision P            fp32, fp16 or int8\n"
        "  --min-available MB|auto  the floor: memory that must be available (default 1200)\n"
        "  --models DIR             search this folder for models first (may be repeated)\n"
        "  --language en|ko  --theme dark|light  --size 800x480  --kiosk\n"
        "\n"
        "Unattended runs:\n"
        "  --captions N             stop after N captions\n"
        "  --report FILE.json       write what happened\n"
        "  --screenshot DIR         save a picture of every page shown\n"
        "  --frames DIR             save every captioned picture as the model got it (000001.png ...)\n"
        "  --source-timeout S       end with exit code 6 when no picture comes for S seconds (default 15)\n"
        "  --quit-after-done        end the program then, with nanocapctl's exit codes\n");
}

Result<Options> parseOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    for (const char* flag : {"quit-after-done", "kiosk"})
        parser.addOption(QCommandLineOption(QLatin1String(flag)));
    for (const char* valued : {"model", "source", "captions", "report", "screenshot", "language", "size",
                               "theme", "min-available", "precision", "models", "frames", "source-timeout"})
        parser.addOption(QCommandLineOption(QLatin1String(valued), {}, QStringLiteral("value")));
    if (!parser.parse(arguments))
        return fail(wrong(Sentence::verbatim(parser.errorText().toStdString())));

    Options o;
    const auto text = [&](const char* name) { return parser.value(QLatin1String(name)); };
    const auto given = [&](const char* name) { return parser.isSet(QLatin1String(name)); };
    o.model = text("model");
    o.source = text("source");
    o.reportFile = text("report");
    o.screenshotFolder = text("screenshot");
    o.framesFolder = text("frames");
    o.quitAfterDone = given("quit-after-done");
    o.kiosk = given("kiosk");
    o.language = text("language");
    o.theme = text("theme");
    for (const QString& folder : parser.values(QStringLiteral("models")))
        o.modelFolders.push_back(pathBytes(folder));
    auto opened = whatAre(parser.positionalArguments(), {o.model, o.source, o.modelFolders});
    if (!opened)
        return fail(wrong(opened.error().message));
    o.model = opened->model;
    o.source = opened->source;
    o.modelFolders = std::move(opened->modelFolders);
    o.files = parser.positionalArguments();
    if (given("source-timeout")) {
        const auto seconds = wholeNumber(text("source-timeout"));
        if (!seconds || *seconds < 1 || *seconds > 86'400)
            return fail(wrong(said("Usage", "--source-timeout takes seconds from 1 to 86400, not \"%1\".")
                                  .with({text("source-timeout").toStdString()})));
        o.sourceTimeout = std::chrono::seconds(*seconds);
    }
    if (given("captions")) {
        o.captions = wholeNumber(text("captions")).value_or(0);
        if (o.captions < 1)
            return fail(wrong(said("Usage", "--captions takes a number from 1, not \"%1\".")
                                  .with({text("captions").toStdString()})));
    }
    if (given("captions") && o.model.isEmpty())
        return fail(wrong(said("Usage", "--captions needs a --model to caption with.")));
    if (!o.language.isEmpty() && o.language != QLatin1String("en") && o.language != QLatin1String("ko"))
        return fail(
            wrong(said("Usage", "--language takes en or ko, not \"%1\".").with({o.language.toStdString()})));
    if (!o.theme.isEmpty() && o.theme != QLatin1String("dark") && o.theme != QLatin1String("light"))
        return fail(
            wrong(said("Usage", "--theme takes dark or light, not \"%1\".").with({o.theme.toStdString()})));
    if (given("size") && !(o.size = sizeFromText(text("size"))))
        return fail(wrong(said("Usage", "--size takes WIDTHxHEIGHT from 480x320 or 320x480 on, not \"%1\".")
                              .with({text("size").toStdString()})));
    if (given("min-available") && !(o.floor = load::floorFromText(text("min-available").toStdString())))
        return fail(wrong(said("Usage", "--min-available takes megabytes or auto, not \"%1\".")
                              .with({text("min-available").toStdString()})));
    if (given("precision")) {
        const auto precision = engine::precisionFromName(text("precision").toStdString());
        if (!precision)
            return fail(wrong(said("Usage", "--precision takes fp32, fp16 or int8, not \"%1\".")
                                  .with({text("precision").toStdString()})));
        o.precision = *precision;
    }
    return o;
}

} // namespace nanocap::app
