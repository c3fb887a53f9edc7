// SPDX-License-Identifier: Apache-2.0
#include "core/base/whole_file.h"

#include "core/base/write_all.h"

#include <atomic>
#include <filesystem>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>

namespace nanocap {

namespace {

std::string reason()
{
    return std::generic_category().message(errno);
}

/// A pipe or a terminal has no old text to keep.
std::string writeThrough(const std::string& path, std::string_view bytes)
{
    const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return reason();
    const std::string why = writeAll(fd, bytes.data(), bytes.size()) ? std::string() : reason();
    ::close(fd);
    return why;
}

} // namespace

std::string writeWholeFile(const std::string& path, std::string_view bytes)
{
    // A link stays a link: what it points to is replaced.
    std::error_code error;
    const std::filesystem::path real = std::filesystem::canonical(path, error);
    const std::string target = error ? path : real.string();
    struct stat old = {};
    const bool exists = ::stat(target.c_str(), &old) == 0;
    if (exists && !S_ISREG(old.st_mode) && !S_ISDIR(old.st_mode))
        return writeThrough(target, bytes);

    static std::atomic<unsigned> count{0};
    const std::string fresh = target + '.' + std::to_string(::getpid()) + '-' + std::to_string(count++);
    const int fd = ::open(fresh.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0)
        return reason();
    std::string why;
    if (exists)
        ::fchmod(fd, old.st_mode & 07777);
    if (!writeAll(fd, bytes.data(), bytes.size()) || ::fsync(fd) != 0)
        why = reason();
    if (::close(fd) != 0 && why.empty())
        why = reason();
    if (why.empty() && ::rename(fresh.c_str(), target.c_str()) != 0)
        why = reason();
    if (!why.empty())
        ::unlink(fresh.c_str());
    return why;
}

} // namespace nanocap
