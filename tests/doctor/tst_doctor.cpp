// SPDX-License-Identifier: Apache-2.0
#include "core/doctor/doctor.h"
#include "core/journal/journal.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

using namespace nanocap;
using namespace nanocap::doctor;
using testing::HasSubstr;

namespace {

using Status = nanocap::doctor::Status;
constexpr Bytes mb(std::int64_t n)
{
    return Bytes::fromMegabytes(n);
}

/// A machine with nothing to complain about.
DoctorInputs healthy()
{
    DoctorInputs in;
    in.reading.total = mb(3964);
    in.reading.available = mb(2500);
    in.reading.limitedBy = "MemAvailable";
    in.reading.tightestPool = mb(3964);
    in.reading.pools = {{"MemAvailable", "/proc/meminfo", mb(2500), mb(3964)}};
    in.reading.swapTotal = mb(1982);
    in.reading.swapFree = mb(1900);
    in.pressure.someAvg10 = 0.3;
    in.pressure.fullAvg10 = 0.0;
    in.overcommitMode = 0;
    in.kernelRelease = "5.15.0-tegra";
    in.engine = EngineProbe{{},
                            "libtorch 1.13.0, OpenBLAS, 3 threads",
                            {"/usr/lib/libtorch_cpu.so.1.13", "/usr/lib/openblas-pthread/libblas.so.3"}};
    in.blasLibrary = "/usr/lib/openblas-pthread/libblas.so.3";
    in.cameras = std::vector<std::string>{"/dev/video0"};
    in.stateFolder = "/home/kiosk/.local/state/nanocap";
    in.stateFreeBytes = mb(5000);
    in.hangulGlyph = true;
    in.speechEngines = std::vector<std::string>{"speechd"};
    in.clockSeconds = 1790000000;
    in.programSeconds = 1780000000;
    in.models = ModelCount{4, 0, {}};
    in.board.hottestCelsius = 52;
    in.board.underVoltage = false;
    return in;
}

EngineProbe failedProbe(const char* code)
{
    return {makeFailure(code, Sentence::verbatim("It did not start.")), {}, {}};
}

void addCgroup(DoctorInputs& in, Bytes room, Bytes limit)
{
    in.reading.pools.push_back({"cgroup /kiosk", "/sys/fs/cgroup/kiosk/memory.max", room, limit});
    in.reading.tightestPool = limit;
    in.reading.available = room;
    in.reading.limitedBy = "cgroup /kiosk";
}

struct Provoked
{
    const char* id;
    const char* what;
    void (*change)(DoctorInputs&);
    Status status;
    const char* value; ///< part of it
    const char* messageHas;
};

class Checks : public testing::TestWithParam<Provoked>
{
};

TEST_P(Checks, areProvoked)
{
    const Provoked& p = GetParam();
    DoctorInputs inputs = healthy();
    p.change(inputs);
    for (const Check& check : runChecks(inputs)) {
        if (check.id != p.id)
            continue;
        EXPECT_EQ(nameOf(check.status), nameOf(p.status)) << p.what;
        EXPECT_THAT(check.value, HasSubstr(p.value)) << p.what;
        EXPECT_THAT(check.message.text(), HasSubstr(p.messageHas)) << p.what;
        return;
    }
    FAIL() << "no check " << p.id;
}

using In = DoctorInputs;
INSTANTIATE_TEST_SUITE_P(
    Every, Checks,
    testing::Values(
        Provoked{"ram", "healthy", [](In&) {}, Status::Pass, "3964 MB", "2500 MB are available"},
        Provoked{"ram", "unreadable", [](In& in) { in.reading = {}; }, Status::Fail, "unknown", "--min-available auto"},
        Provoked{"ram", "no MemTotal", [](In& in) { in.reading.total.reset(); }, Status::Warn, "unknown", "Mount /proc"},
        Provoked{"ram", "320 MB, enough for a small model", [](In& in) { in.reading.total = mb(320); in.reading.available = mb(240); in.models = {1, 0, mb(180), {}}; }, Status::Pass, "320 MB", "240 MB are available"},
        Provoked{"ram", "320 MB, now taken", [](In& in) { in.reading.total = mb(320); in.reading.available = mb(120); in.models = {1, 0, mb(180), {}}; }, Status::Warn, "320 MB", "needs 180 MB and 120 MB are available now"},
        Provoked{"ram", "128 MB", [](In& in) { in.reading.total = mb(128); in.reading.available = mb(90); in.models = {1, 0, mb(180), {}}; }, Status::Fail, "128 MB", "The smallest model needs 180 MB: more than this machine has"},
        Provoked{"ram", "old kernel", [](In& in) { in.reading.memAvailableEstimated = true; }, Status::Warn, "3964 MB", "estimate"},
        Provoked{"floor", "healthy", [](In&) {}, Status::Pass, "1200 MB", "may be loaded"},
        Provoked{"floor", "not now", [](In& in) { in.reading.available = mb(934); }, Status::Warn, "1200 MB", "934 MB are available"},
        Provoked{"floor", "never", [](In& in) { addCgroup(in, mb(800), mb(1000)); }, Status::Fail, "1200 MB", "never be met"},
        Provoked{"floor", "unknown", [](In& in) { in.reading.available.reset(); }, Status::Fail, "1200 MB", "unknown"},
        Provoked{"floor", "automatic", [](In& in) { in.floor = load::Floor::automaticFloor(); in.reading.available = mb(300); }, Status::Pass, "auto", "No floor"},
        Provoked{"swap", "healthy", [](In&) {}, Status::Pass, "1982 MB", "never counted"},
        Provoked{"swap", "none", [](In& in) { in.reading.swapTotal = in.reading.swapFree = Bytes(); }, Status::Pass, "none", "No swap"},
        Provoked{"swap", "full zram", [](In& in) { in.reading.swapFree = mb(100); in.reading.swapIsZram = true; }, Status::Warn, "1982 MB", "zram"},
        Provoked{"swap", "not told", [](In& in) { in.reading.swapTotal.reset(); }, Status::Warn, "unknown", "does not tell"},
        Provoked{"cgroup", "no limit", [](In&) {}, Status::Pass, "no limit", "No container"},
        Provoked{"cgroup", "roomy", [](In& in) { addCgroup(in, mb(2000), mb(3000)); }, Status::Pass, "3000 MB", "leaves 2000 MB"},
        Provoked{"cgroup", "narrow", [](In& in) { addCgroup(in, mb(300), mb(400)); }, Status::Warn, "400 MB", "memory.max"},
        Provoked{"cgroup", "unreadable limit", [](In& in) { in.reading.warnings = {"/sys/fs/cgroup/a/memory.max is not a number and was skipped"}; }, Status::Warn, "unknown", "memory.max is not a number"},
        Provoked{"overcommit", "healthy", [](In&) {}, Status::Pass, "0", "libtorch expects"},
        Provoked{"overcommit", "strict", [](In& in) { in.overcommitMode = 2; }, Status::Warn, "2", "vm.overcommit_memory to 0"},
        Provoked{"overcommit", "not told", [](In& in) { in.overcommitMode.reset(); }, Status::Pass, "unknown", "nothing to do"},
        Provoked{"psi", "healthy", [](In&) {}, Status::Pass, "0.3 %", "calm"},
        Provoked{"psi", "busy", [](In& in) { in.pressure.someAvg10 = 20; }, Status::Warn, "20.0 %", "Close other programs"},
        Provoked{"psi", "thrashing", [](In& in) { in.pressure.someAvg10 = 60; in.pressure.fullAvg10 = 30; }, Status::Fail, "60.0 %", "thrashing"},
        Provoked{"psi", "kernel without", [](In& in) { in.pressure = {}; }, Status::Warn, "unknown", "4.20"},
        Provoked{"kernel", "healthy", [](In&) {}, Status::Pass, "5.15.0-tegra", "tells"},
        Provoked{"kernel", "JetPack 4", [](In& in) { in.kernelRelease = "4.9.140-tegra"; }, Status::Warn, "4.9.140", "likely"},
        Provoked{"kernel", "ancient", [](In& in) { in.kernelRelease = "3.10.96"; }, Status::Fail, "3.10", "Too old"},
        Provoked{"kernel", "not told", [](In& in) { in.kernelRelease = ""; }, Status::Warn, "unknown", "cannot be read"},
        Provoked{"desktop", "none", [](In&) {}, Status::Pass, "none", "No desktop"},
        Provoked{"desktop", "on a small board", [](In& in) { in.desktops = {"gnome-shell"}; }, Status::Warn, "gnome-shell", "kiosk"},
        Provoked{"desktop", "on a large machine", [](In& in) { in.desktops = {"gnome-shell"}; in.reading.total = mb(16000); }, Status::Pass, "gnome-shell", "enough"},
        Provoked{"libtorch", "healthy", [](In&) {}, Status::Pass, "libtorch 1.13.0", "computes"},
        Provoked{"libtorch", "not tried", [](In& in) { in.engine.reset(); }, Status::Warn, "unknown", "not tried"},
        Provoked{"libtorch", "wrong processor", [](In& in) { in.engine = failedProbe("SIGILL"); }, Status::Fail, "SIGILL", "OPENBLAS_CORETYPE"},
        Provoked{"libtorch", "missing", [](In& in) { in.engine = failedProbe("ENGINE_MISSING"); }, Status::Fail, "ENGINE_MISSING", "did not start"},
        Provoked{"libtorch", "other version", [](In& in) { in.engine = failedProbe("ENGINE_VERSION"); }, Status::Fail, "ENGINE_VERSION", "did not start"},
        Provoked{"blas", "healthy", [](In&) {}, Status::Pass, "openblas", "without it"},
        Provoked{"blas", "reference, by the system", [](In& in) { in.engine.reset(); in.blasLibrary = "/usr/lib/blas/libblas.so.3.11.0"; }, Status::Pass, "/usr/lib/blas", "without it"},
        Provoked{"blas", "reference, as mapped", [](In& in) { in.engine->mapped = {"/usr/lib/blas/libblas.so.3.11.0"}; }, Status::Pass, "/usr/lib/blas", "without it"},
        Provoked{"blas", "Tegra X1", [](In& in) { in.tegraX1 = true; }, Status::Warn, "openblas", "OPENBLAS_CORETYPE=ARMV8"},
        Provoked{"blas", "Tegra X1, prevented", [](In& in) { in.tegraX1 = true; in.openblasCoreType = "ARMV8"; }, Status::Pass, "openblas", "without it"},
        Provoked{"blas", "not seen", [](In& in) { in.engine.reset(); in.blasLibrary = ""; }, Status::Pass, "unknown", "without it"},
        Provoked{"models", "healthy", [](In&) {}, Status::Pass, "4", "can be read"},
        Provoked{"models", "none", [](In& in) { in.models = ModelCount{}; }, Status::Fail, "0", "--models"},
        Provoked{"models", "one damaged", [](In& in) { in.models = ModelCount{3, 1, {}, Sentence::verbatim("x.pth: damaged.")}; }, Status::Warn, "3", "x.pth: damaged."},
        Provoked{"models", "not looked for", [](In& in) { in.models.reset(); }, Status::Warn, "unknown", "not looked"},
        Provoked{"camera", "healthy", [](In&) {}, Status::Pass, "/dev/video0", "is there"},
        Provoked{"camera", "none", [](In& in) { in.cameras->clear(); }, Status::Warn, "none", "group video"},
        Provoked{"camera", "not looked for", [](In& in) { in.cameras.reset(); }, Status::Warn, "unknown", "could not"},
        Provoked{"disk", "healthy", [](In&) {}, Status::Pass, "5000 MB", "Room enough"},
        Provoked{"disk", "nearly full", [](In& in) { in.stateFreeBytes = mb(50); }, Status::Warn, "50 MB", "Little space"},
        Provoked{"disk", "full", [](In& in) { in.stateFreeBytes = Bytes(); }, Status::Fail, "0 MB", "full"},
        Provoked{"disk", "not told", [](In& in) { in.stateFreeBytes.reset(); }, Status::Warn, "unknown", "cannot be read"},
        Provoked{"recorder", "healthy", [](In&) {}, Status::Pass, "writes", "read after it"},
        Provoked{"recorder", "read-only", [](In& in) { in.recorderProblem = "The recorder cannot write: Read-only file system."; }, Status::Warn, "cannot write", "Read-only file system"},
        Provoked{"fonts", "healthy", [](In&) {}, Status::Pass, "Hangul", "can be shown"},
        Provoked{"fonts", "no Hangul", [](In& in) { in.hangulGlyph = false; }, Status::Warn, "no Hangul", "fonts-nanum"},
        Provoked{"fonts", "not tried", [](In& in) { in.hangulGlyph.reset(); }, Status::Warn, "unknown", "not tried"},
        Provoked{"speech", "healthy", [](In&) {}, Status::Pass, "speechd", "can be spoken"},
        Provoked{"speech", "none", [](In& in) { in.speechEngines->clear(); }, Status::Warn, "none", "espeak-ng"},
        Provoked{"clock", "healthy", [](In&) {}, Status::Pass, "2026-09-21", "Plausible"},
        Provoked{"clock", "1970", [](In& in) { in.clockSeconds = 1000; }, Status::Warn, "1970-01-01", "clock battery"},
        Provoked{"clock", "not told", [](In& in) { in.clockSeconds.reset(); }, Status::Warn, "unknown", "cannot be read"},
        Provoked{"heat", "healthy", [](In&) {}, Status::Pass, "52 °C", "Cool"},
        Provoked{"heat", "hot", [](In& in) { in.board.hottestCelsius = 91; }, Status::Warn, "91 °C", "fan"},
        Provoked{"heat", "under-voltage", [](In& in) { in.board.underVoltage = true; }, Status::Fail, "52 °C", "power supply"},
        Provoked{"heat", "slowed", [](In& in) { in.board.throttled = true; }, Status::Warn, "52 °C", "slows its processor"},
        Provoked{"heat", "slowed before", [](In& in) { in.board.throttledBefore = true; }, Status::Warn, "52 °C", "at some time"},
        Provoked{"heat", "under-voltage before", [](In& in) { in.board.underVoltageBefore = true; }, Status::Warn, "52 °C", "was too low"},
        Provoked{"heat", "not told", [](In& in) { in.board = {}; }, Status::Pass, "unknown", "does not tell"}));

TEST(Doctor, findsNothingOnAHealthyMachine)
{
    const auto checks = runChecks(healthy());
    EXPECT_GE(checks.size(), 12u);
    EXPECT_FALSE(anyFailed(checks));
    std::set<std::string> ids;
    for (const Check& check : checks) {
        EXPECT_EQ(nameOf(check.status), "pass") << check.id << ": " << check.message.text();
        EXPECT_TRUE(ids.insert(check.id).second) << check.id;
    }
}

TEST(Doctor, saysWhatToDoWithNothingKnownAndNeverZero)
{
    const auto checks = runChecks(DoctorInputs());
    EXPECT_EQ(checks.size(), runChecks(healthy()).size());
    EXPECT_TRUE(anyFailed(checks));
    for (const Check& check : checks) {
        EXPECT_FALSE(check.message.text().empty()) << check.id;
        EXPECT_FALSE(check.value.empty()) << check.id;
        EXPECT_NE(check.value, "0 MB") << check.id;
    }
}

TEST(Doctor, collectsFromThisMachine)
{
    const TemporaryFolder folder;
    ::setenv("NANOCAP_STATE_DIR", folder.path().c_str(), 1);
    DoctorHooks hooks;
    hooks.hangulGlyph = [] { return true; };
    hooks.speechEngines = [] { return std::vector<std::string>{"flite"}; };
    hooks.models = [] { return ModelCount{2, 0, {}}; };
    hooks.probeEngine = [] { return EngineProbe{{}, "scripted", {}}; };
    const DoctorInputs inputs = collectInputs(hooks, load::Floor(), memory::SystemRoot());
    EXPECT_TRUE(inputs.reading.available);
    EXPECT_FALSE(inputs.kernelRelease.empty());
    EXPECT_TRUE(inputs.overcommitMode);
    EXPECT_TRUE(inputs.stateFreeBytes);
    EXPECT_EQ(inputs.stateFolder, folder.path());
    EXPECT_EQ(inputs.recorderProblem, "");
    EXPECT_TRUE(inputs.cameras);
    EXPECT_EQ(inputs.engine->description, "scripted");
    EXPECT_EQ(inputs.models->usable, 2);
    ASSERT_EQ(journal::Journal(folder.path()).read().size(), 1u);
    EXPECT_EQ(journal::lastLife(journal::Journal(folder.path()).read(), journal::bootId()).end,
              journal::LastLife::End::Unknown)
        << "the trial line is nobody's life";

    folder.write("taken", "");
    ::setenv("NANOCAP_STATE_DIR", folder.file("taken").c_str(), 1);
    EXPECT_THAT(collectInputs({}).recorderProblem, HasSubstr("cannot write"));
    ::unsetenv("NANOCAP_STATE_DIR");
}

} // namespace
