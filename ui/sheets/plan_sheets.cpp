// SPDX-License-Identifier: Apache-2.0
#include "ui/sheets/plan_sheets.h"

#include "ui/text/local_text.h"
#include "ui/widgets/deficit_table.h"

#include <QCoreApplication>

#include <algorithm>

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

SheetContent pastLoadsSheet(const std::vector<load::PastLoad>& history,
                            std::function<void(const load::PastLoad&)> review)
{
    QStringList lines;
    SheetContent content;
    content.title = PlanSheets::tr("Last loads on this device");
    content.stacked = true;
    int number = 0;
    for (const load::PastLoad& past : history) {
        ++number;
        if (past.rows.empty())
            lines << pastLoadText(past);
        else
            content.actions.push_back({QStringLiteral("review %1").arg(number), pastLoadText(past),
                                       Icon::Info, false, [review, past] { review(past); }});
    }
    content.body = lines.join(QLatin1Char('\n'));
    return content;
}

SheetContent withoutFloorSheet(const load::Plan& plan, std::function<void()> load)
{
    SheetContent content;
    content.title = PlanSheets::tr("Load without the floor?");
    content.body = PlanSheets::tr("%1 stay free on this device so that the system and the camera always have "
                                  "memory.")
                       .arg(bytesText(plan.floor.minimum));
    if (plan.reading.available) {
        const Bytes left = *plan.reading.available - plan.need.total;
        content.body +=
            QLatin1Char(' ') +
            PlanSheets::tr("With this model about %1 would be left.").arg(bytesText(std::max(left, Bytes())));
    }
    content.body +=
        QLatin1Char('\n') +
        PlanSheets::tr("If memory runs out, the device becomes slow, and the system may end the model "
                       "or another program. This window stays.");
    content.actions = {{QStringLiteral("loadAnyway"), PlanSheets::tr("Load all the same"), Icon::Warning,
                        false, std::move(load)}};
    return content;
}

} // namespace nanocap::ui
