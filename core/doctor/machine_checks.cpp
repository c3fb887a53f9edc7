// SPDX-License-Identifier: Apache-2.0
#include "core/doctor/machine_checks.h"

#include "core/base/number_text.h"
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>

namespace nanocap::doctor {

namespace {

std::string percent(double value)
{
    return fixedText(value, 1) + " %";
}

} // namespace

Check checkRam(const DoctorInputs& inputs)
{
    const auto& reading = inputs.reading;
    Check check{"ram", Status::Pass, toText(reading.total), {}};
    if (!reading.available) {
        check.status = Status::Fail;
        check.message = said(
            "Doctor",
            "How much memory is available cannot be read. Mount /proc, or load with --min-available auto.");
    } else if (!reading.total) {
        check.status = Status::Warn;
        check.message =
            said("Doctor", "The size of the memory cannot be read; %1 are available. Mount /proc.")
                .with({toText(reading.available)});
    } else if (inputs.models && inputs.models->least && *inputs.models->least > *reading.total) {
        check.status = Status::Fail;
        check.message = said("Doctor", "The smallest model needs %1: more than this machine has.")
                            .with({toText(inputs.models->least)});
    } else if (inputs.models && inputs.models->least && *inputs.models->least > *reading.available) {
        check.status = Status::Warn;
        check.message =
            said("Doctor", "The smallest model needs %1 and %2 are available now. Close other programs.")
                .with({toText(inputs.models->least), toText(reading.available)});
    } else {
        check.message = said("Doctor", "%1 are available now.").with({toText(reading.available)});
    }
    if (reading.memAvailableEstimated && check.status == Status::Pass) {
        check.status = Status::Warn;
        check.message +=
            said("Doctor", "This is an estimate: the kernel has no MemAvailable. Use kernel 3.14 or newer.");
    }
    return check;
}

Check checkFloor(const DoctorInputs& inputs)
{
    const auto& reading = inputs.reading;
    const Bytes floor = inputs.floor.automatic ? Bytes() : inputs.floor.minimum;
    Check check{"floor", Status::Pass, toText(floor), {}};
    if (inputs.floor.automatic) {
        check.value = "auto";
        check.message = said("Doctor", "No floor is set: only what a model needs is asked for.");
    } else if (!reading.available) {
        check.status = Status::Fail;
        check.message = said("Doctor", "Every load will be refused, since the available memory is unknown. "
                                       "Load with --min-available auto.");
    } else if (reading.tightestPool && *reading.tightestPool < floor) {
        check.status = Status::Fail;
        check.message =
            said("Doctor", "The floor can never be met: %1 are all there is. Set a lower minimum, or auto.")
                .with({toText(*reading.tightestPool)});
    } else if (*reading.available < floor) {
        check.status = Status::Warn;
        check.message = said("Doctor", "Loads are refused now: %1 are available, limited by %2. Close other "
                                       "programs, or set a lower minimum, or auto.")
                            .with({toText(*reading.available), reading.limitedBy});
    } else {
        check.message =
            said("Doctor", "%1 are available: models may be loaded.").with({toText(*reading.available)});
    }
    return check;
}

Check checkSwap(const DoctorInputs& inputs)
{
    const auto& reading = inputs.reading;
    Check check{"swap", Status::Pass, toText(reading.swapTotal), {}};
    if (!reading.swapTotal || !reading.swapFree) {
        check.status = Status::Warn;
        check.message = said("Doctor", "The kernel does not tell its swap. It would not be counted anyway.");
        return check;
    }
    const Bytes used = *reading.swapTotal - *reading.swapFree;
    if (*reading.swapTotal == Bytes()) {
        check.value = "none";
        check.message = said("Doctor", "No swap. It would not be counted anyway.");
    } else if (used > *reading.swapTotal / 2 && used > Bytes::fromMegabytes(64)) {
        check.status = Status::Warn;
        check.message =
            (reading.swapIsZram ? said("Doctor", "Compressed memory (zram) is more than half full (%1).")
                                : said("Doctor", "Swap is more than half full (%1)."))
                .with({toText(used)});
        check.message +=
            said("Doctor", "This machine is short of memory: close other programs before loading a model.");
    } else {
        check.message =
            (reading.swapIsZram
                 ? said("Doctor", "Compressed memory (zram) with %1 free; it is shown, never counted.")
                 : said("Doctor", "Swap with %1 free; it is shown, never counted."))
                .with({toText(*reading.swapFree)});
    }
    return check;
}

Check checkCgroup(const DoctorInputs& inputs)
{
    if (const auto& warnings = inputs.reading.warnings; !warnings.empty())
        return {"cgroup", Status::Warn, "unknown",
                said("Doctor", "A figure of the kernel cannot be used: %1.").with({warnings.front()})};
    Check check{"cgroup", Status::Pass, "no limit",
                said("Doctor", "No container or service limits the memory of this program.")};
    const memory::Pool* tightest = nullptr;
    for (const memory::Pool& pool : inputs.reading.pools)
        if (pool.name.compare(0, 6, "cgroup") == 0 && (!tightest || pool.available < tightest->available))
            tightest = &pool;
    if (!tightest || (inputs.reading.total && tightest->limit && *tightest->limit >= *inputs.reading.total))
        return check;
    check.value = toText(tightest->limit);
    const Bytes floor = inputs.floor.automatic ? Bytes() : inputs.floor.minimum;
    if (tightest->available < std::max(floor, Bytes::fromMegabytes(200))) {
        check.status = Status::Warn;
        check.message = said("Doctor", "%1 leaves only %2. Raise its limit (%3).")
                            .with({tightest->name, toText(tightest->available), tightest->source});
    } else {
        check.message = said("Doctor", "%1 leaves %2.").with({tightest->name, toText(tightest->available)});
    }
    return check;
}

Check checkOvercommit(const DoctorInputs& inputs)
{
    Check check{"overcommit", Status::Pass, "unknown",
                said("Doctor", "The kernel's overcommit mode cannot be read; nothing to do.")};
    if (!inputs.overcommitMode)
        return check;
    check.value = std::to_string(*inputs.overcommitMode);
    if (*inputs.overcommitMode == 2) {
        check.status = Status::Warn;
        check.message =
            said("Doctor", "The kernel refuses memory it could give (vm.overcommit_memory = 2); libtorch "
                           "reserves much more than it uses. Set vm.overcommit_memory to 0.");
    } else {
        check.message = said("Doctor", "Memory is given when it is used, as libtorch expects.");
    }
    return check;
}

Check checkPressure(const DoctorInputs& inputs)
{
    const auto& some = inputs.pressure.someAvg10;
    const auto& full = inputs.pressure.fullAvg10;
    Check check{"psi", Status::Pass, some ? percent(*some) : "unknown", {}};
    if (!some) {
        check.status = Status::Warn;
        check.message = said("Doctor", "This kernel does not tell how hard memory is pressed; page faults "
                                       "are counted instead. A kernel from 4.20 on with psi=1 tells.");
    } else if (full.value_or(0) >= 10) {
        check.status = Status::Fail;
        check.message =
            said("Doctor", "Memory is thrashing: everything waits %1 of the time. Close other programs.")
                .with({percent(*full)});
    } else if (*some >= 10) {
        check.status = Status::Warn;
        check.message =
            said("Doctor", "Programs wait for memory. Close other programs before loading a model.");
    } else {
        check.message = said("Doctor", "Memory is calm.");
    }
    return check;
}

Check checkKernel(const DoctorInputs& inputs)
{
    Check check{"kernel", Status::Pass, inputs.kernelRelease, {}};
    int major = 0, minor = 0;
    if (std::sscanf(inputs.kernelRelease.c_str(), "%d.%d", &major, &minor) != 2) {
        check.status = Status::Warn;
        check.value = "unknown";
        check.message = said("Doctor", "The kernel's version cannot be read; figures may be missing.");
    } else if (major < 3 || (major == 3 && minor < 14)) {
        check.status = Status::Fail;
        check.message =
            said("Doctor", "Too old: it does not tell the available memory. Use kernel 4.9 or newer.");
    } else if (major < 4 || (major == 4 && minor < 13)) {
        check.status = Status::Warn;
        check.message = said("Doctor", "It does not count what it kills for lack of memory, so that cause "
                                       "can only be called likely. A kernel from 4.13 on does.");
    } else {
        check.message = said("Doctor", "It tells what Nanocap asks.");
    }
    return check;
}

Check checkDesktop(const DoctorInputs& inputs)
{
    Check check{"desktop", Status::Pass, "none", said("Doctor", "No desktop takes memory.")};
    if (inputs.desktops.empty())
        return check;
    check.value = inputs.desktops.front();
    if (inputs.reading.total && *inputs.reading.total < Bytes::fromMegabytes(6000)) {
        check.status = Status::Warn;
        check.message = said("Doctor", "A desktop takes several hundred MB of this machine. For a kiosk "
                                       "start without one (see the kiosk unit).");
    } else {
        check.message = said("Doctor", "A desktop runs; there is memory enough for it.");
    }
    return check;
}

Check checkHeat(const DoctorInputs& inputs)
{
    const memory::BoardHealth& board = inputs.board;
    Check check{"heat", Status::Pass, "unknown",
                said("Doctor", "This machine does not tell its temperature.")};
    if (board.hottestCelsius) {
        check.value = std::to_string(std::lround(*board.hottestCelsius)) + " °C";
        check.message = said("Doctor", "Cool enough.");
    }
    if (board.underVoltage.value_or(false)) {
        check.status = Status::Fail;
        check.message = said(
            "Doctor",
            "The board reports too low a voltage: it may reset under load. Use a stronger power supply.");
    } else if (board.throttled.value_or(false)) {
        check.status = Status::Warn;
        check.message =
            said("Doctor", "The board slows its processor down, for heat or for power: captions take "
                           "longer. Add a heat sink or a fan, and look at the power supply.");
    } else if (board.hottestCelsius.value_or(0) >= 85) {
        check.status = Status::Warn;
        check.message =
            said("Doctor", "Hot: the processor slows down, captions take longer. Add a heat sink or a fan.");
    } else if (board.underVoltageBefore.value_or(false)) {
        check.status = Status::Warn;
        check.message =
            said("Doctor", "The voltage was too low at some time since the board was switched on: it "
                           "may reset under load. Use a stronger power supply.");
    } else if (board.throttledBefore.value_or(false)) {
        check.status = Status::Warn;
        check.message =
            said("Doctor", "The board slowed its processor down at some time since it was switched on. "
                           "See to its cooling and to the power supply.");
    }
    return check;
}

Check checkClock(const DoctorInputs& inputs)
{
    Check check{"clock", Status::Pass, "unknown", {}};
    constexpr std::int64_t day = 86400;
    if (!inputs.clockSeconds) {
        check.status = Status::Warn;
        check.message = said("Doctor", "The clock cannot be read; dates in the journal will be missing.");
        return check;
    }
    const std::time_t seconds = static_cast<std::time_t>(*inputs.clockSeconds);
    std::tm parts = {};
    ::gmtime_r(&seconds, &parts);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%d %H:%M UTC", &parts);
    check.value = text;
    if (inputs.programSeconds && *inputs.clockSeconds < *inputs.programSeconds - day) {
        check.status = Status::Warn;
        check.message = said("Doctor", "The clock is before the day this program was installed: dates will "
                                       "be wrong, durations will not. Set the clock or add a clock battery.");
    } else {
        check.message = said("Doctor", "Plausible. Durations never depend on it.");
    }
    return check;
}

} // namespace nanocap::doctor
