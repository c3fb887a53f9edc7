// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/pickle_heap.h"

#include <algorithm>

namespace nanocap::checkpoint {

namespace {
constexpr std::size_t firstChunk = 16 * 1024, laterChunk = 128 * 1024;
}

bool PickleHeap::charge(std::size_t size)
{
    if (size > limits::heapBytes || m_used > limits::heapBytes - size)
        return false;
    m_used += size;
    m_peak = std::max(m_peak, m_used);
    return true;
}

void* PickleHeap::allocate(std::size_t size)
{
    size = (size + 7) & ~std::size_t(7);
    if (size <= m_room) {
        std::byte* at = m_at;
        m_at += size;
        m_room -= size;
        return at;
    }
    const std::size_t chunk = m_chunks.empty() ? firstChunk : laterChunk;
    // A large object gets a block of its own, so that the rest of the current chunk stays in use.
    const bool alone = size > chunk / 4;
    const std::size_t bytes = alone ? size : chunk;
    if (!charge(bytes))
        return nullptr;
    m_chunks.push_back(std::unique_ptr<std::byte[]>(new std::byte[bytes]));
    std::byte* at = m_chunks.back().get();
    if (!alone) {
        m_at = at + size;
        m_room = bytes - size;
    }
    return at;
}

} // namespace nanocap::checkpoint
