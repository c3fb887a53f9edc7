// SPDX-License-Identifier: Apache-2.0
// What this machine has taught: libtorch's cost and the last loads of every model, kept in the state folder
// so that the next plan uses what was measured. Plain values; each call reads or rewrites one small file, any
// thread, any process (writers lock). A full or read-only disk costs the memory of it, never the load.
#pragma once

#include "core/load/plan.h"

#include <optional>
#include <string>
#include <vector>

namespace nanocap::load {

/// Identity of a checkpoint's contents, from the checksums and sizes of its blocks (no weight is read): the
/// same model under another name or in another folder keeps its history. 16 hexadecimal digits.
std::string fingerprint(const checkpoint::Checkpoint& checkpoint);

class LearnedFigures
{
public:
    /// learned.json in `folder` (the state folder).
    explicit LearnedFigures(std::string folder);

    /// What libtorch costs here; the built-in constants (measured = false) until a load has told.
    RuntimeFigures runtime() const;
    /// False when it could not be written. Figures no libtorch has (under 8 MB, over 2 GB) are not taken.
    bool rememberRuntime(Bytes anonymous, Bytes file);

    /// Last 10 loads of these contents, newest first.
    std::vector<PastLoad> history(const std::string& fingerprint) const;
    bool rememberLoad(const std::string& fingerprint, const std::string& fileName, PastLoad load);
    /// The newest successful load of these contents at this precision, for makePlan.
    std::optional<MeasuredPeak> measuredPeak(const std::string& fingerprint,
                                             engine::Precision precision) const;

    /// Why it could not be read or written ("learned.json was damaged and set aside as …"), empty when all is
    /// well.
    const std::string& problem() const { return m_problem; }

private:
    std::string m_folder;
    mutable std::string m_problem;
};

} // namespace nanocap::load
