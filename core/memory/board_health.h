// SPDX-License-Identifier: Apache-2.0
// Heat and power as the board itself tells them: temperature, whether the processor is slowed, whether the
// supply is too weak. What a board does not tell stays empty. Plain C++, any thread; a dozen small files.
#pragma once

#include "core/memory/reading.h"

namespace nanocap::memory {

struct BoardHealth
{
    std::optional<double> hottestCelsius; ///< of the zones in /sys/class/thermal
    std::string hottestZone;              ///< its type: "CPU-therm"
    std::optional<bool> throttled;        ///< the processor is slowed now, for heat or for power
    std::optional<bool> underVoltage;     ///< the supply is too weak now
    std::optional<bool> throttledBefore, underVoltageBefore; ///< at some time since the board was switched on
};

/// Reads
/// - /sys/class/thermal/thermal_zone*/temp in thousandths of a degree, without the zone PMIC-Die of Jetson
/// boards,
///   which says 100 degrees whatever it is;
/// - /sys/class/thermal/cooling_device*: a state above 0 of one that slows processor or graphics;
/// - get_throttled of the Raspberry Pi's firmware (bits 0 to 3 now, 16 to 19 since the start, as its
/// documentation
///   of vcgencmd has them);
/// - in0_lcrit_alarm of the Raspberry Pi's voltage monitor in /sys/class/hwmon (rpi_volt);
/// - oc*_event_cnt of Jetson Orin's over-current monitor (soctherm_oc), counted since the start.
BoardHealth readBoardHealth(const SystemRoot& root = SystemRoot::fromEnvironment());

} // namespace nanocap::memory
