// SPDX-License-Identifier: Apache-2.0
// What a person means by a file they open ("nanocap FILE", "Open with", drop): a model to load or a source of
// pictures. By what it contains, not by its name. Plain; reads the first bytes of a file or the names in a
// folder.
#pragma once

#include "core/base/failure.h"

#include <QString>
#include <QStringList>

#include <string>
#include <vector>

namespace nanocap::app {

struct OpenedFile
{
    enum class Kind { Model, ModelFolder, Source } kind = Kind::Source;
    QString value; ///< the model's path, the models folder, or the source's URI
};

/// A checkpoint (also one that turns out to be damaged: then the window says how) is a model; a picture or a
/// folder of pictures images:, a folder of checkpoints a models folder, any other file a film. Fails as USAGE
/// when there is no such file or folder.
Result<OpenedFile> whatIs(const QString& path);

/// Several at once.
struct OpenedFiles
{
    QString model, source;
    std::vector<std::string> modelFolders;
};

/// One model and one source of pictures at most, models folders as many as there are. Fails as USAGE with the
/// path that is not there or is one too many beside those that are opened `already`.
Result<OpenedFiles> whatAre(const QStringList& paths, OpenedFiles already = {});

} // namespace nanocap::app
