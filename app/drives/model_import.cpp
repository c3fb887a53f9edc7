// SPDX-License-Identifier: Apache-2.0
#include "app/drives/model_import.h"

#include "app/drives/checksum_file.h"
#include "app/drives/drive_finder.h"
#include "core/base/path_text.h"
#include "core/checkpoint/checkpoint.h"

#include <QCryptographicHash>
#include <QScopeGuard>

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace nanocap::drives {

namespace fs = std::filesystem;

namespace {

constexpr char leftover[] = ".nanocap-part";
constexpr std::size_t blockBytes = std::size_t(1) << 20;
constexpr std::int64_t spareMb = 16; // the recorder and the settings still want to be written

std::string shown(const std::string& path)
{
    return shownPath(path).toStdString();
}

std::string lastError()
{
    return std::generic_category().message(errno);
}

Failure pulledOut(const std::string& from, const std::string& why)
{
    return driveFailure(said("Drives",
                             "%1 cannot be read to its end (%2). Was the drive pulled out? Nothing was "
                             "kept of it; put the drive in and try again.")
                            .with({shown(from), why}),
                        shownPath(from));
}

Failure notWritten(const std::string& target, const std::string& why)
{
    return driveFailure(
        said("Drives", "The model could not be copied: %1 cannot be written (%2). Nothing was kept of it.")
            .with({shown(target), why}),
        shownPath(target));
}

std::optional<Failure> noRoom(const std::string& from, std::int64_t bytes, const std::string& folder)
{
    struct statvfs disk = {};
    if (::statvfs(folder.c_str(), &disk) != 0)
        return notWritten(folder, lastError());
    const Bytes room(static_cast<std::int64_t>(disk.f_bavail) * static_cast<std::int64_t>(disk.f_frsize));
    const Bytes needed = Bytes(bytes) + Bytes::fromMegabytes(spareMb);
    if (room >= needed)
        return std::nullopt;
    return driveFailure(
        said("Drives", "There is no room for %1: it needs %2 MB, and %3 MB are free in %4. Remove a model "
                       "first.")
            .with({shown(fs::path(from).filename().string()), std::to_string(wholeMegabytes(needed)),
                   std::to_string(wholeMegabytes(room)), shown(folder)}),
        shownPath(from));
}

/// Hash of a file that is there already; empty when it cannot be read.
std::string sumOf(const std::string& path)
{
    const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return {};
    const auto close = qScopeGuard([file] { ::close(file); });
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::vector<char> block(blockBytes);
    ssize_t got = 0;
    while ((got = ::read(file, block.data(), block.size())) > 0)
        hash.addData(QByteArrayView(block.data(), got));
    return got == 0 ? hash.result().toHex().toStdString() : std::string();
}

bool writeAll(int file, const char* bytes, std::size_t count)
{
    while (count > 0) {
        const ssize_t put = ::write(file, bytes, count);
        if (put < 0 && errno == EINTR)
            continue;
        if (put <= 0) {
            if (put == 0)
                errno = ENOSPC;
            return false;
        }
        bytes += put;
        count -= static_cast<std::size_t>(put);
    }
    return true;
}

/// Copies `source` to a new file `part` and returns its SHA-256.
Result<std::string> copy(int source, std::int64_t size, const std::string& from, const std::string& part,
                         const CopyProgress& progress)
{
    const int file = ::open(part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0644);
    if (file < 0)
        return fail(notWritten(part, lastError()));
    const auto close = qScopeGuard([file] { ::close(file); });
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::vector<char> block(blockBytes);
    std::int64_t done = 0;
    while (done < size) {
        if (progress && !progress(Bytes(done), Bytes(size)))
            return fail(
                makeFailure("CANCELLED", said("Drives", "The copy was cancelled. Nothing was kept of it.")));
        const ssize_t got = ::read(source, block.data(), block.size());
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(pulledOut(from, lastError()));
        if (got == 0)
            return fail(pulledOut(from, std::to_string(wholeMegabytes(Bytes(done))) + " MB of " +
                                            std::to_string(wholeMegabytes(Bytes(size))) + " MB"));
        hash.addData(QByteArrayView(block.data(), got));
        if (!writeAll(file, block.data(), static_cast<std::size_t>(got)))
            return fail(notWritten(part, lastError()));
        done += got;
    }
    if (::fsync(file) != 0)
        return fail(notWritten(part, lastError()));
    if (progress)
        progress(Bytes(size), Bytes(size));
    return hash.result().toHex().toStdString();
}

} // namespace

PendingModel::~PendingModel()
{
    if (!m_kept)
        ::unlink(m_part.c_str());
}

Status PendingModel::keep()
{
    if (::rename(m_part.c_str(), m_target.c_str()) != 0)
        return fail(notWritten(m_target, lastError()));
    m_kept = true;
    const int folder = ::open(fs::path(m_target).parent_path().c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder >= 0) {
        ::fsync(folder);
        ::close(folder);
    }
    return ok();
}

Result<std::shared_ptr<PendingModel>> importModel(const std::string& from, const std::string& folder,
                                                  const CopyProgress& progress)
{
    const int source = ::open(from.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (source < 0)
        return fail(pulledOut(from, lastError()));
    const auto close = qScopeGuard([source] { ::close(source); });
    struct stat info = {};
    if (::fstat(source, &info) != 0)
        return fail(pulledOut(from, lastError()));
    if (!S_ISREG(info.st_mode))
        return fail(pulledOut(from, "not a file"));
    const auto expected = expectedSum(from);
    if (!expected)
        return fail(expected.error());
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return fail(notWritten(folder, error.message()));
    if (auto full = noRoom(from, info.st_size, folder))
        return fail(*full);

    const std::string target = (fs::path(folder) / fs::path(from).filename()).string();
    const auto pending = std::make_shared<PendingModel>(target + leftover, target);
    const auto sum = copy(source, info.st_size, from, target + leftover, progress);
    if (!sum)
        return fail(sum.error());
    pending->sum = *sum;
    pending->checked = expected->has_value();
    if (*expected && **expected != *sum)
        return fail(driveFailure(
            said("Drives",
                 "%1 is not the file its checksum was made of: it should be %2 and is %3. Copy it to "
                 "the drive again. Nothing was kept of it.")
                .with({shown(fs::path(from).filename().string()), **expected, *sum}),
            shownPath(from)));
    if (auto opened = checkpoint::open(target + leftover, checkpoint::Verify::Auto, target); !opened)
        return fail(opened.error());
    if (fs::exists(target, error)) {
        pending->isThere = sumOf(target) == *sum;
        pending->replaces = !pending->isThere;
    }
    return pending;
}

void removeLeftovers(const std::string& folder)
{
    std::error_code error;
    std::vector<fs::path> found;
    for (auto entry = fs::directory_iterator(folder, error); !error && entry != fs::directory_iterator();
         entry.increment(error))
        if (entry->path().filename().string().ends_with(leftover))
            found.push_back(entry->path());
    for (const fs::path& path : found)
        fs::remove(path, error);
}

} // namespace nanocap::drives
