// SPDX-License-Identifier: Apache-2.0
#include "core/engine/death.h"
#include "core/engine/oom_baseline.h"
#include "core/engine/stall_watch.h"
#include "core/engine/test_hold.h"

#include <gtest/gtest.h>

#include <csignal>

using namespace nanocap;
using namespace nanocap::engine;
using namespace std::chrono_literals;

namespace {

struct DeathCase
{
    const char* name;
    DeathEvidence evidence;
    FailureClass failureClass;
    const char* code;
    const char* says;
};

DeathEvidence with(void (*change)(DeathEvidence&))
{
    DeathEvidence e;
    e.row = Row::Weights;
    e.before.oomKills = 4;
    e.after.oomKills = 4;
    e.lastReading.available = Bytes::fromMegabytes(900);
    e.lastReading.limitedBy = "MemAvailable";
    e.reserve = Bytes::fromMegabytes(100);
    e.engineRss = Bytes::fromMegabytes(210);
    e.program = "/opt/nanocap-engine";
    change(e);
    return e;
}

class Death : public testing::TestWithParam<DeathCase>
{
};

const DeathCase deathCases[] = {
    {"killed and the kernel counted it", with([](auto& e) {
         e.signal = SIGKILL;
         e.after.oomKills = 5;
     }),
     FailureClass::Engine, "OOM_KILLED", "The kernel ended the engine at row WEIGHTS"},
    {"killed and the cgroup counted it", with([](auto& e) {
         e.signal = SIGKILL;
         e.before.cgroupOomKills = 0;
         e.after.cgroupOomKills = 1;
     }),
     FailureClass::Engine, "OOM_KILLED", "memory ran out"},
    {"killed at its own ceiling", with([](auto& e) {
         e.signal = SIGKILL;
         e.killedAtCeiling = true;
     }),
     FailureClass::Engine, "OOM_KILLED", "at its memory ceiling"},
    {"killed while memory was short and nobody counts", with([](auto& e) {
         e.signal = SIGKILL;
         e.before.oomKills.reset();
         e.after.oomKills.reset();
         e.lastReading.available = Bytes::fromMegabytes(120);
     }),
     FailureClass::Engine, "OOM_KILLED", "likely"},
    {"killed with plenty of memory", with([](auto& e) { e.signal = SIGKILL; }), FailureClass::Engine,
     "KILLED", "not the kernel's memory guard"},
    {"segmentation fault while captioning", with([](auto& e) {
         e.signal = SIGSEGV;
         e.row.reset();
     }),
     FailureClass::Engine, "SIGSEGV", "while captioning"},
    {"bus error", with([](auto& e) { e.signal = SIGBUS; }), FailureClass::Engine, "SIGBUS", "210 MB"},
    {"bus error on a changed file", with([](auto& e) {
         e.signal = SIGBUS;
         e.fileChanged = true;
     }),
     FailureClass::Checkpoint, "CHANGED", "changed while it was being read"},
    {"illegal instruction", with([](auto& e) { e.signal = SIGILL; }), FailureClass::Engine, "SIGILL",
     "OPENBLAS_CORETYPE"},
    {"abort", with([](auto& e) { e.signal = SIGABRT; }), FailureClass::Engine, "SIGABRT", "abort"},
    {"some other signal", with([](auto& e) { e.signal = SIGUSR1; }), FailureClass::Engine, "KILLED",
     "signal 10"},
    {"libraries could not be mapped", with([](auto& e) {
         e.exitCode = 127;
         e.row = Row::Class;
         e.errorOutput = "error while loading shared libraries: libtorch.so: failed to map segment";
     }),
     FailureClass::Guard, "MEMORY", "not enough memory to load libtorch"},
    {"a library is missing", with([](auto& e) {
         e.exitCode = 127;
         e.row = Row::Class;
         e.errorOutput = "error while loading shared libraries: libtorch.so: cannot open";
     }),
     FailureClass::Engine, "ENGINE_MISSING", "/opt/nanocap-engine"},
    {"the program is not there", with([](auto& e) { e.startFailed = true; }), FailureClass::Engine,
     "ENGINE_MISSING", "NANOCAP_ENGINE"},
    {"it left by itself", with([](auto& e) { e.exitCode = 1; }), FailureClass::Engine, "ENGINE_ERROR",
     "exit code 1"},
};

TEST_P(Death, IsExplained)
{
    const auto& c = GetParam();
    const Failure f = explainDeath(c.evidence);
    EXPECT_EQ(f.code, c.code);
    EXPECT_EQ(f.failureClass, c.failureClass);
    EXPECT_NE(f.message.text().find(c.says), std::string::npos) << f.message.text();
    EXPECT_EQ(f.row, c.evidence.row);
    EXPECT_EQ(f.signal, c.evidence.signal);
}

INSTANTIATE_TEST_SUITE_P(Cases, Death, testing::ValuesIn(deathCases), [](const auto& row) {
    std::string name = row.param.name;
    for (char& c : name)
        if (!std::isalnum(static_cast<unsigned char>(c)))
            c = '_';
    return name;
});

StallWatch::Sample sample(int peakMb, std::uint64_t faults)
{
    return {Bytes::fromMegabytes(peakMb), faults};
}

} // namespace

