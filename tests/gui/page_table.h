// SPDX-License-Identifier: Apache-2.0
// Every page and sheet of the window in the states a person meets: the one table that tests of looks, touch,
// words and keys walk through. A new page joins by a line in page_table.cpp.
#pragma once

#include "tests/gui/stage.h"

#include <functional>

namespace nanocap::gui_test {

struct PageCase
{
    const char* name; ///< of this state: "plan, below the floor"
    const char* page; ///< MainWindow::pageName() while it is shown
    std::function<void(Stage&)> open;
};
const std::vector<PageCase>& pageCases();

} // namespace nanocap::gui_test
