// SPDX-License-Identifier: Apache-2.0
#include "ui/sheets/looks_sheet.h"

#include "ui/widgets/title_bar.h"

#include <QCoreApplication>

namespace nanocap::ui {

namespace {
struct LooksSheet
{
    Q_DECLARE_TR_FUNCTIONS(LooksSheet)
};
} // namespace

SheetContent looksSheet(TitleBar& title)
{
    SheetContent content;
    content.title = LooksSheet::tr("How the window looks");
    content.stacked = true;
    for (const TitleBar::Choice& choice : title.choices())
        content.actions.push_back(
            {choice.name, choice.label, choice.icon, false, [&title, clicked = choice.clicked] {
                 Q_EMIT(title.*clicked)
                 ();
             }});
    return content;
}

} // namespace nanocap::ui
