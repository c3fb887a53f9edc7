// SPDX-License-Identifier: Apache-2.0
#include "core/session/recovery_ladder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace std::chrono_literals;
using nanocap::session::RecoveryCandidate;
using nanocap::session::RecoveryLadder;
using testing::ElementsAre;

namespace {

const std::vector<RecoveryCandidate> all = {
    {"large", 300, true}, {"middle", 200, true}, {"small", 100, true}};

/// What is tried after each of `count` failures of what was tried before, from a failure of `first` on.
std::vector<std::string> tries(RecoveryLadder& ladder, const std::string& first, int count,
                               const std::vector<RecoveryCandidate>& candidates = all)
{
    std::vector<std::string> tried;
    std::string now = first;
    for (int i = 0; i < count; ++i) {
        ladder.failed(now, 0);
        now = ladder.choose(candidates);
        tried.push_back(now);
    }
    return tried;
}

TEST(RecoveryLadder, waitsLongerEachTimeAndNeverGivesUp)
{
    std::vector<std::chrono::seconds> waits;
    RecoveryLadder ladder;
    for (int i = 0; i < 7; ++i) {
        ladder.failed("large", 0);
        waits.push_back(ladder.wait());
    }
    EXPECT_THAT(waits, ElementsAre(2s, 5s, 15s, 60s, 300s, 300s, 300s));
}

TEST(RecoveryLadder, triesTheSameThenTheSmallestInTurn)
{
    RecoveryLadder ladder;
    EXPECT_THAT(tries(ladder, "large", 5), ElementsAre("large", "small", "large", "small", "large"));
}

TEST(RecoveryLadder, triesTheSameThenTheOneThatWorkedBeforeThenTheSmallest)
{
    RecoveryLadder ladder;
    ladder.loaded("middle");
    ladder.captioned(0);
    ladder.loaded("large");
    ladder.captioned(1);
    EXPECT_THAT(tries(ladder, "large", 4), ElementsAre("large", "middle", "small", "large"));
}

TEST(RecoveryLadder, aModelThatWasLoadedAndSaidNothingHasNotWorked)
{
    RecoveryLadder ladder;
    ladder.loaded("middle");
    EXPECT_THAT(tries(ladder, "large", 3), ElementsAre("large", "small", "large"));
}

TEST(RecoveryLadder, passesOverWhatIsGoneAndWhatDoesNotFit)
{
    RecoveryLadder ladder;
    const std::vector<RecoveryCandidate> now = {{"middle", 200, true}, {"small", 100, false}};
    EXPECT_THAT(tries(ladder, "large", 2, now), ElementsAre("middle", "middle"));
}

TEST(RecoveryLadder, theWantedOneIsTriedEvenWhenNothingFits)
{
    RecoveryLadder ladder;
    EXPECT_THAT(tries(ladder, "large", 2, {{"large", 300, false}, {"small", 100, false}}),
                ElementsAre("large", "large"));
}

TEST(RecoveryLadder, withoutAnyModelSaysSo)
{
    RecoveryLadder ladder;
    EXPECT_THAT(tries(ladder, "large", 2, {}), ElementsAre("", ""));
}

TEST(RecoveryLadder, aModelThatWasNotFoundLeavesTheSmallest)
{
    RecoveryLadder ladder;
    EXPECT_THAT(tries(ladder, "", 1), ElementsAre("small"));
}

TEST(RecoveryLadder, theSmallestIsOneThatDidNotTakeTheProgramDownIfThereIsOne)
{
    EXPECT_EQ(RecoveryLadder::smallest({{"small", 100, true, false}, {"middle", 200, true}}), "middle");
    EXPECT_EQ(RecoveryLadder::smallest({{"small", 100, true, false}, {"middle", 200, false}}), "small");
    EXPECT_EQ(RecoveryLadder::smallest({{"middle", 200, false}}), "");
}

TEST(RecoveryLadder, startsOverAfterTenSecondsOfCaptions)
{
    RecoveryLadder ladder;
    tries(ladder, "large", 3);
    ladder.loaded("large");
    ladder.captioned(1'000);
    ladder.captioned(10'999);
    EXPECT_EQ(ladder.failures(), 3);
    ladder.captioned(11'000);
    EXPECT_EQ(ladder.failures(), 0);
    ladder.failed("large", 11'001);
    EXPECT_EQ(ladder.wait(), 2s);
}

TEST(RecoveryLadder, aStillSceneIsCaptionedOnceAndCountsAsWell)
{
    RecoveryLadder ladder;
    tries(ladder, "large", 3);
    ladder.loaded("large");
    ladder.captioned(1'000);
    ladder.failed("large", 60'000);
    EXPECT_EQ(ladder.wait(), 2s);
}

TEST(RecoveryLadder, goesOnWhereItWasWhenCaptionsWereFew)
{
    RecoveryLadder ladder;
    tries(ladder, "large", 3);
    ladder.loaded("large");
    ladder.captioned(1'000);
    ladder.failed("large", 9'000);
    EXPECT_EQ(ladder.wait(), 60s);
}

TEST(RecoveryLadder, whatIsWantedStaysSoWhileOthersAreTried)
{
    RecoveryLadder ladder;
    tries(ladder, "large", 2);
    EXPECT_EQ(ladder.wanted(), "large");
    ladder.loaded("small"); // and works
    ladder.captioned(0);
    ladder.captioned(10'000);
    ladder.failed("small", 10'001);
    EXPECT_EQ(ladder.wanted(), "small");
}

} // namespace
