// SPDX-License-Identifier: Apache-2.0
#include "core/catalog/catalog.h"

#include <cstdlib>
#include <filesystem>

namespace nanocap::catalog {

namespace fs = std::filesystem;

const std::string& LocalText::in(const std::string& language) const
{
    static const std::string none;
    if (const auto it = byLanguage.find(language); it != byLanguage.end())
        return it->second;
    if (const auto it = byLanguage.find("en"); it != byLanguage.end())
        return it->second;
    return byLanguage.empty() ? none : byLanguage.begin()->second;
}

Folders Folders::standard(const std::vector<std::string>& extra)
{
    Folders folders;
    folders.extra = extra;
    const char* data = std::getenv("XDG_DATA_HOME");
    const char* home = std::getenv("HOME");
    if (data && *data == '/')
        folders.user = std::string(data) + "/nanocap/models";
    else if (home && *home)
        folders.user = std::string(home) + "/.local/share/nanocap/models";
    std::error_code error;
    const fs::path program = fs::read_symlink("/proc/self/exe", error);
    const fs::path installed = (program.parent_path() / "../share/nanocap/models").lexically_normal();
    folders.builtIn = !error && fs::is_directory(installed, error)
                          ? installed.string()
                          : std::string(NANOCAP_RESOURCE_DIR "/models");
    return folders;
}

std::vector<std::string> Folders::all() const
{
    std::vector<std::string> folders = extra;
    for (const std::string& folder : {user, builtIn})
        if (!folder.empty())
            folders.push_back(folder);
    return folders;
}

} // namespace nanocap::catalog
