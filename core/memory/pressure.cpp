// SPDX-License-Identifier: Apache-2.0
#include "core/base/number_text.h"
#include "core/memory/cgroup.h"
#include "core/memory/file_text.h"
#include "core/memory/reading.h"

namespace nanocap::memory {

namespace {
// some avg10=0.31 avg60=0.12 avg300=0.05 total=123456
// full avg10=0.00 avg60=0.00 avg300=0.00 total=2345
void parsePressure(std::string_view text, PressureReading& reading)
{
    while (auto line = nextLine(text)) {
        const std::string_view kind = nextWord(*line);
        const std::string_view word = nextWord(*line);
        if (word.substr(0, 6) != "avg10=")
            continue;
        const auto value = parseDecimal(word.substr(6));
        if (!value || *value < 0 || *value > 100)
            continue;
        if (kind == "some")
            reading.someAvg10 = *value;
        else if (kind == "full")
            reading.fullAvg10 = *value;
    }
}
} // namespace

PressureReading readPressure(const SystemRoot& root)
{
    PressureReading reading;
    if (const auto text = readSmallFile(root.path + "/proc/pressure/memory", 4096))
        parsePressure(*text, reading);
    // pswpin 0 \n pswpout 0 \n pgmajfault 4138 \n oom_kill 0 — among some 150 other lines
    if (const auto text = readSmallFile(root.path + "/proc/vmstat")) {
        reading.swapIns = flatKeyed(*text, "pswpin");
        reading.swapOuts = flatKeyed(*text, "pswpout");
        reading.majorFaults = flatKeyed(*text, "pgmajfault");
        reading.oomKills = flatKeyed(*text, "oom_kill");
    }
    reading.cgroupOomKills = oomKillsOf(memoryGroups(root));
    return reading;
}

} // namespace nanocap::memory
