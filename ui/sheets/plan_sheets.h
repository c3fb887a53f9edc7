// SPDX-License-Identifier: Apache-2.0
// Behind the plan page: what the parts of the sum mean, and the last loads of a model on this device.
#pragma once

#include "core/load/plan.h"
#include "ui/widgets/sheet.h"

namespace nanocap::ui {

SheetContent meaningsSheet();
/// Newest first.
SheetContent pastLoadsSheet(const std::vector<load::PastLoad>& history);

} // namespace nanocap::ui
