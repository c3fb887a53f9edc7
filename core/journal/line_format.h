// SPDX-License-Identifier: Apache-2.0
// One line of the journal as text: the event, then key=value pairs separated by blanks. Whatever would break
// a line or its reading (blank, %, =, control characters) is written as %XX. Plain C++.
#pragma once

#include "core/journal/journal.h"

#include <string_view>

namespace nanocap::journal {

/// Without the newline. Values are cut at 1024 bytes.
std::string formatLine(const Entry& entry);
/// Nothing for a line that was torn or never was one of ours.
std::optional<Entry> parseLine(std::string_view line);

} // namespace nanocap::journal
