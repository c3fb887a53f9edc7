// SPDX-License-Identifier: Apache-2.0
// Why tensors are missing: what the file has in their place, and what to do before saving it again. Pure
// functions, any thread.
#pragma once

#include "core/base/sentence.h"

#include <string>
#include <vector>

namespace nanocap::load {

/// `missing`: names the network needs and the file lacks, in network order, not empty. `found`: names the
/// file has and the network does not need. Empty when nothing in the file explains it. Looks for, in this
/// order: one change at the front of the names that explains at least half of them
/// (`model.` of Lightning, `features.` for `encoder.`), what torch.nn.utils.prune, weight_norm,
/// spectral_norm, parametrize and LoRA leave, another tensor in the same place, any other tensors.
Sentence explainMissing(std::vector<std::string> missing, std::vector<std::string> found);

} // namespace nanocap::load
