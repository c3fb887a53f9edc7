// SPDX-License-Identifier: Apache-2.0
// What the names of the entries say an archive is, and which names no honest archive has.
#pragma once

#include "core/checkpoint/zip_directory.h"

namespace nanocap::checkpoint {

/// Entries that macOS puts beside what it packs: ignored, their data never read.
bool isOfMacOs(std::string_view name);

/// The one folder all entries (but those of macOS) lie in. Kind first, from the names alone: TORCHSCRIPT,
/// NOT_A_CHECKPOINT; then ZIP_NAME, ZIP_DUPLICATE.
Checked<std::string> checkEntryNames(const ZipDirectory& directory);

/// NO_DATA_PKL, naming the folder inside `root` that has it, where one has.
tl::unexpected<Refusal> noDataPkl(const ZipDirectory& directory, std::string_view root);

} // namespace nanocap::checkpoint
