// SPDX-License-Identifier: Apache-2.0
// Bytes as a file that never touches a disk.
#pragma once

#include <string>
#include <string_view>

class MemoryFile
{
public:
    explicit MemoryFile(std::string_view bytes = {});
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    void assign(std::string_view bytes);
    /// Opens the same bytes again, with a position of its own.
    const std::string& path() const { return m_path; }

private:
    int m_descriptor;
    std::string m_path;
};
