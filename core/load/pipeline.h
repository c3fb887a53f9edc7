// SPDX-License-Identifier: Apache-2.0
// LoadPipeline: the guarded load. Ten rows, each the same way: read memory afresh, ask the guard, write the
// journal, let the engine do the row, read again, report. Plain C++ without threads; runs in whichever thread
// calls it.
#pragma once

#include "core/checkpoint/checkpoint.h"
#include "core/engine/cancel_token.h"
#include "core/engine/engine.h"
#include "core/load/load_event.h"

#include <functional>
#include <utility>
#include <vector>

namespace nanocap::load {

/// A picture whose caption is known: packed RGB, stride 3 * width.
struct GoldenImage
{
    std::string name;
    std::vector<std::uint8_t> rgb;
    int width = 0, height = 0;
    std::string caption;
};

struct PipelineInput
{
    ModelChoice model;
    Floor floor;
    RuntimeFigures runtime;
    /// What an earlier load of these contents took on this device; may be empty.
    std::function<std::optional<MeasuredPeak>(const checkpoint::Checkpoint&)> measured;
    int threads = 0; ///< 0 = the engine's choice
    std::vector<GoldenImage> golden;
    bool guardOff = false; ///< tests only: no refusal and no budget, so that every death can be provoked
};

/// What the pipeline needs from outside and whom it tells; every function may be empty but `readMemory`.
struct PipelineHooks
{
    std::function<memory::MemoryReading()> readMemory;
    LoadListener tell;
    /// One line of the flight recorder, on disk when this returns.
    std::function<void(const std::string& event, const std::vector<std::pair<std::string, std::string>>&)>
        record;
};

class LoadPipeline
{
public:
    LoadPipeline(engine::Engine& engine, const engine::CancelToken& cancel, PipelineHooks hooks);

    /// Runs all rows or stops at the first that fails; then what was done is undone in reverse and the report
    /// says how much came back. RowFinished is told of all ten rows, skipped ones too; Finished is the
    /// session's to tell.
    LoadReport run(const PipelineInput& input);

    /// The validated checkpoint (its file stays open), once CLASS has read it.
    std::shared_ptr<const checkpoint::Checkpoint> checkpoint() const { return m_checkpoint; }

private:
    Result<engine::RowOutcome> runRow(Row row, const PipelineInput& input, RowReport& report);
    Status openAndPlan(const PipelineInput& input);
    Status guard(Row row, RowReport& report);
    bool keepsGoing(Row row, Bytes done, Bytes total);
    Result<Sentence> checkGolden(const PipelineInput& input);
    void fillSentence(Row row, RowReport& report) const;
    void undo();
    void tell(const LoadEvent& event) const;
    void record(const std::string& event, Row row, const memory::MemoryReading& reading,
                const std::string& extra = {});

    engine::Engine& m_engine;
    const engine::CancelToken& m_cancel;
    PipelineHooks m_hooks;
    engine::LoadRequest m_request;
    std::shared_ptr<const checkpoint::Checkpoint> m_checkpoint;
    LoadReport m_report;
    bool m_guardOff = false;
    std::optional<Failure> m_ranOut; ///< memory fell below half the reserve inside a row
    Bytes m_checkedAt;               ///< progress at the last reading inside the row
    bool m_engineAsked = false;      ///< from the moment row CLASS reached the engine
    std::vector<std::function<void()>> m_undo;
};

} // namespace nanocap::load
