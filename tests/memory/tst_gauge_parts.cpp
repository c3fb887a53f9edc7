// SPDX-License-Identifier: Apache-2.0
#include "core/memory/file_text.h"
#include "core/memory/gauge_parts.h"
#include "core/memory/monitor.h"
#include "core/memory/process_list.h"

#include <gtest/gtest.h>

#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>

using namespace nanocap;
using namespace nanocap::memory;
using Level = MemorySample::Pressure;

namespace {

constexpr Bytes mb(std::int64_t n)
{
    return Bytes::fromMegabytes(n);
}
SystemRoot fixture(const std::string& name)
{
    return {std::string(FIXTURES) + "/" + name};
}

TEST(Gauge, addsUpOnEveryFixture)
{
    for (const char* name :
         {"nano_4g_swap", "nano_jetpack_cgroup_v1", "orin", "container_v1_limit", "v2_nested", "tegra_nvmap",
          "floor_934mb", "cgroup_usage_over_limit", "cgroup_only", "no_memavailable", "zram"}) {
        for (const std::int64_t engine : {0, 200, 4000}) {
            const GaugeParts parts =
                gaugeParts(readMemory(fixture(name)), {mb(60), mb(40)}, {mb(engine), mb(engine)});
            ASSERT_TRUE(parts.total) << name;
            EXPECT_EQ(*parts.app + parts.gpuShared.value_or(Bytes()) + *parts.other + *parts.available,
                      *parts.total)
                << name;
            for (const MaybeBytes& part : {parts.app, parts.other, parts.available})
                EXPECT_GE(*part, Bytes()) << name;
            EXPECT_EQ(parts.appWhole, mb(40 + engine));
        }
    }
}

TEST(Gauge, showsGpuMemoryOnTegraOnly)
{
    EXPECT_EQ(gaugeParts(readMemory(fixture("tegra_nvmap")), {}, {}).gpuShared, mb(800));
    EXPECT_FALSE(gaugeParts(readMemory(fixture("zram")), {}, {}).gpuShared);
    EXPECT_FALSE(gaugeParts(readMemory(fixture("nano_jetpack_cgroup_v1")), {}, {}).gpuShared)
        << "the bar is a cgroup there";
}

TEST(Gauge, standsForTheCgroupThatLimits)
{
    const GaugeParts parts = gaugeParts(readMemory(fixture("container_v1_limit")), {mb(30), {}}, {});
    EXPECT_EQ(parts.pool, "cgroup /");
    EXPECT_EQ(parts.total, mb(300));
    EXPECT_EQ(parts.available, mb(200));
    EXPECT_EQ(parts.app, mb(30));
    EXPECT_EQ(parts.other, mb(70));
}

TEST(Gauge, hidesWhatIsUnknown)
{
    const GaugeParts nothing = gaugeParts(readMemory(fixture("empty")), {}, {});
    EXPECT_FALSE(nothing.total);
    EXPECT_FALSE(nothing.app);
    EXPECT_FALSE(nothing.other);
    EXPECT_FALSE(nothing.available);
    const GaugeParts noTotal = gaugeParts(readMemory(fixture("empty")), {mb(50), {}}, {mb(100), {}});
    EXPECT_EQ(noTotal.app, mb(150));
    EXPECT_FALSE(noTotal.other);
}

TEST(Gauge, neverMixesProportionalAndResidentSets)
{
    const MemoryReading reading = readMemory(fixture("nano_4g_swap"));
    const GaugeParts both = gaugeParts(reading, {mb(60), mb(40)}, {mb(200), mb(180)});
    EXPECT_TRUE(both.appIsProportional);
    EXPECT_EQ(both.app, mb(220));
    const GaugeParts mixed = gaugeParts(reading, {mb(60), mb(40)}, {mb(200), {}});
    EXPECT_FALSE(mixed.appIsProportional);
    EXPECT_EQ(mixed.app, mb(260));
    EXPECT_TRUE(gaugeParts(reading, {mb(60), mb(40)}, {}).appIsProportional);
}

TEST(Gauge, agreesWithTheKernelsOwnFiles)
{
    MemorySampler sampler{SystemRoot()};
    const MemorySample sample = sampler.sample(0);
    const auto statm = readSmallFile("/proc/self/statm");
    ASSERT_TRUE(statm && sample.window);
    std::string_view words = *statm;
    nextWord(words);
    const double resident =
        double(*parseNumber(nextWord(words))) * double(::sysconf(_SC_PAGESIZE)) / (1 << 20);
    EXPECT_NEAR(sample.window->megabytes(), resident, resident * 0.02 + 0.3);
    if (const ProcessShare share = readProcessShare(ownPid()); share.proportional) {
        EXPECT_TRUE(sample.gauge.appIsProportional);
        EXPECT_NEAR(sample.gauge.appWhole->megabytes(), share.proportional->megabytes(), 1);
    }
    EXPECT_FALSE(sample.engine);
}

struct LevelCase
{
    const char* what;
    std::optional<double> some, full;
    bool rates;
    double swapIns, faults;
    Level level;
};
class Levels : public testing::TestWithParam<LevelCase>
{
};
TEST_P(Levels, areThreeWords)
{
    MemorySample sample;
    sample.pressure.someAvg10 = GetParam().some;
    sample.pressure.fullAvg10 = GetParam().full;
    sample.ratesKnown = GetParam().rates;
    sample.swapInsPerSecond = GetParam().swapIns;
    sample.majorFaultsPerSecond = GetParam().faults;
    EXPECT_EQ(nameOf(pressureLevel(sample)), nameOf(GetParam().level)) << GetParam().what;
}
INSTANTIATE_TEST_SUITE_P(
    Kernels, Levels,
    testing::Values(LevelCase{"nothing known", {}, {}, false, 0, 0, Level::Unknown},
                    LevelCase{"PSI, quiet", 0.5, 0.0, false, 0, 0, Level::Calm},
                    LevelCase{"PSI, some wait", 12.0, 1.0, false, 0, 0, Level::Busy},
                    LevelCase{"PSI, all wait", 40.0, 15.0, true, 0, 0, Level::Thrashing},
                    LevelCase{"PSI, a cold start reads many files", 1.0, 0.0, true, 0, 5000, Level::Calm},
                    LevelCase{"no PSI, quiet", {}, {}, true, 0, 10, Level::Calm},
                    LevelCase{"no PSI, swapping", {}, {}, true, 200, 0, Level::Busy},
                    LevelCase{"no PSI, swapping hard", {}, {}, true, 2000, 0, Level::Thrashing},
                    LevelCase{"no PSI, pages read again and again", {}, {}, true, 0, 900, Level::Thrashing}));

TEST(Rates, areTakenOverAWholeSecond)
{
    RateMeter meter;
    const auto at = [&](std::int64_t ms, std::uint64_t faults) {
        MemorySample sample;
        sample.reading.monotonicMs = ms;
        sample.pressure.majorFaults = faults;
        sample.pressure.swapIns = faults * 2;
        meter.measure(sample);
        return sample;
    };
    EXPECT_FALSE(at(5000, 100).ratesKnown);
    EXPECT_FALSE(at(5100, 900).ratesKnown);
    const MemorySample first = at(7000, 300);
    EXPECT_TRUE(first.ratesKnown);
    EXPECT_EQ(first.majorFaultsPerSecond, 100);
    EXPECT_EQ(first.swapInsPerSecond, 200);
    EXPECT_EQ(at(7100, 5000).majorFaultsPerSecond, 100) << "carried until a second is over";
    EXPECT_EQ(at(8000, 300).majorFaultsPerSecond, 0);
}

TEST(Rates, areUnknownWhereTheKernelCountsNothing)
{
    RateMeter meter;
    MemorySample sample;
    for (std::int64_t ms : {0, 2000, 4000}) {
        sample.reading.monotonicMs = ms;
        meter.measure(sample);
    }
    EXPECT_FALSE(sample.ratesKnown);
}

TEST(ProcessList, namesALargeChildAndItsKind)
{
    int ready[2], release[2];
    ASSERT_EQ(::pipe(ready), 0);
    ASSERT_EQ(::pipe(release), 0);
    const std::size_t size = 256 << 20;
    const pid_t child = ::fork();
    if (child == 0) {
        const std::string name = "chromium-tst";
        if (FILE* comm = ::fopen("/proc/self/comm", "w")) {
            ::fputs(name.c_str(), comm);
            ::fclose(comm);
        }
        void* block =
            ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
        char byte = block == MAP_FAILED ? 'x' : 'r';
        [[maybe_unused]] auto put = ::write(ready[1], &byte, 1);
        ::close(release[1]);
        [[maybe_unused]] auto got = ::read(release[0], &byte, 1);
        ::_exit(0);
    }
    char byte = 0;
    ASSERT_EQ(::read(ready[0], &byte, 1), 1);
    ASSERT_EQ(byte, 'r');
    const auto users = topMemoryUsers(200);
    ::close(release[1]);
    ::waitpid(child, nullptr, 0);
    const auto found = std::find_if(users.begin(), users.end(),
                                    [](const MemoryUser& user) { return user.name == "chromium-tst"; });
    ASSERT_NE(found, users.end());
    EXPECT_EQ(found->processes, 1);
    EXPECT_NEAR(found->rss.megabytes(), 256, 16);
    EXPECT_EQ(found->kind.plainName, "Web browser (chromium-tst)");
    EXPECT_EQ(found->kind.advice, StopAdvice::CanStop);
    EXPECT_LE(topMemoryUsers(3).size(), 3u);
}

TEST(ProcessList, knowsOursNeededAndUnknownPrograms)
{
    EXPECT_EQ(kindOf("nanocap-engine").advice, StopAdvice::Ours);
    EXPECT_EQ(kindOf("nanocap-engine").plainName, "Nanocap");
    EXPECT_EQ(kindOf("nvargus-daemon").advice, StopAdvice::Needed);
    EXPECT_EQ(kindOf("gnome-shell").advice, StopAdvice::CanStop);
    EXPECT_EQ(kindOf("something").advice, StopAdvice::Unknown);
    EXPECT_EQ(kindOf("something").plainName, "something");
}

TEST(ProcessList, inACgroupOnlyItsOwnProgramsCount)
{
    const std::string v1 = "9:cpu,cpuacct:/other\n4:memory:/kiosk/window\n0::/\n",
                      v2 = "0::/kiosk.slice/window\n";
    EXPECT_TRUE(isInMemoryGroup(v1, "/kiosk/window"));
    EXPECT_TRUE(isInMemoryGroup(v1, "/kiosk"));
    EXPECT_FALSE(isInMemoryGroup(v1, "/kio"));
    EXPECT_FALSE(isInMemoryGroup(v1, "/other")); // another controller's
    EXPECT_TRUE(isInMemoryGroup(v2, "/kiosk.slice"));
    EXPECT_FALSE(isInMemoryGroup(v2, "/kiosk.slice/window/inside"));
    EXPECT_TRUE(isInMemoryGroup(v2, "/"));
    EXPECT_FALSE(isInMemoryGroup("", "/kiosk"));
    EXPECT_FALSE(isInMemoryGroup("nonsense", "/kiosk"));
    EXPECT_TRUE(topMemoryUsers(200, "cgroup /nobody/is/here").empty());
    EXPECT_EQ(topMemoryUsers(200, "MemAvailable").empty(), topMemoryUsers(200).empty());
}

} // namespace
