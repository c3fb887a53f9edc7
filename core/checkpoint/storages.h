// SPDX-License-Identifier: Apache-2.0
// Joins what the contents list claims about storages with what the archive holds.
#pragma once

#include "core/checkpoint/pickle_vm.h"
#include "core/checkpoint/zip_checks.h"

namespace nanocap::checkpoint {

/// Every storage any tensor of the file uses, in the order of Pickle::storages.
/// STORAGE_KEY, STORAGE_TYPE, DEVICE, DTYPE, STORAGE_MISSING, STORAGE_SIZE, then the tensors' own faults.
Checked<std::vector<Storage>> joinStorages(const Pickle& pickle, const Archive& archive);

} // namespace nanocap::checkpoint
