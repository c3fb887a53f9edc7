// SPDX-License-Identifier: Apache-2.0
// The nanocapctl line that repeats what the window just did, for whoever diagnoses in a terminal.
#pragma once

#include "core/load/load_report.h"

#include <QString>

namespace nanocap::ui {

/// Quoted for a POSIX shell; left alone when it needs no quotes.
QString shellQuoted(const QString& word);
/// "nanocapctl load 'my model.pth' --precision fp16 --min-available auto"; the default floor is not written.
QString repeatCommand(const load::ModelChoice& model, const load::Floor& floor = {});

/// "nanocapctl inspect FILE"; empty for an empty path.
QString inspectCommand(const QString& path);

} // namespace nanocap::ui
