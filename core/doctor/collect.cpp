// SPDX-License-Identifier: Apache-2.0
#include "core/doctor/doctor.h"

#include "core/journal/journal.h"
#include "core/memory/board.h"
#include "core/memory/file_text.h"
#include "core/memory/process_list.h"

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <sys/utsname.h>

#include <algorithm>
#include <cstdlib>
#include <ctime>
#include <filesystem>

namespace nanocap::doctor {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> entriesStartingWith(const std::string& folder, const std::string& start)
{
    std::vector<std::string> paths;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (it->path().filename().string().compare(0, start.size(), start) == 0)
            paths.push_back(it->path().string());
    std::sort(paths.begin(), paths.end());
    return paths;
}

std::vector<std::string> runningDesktops()
{
    constexpr std::string_view desktops[] = {"gnome-shell", "plasmashell", "compiz",      "unity-panel-ser",
                                             "lxpanel",     "lxqt-panel",  "xfce4-panel", "mate-panel",
                                             "cinnamon",    "budgie-panel"};
    std::vector<std::string> running;
    for (const std::string& folder : entriesStartingWith("/proc", "")) {
        const auto text = memory::readSmallFile(folder + "/comm", 64);
        if (!text)
            continue;
        const std::string name(memory::trimmed(*text));
        if (std::find(std::begin(desktops), std::end(desktops), name) != std::end(desktops) &&
            std::find(running.begin(), running.end(), name) == running.end())
            running.push_back(name);
    }
    return running;
}

/// Debian lets several BLAS stand in for libblas.so.3; the link tells which.
std::string systemBlas()
{
    for (const std::string& link : entriesStartingWith("/etc/alternatives", "libblas.so.3")) {
        std::error_code error;
        const fs::path target = fs::canonical(link, error);
        if (!error)
            return target.string();
    }
    return {};
}

void collectMachine(DoctorInputs& inputs, const memory::SystemRoot& root)
{
    inputs.reading = memory::readMemory(root);
    inputs.pressure = memory::readPressure(root);
    utsname kernel = {};
    if (::uname(&kernel) == 0)
        inputs.kernelRelease = kernel.release;
    if (const auto text = memory::readSmallFile("/proc/sys/vm/overcommit_memory", 16))
        if (const auto mode = memory::parseNumber(memory::trimmed(*text)))
            inputs.overcommitMode = static_cast<int>(*mode);
    inputs.desktops = runningDesktops();
    inputs.blasLibrary = systemBlas();
    inputs.tegraX1 = memory::isTegraX1();
    if (const char* type = std::getenv("OPENBLAS_CORETYPE"))
        inputs.openblasCoreType = type;
    inputs.board = memory::readBoardHealth(root);
    inputs.clockSeconds = std::time(nullptr);
    struct stat program = {};
    if (::stat("/proc/self/exe", &program) == 0)
        inputs.programSeconds = program.st_mtim.tv_sec;
}

void collectState(DoctorInputs& inputs)
{
    inputs.stateFolder = journal::stateFolder();
    struct statvfs disk = {};
    if (::statvfs(inputs.stateFolder.c_str(), &disk) == 0) {
        inputs.stateFreeBytes = Bytes(static_cast<std::int64_t>(disk.f_bavail * disk.f_frsize));
        inputs.stateReadOnly = (disk.f_flag & ST_RDONLY) != 0;
    }
    journal::Journal journal(inputs.stateFolder);
    if (!journal.write("doctor", {}))
        inputs.recorderProblem = journal.problem();
}

} // namespace

DoctorInputs collectInputs(const DoctorHooks& hooks, const load::Floor& floor, const memory::SystemRoot& root)
{
    DoctorInputs inputs;
    inputs.floor = floor;
    collectMachine(inputs, root);
    collectState(inputs);
    inputs.cameras = hooks.cameras ? hooks.cameras() : entriesStartingWith("/dev", "video");
    if (hooks.hangulGlyph)
        inputs.hangulGlyph = hooks.hangulGlyph();
    if (hooks.speechEngines)
        inputs.speechEngines = hooks.speechEngines();
    if (hooks.models)
        inputs.models = hooks.models();
    if (hooks.probeEngine)
        inputs.engine = hooks.probeEngine();
    return inputs;
}

} // namespace nanocap::doctor
