// SPDX-License-Identifier: Apache-2.0
// The readiness page's checks: nanocapctl doctor's, run beside the window.
#pragma once

#include "core/catalog/catalog.h"
#include "ui/pages/readiness_page.h"

#include <functional>

namespace nanocap::app {

/// Runs every check in a thread of its own (the engine is started for one of them), then calls `show` in the
/// thread of `context`; not at all when `context` is gone by then. `floor` and `folders` are those the window
/// loads with.
void checkReadiness(QObject* context, const load::Floor& floor, const catalog::Folders& folders,
                    std::function<void(const std::vector<ui::CheckLine>&)> show);

} // namespace nanocap::app
