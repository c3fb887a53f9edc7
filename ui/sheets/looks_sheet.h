// SPDX-License-Identifier: Apache-2.0
// looksSheet: the quick settings of the title bar as a list, for screens where they are behind one button.
#pragma once

#include "ui/widgets/sheet.h"

namespace nanocap::ui {

class TitleBar;

/// A choice is what the title bar's own button says when it is clicked.
SheetContent looksSheet(TitleBar& title);

} // namespace nanocap::ui
