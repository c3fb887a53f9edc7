// SPDX-License-Identifier: Apache-2.0
#include "ui/sheets/source_sheet.h"

#include <QCoreApplication>

namespace nanocap::ui {

namespace {
struct SourceSheet
{
    Q_DECLARE_TR_FUNCTIONS(SourceSheet)
};
} // namespace

std::vector<SourceOption> usualSources()
{
    return {{QStringLiteral("camera:"), SourceSheet::tr("Camera")},
            {QStringLiteral("csi:0"), SourceSheet::tr("Camera on the board's ribbon cable (CSI)")},
            {QStringLiteral("cards:"), SourceSheet::tr("Built-in picture cards, no camera")}};
}

SheetContent sourceSheet(const std::vector<SourceOption>& sources,
                         std::function<void(const QString& uri)> choose)
{
    SheetContent content;
    content.title = SourceSheet::tr("Where should pictures come from?");
    content.stacked = true;
    for (const SourceOption& source : sources)
        content.actions.push_back({QStringLiteral("source ") + source.uri, source.label,
                                   source.uri == QLatin1String("cards:") ? Icon::Cards : Icon::Camera,
                                   source.current, [choose, uri = source.uri] { choose(uri); }});
    return content;
}

} // namespace nanocap::ui
