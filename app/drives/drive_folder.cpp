// SPDX-License-Identifier: Apache-2.0
#include "app/drives/drive_folder.h"

#include "app/drives/drive_finder.h"
#include "core/base/path_text.h"
#include "core/base/whole_file.h"
#include "core/catalog/listing.h"

#include <algorithm>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <unistd.h>

namespace nanocap::drives {

namespace fs = std::filesystem;

namespace {

constexpr int mostFolders = 2;
constexpr std::size_t mostModels = 200;
constexpr std::uintmax_t mostBytes = 16 << 20;

Failure unreadable(const std::string& folder, const std::error_code& error)
{
    return driveFailure(said("Drives", "%1 cannot be read (%2). Was the drive pulled out?")
                            .with({shownPath(folder).toStdString(), error.message()}),
                        shownPath(folder));
}

void collect(const fs::path& folder, int depth, std::vector<ModelFile>& found)
{
    std::error_code error;
    for (auto entry = fs::directory_iterator(folder, error);
         !error && entry != fs::directory_iterator() && found.size() < mostModels; entry.increment(error)) {
        std::error_code ignored;
        const fs::file_status status = entry->symlink_status(ignored);
        const std::string name = entry->path().filename().string();
        if (fs::is_directory(status) && depth < mostFolders && !name.starts_with('.'))
            collect(entry->path(), depth + 1, found);
        else if (fs::is_regular_file(status) && catalog::stemOfCheckpoint(name) && !name.starts_with('.'))
            found.push_back(
                {entry->path().string(), name, Bytes(static_cast<std::int64_t>(entry->file_size(ignored)))});
    }
}

} // namespace

Result<std::vector<ModelFile>> modelsOn(const std::string& folder)
{
    std::error_code error;
    const fs::directory_iterator readable(folder, error);
    if (error)
        return fail(unreadable(folder, error));
    std::vector<ModelFile> found;
    collect(folder, 0, found);
    std::sort(found.begin(), found.end(),
              [](const ModelFile& a, const ModelFile& b) { return a.path < b.path; });
    return found;
}

Result<std::string> writeFiles(const std::string& folder, const std::string& name,
                               const std::vector<std::pair<std::string, std::string>>& files)
{
    const fs::path target = name.empty() ? fs::path(folder) : fs::path(folder) / name;
    std::error_code error;
    const bool made = fs::create_directory(target, error);
    std::string problem = error ? error.message() : std::string();
    std::vector<fs::path> written;
    for (const auto& [file, content] : files) {
        if (!problem.empty())
            break;
        problem = writeWholeFile((target / file).string(), content);
        if (problem.empty())
            written.push_back(target / file);
        const int descriptor = ::open((target / file).c_str(), O_RDONLY | O_CLOEXEC);
        if (problem.empty() && (descriptor < 0 || ::fsync(descriptor) != 0))
            problem = std::generic_category().message(errno);
        if (descriptor >= 0)
            ::close(descriptor);
    }
    if (problem.empty())
        return target.string();
    for (const fs::path& file : written)
        fs::remove(file, error);
    if (made)
        fs::remove(target, error);
    return fail(driveFailure(said("Drives", "Nothing was written to the drive: %1 (%2).")
                                 .with({problem, shownPath(target.string()).toStdString()}),
                             shownPath(target.string())));
}

Result<std::vector<std::pair<std::string, std::string>>> filesOf(const std::string& from,
                                                                 const std::string& only)
{
    std::error_code error;
    std::vector<std::pair<std::string, std::string>> files;
    fs::directory_iterator entry(from, error);
    if (error)
        return fail(unreadable(from, error));
    for (; entry != fs::directory_iterator(); entry.increment(error)) {
        std::error_code ignored;
        if (!entry->is_regular_file(ignored) || entry->file_size(ignored) > mostBytes ||
            (!only.empty() && entry->path().filename() != only))
            continue;
        std::ifstream stream(entry->path(), std::ios::binary);
        files.emplace_back(
            entry->path().filename().string(),
            std::string(std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()));
    }
    return files;
}

} // namespace nanocap::drives
