// SPDX-License-Identifier: Apache-2.0
// The probes of `nanocapctl doctor` and of the readiness page that need more than files of the system: an
// engine that is really started, fonts, speech, models. Blocking; takes a second or two.
#pragma once

#include "core/catalog/catalog.h"
#include "core/doctor/doctor.h"

namespace nanocap::session {

/// Every check of this machine, in the order they are shown.
std::vector<doctor::Check> checkMachine(const catalog::Folders& folders, const load::Floor& floor);

} // namespace nanocap::session
