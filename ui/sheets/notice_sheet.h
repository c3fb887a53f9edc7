// SPDX-License-Identifier: Apache-2.0
// A sentence over the page: "Report saved", "Since the last start".
#pragma once

#include "ui/widgets/sheet.h"

namespace nanocap::ui {

inline SheetContent noticeSheet(const QString& title, const QString& text)
{
    SheetContent content;
    content.title = title;
    content.body = text;
    return content;
}

} // namespace nanocap::ui
