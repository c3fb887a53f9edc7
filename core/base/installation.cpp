// SPDX-License-Identifier: Apache-2.0
#include "core/base/installation.h"

#include <cstdlib>
#include <filesystem>
#include <unistd.h>

namespace nanocap {

namespace fs = std::filesystem;

namespace {

/// Folder of the running program, links resolved.
fs::path programFolder()
{
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    return program.parent_path();
}

} // namespace

std::string helperProgram(const std::string& name, const char* override)
{
    if (const char* named = std::getenv(override); named && *named)
        return named;
    for (const fs::path& folder : {programFolder(), programFolder() / "../libexec/nanocap"}) {
        const std::string path = (folder / name).lexically_normal().string();
        if (::access(path.c_str(), X_OK) == 0)
            return path;
    }
    return {};
}

std::string resourceFolder()
{
    if (const char* named = std::getenv("NANOCAP_RESOURCES"); named && *named)
        return named;
    const fs::path installed = (programFolder() / "../share/nanocap").lexically_normal();
#ifdef NANOCAP_SOURCE_RESOURCES
    if (std::error_code error; !fs::is_directory(installed, error))
        return NANOCAP_SOURCE_RESOURCES;
#endif
    return installed.string();
}

} // namespace nanocap
