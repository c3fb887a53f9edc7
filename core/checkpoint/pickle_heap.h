// SPDX-License-Identifier: Apache-2.0
// Memory of one run of the pickle machine: everything it makes lives here, is charged against one limit, and
// is given back at once without visiting it (so no depth of nesting can exhaust the stack).
#pragma once

#include "core/checkpoint/limits.h"

#include <cstddef>
#include <memory>
#include <type_traits>
#include <vector>

namespace nanocap::checkpoint {

class PickleHeap
{
public:
    /// `size` bytes aligned to 8; nullptr once the limit would be passed.
    void* allocate(std::size_t size);
    template <class T> T* make()
    {
        static_assert(std::is_trivially_destructible_v<T> && alignof(T) <= 8);
        void* at = allocate(sizeof(T));
        return at ? new (at) T() : nullptr;
    }
    /// Accounts for memory held elsewhere (stack, memo); false once the limit would be passed.
    bool charge(std::size_t size);
    void release(std::size_t size) { m_used -= size; }

    std::size_t peak() const { return m_peak; }

private:
    std::vector<std::unique_ptr<std::byte[]>> m_chunks;
    std::byte* m_at = nullptr;
    std::size_t m_room = 0;
    std::size_t m_used = 0;
    std::size_t m_peak = 0;
};

} // namespace nanocap::checkpoint