TEST(StallWatch, GrowingResidentSetIsProgress)
{
    StallWatch watch({5s, 20s});
    watch.progressed(0s, sample(100, 0));
    for (int second = 1; second < 60; ++second)
        EXPECT_EQ(watch.look(std::chrono::seconds(second), sample(100 + second, 1000u * unsigned(second))),
                  StallWatch::Verdict::Moving);
}

TEST(StallWatch, SilenceIsExplainedThenEndedAsHang)
{
    StallWatch watch({5s, 20s});
    watch.progressed(0s, sample(100, 7));
    EXPECT_EQ(watch.look(4s, sample(100, 7)), StallWatch::Verdict::Moving);
    EXPECT_EQ(watch.look(6s, sample(100, 7)), StallWatch::Verdict::Stalled);
    EXPECT_EQ(watch.explanation(6s).text(), "no sign of work for 6 s");
    EXPECT_EQ(watch.look(20s, sample(100, 9)), StallWatch::Verdict::Hang);
}

TEST(StallWatch, SamePagesInAndOutIsThrashing)
{
    StallWatch watch({5s, 10s});
    watch.progressed(0s, sample(100, 0));
    EXPECT_EQ(watch.look(6s, sample(100, 6'000)), StallWatch::Verdict::Stalled);
    EXPECT_EQ(watch.explanation(6s).text(), "waiting for the disk: 3.9 MB/s");
    EXPECT_EQ(watch.look(10s, sample(100, 10'000)), StallWatch::Verdict::Thrashing);
}

TEST(StallWatch, WhoeverComputesIsSlowAndNotStuck)
{
    const auto at = [](double cpu) { return StallWatch::Sample{Bytes::fromMegabytes(100), 0u, cpu, {}}; };
    StallWatch slow({5s, 10s, 60s}), starved({5s, 10s, 60s}), spinning({5s, 10s, 60s}), still({5s, 10s, 60s});
    for (StallWatch* watch : {&slow, &starved, &spinning, &still})
        watch->progressed(0s, at(1));
    EXPECT_EQ(slow.look(30s, at(29)), StallWatch::Verdict::Stalled);
    EXPECT_EQ(slow.explanation(30s).text(), "computing for 30 s");
    EXPECT_EQ(starved.look(40s, at(3)), StallWatch::Verdict::Stalled); // a twentieth of a processor
    EXPECT_EQ(spinning.look(61s, at(62)), StallWatch::Verdict::Hang);
    EXPECT_EQ(still.look(10s, at(1.1)), StallWatch::Verdict::Hang);
}

TEST(StallWatch, AMachineThatWaitsForMemoryIsThrashing)
{
    StallWatch watch({5s, 10s, 60s});
    watch.progressed(0s, {Bytes::fromMegabytes(100), 0u, 1.0, 2.0});
    EXPECT_EQ(watch.look(10s, {Bytes::fromMegabytes(100), 20u, 1.1, 34.0}), StallWatch::Verdict::Thrashing);
    EXPECT_EQ(watch.explanation(10s).text(), "everything waits for memory 34 % of the time");
    // An engine that gets on in spite of it is not ended for what others do.
    EXPECT_EQ(watch.look(11s, {Bytes::fromMegabytes(100), 20u, 5.0, 34.0}), StallWatch::Verdict::Stalled);
}

TEST(StallWatch, WithoutFaultCountersSilenceIsHang)
{
    StallWatch watch({5s, 10s});
    watch.progressed(0s, {});
    EXPECT_EQ(watch.look(10s, {}), StallWatch::Verdict::Hang);
}

TEST(StallWatch, MessageStartsTheClockAgain)
{
    StallWatch watch({5s, 10s});
    watch.progressed(0s, sample(100, 0));
    watch.progressed(9s, sample(100, 0));
    EXPECT_EQ(watch.look(13s, sample(100, 0)), StallWatch::Verdict::Moving);
}

TEST(TestHold, NamesRowAndFault)
{
    EXPECT_EQ(TestHold::parse("WEIGHTS")->fault, Fault::Hold);
    EXPECT_EQ(TestHold::parse("CLEANUP-1:segv")->row, Row::Cleanup1);
    EXPECT_EQ(TestHold::parse("BUILD:alloc")->fault, Fault::Alloc);
    for (const char* bad : {"", "NOWHERE", "WEIGHTS:", "WEIGHTS:tickle", ":segv", "weights"})
        EXPECT_FALSE(TestHold::parse(bad)) << bad;
}

TEST(Stall, AHangUnderALimitOfTheSessionNamesTheLimit)
{
    DeathEvidence e = with([](auto&) {});
    EXPECT_NE(explainStall(false, e, said("Stall", "no sign of work for %1 s").with({"10"}), 10)
                  .message.text()
                  .find("Load the model again"),
              std::string::npos);
    e.lastReading.limitedBy = "RLIMIT_AS";
    const Failure hang = explainStall(false, e, said("Stall", "no sign of work for %1 s").with({"10"}), 10);
    EXPECT_EQ(hang.code, "HANG");
    EXPECT_NE(hang.message.text().find("limited by RLIMIT_AS"), std::string::npos) << hang.message.text();
    EXPECT_NE(hang.message.text().find("ulimit -v unlimited"), std::string::npos) << hang.message.text();
}

TEST(OomBaseline, AKillOfThisMorningDoesNotExplainADeathOfTonight)
{
    memory::PressureReading now;
    now.oomKills = 4;
    OomBaseline baseline;
    auto at = OomBaseline::Clock::time_point(1h);
    baseline.reset(now, at);
    now.oomKills = 5; // some other program, while ours was seen alive for minutes after
    for (int second = 0; second < 60; ++second)
        baseline.seenAlive(at += 1s, [&] { return now; });
    EXPECT_EQ(baseline.counters().oomKills, 5u);

    DeathEvidence e = with([](auto& d) { d.signal = SIGKILL; });
    e.before = baseline.counters();
    e.after = now;
    EXPECT_EQ(explainDeath(e).code, "KILLED");
    e.after.oomKills = 6;
    EXPECT_EQ(explainDeath(e).code, "OOM_KILLED");
}

TEST(OomBaseline, AProcessSeenJustAfterItsKillWasCountedStillCountsAsKilled)
{
    memory::PressureReading now;
    now.oomKills = 4;
    OomBaseline baseline;
    auto at = OomBaseline::Clock::time_point(1h);
    baseline.reset(now, at);
    for (int second = 0; second < 60; ++second)
        baseline.seenAlive(at += 1s, [&] { return now; });
    now.oomKills = 5; // ours, dying
    baseline.seenAlive(at += 10s, [&] { return now; });
    EXPECT_EQ(baseline.counters().oomKills, 4u);
}
