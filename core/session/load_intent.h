// SPDX-License-Identifier: Apache-2.0
// LoadIntent: which model somebody wants, how, and under which floor.
#pragma once

#include "core/catalog/catalog.h"
#include "core/engine/precision.h"

namespace nanocap::session {

/// What a load is asked for.
struct LoadIntent
{
    catalog::ModelCard card;
    engine::Precision precision = engine::Precision::Fp32;
    load::Floor floor;
    bool unattended = false; ///< a row without any progress ends after 10 s instead of 20 s
    int threads = 0;         ///< of the computation; 0 = cores - 1, at least 1
};

} // namespace nanocap::session
