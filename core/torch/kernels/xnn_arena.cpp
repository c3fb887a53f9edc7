// SPDX-License-Identifier: Apache-2.0
#include "core/torch/kernels/xnn_arena.h"

#include <xnnpack.h>

#include <cstdlib>
#include <stdexcept>

namespace nanocap::torch_engine {

namespace {

thread_local XnnArena* current = nullptr;

constexpr std::size_t plainAlignment = alignof(std::max_align_t);

void* allocate(void*, std::size_t size)
{
    return current ? current->take(size, plainAlignment) : std::malloc(size);
}

void* reallocate(void*, void* pointer, std::size_t size)
{
    if (!current)
        return std::realloc(pointer, size);
    // Operators are set up once, for one size: nothing they have ever grows.
    return pointer ? nullptr : current->take(size, plainAlignment);
}

void deallocate(void*, void* pointer)
{
    if (!current || !current->owns(pointer))
        std::free(pointer);
}

void* allocateAligned(void*, std::size_t alignment, std::size_t size)
{
    if (current)
        return current->take(size, alignment);
    void* block = nullptr;
    return posix_memalign(&block, alignment, size) == 0 ? block : nullptr;
}

const xnn_allocator allocator = {nullptr, &allocate, &reallocate, &deallocate, &allocateAligned, &deallocate};

} // namespace

void startXnnpack()
{
    if (xnn_initialize(&allocator) != xnn_status_success)
        throw std::runtime_error("XNNPACK does not support this processor");
}

void* XnnArena::take(std::size_t size, std::size_t alignment)
{
    const std::size_t begin = (m_used + alignment - 1) / alignment * alignment;
    if (begin > m_size || size > m_size - begin)
        return nullptr;
    m_used = begin + size;
    return m_begin + begin;
}

XnnArena::Use::Use(XnnArena& arena)
{
    current = &arena;
}

XnnArena::Use::~Use()
{
    current = nullptr;
}

} // namespace nanocap::torch_engine
