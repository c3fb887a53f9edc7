// SPDX-License-Identifier: Apache-2.0
// The SHA-256 sum that stands beside a file, as sha256sum writes it. Plain, any thread.
#pragma once

#include "core/base/failure.h"

#include <optional>
#include <string>

namespace nanocap::drives {

/// What FILE.sha256 says FILE should have: 64 hexadecimal digits in lower case; nothing when there is no such
/// file. Of several lines the one that names it counts, else the only one. Fails as IO (class input) when the
/// file is there and says nothing of it.
Result<std::optional<std::string>> expectedSum(const std::string& file);

} // namespace nanocap::drives
