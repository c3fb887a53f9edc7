// SPDX-License-Identifier: Apache-2.0
#include "core/memory/cgroup.h"
#include "core/memory/file_text.h"
#include "core/memory/reading.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/mman.h>
#include <sys/resource.h>

#include <cstdlib>

using namespace nanocap;
using namespace nanocap::memory;
using testing::HasSubstr;

namespace {

constexpr std::int64_t unknown = -1;
std::int64_t kb(const MaybeBytes& bytes)
{
    return bytes ? bytes->count() / 1024 : unknown;
}
SystemRoot fixture(const std::string& name)
{
    return {std::string(FIXTURES) + "/" + name};
}

struct Case
{
    const char* fixture;
    const char* what;
    std::int64_t total, available, tightest; ///< kB, -1 = unknown
    const char* limitedBy;
    std::size_t warnings;
};

class Reading : public testing::TestWithParam<Case>
{
};

TEST_P(Reading, hasTheFiguresOfTheFiles)
{
    const Case& c = GetParam();
    const MemoryReading reading = readMemory(fixture(c.fixture));
    EXPECT_EQ(kb(reading.total), c.total) << c.what;
    EXPECT_EQ(kb(reading.available), c.available) << c.what;
    EXPECT_EQ(kb(reading.tightestPool), c.tightest) << c.what;
    EXPECT_EQ(reading.limitedBy, c.limitedBy) << c.what;
    EXPECT_EQ(reading.warnings.size(), c.warnings)
        << c.what << (reading.warnings.empty() ? "" : reading.warnings[0]);
    EXPECT_GT(reading.monotonicMs, 0);
    if (reading.available) {
        for (const Pool& pool : reading.pools)
            EXPECT_GE(pool.available, *reading.available) << pool.name;
    }
}

constexpr std::int64_t mb = 1024;
INSTANTIATE_TEST_SUITE_P(
    Boards, Reading,
    testing::Values(
        Case{"nano_4g_swap", "swap is shown, not counted", 4059712, 1956416, 4059712, "MemAvailable", 0},
        Case{"nano_jetpack_cgroup_v1", "limit - usage + total_inactive_file", 4059712, 524 * mb, 1024 * mb,
             "cgroup /user.slice/kiosk", 0},
        Case{"orin", "version 2 without limits", 7802508, 5242880, 7802508, "MemAvailable", 0},
        Case{"container_v1_limit", "our path is the host's: the mount's root is ours", 24684544, 200 * mb,
             300 * mb, "cgroup /", 0},
        Case{"container_v2_namespace", "a cgroup namespace's root has the limit", 16303104, 412 * mb,
             512 * mb, "cgroup /", 0},
        Case{"v2_nested", "the grandparent is the tightest, memory.high counts", 8009728, 348 * mb, 900 * mb,
             "cgroup /kiosk.slice", 0},
        Case{"v1_sibling_fills_ancestor", "a sibling filled the ancestor", 8009728, 80 * mb, 800 * mb,
             "cgroup /lab", 0},
        Case{"hybrid", "version 1 memory beside an empty unified tree", 24684544, 1670 * mb, 2000 * mb,
             "cgroup /jobs/a1", 0},
        Case{"zram", "zram is memory, not room", 3906252, 734003, 3906252, "MemAvailable", 0},
        Case{"tegra_nvmap", "Tegra", 4059712, 1200 * mb, 4059712, "MemAvailable", 0},
        Case{"floor_934mb", "below the usual floor", 4059712, 934 * mb, 4059712, "MemAvailable", 0},
        Case{"no_memavailable", "MemFree + Buffers + Cached - Shmem", 2061576, 1000000, 2061576,
             "MemAvailable", 1},
        Case{"empty", "an empty file says nothing", unknown, unknown, unknown, "", 0},
        Case{"no_newline", "the last line needs no newline", 4059712, 1228800, 4059712, "MemAvailable", 0},
        Case{"cut_in_the_middle", "a figure without its unit is not believed", 4059712, unknown, 4059712, "",
             1},
        Case{"garbage", "nothing understood is unknown, not 0", unknown, unknown, unknown, "", 2},
        Case{"garbage_cgroup", "a broken limit is skipped and said", 8009728, 6144000, 8009728,
             "MemAvailable", 1},
        Case{"cgroup_usage_over_limit", "never below 0", 8009728, 0, 100 * mb, "cgroup /a", 0},
        Case{"cgroup_only", "a cgroup's room without meminfo", unknown, 500 * mb, 640 * mb, "cgroup /a", 0},
        Case{"cgroup_no_stat", "without memory.stat the room is at least limit - usage", 8009728, 400 * mb,
             500 * mb, "cgroup /a", 0},
        Case{"cgroup_no_usage", "without the usage the term is skipped", 8009728, 6144000, 8009728,
             "MemAvailable", 0},
        Case{"no_self_cgroup", "no /proc/self/cgroup means the root", 8009728, 200 * mb, 256 * mb, "cgroup /",
             0},
        Case{"outside_namespace", "a path with .. falls back to the root", 8009728, 300 * mb, 400 * mb,
             "cgroup /", 0},
        Case{"nothing", "no files at all", unknown, unknown, unknown, "", 0},
        Case{"there is no such folder", "no folder at all", unknown, unknown, unknown, "", 0}),
    [](const auto& row) {
        std::string name = row.param.fixture;
        for (char& letter : name)
            if (!std::isalnum(static_cast<unsigned char>(letter)))
                letter = '_';
        return name;
    });

TEST(Reading, showsSwapAndItsKindApart)
{
    const MemoryReading disk = readMemory(fixture("nano_4g_swap"));
    EXPECT_EQ(kb(disk.swapTotal), 4194300);
    EXPECT_EQ(kb(disk.swapFree), 3900120);
    EXPECT_FALSE(disk.swapIsZram);
    EXPECT_TRUE(readMemory(fixture("zram")).swapIsZram);
    EXPECT_TRUE(readMemory(fixture("orin")).swapIsZram);
    EXPECT_FALSE(readMemory(fixture("no_newline")).swapTotal);
}

TEST(Reading, tellsGpuMemoryOnlyWhereTheKernelDoes)
{
    EXPECT_EQ(kb(readMemory(fixture("tegra_nvmap")).gpuShared), 819200);
    EXPECT_FALSE(readMemory(fixture("zram")).gpuShared);
}

TEST(Reading, saysThatAnEstimateIsOne)
{
    const MemoryReading reading = readMemory(fixture("no_memavailable"));
    EXPECT_TRUE(reading.memAvailableEstimated);
    ASSERT_EQ(reading.warnings.size(), 1u);
    EXPECT_THAT(reading.warnings[0], HasSubstr("estimated"));
    EXPECT_FALSE(readMemory(fixture("orin")).memAvailableEstimated);
}

TEST(Reading, namesTheFileEveryPoolCameFrom)
{
    const MemoryReading reading = readMemory(fixture("v2_nested"));
    ASSERT_EQ(reading.pools.size(), 3u);
    EXPECT_EQ(reading.pools[1].source,
              fixture("v2_nested").path + "/sys/fs/cgroup/kiosk.slice/show.slice/memory.high");
    EXPECT_EQ(kb(reading.pools[1].available), 750 * mb);
}

TEST(Reading, takesTheRootFromTheEnvironment)
{
    ::setenv("NANOCAP_MEMINFO_ROOT", (fixture("floor_934mb").path + "/").c_str(), 1);
    EXPECT_EQ(kb(readMemory().available), 934 * mb);
    EXPECT_TRUE(SystemRoot::fromEnvironment().isSimulated());
    ::setenv("NANOCAP_MEMINFO_ROOT", "", 1);
    EXPECT_FALSE(SystemRoot::fromEnvironment().isSimulated());
    ::setenv("NANOCAP_MEMINFO_ROOT", "relative", 1);
    EXPECT_EQ(SystemRoot::fromEnvironment().path.front(), '/');
    ::unsetenv("NANOCAP_MEMINFO_ROOT");
    EXPECT_EQ(SystemRoot::fromEnvironment().path, "");
}

TEST(Reading, agreesWithThisMachine)
{
    const MemoryReading reading = readMemory(SystemRoot());
    const auto text = readSmallFile("/proc/meminfo");
    ASSERT_TRUE(text);
    ASSERT_TRUE(reading.available);
    ASSERT_TRUE(reading.memAvailable);
    EXPECT_LE(*reading.available, *reading.memAvailable);
    EXPECT_THAT(*text, HasSubstr(std::to_string(reading.total->count() / 1024).append(" kB")));
}

/// Whether the limits of this process are among the pools of the real system and of it alone. Ends the
/// process: a limit once lowered cannot be raised again.
[[noreturn]] void lookAtOwnLimits()
{
    const rlimit limit = {rlim_t(3) << 30, rlim_t(3) << 30};
    ::setrlimit(RLIMIT_AS, &limit);
    ::setrlimit(RLIMIT_DATA, &limit);
    const auto has = [](const MemoryReading& reading, const char* name) {
        for (const Pool& pool : reading.pools)
            if (pool.name == name)
                return pool.available > Bytes::fromMegabytes(1000) &&
                       pool.available < Bytes::fromMegabytes(3072) && !pool.limit;
        return false;
    };
    const MemoryReading real = readMemory(SystemRoot()), simulated = readMemory(fixture("orin"));
    std::exit(has(real, "RLIMIT_AS") && has(real, "RLIMIT_DATA") && !has(simulated, "RLIMIT_AS") ? 0 : 1);
}

TEST(Reading, countsTheLimitsOfThisProcessOnlyOnTheRealSystem)
{
#ifdef __SANITIZE_ADDRESS__
    GTEST_SKIP() << "SKIP: the address sanitizer reserves terabytes of address space";
#endif
    EXPECT_EXIT(lookAtOwnLimits(), testing::ExitedWithCode(0), "");
}

TEST(Reserve, isATenthWithinItsBounds)
{
    EXPECT_EQ(reserveFor(std::nullopt), Bytes::fromMegabytes(16));
    EXPECT_EQ(reserveFor(Bytes::fromMegabytes(100)), Bytes::fromMegabytes(16));
    EXPECT_EQ(reserveFor(Bytes::fromMegabytes(1000)), Bytes::fromMegabytes(100));
    EXPECT_EQ(reserveFor(Bytes::fromMegabytes(24000)), Bytes::fromMegabytes(400));
}

TEST(Pressure, readsWhatTheKernelHas)
{
    const PressureReading orin = readPressure(fixture("orin"));
    EXPECT_EQ(orin.someAvg10, 12.31);
    EXPECT_EQ(orin.fullAvg10, 1.02);
    EXPECT_EQ(orin.swapIns, 12u);
    EXPECT_EQ(orin.swapOuts, 34u);
    EXPECT_EQ(orin.majorFaults, 5120u);
    EXPECT_EQ(orin.oomKills, 3u);
    EXPECT_EQ(orin.cgroupOomKills, 1u);
}

TEST(Pressure, isEmptyWhereAnOldKernelHasNone)
{
    const PressureReading nano = readPressure(fixture("nano_jetpack_cgroup_v1"));
    EXPECT_FALSE(nano.someAvg10);
    EXPECT_FALSE(nano.oomKills);
    EXPECT_EQ(nano.majorFaults, 4138u);
    EXPECT_EQ(nano.cgroupOomKills, 2u);
    const PressureReading garbage = readPressure(fixture("garbage"));
    EXPECT_FALSE(garbage.someAvg10);
    EXPECT_FALSE(garbage.fullAvg10);
    EXPECT_FALSE(garbage.swapIns);
    EXPECT_FALSE(garbage.oomKills);
}

TEST(Process, ownFiguresFollowATouchedBlock)
{
    const ProcessReading before = readProcess(ownPid());
    ASSERT_TRUE(before.rss);
    ASSERT_TRUE(before.anonymous);
    const std::size_t size = 64 << 20;
    void* block =
        ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
    ASSERT_NE(block, MAP_FAILED);
    const ProcessReading during = readProcess(ownPid());
    ::munmap(block, size);
    const ProcessReading after = readProcess(ownPid());
    EXPECT_NEAR((*during.rss - *before.rss).megabytes(), 64, 2);
    EXPECT_NEAR((*during.anonymous - *before.anonymous).megabytes(), 64, 2);
    EXPECT_LT((*after.rss - *before.rss).megabytes(), 2);
    EXPECT_GE(*after.peakRss, *during.rss - Bytes::fromMegabytes(1));
    EXPECT_GT(*after.minorFaults, 0u);
    EXPECT_TRUE(after.cpuSeconds);
    EXPECT_EQ(after.name, "tst_memory_read");
}

TEST(Process, thatIsGoneHasNoFigures)
{
    for (pid_t pid : {0, -1, 1 << 29}) {
        const ProcessReading gone = readProcess(pid);
        EXPECT_FALSE(gone.rss);
        EXPECT_FALSE(gone.majorFaults);
        EXPECT_FALSE(readProcessShare(pid).proportional);
    }
}

TEST(Process, sharesAddUpToItsResidentSet)
{
    const ProcessShare share = readProcessShare(ownPid());
    if (!share.rss)
        GTEST_SKIP() << "SKIP: this kernel has no smaps_rollup";
    EXPECT_EQ(*share.shared + *share.ownOnly, *share.rss);
    EXPECT_LE(*share.proportional, *share.rss);
    EXPECT_GE(*share.proportional, *share.ownOnly);
}

TEST(Numbers, areWholeAndUnsigned)
{
    EXPECT_EQ(parseNumber("18446744073709551615"), 18446744073709551615ull);
    for (const char* bad : {"", "-1", "+1", " 1", "1 ", "1x", "0x10", "18446744073709551616"})
        EXPECT_FALSE(parseNumber(bad)) << bad;
    EXPECT_FALSE(parseByteCount("9223372036854771712"));
}

} // namespace
