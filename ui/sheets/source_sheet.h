// SPDX-License-Identifier: Apache-2.0
// Where pictures come from: a list to choose from.
#pragma once

#include "ui/widgets/sheet.h"

namespace nanocap::ui {

/// A picture source the person can choose; `uri` as on the command line.
struct SourceOption
{
    QString uri, label;
    bool current = false;
};

/// `choose` is called with the URI of the one that was tapped.
SheetContent sourceSheet(const std::vector<SourceOption>& sources,
                         std::function<void(const QString& uri)> choose);
/// Camera, CSI camera and cards in the window's language.
std::vector<SourceOption> usualSources();

} // namespace nanocap::ui
