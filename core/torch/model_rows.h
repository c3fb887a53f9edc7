// SPDX-License-Identifier: Apache-2.0
// ModelRows: the ten rows of one model's load, in order, and what they have made so far.
#pragma once

#include "core/torch/captioner.h"

#include <functional>
#include <optional>

namespace nanocap::torch_engine {

/// Calls `release` (if any), hands free pages of the heap back to the kernel and says how far the resident
/// set fell.
engine::RowOutcome cleanHeap(const std::function<void()>& release = {});

class ModelRows
{
public:
    /// Runs the next row; any other is ENGINE_ERROR. A row that failed may be run again. Throws c10::Error.
    Result<engine::RowOutcome> run(Row row, const engine::LoadRequest& request,
                                   const engine::Progress& progress);
    bool isReady() const { return m_done == rowCount; }
    Captioner& captioner() { return *m_captioner; } ///< once ready
    int threads() const { return m_request.threads; }
    /// Gives everything back; the rows start over.
    void release();

private:
    Result<engine::RowOutcome> runNext(Row row, const engine::Progress& progress);
    engine::RowOutcome startLibrary();
    Result<engine::RowOutcome> openCheckpoint();
    Result<engine::RowOutcome> proveNoGradients();
    engine::RowOutcome build();
    Result<engine::RowOutcome> proveEvaluation();
    Result<engine::RowOutcome> readWeights(const engine::Progress& progress);
    Result<engine::RowOutcome> finish();

    std::size_t m_done = 0;
    engine::LoadRequest m_request;
    std::optional<checkpoint::Checkpoint> m_checkpoint; ///< until CLEANUP
    std::optional<load::NetworkShape> m_network;        ///< until CLEANUP
    std::unique_ptr<Weights> m_weights;
    std::unique_ptr<Captioner> m_captioner;
};

} // namespace nanocap::torch_engine
