// SPDX-License-Identifier: Apache-2.0
#include "core/engine/cgroup_ceiling.h"

#include <gtest/gtest.h>

#include <csignal>
#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace nanocap;
using engine::CgroupCeiling;

namespace {

/// A child that touches `megabytes` once it is told to, then ends with 0.
struct Child
{
    pid_t pid = -1;
    int go[2] = {-1, -1};
    explicit Child(int megabytes)
    {
        EXPECT_EQ(0, ::pipe(go));
        pid = ::fork();
        if (pid != 0)
            return;
        char token = 0;
        if (::read(go[0], &token, 1) != 1)
            ::_exit(1);
        for (int i = 0; i < megabytes; ++i) {
            volatile char* block = static_cast<char*>(::malloc(1 << 20));
            for (int at = 0; at < (1 << 20); at += 4096)
                block[at] = 1;
        }
        ::_exit(0);
    }
    int run()
    {
        EXPECT_EQ(1, ::write(go[1], "x", 1));
        int status = 0;
        ::waitpid(pid, &status, 0);
        ::close(go[0]);
        ::close(go[1]);
        return status;
    }
};

bool hold(CgroupCeiling& ceiling, const Child& child, int megabytes)
{
    return ceiling.hold(child.pid, Bytes::fromMegabytes(megabytes));
}

} // namespace

TEST(CgroupCeiling, KillsWhatGrowsBeyondItAndSaysSo)
{
    Child child(200);
    CgroupCeiling ceiling;
    if (!hold(ceiling, child, 64)) {
        child.run();
        GTEST_SKIP() << "SKIP: memory cgroups cannot be made here";
    }
    const int status = child.run();
    EXPECT_TRUE(WIFSIGNALED(status));
    EXPECT_EQ(WTERMSIG(status), SIGKILL);
    EXPECT_TRUE(ceiling.killedHere());
}

TEST(CgroupCeiling, LetsWhatStaysBelowLive)
{
    Child child(20);
    CgroupCeiling ceiling;
    if (!hold(ceiling, child, 128)) {
        child.run();
        GTEST_SKIP() << "SKIP: memory cgroups cannot be made here";
    }
    EXPECT_EQ(child.run(), 0);
    EXPECT_FALSE(ceiling.killedHere());
}

TEST(CgroupCeiling, WithoutAGroupNothingWasKilledHere)
{
    EXPECT_FALSE(CgroupCeiling().killedHere());
}
