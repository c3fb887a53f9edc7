// SPDX-License-Identifier: Apache-2.0
#include "ui/sheets/source_sheet.h"

#include "core/base/path_text.h"

#include <QCoreApplication>

#include <algorithm>

namespace nanocap::ui {

namespace {
struct SourceSheet
{
    Q_DECLARE_TR_FUNCTIONS(SourceSheet)
};
} // namespace

namespace {

QString labelOf(const QString& uri)
{
    const QString place = shownPath(uri.section(QLatin1Char(':'), 1));
    const QString name = place.section(QLatin1Char('/'), -1, -1, QString::SectionSkipEmpty);
    if (uri.startsWith(QLatin1String("video:")))
        return SourceSheet::tr("Film: %1").arg(name);
    if (uri.startsWith(QLatin1String("images:")))
        return SourceSheet::tr("Pictures: %1").arg(name);
    if (uri.startsWith(QLatin1String("camera:")))
        return SourceSheet::tr("Camera: %1").arg(place);
    return uri;
}

} // namespace

std::vector<SourceOption> sourceOptions(const std::vector<SourceOption>& cameras, const QString& current)
{
    std::vector<SourceOption> all;
    if (cameras.empty())
        all.push_back({QStringLiteral("camera:"), SourceSheet::tr("Camera")});
    for (const SourceOption& camera : cameras)
        all.push_back({camera.uri, SourceSheet::tr("Camera: %1").arg(camera.label), camera.current});
    all.push_back({QStringLiteral("csi:0"), SourceSheet::tr("Camera on the board's ribbon cable (CSI)")});
    all.push_back({QStringLiteral("cards:"), SourceSheet::tr("Built-in picture cards, no camera")});
    const auto isCurrent = [&current](const SourceOption& option) { return option.uri == current; };
    if (const auto at = std::find_if(all.begin(), all.end(), isCurrent); at != all.end())
        at->current = true;
    else if (!current.isEmpty() &&
             std::none_of(all.begin(), all.end(), [](const auto& o) { return o.current; }))
        all.insert(all.begin(), {current, labelOf(current), true});
    return all;
}

namespace {

Icon iconOf(const QString& uri)
{
    if (uri.startsWith(QLatin1String("video:")))
        return Icon::Play;
    const bool pictures = uri == QLatin1String("cards:") || uri.startsWith(QLatin1String("images:"));
    return pictures ? Icon::Cards : Icon::Camera;
}

} // namespace

SheetContent sourceSheet(const std::vector<SourceOption>& sources,
                         std::function<void(const QString& uri)> choose)
{
    SheetContent content;
    content.title = SourceSheet::tr("Where should pictures come from?");
    content.stacked = true;
    for (const SourceOption& source : sources)
        content.actions.push_back({QStringLiteral("source ") + source.uri, source.label, iconOf(source.uri),
                                   source.current, [choose, uri = source.uri] { choose(uri); }});
    return content;
}

} // namespace nanocap::ui
