// SPDX-License-Identifier: Apache-2.0
// One function a command; each prints its answer and returns the process's exit code.
#pragma once

#include "app/nanocapctl/arguments.h"
#include "core/engine/cancel_token.h"

namespace nanocap::ctl {

int inspect(const Arguments& arguments);
int plan(const Arguments& arguments);
/// `load` and, when there are images, `caption`.
int loadAndCaption(const Arguments& arguments, const engine::CancelToken& cancel);
int doctor(const Arguments& arguments);
int bench(const Arguments& arguments, const engine::CancelToken& cancel);
int showJournal(const Arguments& arguments);
/// Beside those of core/base/failure.h: no window runs, or it does not answer.
inline constexpr int ExitNotRunning = 8;
/// What the running window is doing.
int status(const Arguments& arguments);
/// Sets, takes away or tells whether there is the PIN of the operator's page.
int pin(const Arguments& arguments);

} // namespace nanocap::ctl
