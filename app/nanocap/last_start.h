// SPDX-License-Identifier: Apache-2.0
// What the flight recorder says of the program's last life, and what follows from it at this start.
#pragma once

#include "core/base/sentence.h"

namespace nanocap::app {

struct LastStart
{
    Sentence sentence;     ///< for the operator; empty when the last life ended well
    bool safeMenu = false; ///< two crashes in five minutes: nothing loads by itself
};

/// Reads the journal, quarantines the model that took the program down, and writes this life's `start`.
/// `mayQuarantine` false: a kiosk, in which nobody could be asked whether to load it again.
LastStart reviewLastLife(bool mayQuarantine = true);
/// Writes this life's `stop` when it goes, which is after everything made later has: the end was a clean one
/// then.
class CleanStop
{
public:
    CleanStop() = default;
    ~CleanStop();
    CleanStop(const CleanStop&) = delete;
    CleanStop& operator=(const CleanStop&) = delete;
};

} // namespace nanocap::app
