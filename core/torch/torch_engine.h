// SPDX-License-Identifier: Apache-2.0
// TorchEngine: the engine that really computes, in this process. It serves nanocap-engine's main and tests.
// One model per object; one thread at a time; no exception leaves it.
#pragma once

#include "core/engine/engine.h"

#include <memory>

namespace nanocap::torch_engine {

class TorchEngine final : public engine::Engine
{
public:
    TorchEngine();
    ~TorchEngine() override;

    Result<engine::RowOutcome> run(Row row, const engine::LoadRequest& request,
                                   const engine::Progress& progress) override;
    Result<engine::Caption> caption(const engine::ImageView& image,
                                    const engine::CaptionOptions& options) override;
    Result<engine::RowOutcome> cleanUp() override;
    void end() override;

    /// Test switches of the allocator: refuses the n-th allocation from now on (1 = the next, 0 = none).
    void failAllocation(std::int64_t nth);
    /// Lets the allocator refuse once, now, and returns the failure that makes (NANOCAP_TEST_HOLD=ROW:alloc).
    Failure refuseAllocation(Row row);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace nanocap::torch_engine
