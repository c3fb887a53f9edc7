// SPDX-License-Identifier: Apache-2.0
// Names in a state dict as the network knows them: without the words that training wrappers put in.
#pragma once

#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/codes.h"

#include <vector>

namespace nanocap::checkpoint {

/// Drops `module` (DataParallel, AveragedModel) and `_orig_mod` (torch.compile) at any depth of a name. A
/// name stays as it is where the file also has the plain one, which is the model's own. DUPLICATE_KEY when
/// two wrapped names become one.
Checked<void> dropWrapperWords(std::vector<Tensor>& tensors);

/// `n_averaged` of an AveragedModel: a count beside the weights, whatever its type.
bool isAveragingCount(std::string_view name);

} // namespace nanocap::checkpoint
