// SPDX-License-Identifier: Apache-2.0
#include "core/base/installation.h"
#include "core/catalog/catalog.h"

#include <cstdlib>

namespace nanocap::catalog {

LocalText ModelCard::title() const
{
    if (!name.byLanguage.empty())
        return name;
    return {{{"en", id.empty() ? path.substr(path.rfind('/') + 1) : id}}};
}

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
    folders.builtIn = resourceFolder() + "/models";
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
