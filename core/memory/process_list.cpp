// SPDX-License-Identifier: Apache-2.0
#include "core/memory/process_list.h"

#include "core/memory/file_text.h"

#include <dirent.h>
#include <unistd.h>

#include <algorithm>
#include <map>

namespace nanocap::memory {

namespace {

struct KnownProgram
{
    std::string_view start, plain;
    StopAdvice advice;
    std::string_view sentence;
};

constexpr std::string_view closeIt = "Close it to free its memory.";
constexpr std::string_view desktopAdvice =
    "Part of the desktop: a kiosk session without a desktop does not need it.";
constexpr std::string_view serviceAdvice = "A background service: it can be stopped with systemctl.";

// Process names are cut at 15 letters by the kernel; longer starts come first.
constexpr KnownProgram knownPrograms[] = {
    {"nanocap", "Nanocap", StopAdvice::Ours, "This program."},
    {"chrom", "Web browser", StopAdvice::CanStop, closeIt},
    {"firefox", "Web browser", StopAdvice::CanStop, closeIt},
    {"Web Content", "Web browser", StopAdvice::CanStop, closeIt},
    {"Isolated Web Co", "Web browser", StopAdvice::CanStop, closeIt},
    {"epiphany", "Web browser", StopAdvice::CanStop, closeIt},
    {"gnome-shell", "Desktop", StopAdvice::CanStop, desktopAdvice},
    {"gnome-software", "Software centre", StopAdvice::CanStop, closeIt},
    {"gnome-", "Desktop", StopAdvice::CanStop, desktopAdvice},
    {"plasmashell", "Desktop", StopAdvice::CanStop, desktopAdvice},
    {"kwin", "Desktop", StopAdvice::CanStop, desktopAdvice},
    {"compiz", "Desktop", StopAdvice::CanStop, desktopAdvice},
    {"unity", "Desktop", StopAdvice::CanStop, desktopAdvice},
    {"nautilus", "File browser", StopAdvice::CanStop, closeIt},
    {"lxpanel", "Desktop", StopAdvice::CanStop, desktopAdvice},
    {"pcmanfm", "File browser", StopAdvice::CanStop, closeIt},
    {"lightdm", "Login screen", StopAdvice::CanStop, desktopAdvice},
    {"gdm", "Login screen", StopAdvice::CanStop, desktopAdvice},
    {"Xorg", "Display server", StopAdvice::Needed, "It draws the screen: keep it."},
    {"Xwayland", "Display server", StopAdvice::Needed, "It draws the screen: keep it."},
    {"weston", "Display server", StopAdvice::Needed, "It draws the screen: keep it."},
    {"cage", "Display server", StopAdvice::Needed, "It draws the screen: keep it."},
    {"nvargus-daemon", "CSI camera service", StopAdvice::Needed,
     "The ribbon-cable camera needs it; a USB camera does not."},
    {"pulseaudio", "Sound", StopAdvice::Needed, "Speech needs it."},
    {"pipewire", "Sound", StopAdvice::Needed, "Speech needs it."},
    {"speech-dispatch", "Speech", StopAdvice::Needed, "Speech needs it."},
    {"systemd", "System", StopAdvice::Needed, "Part of the system: keep it."},
    {"dbus-daemon", "System", StopAdvice::Needed, "Part of the system: keep it."},
    {"NetworkManager", "Network", StopAdvice::Needed, "Part of the system: keep it."},
    {"snapd", "Package service", StopAdvice::CanStop, serviceAdvice},
    {"packagekitd", "Package service", StopAdvice::CanStop, serviceAdvice},
    {"unattended-upgr", "Updates", StopAdvice::CanStop, serviceAdvice},
    {"update-manager", "Updates", StopAdvice::CanStop, closeIt},
    {"apt", "Updates", StopAdvice::CanStop, "Wait until it is done."},
    {"tracker", "File index", StopAdvice::CanStop, serviceAdvice},
    {"baloo", "File index", StopAdvice::CanStop, serviceAdvice},
    {"dockerd", "Containers", StopAdvice::CanStop, serviceAdvice},
    {"containerd", "Containers", StopAdvice::CanStop, serviceAdvice},
    {"python", "Python program", StopAdvice::CanStop,
     "Stop it if it is not needed: it may hold a model of its own."},
    {"jupyter", "Notebook", StopAdvice::CanStop, closeIt},
    {"code", "Editor", StopAdvice::CanStop, closeIt},
};

} // namespace

ProgramKind kindOf(const std::string& processName)
{
    for (const KnownProgram& known : knownPrograms)
        if (processName.compare(0, known.start.size(), known.start) == 0)
            return {std::string(known.plain) +
                        (known.advice == StopAdvice::Ours ? "" : " (" + processName + ")"),
                    known.advice, std::string(known.sentence)};
    return {processName, StopAdvice::Unknown, {}};
}

bool isInMemoryGroup(std::string_view cgroupFile, std::string_view group)
{
    while (!cgroupFile.empty()) {
        const std::string_view line = cgroupFile.substr(0, cgroupFile.find('\n'));
        cgroupFile.remove_prefix(std::min(cgroupFile.size(), line.size() + 1));
        const std::size_t first = line.find(':'), second = line.find(':', first + 1);
        if (first == std::string_view::npos || second == std::string_view::npos)
            continue;
        const std::string controllers = ',' + std::string(line.substr(first + 1, second - first - 1)) + ',';
        if (controllers != ",," && controllers.find(",memory,") == std::string::npos)
            continue;
        const std::string_view path = line.substr(second + 1);
        if (group == "/" || path == group || (path.starts_with(group) && path[group.size()] == '/'))
            return true;
    }
    return false;
}

std::vector<MemoryUser> topMemoryUsers(std::size_t count, const std::string& pool)
{
    constexpr std::string_view ofCgroup = "cgroup ";
    const std::string within = pool.starts_with(ofCgroup) ? pool.substr(ofCgroup.size()) : std::string();
    struct Group
    {
        MemoryUser user;
        std::vector<pid_t> pids;
    };
    std::map<std::string, Group> groups;
    DIR* folder = ::opendir("/proc");
    if (!folder)
        return {};
    const long page = ::sysconf(_SC_PAGESIZE);
    while (const dirent* entry = ::readdir(folder)) {
        const auto pid = parseNumber(entry->d_name);
        if (!pid)
            continue;
        const std::string base = std::string("/proc/") + entry->d_name;
        // statm is the cheapest: "size resident shared …" in pages; kernel threads have 0.
        const auto statm = readSmallFile(base + "/statm", 256);
        std::string_view words = statm ? std::string_view(*statm) : std::string_view();
        nextWord(words);
        const auto pages = parseNumber(nextWord(words));
        if (!pages || *pages == 0)
            continue;
        if (!within.empty() && !isInMemoryGroup(readSmallFile(base + "/cgroup", 4096).value_or(""), within))
            continue;
        const std::string name(trimmed(readSmallFile(base + "/comm", 64).value_or("?")));
        Group& group = groups[name];
        group.user.name = name;
        group.user.rss += Bytes(static_cast<std::int64_t>(*pages) * page);
        group.user.processes += 1;
        group.pids.push_back(static_cast<pid_t>(*pid));
    }
    ::closedir(folder);

    std::vector<Group> sorted;
    for (auto& [name, group] : groups)
        sorted.push_back(std::move(group));
    // PSS is dear, so only the largest by resident set are asked for it; twice as many, since it may reorder
    // them.
    const auto byRss = [](const Group& a, const Group& b) { return a.user.rss > b.user.rss; };
    std::sort(sorted.begin(), sorted.end(), byRss);
    sorted.resize(std::min(sorted.size(), count * 2));
    for (Group& group : sorted) {
        group.user.kind = kindOf(group.user.name);
        Bytes sum;
        bool known = true;
        for (const pid_t pid : group.pids) {
            const MaybeBytes share = readProcessShare(pid).proportional;
            known = known && share;
            sum += share.value_or(Bytes());
        }
        if (known)
            group.user.proportional = sum;
    }
    const auto size = [](const Group& group) { return group.user.proportional.value_or(group.user.rss); };
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const Group& a, const Group& b) { return size(a) > size(b); });
    std::vector<MemoryUser> users;
    for (std::size_t i = 0; i < std::min(sorted.size(), count); ++i)
        users.push_back(std::move(sorted[i].user));
    return users;
}

} // namespace nanocap::memory
