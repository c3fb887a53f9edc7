// SPDX-License-Identifier: Apache-2.0
#include "core/load/load_report.h"

namespace nanocap::load {

std::vector<std::string> LoadReport::allNotes() const
{
    std::vector<std::string> all;
    for (const Sentence& warning : warnings)
        all.push_back(warning.text());
    all.insert(all.end(), notes.begin(), notes.end());
    return all;
}

LoadReport notBegun(const ModelChoice& model)
{
    LoadReport report;
    report.model = model;
    for (Row row : allRows)
        report.rows[indexOf(row)] = {.row = row, .state = RowState::Skipped, .message = "Not reached."};
    return report;
}

LoadReport reportOf(const PastLoad& past, const ModelChoice& model)
{
    LoadReport report = notBegun(model);
    report.model.precision = past.precision;
    for (const RowReport& row : past.rows)
        report.rows[indexOf(row.row)] = row;
    report.seconds = past.seconds;
    report.predictedPeak = past.predicted;
    report.measuredPeak = past.peak;
    report.engineBaseline = past.baseline;
    if (past.outcome != "done" && past.outcome != selfTestFailed) {
        report.failure = makeFailure(past.outcome, {});
        report.failure->row = past.row;
    }
    return report;
}

bool onlyTheFloorRefused(const LoadReport& report)
{
    // An engine that died for lack of memory under the floor's protection would die without it too.
    if (!report.failure || report.failure->failureClass != FailureClass::Guard || !report.plan ||
        report.plan->floor.automatic)
        return false;
    Plan plan = *report.plan;
    if (report.failure->available)
        plan.reading.available = report.failure->available;
    return modelItselfFits(plan);
}

bool smallerPrecisionHelps(const LoadReport& report)
{
    if (!report.plan || report.model.precision == engine::Precision::Int8)
        return false;
    // A byte for each number: a quarter of FP32, half of FP16.
    const Bytes weights = report.plan->need.weights;
    const Bytes saved =
        report.model.precision == engine::Precision::Fp16 ? weights / 2 : weights - weights / 4;
    Bytes missing = Bytes::fromMegabytes(16);
    if (report.failure && report.failure->required && report.failure->available)
        missing = *report.failure->required - *report.failure->available;
    return saved >= missing;
}

} // namespace nanocap::load
