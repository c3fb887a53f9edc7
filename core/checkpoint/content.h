// SPDX-License-Identifier: Apache-2.0
// From the values of a contents list to a Checkpoint: state dict, word list, dimensions, warnings.
#pragma once

#include "core/checkpoint/pickle_vm.h"

namespace nanocap::checkpoint {

/// Fills tensors, storages (those the model uses), vocabulary, dims, epoch and their warnings.
/// NOT_DICT, MISSING_KEY, NOT_A_TENSOR, DTYPE, PICKLE_LIMIT, VOCAB.
Checked<void> readContent(const Pickle& pickle, const std::vector<Storage>& storages, Checkpoint& checkpoint);

/// vocabulary.cpp: word_map, rev_word_map and vocab_size against each other and against the tensors. VOCAB,
/// MISSING_KEY.
Checked<void> readVocabulary(const Container& top, Checkpoint& checkpoint);

/// The value of a required key of the file's dictionary. MISSING_KEY.
Checked<const Value*> require(const Container& top, std::string_view key);

} // namespace nanocap::checkpoint
