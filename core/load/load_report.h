// SPDX-License-Identifier: Apache-2.0
// The result of one load, as the report, the window and nanocapctl show it.
#pragma once

#include "core/base/row.h"
#include "core/engine/engine.h"
#include "core/load/plan.h"

#include <array>

namespace nanocap::load {

/// Which model, where from, at which precision: what a load is asked for and what a report names.
struct ModelChoice
{
    std::string id;
    std::string path;
    engine::Precision precision = engine::Precision::Fp32;
};

struct LoadReport
{
    ModelChoice model;
    checkpoint::Dimensions dims;
    std::array<RowReport, rowCount> rows; ///< always ten; rows not reached are Skipped
    double seconds = 0;
    MaybeBytes predictedPeak;               ///< VmHWM of the engine as planned
    MaybeBytes measuredPeak;                ///< VmHWM of the engine as it was
    MaybeBytes engineBaseline;              ///< resident set with libtorch and no model
    std::optional<engine::Runtime> runtime; ///< what computes, once row CLASS is done
    MaybeBytes returned;                    ///< after a failure or unload: how much came back
    MaybeBytes availableAfterUndo;          ///< after a failure: available once everything was undone
    std::optional<Plan> plan;
    std::optional<Failure> failure; ///< empty = the model is ready
    std::vector<Sentence> warnings; ///< for the operator: the checkpoint's, tight memory, a failed self-test
    Sentence selfTest; ///< what the golden pictures showed, when they were not captioned as expected
    std::vector<std::string> notes; ///< for whoever diagnoses, in English: keys not needed, the rehearsal
    /// Warnings and notes, as the report lists them.
    std::vector<std::string> allNotes() const;
    bool succeeded() const { return !failure; }
};

/// The report of a load that did not even begin: every row skipped, "Not reached."
LoadReport notBegun(const ModelChoice& model);

/// An earlier load as a report again, to be looked at: rows, times and peaks; no plan, and of its failure the
/// code.
LoadReport reportOf(const PastLoad& past, const ModelChoice& model);

/// Whether the load was refused by the floor alone: the model's own need was available.
bool onlyTheFloorRefused(const LoadReport& report);

/// Whether the same model in INT8 could save as much as was missing; without figures, whether it saves 16 MB.
bool smallerPrecisionHelps(const LoadReport& report);

} // namespace nanocap::load
