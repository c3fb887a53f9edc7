// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/checkpoint_file.h"

#include "core/checkpoint/file_kind.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace nanocap::checkpoint {

namespace {

FileIdentity identityOf(const struct stat& status)
{
    FileIdentity identity;
    identity.device = status.st_dev;
    identity.inode = status.st_ino;
    identity.size = static_cast<std::uint64_t>(status.st_size);
    identity.modifiedNs = std::int64_t(status.st_mtim.tv_sec) * 1'000'000'000 + status.st_mtim.tv_nsec;
    return identity;
}

tl::unexpected<Refusal> cannotOpen(std::string reason)
{
    std::string detail = "open: " + reason;
    return refuse(Code::FileOpen, std::move(detail), {}, std::move(reason));
}

tl::unexpected<Refusal> readFailed(int error, std::uint64_t offset)
{
    return refuse(Code::Io, "pread at " + std::to_string(offset) + ": " + std::strerror(error), {},
                  std::strerror(error));
}

} // namespace

Checked<std::shared_ptr<const CheckpointFile>> CheckpointFile::open(const std::string& path)
{
    if (path.find('\0') != std::string::npos)
        return cannotOpen("the name contains a NUL");
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (descriptor < 0) {
        const int error = errno;
        if (error == ENOMEM)
            return refuse(Code::Memory, std::string("open: ") + std::strerror(error));
        return error == EIO ? readFailed(error, 0) : cannotOpen(std::strerror(error));
    }
    struct stat status = {};
    if (::fstat(descriptor, &status) != 0) {
        const int error = errno;
        ::close(descriptor);
        return readFailed(error, 0);
    }
    if (!S_ISREG(status.st_mode)) {
        ::close(descriptor);
        if (S_ISDIR(status.st_mode))
            return tl::unexpected(describeFolder(path));
        return cannotOpen("it is not a regular file");
    }
    try {
        return std::shared_ptr<const CheckpointFile>(new CheckpointFile(descriptor, identityOf(status)));
    } catch (...) {
        ::close(descriptor);
        throw;
    }
}

CheckpointFile::~CheckpointFile()
{
    ::close(m_descriptor);
}

Checked<void> CheckpointFile::readAt(std::uint64_t offset, std::uint8_t* to, std::size_t size) const
{
    if (offset > m_identity.size || size > m_identity.size - offset)
        return refuse(Code::Internal, "read of " + std::to_string(size) + " bytes at " +
                                          std::to_string(offset) + " lies outside the file of " +
                                          std::to_string(m_identity.size));
    while (size > 0) {
        const ssize_t got = ::pread(m_descriptor, to, size, static_cast<off_t>(offset));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return readFailed(errno, offset);
        if (got == 0)
            return refuse(Code::Changed, "the file now ends at or before byte " + std::to_string(offset) +
                                             ", it had " + std::to_string(m_identity.size) +
                                             " bytes when it was opened");
        to += got;
        offset += static_cast<std::uint64_t>(got);
        size -= static_cast<std::size_t>(got);
    }
    return {};
}

void CheckpointFile::expectScatteredReads(bool scattered) const
{
    ::posix_fadvise(m_descriptor, 0, 0, scattered ? POSIX_FADV_RANDOM : POSIX_FADV_NORMAL);
}

Checked<void> CheckpointFile::checkUnchanged() const
{
    struct stat status = {};
    if (::fstat(m_descriptor, &status) != 0)
        return readFailed(errno, 0);
    const FileIdentity now = identityOf(status);
    if (now == m_identity)
        return {};
    return refuse(Code::Changed, "size or time of modification differ: " + std::to_string(m_identity.size) +
                                     " bytes when it was opened, " + std::to_string(now.size) + " bytes now");
}

} // namespace nanocap::checkpoint
