// SPDX-License-Identifier: Apache-2.0
// A small whole file exactly as torch.save writes it.
#pragma once

#include <string>

namespace corpus {

std::string honestPickle(int protocol);
/// Tensors w [2,3] and b [3], five words, epoch 300; about 1.2 KB.
std::string honestFile(int protocol);

} // namespace corpus
