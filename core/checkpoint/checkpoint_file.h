// SPDX-License-Identifier: Apache-2.0
// The open file behind a Checkpoint. Reads are positional and checked: a file that became shorter or
// different is a typed refusal, where a mapping would raise SIGBUS in whoever looks at it.
#pragma once

#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/codes.h"

#include <cstdint>
#include <memory>
#include <string>

namespace nanocap::checkpoint {

class CheckpointFile
{
public:
    /// Opens without blocking (a FIFO must not hang the caller) and accepts regular files only. FILE_OPEN.
    static Checked<std::shared_ptr<const CheckpointFile>> open(const std::string& path);
    ~CheckpointFile();
    CheckpointFile(const CheckpointFile&) = delete;
    CheckpointFile& operator=(const CheckpointFile&) = delete;

    int descriptor() const { return m_descriptor; }
    std::uint64_t size() const { return m_identity.size; }
    const FileIdentity& identity() const { return m_identity; }

    /// Reads exactly `size` bytes; CHANGED when the file has become shorter, IO when the device fails.
    Checked<void> readAt(std::uint64_t offset, std::uint8_t* to, std::size_t size) const;
    /// Tells the kernel whether small reads all over the file follow (it then reads nothing ahead: 260 local
    /// headers would otherwise cost 33 MB from a card) or long runs.
    void expectScatteredReads(bool scattered) const;
    /// CHANGED when size, time of modification or inode differ from those at opening.
    Checked<void> checkUnchanged() const;

private:
    CheckpointFile(int descriptor, const FileIdentity& identity)
        : m_descriptor(descriptor), m_identity(identity)
    {
    }

    int m_descriptor;
    FileIdentity m_identity;
};

} // namespace nanocap::checkpoint
