// SPDX-License-Identifier: Apache-2.0
// CancelToken: set from any thread, read by whatever runs a row.
#pragma once

#include <atomic>

namespace nanocap::engine {

class CancelToken
{
public:
    void request() { m_requested.store(true, std::memory_order_relaxed); }
    bool requested() const { return m_requested.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> m_requested{false};
};

} // namespace nanocap::engine
