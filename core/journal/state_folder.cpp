// SPDX-License-Identifier: Apache-2.0
#include "core/journal/journal.h"

#include <time.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace nanocap::journal {

std::string stateFolder()
{
    const auto variable = [](const char* name) -> std::string {
        const char* value = std::getenv(name);
        return value ? value : "";
    };
    std::string folder = variable("NANOCAP_STATE_DIR");
    if (folder.empty()) {
        const std::string xdg = variable("XDG_STATE_HOME"), home = variable("HOME");
        if (!xdg.empty() && xdg.front() == '/')
            folder = xdg + "/nanocap";
        else
            folder = (home.empty() ? "/var/tmp" : home + "/.local/state") + "/nanocap";
    }
    std::error_code error; // a folder that cannot be made is told by the first write
    std::filesystem::create_directories(folder, error);
    return folder;
}

std::string bootId()
{
    std::ifstream file("/proc/sys/kernel/random/boot_id");
    std::string id;
    std::getline(file, id);
    return id;
}

std::int64_t millisecondsSinceBoot()
{
    timespec now = {};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    return std::int64_t(now.tv_sec) * 1000 + now.tv_nsec / 1000000;
}

} // namespace nanocap::journal
