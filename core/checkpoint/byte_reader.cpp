// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/byte_reader.h"

#include <algorithm>

namespace nanocap::checkpoint {

ByteReader::ByteReader(const CheckpointFile& file, std::uint64_t begin, std::uint64_t size)
    : m_file(file), m_next(begin), m_left(size), m_size(size),
      m_capacity(static_cast<std::size_t>(std::clamp<std::uint64_t>(size, 1, windowBytes))),
      m_window(new std::uint8_t[m_capacity])
{
}

bool ByteReader::refill(std::size_t count)
{
    if (m_failure || count > m_capacity || count > left())
        return false;
    const std::size_t kept = m_filled - m_cursor;
    std::memmove(m_window.get(), m_window.get() + m_cursor, kept);
    const std::size_t wanted = static_cast<std::size_t>(std::min<std::uint64_t>(m_capacity - kept, m_left));
    m_cursor = 0;
    m_filled = kept;
    if (auto read = m_file.readAt(m_next, m_window.get() + kept, wanted); !read) {
        m_failure = std::move(read.error());
        return false;
    }
    m_filled += wanted;
    m_next += wanted;
    m_left -= wanted;
    return true;
}

bool ByteReader::copy(char* to, std::size_t count)
{
    while (count > 0) {
        const std::size_t piece = std::min(count, m_capacity);
        const std::uint8_t* from = take(piece);
        if (!from)
            return false;
        std::memcpy(to, from, piece);
        to += piece;
        count -= piece;
    }
    return true;
}

bool ByteReader::skip(std::uint64_t count)
{
    if (count > left())
        return false;
    while (count > 0) {
        const std::size_t piece = static_cast<std::size_t>(std::min<std::uint64_t>(count, m_capacity));
        if (!take(piece))
            return false;
        count -= piece;
    }
    return true;
}

} // namespace nanocap::checkpoint
