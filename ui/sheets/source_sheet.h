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
/// In the window's language: the cameras (uri and the system's name; one without a name when there is none),
/// the CSI camera, the cards, and `current` when it is none of these: a film, a folder, a pipeline.
std::vector<SourceOption> sourceOptions(const std::vector<SourceOption>& cameras, const QString& current);

} // namespace nanocap::ui
