// SPDX-License-Identifier: Apache-2.0
#include "ui/sheets/figure_sheet.h"

#include "ui/text/local_text.h"

#include <QCoreApplication>

namespace nanocap::ui {

namespace {
struct FigureSheet
{
    Q_DECLARE_TR_FUNCTIONS(FigureSheet)
};
} // namespace

SheetContent figureSheet(Figure figure, const memory::MemorySample& sample, Bytes floor, double ageSeconds,
                         const std::vector<MemoryUserLine>& users)
{
    SheetContent content;
    content.title = figureName(figure);
    content.title[0] = content.title[0].toUpper();
    content.body = explainFigure(figure, sample, floor, ageSeconds);
    if (figure == Figure::Other || figure == Figure::Available)
        for (const MemoryUserLine& user : users)
            content.rows.push_back(
                {user.name, user.canStop ? FigureSheet::tr("%1, can be closed").arg(bytesText(user.bytes))
                                         : bytesText(user.bytes)});
    return content;
}

} // namespace nanocap::ui
