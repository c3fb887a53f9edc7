// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/options.h"

#include "core/load/floor_text.h"
#include "ui/style/touch_metrics.h"

#include <QCommandLineParser>

namespace nanocap::app {

namespace {

Failure wrong(const QString& message)
{
    Failure f;
    f.failureClass = FailureClass::Input;
    f.code = "USAGE";
    f.message = message.toStdString() + " See nanocap --help.";
    return f;
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

} // namespace

QString usage()
{
    return QStringLiteral(
        "nanocap [options]\n"
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
        "  --quit-after-done        end the program then, with nanocapctl's exit codes\n");
}

Result<Options> parseOptions(const QStringList& arguments)
{
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsOptions);
    for (const char* flag : {"quit-after-done", "kiosk"})
        parser.addOption(QCommandLineOption(QLatin1String(flag)));
    for (const char* valued : {"model", "source", "captions", "report", "screenshot", "language", "size",
                               "theme", "min-available", "precision", "models"})
        parser.addOption(QCommandLineOption(QLatin1String(valued), {}, QStringLiteral("value")));
    if (!parser.parse(arguments))
        return fail(wrong(parser.errorText()));
    if (!parser.positionalArguments().isEmpty())
        return fail(
            wrong(QStringLiteral("\"%1\" is not an option.").arg(parser.positionalArguments().first())));

    Options o;
    const auto text = [&](const char* name) { return parser.value(QLatin1String(name)); };
    const auto given = [&](const char* name) { return parser.isSet(QLatin1String(name)); };
    o.model = text("model");
    o.source = text("source");
    o.reportFile = text("report");
    o.screenshotFolder = text("screenshot");
    o.quitAfterDone = given("quit-after-done");
    o.kiosk = given("kiosk");
    o.language = text("language");
    o.theme = text("theme");
    for (const QString& folder : parser.values(QStringLiteral("models")))
        o.modelFolders.push_back(folder.toStdString());
    if (given("captions")) {
        bool isNumber = false;
        o.captions = text("captions").toInt(&isNumber);
        if (!isNumber || o.captions < 1)
            return fail(
                wrong(QStringLiteral("--captions takes a number from 1, not \"%1\".").arg(text("captions"))));
    }
    if (given("captions") && o.model.isEmpty())
        return fail(wrong(QStringLiteral("--captions needs a --model to caption with.")));
    if (!o.language.isEmpty() && o.language != QLatin1String("en") && o.language != QLatin1String("ko"))
        return fail(wrong(QStringLiteral("--language takes en or ko, not \"%1\".").arg(o.language)));
    if (!o.theme.isEmpty() && o.theme != QLatin1String("dark") && o.theme != QLatin1String("light"))
        return fail(wrong(QStringLiteral("--theme takes dark or light, not \"%1\".").arg(o.theme)));
    if (given("size") && !(o.size = sizeFromText(text("size"))))
        return fail(wrong(QStringLiteral("--size takes WIDTHxHEIGHT from 480x320 or 320x480 on, not \"%1\".")
                              .arg(text("size"))));
    if (given("min-available") && !(o.floor = load::floorFromText(text("min-available").toStdString())))
        return fail(wrong(QStringLiteral("--min-available takes megabytes or auto, not \"%1\".")
                              .arg(text("min-available"))));
    if (given("precision")) {
        const auto precision = engine::precisionFromName(text("precision").toStdString());
        if (!precision)
            return fail(wrong(
                QStringLiteral("--precision takes fp32, fp16 or int8, not \"%1\".").arg(text("precision"))));
        o.precision = *precision;
    }
    return o;
}

} // namespace nanocap::app
