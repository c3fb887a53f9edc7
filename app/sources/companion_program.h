// SPDX-License-Identifier: Apache-2.0
// Where the programs lie that this one starts.
#pragma once

#include <QString>

namespace nanocap::sources {

/// The path in the environment `variable`, else `name` beside the program, else in ../libexec/nanocap. Empty
/// when none of them can be run.
QString companionProgram(const char* variable, const QString& name);

} // namespace nanocap::sources
