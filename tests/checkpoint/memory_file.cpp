// SPDX-License-Identifier: Apache-2.0
#include "tests/checkpoint/memory_file.h"

#include <cstdlib>
#include <sys/mman.h>
#include <unistd.h>

MemoryFile::MemoryFile(std::string_view bytes) : m_descriptor(::memfd_create("model", MFD_CLOEXEC))
{
    m_path = "/proc/self/fd/" + std::to_string(m_descriptor);
    assign(bytes);
}

MemoryFile::~MemoryFile()
{
    ::close(m_descriptor);
}

void MemoryFile::assign(std::string_view bytes)
{
    if (::ftruncate(m_descriptor, 0) != 0)
        std::abort();
    std::size_t done = 0;
    while (done < bytes.size()) {
        const ssize_t put =
            ::pwrite(m_descriptor, bytes.data() + done, bytes.size() - done, static_cast<off_t>(done));
        if (put <= 0)
            std::abort();
        done += static_cast<std::size_t>(put);
    }
}
