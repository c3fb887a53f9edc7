// SPDX-License-Identifier: Apache-2.0
// Text that came out of a file: checked to be UTF-8, and made harmless before anybody sees it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace nanocap::checkpoint {

/// Well-formed UTF-8 (no overlong forms, no surrogates, at most U+10FFFF).
bool isUtf8(std::string_view text);

/// As isUtf8, and half characters (lone surrogates) as well: what Python writes for any str.
bool isPythonText(std::string_view text);

/// A copy without control characters (C0, DEL, C1, line separators, bidirectional overrides), cut at `cap`
/// bytes on a character's border; bytes that are not UTF-8 become '?'.
std::string displayable(std::string_view text, std::size_t cap);

} // namespace nanocap::checkpoint
