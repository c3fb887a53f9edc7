// SPDX-License-Identifier: Apache-2.0
// Behaviour: what command line and settings decide for the whole life of the window. A plain value.
#pragma once

#include "core/catalog/catalog.h"
#include "core/engine/precision.h"

namespace nanocap::app {

struct Behaviour
{
    std::optional<load::Floor> floor; ///< the command line's or the settings'; empty leaves it to the model
    engine::Precision precision = engine::Precision::Fp32;
    int threads = 0;               ///< that compute; 0 = one fewer than cores
    catalog::Folders folders = {}; ///< where models are looked for
    std::string model =
        {}; ///< path, id or number of the one to load as soon as it is found; empty = the menu
    bool modelIsDefault = false; ///< it is the settings' and is loaded after a countdown
    bool unattended = false;     ///< nobody is there to be asked
    bool kiosk = false;
    bool safeMenu = false; ///< after crashes: nothing loads by itself
};

} // namespace nanocap::app
