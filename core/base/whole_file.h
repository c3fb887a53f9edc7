// SPDX-License-Identifier: Apache-2.0
// A small file that is replaced in one step: the new text is there whole, or the old one still is. Any
// thread.
#pragma once

#include <string>
#include <string_view>

namespace nanocap {

/// Empty when `bytes` are on the disk as `path`, else why not: "No space left on device". Its folder must
/// exist.
std::string writeWholeFile(const std::string& path, std::string_view bytes);

} // namespace nanocap
