// SPDX-License-Identifier: Apache-2.0
#include "core/memory/board_health.h"

#include "core/memory/file_text.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace nanocap::memory {

namespace {

namespace fs = std::filesystem;

/// Folders of `folder` whose name begins with `start`, by name.
std::vector<std::string> foldersOf(const std::string& folder, const std::string& start)
{
    std::vector<std::string> found;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        if (it->path().filename().string().compare(0, start.size(), start) == 0)
            found.push_back(it->path().string());
    std::sort(found.begin(), found.end());
    return found;
}

std::string wordIn(const std::string& path)
{
    const auto text = readSmallFile(path, 64);
    return text ? std::string(trimmed(*text)) : std::string();
}

/// A whole number with an optional minus sign: zones below zero are cold rooms, not errors.
std::optional<long> numberIn(const std::string& path, int base = 10)
{
    std::string text = wordIn(path);
    if (base == 16 && text.compare(0, 2, "0x") == 0)
        text.erase(0, 2);
    long value = 0;
    const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return !text.empty() && error == std::errc() && stop == text.data() + text.size() ? std::optional(value)
                                                                                      : std::nullopt;
}

void note(std::optional<bool>& what, bool seen)
{
    what = what.value_or(false) || seen;
}

void readZones(BoardHealth& health, const std::string& thermal)
{
    constexpr long least = -60000, most = 200000;
    for (const std::string& zone : foldersOf(thermal, "thermal_zone")) {
        const auto value = numberIn(zone + "/temp");
        const std::string type = wordIn(zone + "/type");
        if (!value || *value < least || *value > most || type == "PMIC-Die")
            continue;
        const double celsius = static_cast<double>(*value) / 1000;
        if (!health.hottestCelsius || celsius > *health.hottestCelsius) {
            health.hottestCelsius = celsius;
            health.hottestZone = type;
        }
    }
}

bool slowsProcessor(const std::string& type)
{
    for (const char* start : {"thermal-cpufreq", "cpufreq", "cpu-balanced", "gpu-balanced",
                              "emergency-balanced", "devfreq", "Processor"})
        if (type.compare(0, std::string_view(start).size(), start) == 0)
            return true;
    return false;
}

void readCooling(BoardHealth& health, const std::string& thermal)
{
    for (const std::string& device : foldersOf(thermal, "cooling_device"))
        if (slowsProcessor(wordIn(device + "/type")))
            if (const auto state = numberIn(device + "/cur_state"))
                note(health.throttled, *state > 0);
}

void readRaspberry(BoardHealth& health, const std::string& root)
{
    const auto bits = numberIn(root + "/sys/devices/platform/soc/soc:firmware/get_throttled", 16);
    if (!bits)
        return;
    constexpr long underVoltage = 1, slowed = 2 | 4 | 8;
    note(health.underVoltage, *bits & underVoltage);
    note(health.throttled, *bits & slowed);
    note(health.underVoltageBefore, (*bits >> 16) & underVoltage);
    note(health.throttledBefore, (*bits >> 16) & slowed);
}

void readMonitors(BoardHealth& health, const std::string& hwmon)
{
    for (const std::string& monitor : foldersOf(hwmon, "hwmon")) {
        if (const auto alarm = numberIn(monitor + "/in0_lcrit_alarm"))
            note(health.underVoltage, *alarm != 0);
        if (wordIn(monitor + "/name") != "soctherm_oc")
            continue;
        for (const char* counter : {"/oc1_event_cnt", "/oc2_event_cnt", "/oc3_event_cnt"})
            if (const auto events = numberIn(monitor + counter))
                note(health.throttledBefore, *events > 0);
    }
}

} // namespace

BoardHealth readBoardHealth(const SystemRoot& root)
{
    BoardHealth health;
    readZones(health, root.path + "/sys/class/thermal");
    readCooling(health, root.path + "/sys/class/thermal");
    readRaspberry(health, root.path);
    readMonitors(health, root.path + "/sys/class/hwmon");
    return health;
}

} // namespace nanocap::memory
