// SPDX-License-Identifier: Apache-2.0
#include "core/torch/torch_engine.h"

#include "core/memory/file_pages.h"
#include "core/memory/reading.h"
#include "core/torch/boundary.h"
#include "core/torch/budget_allocator.h"
#include "core/torch/model_rows.h"
#include "core/torch/runtime.h"

namespace nanocap::torch_engine {

using engine::Caption;
using engine::CaptionOptions;
using engine::ImageView;
using engine::LoadRequest;
using engine::Progress;
using engine::RowOutcome;

namespace {

void addFigures(RowOutcome& outcome)
{
    const memory::ProcessReading own = memory::readProcess(memory::ownPid());
    outcome.rss = own.rss;
    outcome.peakRss = own.peakRss;
    outcome.tensorBytes = budget_allocator::used();
}

} // namespace

struct TorchEngine::State
{
    ModelRows rows;
};

TorchEngine::TorchEngine() : m_state(std::make_unique<State>()) {}

TorchEngine::~TorchEngine()
{
    end();
}

Result<RowOutcome> TorchEngine::run(Row row, const LoadRequest& request, const Progress& progress)
{
    return guarded(row, [&]() -> Result<RowOutcome> {
        const NoGradients guard;
        Result<RowOutcome> outcome = m_state->rows.run(row, request, progress);
        if (outcome)
            addFigures(*outcome);
        return outcome;
    });
}

Result<Caption> TorchEngine::caption(const ImageView& image, const CaptionOptions& options)
{
    return guarded({}, [&]() -> Result<Caption> {
        if (!m_state->rows.isReady())
            return fail(engineError({}, "no model is loaded"));
        const NoGradients guard;
        return m_state->rows.captioner().caption(image, options);
    });
}

Result<RowOutcome> TorchEngine::cleanUp()
{
    return guarded({}, [&]() -> Result<RowOutcome> {
        memory::markFilePagesCold();
        RowOutcome outcome = cleanHeap();
        addFigures(outcome);
        return outcome;
    });
}

void TorchEngine::end()
{
    m_state->rows.release();
}

void TorchEngine::failAllocation(std::int64_t nth)
{
    budget_allocator::failAllocation(nth);
}

Failure TorchEngine::refuseAllocation(Row row)
{
    const auto refused = guarded(row, [&]() -> Status {
        budget_allocator::install();
        budget_allocator::failAllocation(1);
        startRuntime(m_state->rows.threads()); // allocates, whatever the row
        return fail(engineError(row, "the allocator refused nothing"));
    });
    budget_allocator::failAllocation(0);
    return refused.error();
}

} // namespace nanocap::torch_engine
