// SPDX-License-Identifier: Apache-2.0
// Writing to a file descriptor until all of it is there. Free of every library, because the helper processes
// of the sources, which must stay small, write with it too. Any thread.
#pragma once

#include <cerrno>
#include <cstddef>
#include <unistd.h>

namespace nanocap {

/// False when the descriptor takes no more (a full disk, a reader that went away); `errno` says why. Some of
/// the bytes may be written then.
inline bool writeAll(int fd, const void* data, std::size_t size)
{
    const auto* from = static_cast<const char*>(data);
    while (size > 0) {
        const ssize_t written = ::write(fd, from, size);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        from += written;
        size -= static_cast<std::size_t>(written);
    }
    return true;
}

} // namespace nanocap
