// SPDX-License-Identifier: Apache-2.0
// EngineServer: answers wire requests with an Engine until the caller closes the socket. The whole of what
// nanocap-engine does after start; runs in its main thread.
#pragma once

#include "core/engine/channel.h"
#include "core/engine/test_hold.h"

namespace nanocap::engine {

class EngineServer
{
public:
    /// `refuseAllocation` plays the Alloc fault: it must make the engine's allocator refuse once and say so.
    using RefuseAllocation = std::function<Failure(Row)>;
    EngineServer(Channel& channel, Engine& engine, std::optional<TestHold> hold,
                 RefuseAllocation refuseAllocation);

    /// Says hello, then serves. Returns the process's exit code: 0 at end of file, 1 when the caller talks
    /// nonsense.
    int serve(const std::string& programVersion);

private:
    bool answer(const wire::Message& message);
    bool runRow(const wire::RunRow& request);
    Channel& m_channel;
    Engine& m_engine;
    std::optional<TestHold> m_hold;
    RefuseAllocation m_refuseAllocation;
};

} // namespace nanocap::engine
