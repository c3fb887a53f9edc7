// SPDX-License-Identifier: Apache-2.0
#include "app/nanocapctl/bench_comparison.h"

#include "core/base/path_text.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

namespace nanocap::ctl {

namespace {

constexpr std::array<const char*, 7> figures = {
    "load_ms",    "encoder_ms",     "step_ms", "caption20_ms", "caption20_round_trip_ms",
    "engine_rss", "engine_peak_rss"};

/// The median of a series, or the figure itself; 0 when it is not there.
double figureOf(const QJsonObject& bench, QLatin1String name)
{
    const QJsonValue value = bench[name];
    return value.isObject() ? value[QLatin1String("median")].toDouble() : value.toDouble();
}

QJsonObject readBench(const std::filesystem::path& path)
{
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const QJsonObject object = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    return object.contains(QLatin1String("caption20_ms")) ? object : QJsonObject();
}

} // namespace

QJsonArray comparedWith(const std::string& folder, const QJsonObject& now)
{
    std::error_code error;
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder, error))
        if (entry.path().extension() == ".json")
            paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    QJsonArray compared;
    for (const auto& path : paths) {
        const QJsonObject then = readBench(path);
        if (then.isEmpty())
            continue;
        QJsonObject ratios;
        for (const char* name : figures) {
            const double before = figureOf(then, QLatin1String(name)),
                         after = figureOf(now, QLatin1String(name));
            if (before > 0 && after > 0)
                ratios.insert(QLatin1String(name), after / before);
        }
        const QLatin1String machine("machine"), processor("processor");
        compared.append(QJsonObject{{"file", pathText(path.filename().string())},
                                    {"precision", then["precision"]},
                                    {"threads", then["threads"]},
                                    {"same_machine", then[machine][processor] == now[machine][processor]},
                                    {"ratios", ratios}});
    }
    return compared;
}

QStringList comparisonLines(const QJsonArray& compared)
{
    if (compared.isEmpty())
        return {QStringLiteral("nothing to compare with: the folder holds no file of bench --json")};
    QStringList lines{QStringLiteral("now / then, medians; below 1 is quicker or smaller:")};
    for (const QJsonValue value : compared) {
        QStringList parts;
        const QJsonObject ratios = value["ratios"].toObject();
        for (const char* name : figures)
            if (ratios.contains(QLatin1String(name)))
                parts << QStringLiteral("%1 %2")
                             .arg(QLatin1String(name))
                             .arg(ratios[QLatin1String(name)].toDouble(), 0, 'f', 2);
        lines << QStringLiteral("  %1 (%2, threads: %3%4)  %5")
                     .arg(value["file"].toString(), value["precision"].toString())
                     .arg(value["threads"].toInt())
                     .arg(value["same_machine"].toBool() ? QString() : QStringLiteral(", another machine"),
                          parts.join(QStringLiteral("  ")));
    }
    return lines;
}

} // namespace nanocap::ctl
