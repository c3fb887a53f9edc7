// SPDX-License-Identifier: Apache-2.0
#include "core/torch/budget_allocator.h"

#include <c10/core/CPUAllocator.h>
#include <c10/util/Exception.h>

#include <malloc.h>

#include <atomic>
#include <cstdlib>
#include <mutex>

namespace nanocap::torch_engine::budget_allocator {

namespace {

struct Ledger
{
    std::atomic<std::int64_t> used{0}, budget{0}, armed{0}, count{0};
    std::mutex refusalMutex;
    Refusal refusal;
};

// Blocks may be freed while static objects go away: the ledger is never destroyed.
Ledger& ledger()
{
    static Ledger* const instance = new Ledger;
    return *instance;
}

void release(void* block)
{
    if (!block)
        return;
    ledger().used -= static_cast<std::int64_t>(malloc_usable_size(block));
    std::free(block);
}

[[noreturn]] void refuse(std::size_t asked, bool armed)
{
    Ledger& l = ledger();
    {
        const std::lock_guard lock(l.refusalMutex);
        l.refusal = {Bytes(static_cast<std::int64_t>(asked)), Bytes(l.used), Bytes(l.budget), armed};
    }
    TORCH_CHECK_WITH(OutOfMemoryError, false, "tensor of ", asked, " bytes refused: ", l.used.load(),
                     " in use, budget ", l.budget.load());
    std::abort(); // not reached: the check throws
}

class Allocator final : public c10::Allocator
{
public:
    c10::DataPtr allocate(std::size_t size) const override
    {
        Ledger& l = ledger();
        if (size == 0)
            return {nullptr, nullptr, &release, at::Device(at::DeviceType::CPU)};
        ++l.count;
        if (l.armed > 0 && --l.armed == 0)
            refuse(size, true);
        const std::int64_t budget = l.budget;
        if (budget > 0 &&
            (size > static_cast<std::size_t>(budget) || l.used + static_cast<std::int64_t>(size) > budget))
            refuse(size, false);
        void* block = nullptr;
        if (posix_memalign(&block, 64, size) != 0)
            refuse(size, false);
        l.used += static_cast<std::int64_t>(malloc_usable_size(block));
        return {block, block, &release, at::Device(at::DeviceType::CPU)};
    }
    c10::DeleterFnPtr raw_deleter() const override { return &release; }
};

} // namespace

void install()
{
    // Old blocks keep their deleter, so the allocator lives as long as the process.
    static Allocator* const allocator = new Allocator;
    c10::SetCPUAllocator(allocator, 100);
}

void setBudget(Bytes budget)
{
    ledger().budget = budget.count();
    const std::lock_guard lock(ledger().refusalMutex);
    ledger().refusal = {};
}

Bytes used()
{
    return Bytes(ledger().used);
}
void failAllocation(std::int64_t nth)
{
    ledger().armed = nth;
}
std::int64_t allocations()
{
    return ledger().count;
}

Refusal lastRefusal()
{
    const std::lock_guard lock(ledger().refusalMutex);
    return ledger().refusal;
}

} // namespace nanocap::torch_engine::budget_allocator
