// SPDX-License-Identifier: Apache-2.0
// Behind the plan page: what the parts of the sum mean, the last loads of a model on this device, and the
// question before the floor is set aside.
#pragma once

#include "core/load/plan.h"
#include "ui/widgets/sheet.h"

namespace nanocap::ui {

SheetContent meaningsSheet();
/// Newest first. `review` is called with the one that is to be looked at; only those whose rows were kept can
/// be.
SheetContent pastLoadsSheet(const std::vector<load::PastLoad>& history,
                            std::function<void(const load::PastLoad&)> review);
/// Says what loading without the floor risks; `load` is called when it is wanted all the same.
SheetContent withoutFloorSheet(const load::Plan& plan, std::function<void()> load);

} // namespace nanocap::ui
