// SPDX-License-Identifier: Apache-2.0
// Reads a range of the file front to back through one small window, so that a directory or contents list of
// any size costs the same memory.
#pragma once

#include "core/checkpoint/checkpoint_file.h"

#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>

namespace nanocap::checkpoint {

class ByteReader
{
public:
    static constexpr std::size_t windowBytes = 256 * 1024;

    ByteReader(const CheckpointFile& file, std::uint64_t begin, std::uint64_t size);

    std::uint64_t left() const { return m_left + (m_filled - m_cursor); }
    std::uint64_t position() const { return m_size - left(); } ///< from the start of the range
    std::size_t windowCost() const { return m_capacity; }

    /// The next `count` (at most windowBytes) bytes in one piece, consumed; nullptr when fewer are left or a
    /// read failed (see failure()).
    const std::uint8_t* take(std::size_t count)
    {
        if (m_filled - m_cursor < count && !refill(count))
            return nullptr;
        const std::uint8_t* at = m_window.get() + m_cursor;
        m_cursor += count;
        return at;
    }
    /// Copies `count` bytes of any number; false as for take().
    bool copy(char* to, std::size_t count);
    bool skip(std::uint64_t count);
    /// Set when a read failed rather than the range ending.
    const std::optional<Refusal>& failure() const { return m_failure; }

private:
    bool refill(std::size_t count);

    const CheckpointFile& m_file;
    std::uint64_t m_next; ///< file offset of the first byte not in the window
    std::uint64_t m_left; ///< bytes of the range not yet read
    std::uint64_t m_size;
    std::size_t m_capacity;
    std::unique_ptr<std::uint8_t[]> m_window;
    std::size_t m_cursor = 0;
    std::size_t m_filled = 0;
    std::optional<Refusal> m_failure;
};

inline std::uint16_t le16(const std::uint8_t* p)
{
    return static_cast<std::uint16_t>(p[0] | (p[1] << 8));
}
inline std::uint32_t le32(const std::uint8_t* p)
{
    return le16(p) | (std::uint32_t(le16(p + 2)) << 16);
}
inline std::uint64_t le64(const std::uint8_t* p)
{
    return le32(p) | (std::uint64_t(le32(p + 4)) << 32);
}

} // namespace nanocap::checkpoint
