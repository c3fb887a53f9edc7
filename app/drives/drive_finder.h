// SPDX-License-Identifier: Apache-2.0
// DriveFinder: the drives that were plugged in. An interface, so that the same pages work with udisks2, with
// a system that mounts by itself, and in a test. Calls may take seconds: for threads beside the window.
#pragma once

#include "core/base/failure.h"

#include <QString>

#include <memory>
#include <vector>

namespace nanocap::drives {

struct Drive
{
    QString id;     ///< for the finder
    QString name;   ///< label or maker, for people
    QString folder; ///< where it is mounted, pathText(); empty = not yet
    bool operator==(const Drive&) const = default;
};

class DriveFinder
{
public:
    virtual ~DriveFinder() = default;
    /// Removable drives with a file system, by name. An empty list is no failure. Fails as IO (class input)
    /// when nobody can be asked.
    virtual Result<std::vector<Drive>> find() = 0;
    /// Its folder, mounted now if it was not. Fails as IO (class input) with what stands in the way.
    virtual Result<QString> folderOf(const Drive& drive) = 0;
};

/// udisks2 where it answers, else what the system has mounted already.
std::unique_ptr<DriveFinder> systemDrives();

/// A failure of this folder: IO of class input.
Failure driveFailure(Sentence sentence, const QString& subject);

} // namespace nanocap::drives
