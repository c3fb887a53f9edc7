// SPDX-License-Identifier: Apache-2.0
// A model that is copied from a drive into a models folder: under a temporary name until its sum, its
// contents and the person agree. Nothing of a copy that was given up stays behind. For a thread beside the
// window.
#pragma once

#include "core/base/failure.h"

#include <functional>
#include <memory>
#include <string>

namespace nanocap::drives {

/// A whole copy under a temporary name; gone when this is destroyed, unless keep() was called.
class PendingModel
{
public:
    PendingModel(std::string part, std::string target) : m_part(std::move(part)), m_target(std::move(target))
    {
    }
    ~PendingModel();
    PendingModel(const PendingModel&) = delete;
    PendingModel& operator=(const PendingModel&) = delete;

    const std::string& target() const { return m_target; }
    std::string sum;       ///< SHA-256, 64 hexadecimal digits
    bool checked = false;  ///< against the sum beside the file
    bool replaces = false; ///< another file of this name is there
    bool isThere = false;  ///< the very same contents are there already

    /// Takes the name it is meant to have. Fails as IO (class input).
    Status keep();

private:
    std::string m_part, m_target;
    bool m_kept = false;
};

/// Bytes so far of all; false gives up.
using CopyProgress = std::function<bool(Bytes done, Bytes all)>;

/// Copies `from` into `folder`, which is made, checks it against the .sha256 beside it and reads its contents
/// list. Fails as IO (class input): no room (both numbers in MB), a drive that was pulled out, a full or
/// read-only disk, a wrong sum; as CANCELLED; or as what is wrong with the checkpoint.
Result<std::shared_ptr<PendingModel>> importModel(const std::string& from, const std::string& folder,
                                                  const CopyProgress& progress);

/// What an end of the program left behind in a models folder of copies that were under way.
void removeLeftovers(const std::string& folder);

} // namespace nanocap::drives
