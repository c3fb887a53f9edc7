// SPDX-License-Identifier: Apache-2.0
// XNNPACK's memory: what its operators keep comes out of one block that was planned for, in the order they
// are made, and goes when the block goes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace nanocap::torch_engine {

/// Starts the library with an allocator that serves the current arena. Before libtorch can do it without.
/// Throws std::runtime_error when this processor is not supported.
void startXnnpack();

class XnnArena
{
public:
    XnnArena() = default;
    XnnArena(void* block, std::size_t size) : m_begin(static_cast<std::uint8_t*>(block)), m_size(size) {}

    void* take(std::size_t size, std::size_t alignment); ///< null when the block is used up
    std::size_t used() const { return m_used; }
    bool owns(const void* pointer) const { return pointer >= m_begin && pointer < m_begin + m_size; }

    /// While one lives, XNNPACK takes from `arena`; in one thread at a time.
    class Use
    {
    public:
        explicit Use(XnnArena& arena);
        ~Use();
        Use(const Use&) = delete;
        Use& operator=(const Use&) = delete;
    };

private:
    std::uint8_t* m_begin = nullptr;
    std::size_t m_size = 0, m_used = 0;
};

} // namespace nanocap::torch_engine
