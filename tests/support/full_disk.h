// SPDX-License-Identifier: Apache-2.0
// A disk that is full for as long as the object lives: the kernel's limit of the file size stops every write
// of this process in its middle. Nothing may be printed to a file meanwhile.
#pragma once

#include <csignal>
#include <sys/resource.h>

namespace nanocap::tests {

class FullDisk
{
public:
    explicit FullDisk(rlim_t bytes = 20)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        m_signal = std::signal(SIGXFSZ, SIG_IGN);
        const rlimit small = {bytes, m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_signal);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before = {};
    void (*m_signal)(int) = nullptr;
};

} // namespace nanocap::tests
