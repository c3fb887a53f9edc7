// SPDX-License-Identifier: Apache-2.0
// The file in which the hash of the operator's PIN is kept, readable by its owner alone: nanocapctl writes
// it, the window reads it each time the keypad opens. Plain, any thread.
#pragma once

#include "core/base/failure.h"

#include <string>

namespace nanocap::access {

/// ~/.config/nanocap/operator-pin.
std::string pinPath();

struct PinFile
{
    enum class State {
        None,     ///< no PIN was set
        Set,      ///< `hash` is one
        Unusable, ///< something is there that is no hash or cannot be read: nothing opens with it
    } state = State::None;
    std::string hash;

    static PinFile read(const std::string& path = pinPath());
};

/// Sets the PIN, and forgets wrong tries. Fails as USAGE when `pin` is not four to eight digits, as IO (class
/// input) naming the file. For nanocapctl: changes the process's umask for a moment.
Status setPin(const std::string& pin, const std::string& path = pinPath());
/// From now on there is none. No failure when there was none; else as setPin().
Status resetPin(const std::string& path = pinPath());

} // namespace nanocap::access
