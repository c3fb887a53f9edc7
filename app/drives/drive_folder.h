// SPDX-License-Identifier: Apache-2.0
// What lies on a drive: models to take in, and small files that are put onto it. For threads beside the
// window: a drive may take seconds to answer.
#pragma once

#include "core/base/failure.h"

#include <string>
#include <utility>
#include <vector>

namespace nanocap::drives {

struct ModelFile
{
    std::string path, name;
    Bytes bytes;
};

/// Checkpoints by their names in `folder` and the folders in it, two levels deep, at most 200, sorted. Links
/// are passed over. Fails as IO (class input) when the folder cannot be read.
Result<std::vector<ModelFile>> modelsOn(const std::string& folder);

/// Writes every file (name, content) into `folder`/`name`, which is made, and waits until it is on the drive.
/// Returns the folder. Fails as IO (class input): what was written of it is taken away again.
Result<std::string> writeFiles(const std::string& folder, const std::string& name,
                               const std::vector<std::pair<std::string, std::string>>& files);
/// The files of `from` with their contents, for writeFiles(); with `only` that one, or none. Folders and
/// files over 16 MB are passed over.
Result<std::vector<std::pair<std::string, std::string>>> filesOf(const std::string& from,
                                                                 const std::string& only = {});

} // namespace nanocap::drives
