// SPDX-License-Identifier: Apache-2.0
#include "ui/sheets/plan_sheets.h"

#include "ui/text/local_text.h"
#include "ui/widgets/deficit_table.h"

#include <QCoreApplication>

namespace nanocap::ui {

namespace {
struct PlanSheets
{
    Q_DECLARE_TR_FUNCTIONS(PlanSheets)
};
} // namespace

SheetContent meaningsSheet()
{
    QStringList lines;
    for (const auto& [name, meaning] : DeficitTable::meanings())
        lines << name + QStringLiteral(": ") + meaning;
    SheetContent content;
    content.title = PlanSheets::tr("What the parts mean");
    content.body = lines.join(QLatin1Char('\n'));
    return content;
}

SheetContent pastLoadsSheet(const std::vector<load::PastLoad>& history)
{
    QStringList lines;
    for (const load::PastLoad& past : history)
        lines << pastLoadText(past);
    SheetContent content;
    content.title = PlanSheets::tr("Last loads on this device");
    content.body = lines.join(QLatin1Char('\n'));
    return content;
}

} // namespace nanocap::ui
