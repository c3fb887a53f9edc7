// SPDX-License-Identifier: Apache-2.0
// What a file that is no checkpoint is instead, told from its first bytes, so that a person knows what to do.
#pragma once

#include "core/checkpoint/codes.h"

namespace nanocap::checkpoint {

/// How many bytes from the start of a file tell its kind.
inline constexpr std::size_t kindBytes = 512;

/// NOT_A_CHECKPOINT with a sentence that names the kind, or the code's own sentence where it is not known.
Refusal describeForeignFile(std::string_view head);

/// FILE_OPEN for a folder; an unpacked checkpoint is called one.
Refusal describeFolder(const std::string& path);

} // namespace nanocap::checkpoint
