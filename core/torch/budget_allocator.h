// SPDX-License-Identifier: Apache-2.0
// BudgetAllocator: libtorch's CPU allocator for the whole process. It keeps the ledger of tensor bytes and
// refuses what exceeds the budget, so that asking for too much is a clean failure instead of a visit from the
// kernel.
#pragma once

#include "core/base/bytes.h"

#include <cstdint>

namespace nanocap::torch_engine {

/// What the last refusal was about; cleared by the next install or budget.
struct Refusal
{
    Bytes asked; ///< the block that was refused
    Bytes used;  ///< live tensor bytes at that moment
    Bytes budget;
    bool armed = false; ///< refused because a test asked for it
};

/// Process-wide, any thread. Blocks are 64-byte aligned; bytes are what the heap really set aside.
namespace budget_allocator {

/// Becomes libtorch's CPU allocator; call before any tensor exists. Idempotent.
void install();
void setBudget(Bytes budget); ///< 0 = no limit
Bytes used();
/// The n-th allocation from now on is refused (1 = the next); 0 disarms.
void failAllocation(std::int64_t nth);
/// Allocations served or refused since the process started; tells a test how many there are to refuse.
std::int64_t allocations();
Refusal lastRefusal();

} // namespace budget_allocator
} // namespace nanocap::torch_engine
