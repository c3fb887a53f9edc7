// SPDX-License-Identifier: Apache-2.0
#include "core/engine/cgroup_ceiling.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace nanocap::engine {

namespace {

bool isFolder(const std::string& path)
{
    struct stat info = {};
    return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

bool writeFile(const std::string& path, const std::string& text)
{
    std::ofstream file(path);
    file << text;
    file.flush();
    return file.good();
}

/// The number behind `key` ("" = the file is one number); 0 when it is not told.
long long counter(const std::string& path, const std::string& key)
{
    std::ifstream file(path);
    std::string name;
    long long value = 0;
    if (key.empty())
        return file >> value ? value : 0;
    while (file >> name >> value)
        if (name == key)
            return value;
    return 0;
}

/// A caller that was killed could not remove its engine's group. The kernel refuses to remove one that is in
/// use.
void removeAbandoned(const std::string& parent)
{
    std::error_code error;
    for (std::filesystem::directory_iterator at(parent, error), end; !error && at != end; at.increment(error))
        if (at->path().filename().string().rfind("nanocap-engine-", 0) == 0)
            ::rmdir(at->path().c_str());
}

struct OwnGroup
{
    std::string folder;
    int version = 0;
};

/// Sample lines of /proc/self/cgroup: "4:memory:/user.slice" (v1), "0::/user.slice/app.scope" (v2).
OwnGroup ownGroup()
{
    std::ifstream file("/proc/self/cgroup");
    std::string line;
    OwnGroup own;
    while (std::getline(file, line)) {
        const auto first = line.find(':'), second = line.find(':', first + 1);
        if (second == std::string::npos)
            continue;
        const std::string controllers = ',' + line.substr(first + 1, second - first - 1) + ',';
        const std::string path = line.substr(second + 1);
        if (controllers.find(",memory,") != std::string::npos)
            return {"/sys/fs/cgroup/memory" + path, 1};
        if (controllers == ",,")
            own = {"/sys/fs/cgroup" + path, 2};
    }
    return own;
}

} // namespace

bool CgroupCeiling::hold(pid_t pid, Bytes limit)
{
    const OwnGroup own = ownGroup();
    if (own.version == 0 || !isFolder(own.folder))
        return false;
    // Old kernels may be told to count a group apart from its parent: a group of ours would then escape the
    // parent's limit.
    if (own.version == 1 && counter(own.folder + "/memory.use_hierarchy", "") != 1)
        return false;
    removeAbandoned(own.folder);
    m_folder = own.folder + "/nanocap-engine-" + std::to_string(pid);
    m_version = own.version;
    if (::mkdir(m_folder.c_str(), 0755) != 0) {
        m_folder.clear();
        return false;
    }
    const char* name = m_version == 1 ? "/memory.limit_in_bytes" : "/memory.max";
    if (writeFile(m_folder + name, std::to_string(limit.count())) &&
        writeFile(m_folder + "/cgroup.procs", std::to_string(pid)))
        return true;
    remove();
    return false;
}

bool CgroupCeiling::killedHere() const
{
    if (m_folder.empty())
        return false;
    // A kill for a limit further up is counted here as well (the victim was here); only this limit's own
    // counter tells.
    const auto kills =
        counter(m_folder + (m_version == 1 ? "/memory.oom_control" : "/memory.events"), "oom_kill");
    const auto reached = m_version == 1 ? counter(m_folder + "/memory.failcnt", "")
                                        : counter(m_folder + "/memory.events", "max");
    return kills > 0 && reached > 0;
}

void CgroupCeiling::remove()
{
    if (m_folder.empty())
        return;
    // The kernel lets go of a group a moment after its last process was reaped.
    for (int attempt = 0; attempt < 50 && ::rmdir(m_folder.c_str()) != 0 && errno == EBUSY; ++attempt)
        ::usleep(2'000);
    m_folder.clear();
}

} // namespace nanocap::engine
