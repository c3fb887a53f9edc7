// SPDX-License-Identifier: Apache-2.0
// The floor as people write it: on the command line, in the settings and in models.json.
#pragma once

#include "core/load/plan.h"

#include <optional>
#include <string_view>

namespace nanocap::load {

/// "1200", "1200MB" or "auto"; empty when it is none of these.
std::optional<Floor> floorFromText(std::string_view text);

} // namespace nanocap::load
