// SPDX-License-Identifier: Apache-2.0
#include "core/load/plan.h"
#include "tests/support/made_up_model.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace nanocap;
using namespace nanocap::load;
using testing::HasSubstr;

namespace {

constexpr Bytes mb(std::int64_t n)
{
    return Bytes::fromMegabytes(n);
}
const RuntimeFigures libtorch{mb(58), mb(98), false};

memory::MemoryReading machine(MaybeBytes available, MaybeBytes total = mb(4000))
{
    memory::MemoryReading reading;
    reading.total = total;
    reading.available = available;
    reading.tightestPool = total;
    reading.limitedBy = available ? "MemAvailable" : "";
    return reading;
}

Plan planOf(std::int64_t weights, const Floor& floor, const memory::MemoryReading& reading,
            engine::Precision precision = engine::Precision::Fp32,
            const std::optional<MeasuredPeak>& measured = {})
{
    const MadeUpModel model = madeUpModel(weights);
    return makePlan(model.checkpoint, model.network, precision, libtorch, floor, reading, measured);
}

TEST(Need, isTheSumOfItsParts)
{
    const Need need = planOf(100, Floor(), machine(mb(3000))).need;
    EXPECT_EQ(need.runtime, mb(58 + 49)) << "hard part and working set of the libraries";
    EXPECT_EQ(need.weights, mb(100));
    EXPECT_EQ(need.converted, Bytes());
    EXPECT_EQ(need.parsing, mb(2));
    EXPECT_GT(need.working, Bytes());
    EXPECT_EQ(need.total, need.runtime + need.weights + need.converted + need.parsing + need.working);
    EXPECT_EQ(need.hard + need.soft, need.total);
    EXPECT_EQ(need.soft, mb(49 + 2)) << "and library pages a caption touches first";
}

TEST(Need, countsHalfFilesAtTheirWidthOnceWidened)
{
    const MadeUpModel half = madeUpModel(100, 1000, checkpoint::DType::F16);
    const auto at = [&](engine::Precision precision) {
        return makePlan(half.checkpoint, half.network, precision, libtorch, Floor(), machine(mb(3000)))
            .need.weights;
    };
    EXPECT_EQ(at(engine::Precision::Fp32), mb(100));
    EXPECT_EQ(at(engine::Precision::Fp16), mb(50));
    EXPECT_LT(at(engine::Precision::Int8), mb(27));
}

struct Verdict
{
    const char* what;
    std::int64_t weights, total;
    MaybeBytes available;
    Floor floor;
    Fit fit;
    const char* refusedAs; ///< code at CLASS, empty = goes on
};
class Guard : public testing::TestWithParam<Verdict>
{
};

TEST_P(Guard, atClassFollowsTheRule)
{
    const Verdict& v = GetParam();
    const auto reading = machine(v.available, v.total < 0 ? MaybeBytes() : MaybeBytes(mb(v.total)));
    const Plan plan = planOf(v.weights, v.floor, reading);
    EXPECT_EQ(nameOf(plan.fit), nameOf(v.fit)) << v.what;
    const auto refusal = guardRow(plan, Row::Class, reading);
    EXPECT_EQ(refusal ? refusal->code : "", v.refusedAs) << v.what;
    if (refusal) {
        EXPECT_EQ(refusal->row, Row::Class);
        EXPECT_EQ(exitCodeFor(*refusal), ExitMemory);
        EXPECT_EQ(refusal->required, plan.required);
        EXPECT_EQ(refusal->available, v.available);
    }
}

Floor floorOf(std::int64_t megabytes)
{
    return {mb(megabytes), false};
}

// need of 24 MB of weights: 107 + 24 + 2 + 6 = 139 MB, of them 88 hard; reserve of a 300 MB pool 30 MB
INSTANTIATE_TEST_SUITE_P(
    Rule, Guard,
    testing::Values(
        Verdict{"the floor is met to the byte", 24, 4000, mb(1200), Floor(), Fit::Fits, ""},
        Verdict{"one byte under the floor", 24, 4000, mb(1200) - Bytes(1), Floor(), Fit::No, "MEMORY"},
        Verdict{"934 MB under the usual floor", 24, 4000, mb(934), Floor(), Fit::No, "MEMORY"},
        Verdict{"934 MB with the floor automatic", 24, 4000, mb(934), Floor::automaticFloor(), Fit::Fits, ""},
        Verdict{"a floor of the operator's", 24, 4000, mb(934), floorOf(900), Fit::Fits, ""},
        Verdict{"a floor of 0 is a floor", 24, 300, mb(169), floorOf(0), Fit::Fits, ""},
        Verdict{"a byte below need + reserve is tight", 24, 300, mb(169) - Bytes(1), floorOf(0), Fit::Tight,
                ""},
        Verdict{"hard part + reserve just fits", 24, 300, mb(118), floorOf(0), Fit::Tight, ""},
        Verdict{"a byte below the hard part + reserve", 24, 300, mb(118) - Bytes(1), floorOf(0), Fit::No,
                "MEMORY"},
        Verdict{"tight never undercuts the floor", 24, 300, mb(150), floorOf(160), Fit::No, "MEMORY"},
        Verdict{"a model larger than the floor", 1500, 4000, mb(1800), Floor(), Fit::No, "MEMORY"},
        Verdict{"the reserve is at most 400 MB", 1500, 64000, mb(1500 + 133 + 400), Floor(), Fit::Fits, ""},
        Verdict{"nothing is available", 24, 4000, Bytes(), Floor::automaticFloor(), Fit::No, "MEMORY"},
        Verdict{"unknown memory", 24, 4000, std::nullopt, Floor(), Fit::Unknown, "MEMORY_UNKNOWN"},
        Verdict{"unknown memory, floor automatic", 24, 4000, std::nullopt, Floor::automaticFloor(),
                Fit::Unknown, ""},
        Verdict{"unknown pool: 16 MB of reserve", 24, -1, mb(139 + 16), floorOf(0), Fit::Fits, ""}));

TEST(Guard, saysBothNumbersAndTheDeficit)
{
    const auto reading = machine(mb(934));
    const Plan plan = planOf(147, Floor(), reading);
    ASSERT_EQ(wholeMegabytes(plan.need.total), 262);
    const auto refusal = guardRow(plan, Row::Class, reading);
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->message.text(),
              "This model requires 1200 MB of available memory; 934 MB are available: 266 MB short. "
              "The model itself needs about 262 MB.");
    EXPECT_THAT(refusal->detail, HasSubstr("runtime 107 MB + weights 147 MB"));
    EXPECT_THAT(refusal->detail, HasSubstr("limited by MemAvailable"));
    EXPECT_THAT(refusal->detail, HasSubstr("swap free unknown (not counted)"));
}

TEST(Guard, neverSaysThatNothingIsMissing)
{
    const auto reading = machine(mb(1200) - Bytes(1));
    const auto refusal = guardRow(planOf(24, Floor(), reading), Row::Class, reading);
    ASSERT_TRUE(refusal);
    EXPECT_THAT(refusal->message.text(),
                HasSubstr("requires 1200 MB of available memory; 1199 MB are available: 1 MB short."));
}

TEST(Guard, afterClassAsksForWhatIsStillNeededOnly)
{
    const Plan plan = planOf(100, Floor(), machine(mb(2000)));
    EXPECT_EQ(plan.reserve, mb(400));
    const Bytes still = plan.stillNeeded[indexOf(Row::Check)];
    EXPECT_EQ(still, plan.need.weights + plan.need.converted + plan.need.working);
    for (Row row : {Row::Check, Row::Build, Row::Weights}) {
        EXPECT_FALSE(guardRow(plan, row, machine(still + plan.reserve))) << codeOf(row);
        const auto refusal = guardRow(plan, row, machine(still + plan.reserve - Bytes(1)));
        ASSERT_TRUE(refusal) << codeOf(row);
        EXPECT_EQ(refusal->row, row);
        EXPECT_EQ(refusal->required, still + plan.reserve);
        EXPECT_THAT(refusal->message.text(), HasSubstr("This model still requires"));
        const auto unknown = guardRow(plan, row, machine({}));
        ASSERT_TRUE(unknown) << codeOf(row);
        EXPECT_EQ(unknown->code, "MEMORY_UNKNOWN");
    }
}

TEST(Guard, doesNotStopRowsThatSpendNothing)
{
    const Plan plan = planOf(100, Floor(), machine(mb(2000)));
    for (Row row : {Row::Checkpoint, Row::Cleanup1, Row::NoGrad, Row::Eval, Row::Cleanup2, Row::Cleanup})
        EXPECT_FALSE(guardRow(plan, row, machine(Bytes()))) << codeOf(row);
}

TEST(Guard, insideARowStopsAtHalfTheReserve)
{
    const Plan plan = planOf(100, Floor(), machine(mb(2000)));
    EXPECT_FALSE(guardInsideRow(plan, Row::Weights, machine(mb(200))));
    EXPECT_FALSE(guardInsideRow(plan, Row::Weights, machine({})));
    const auto refusal = guardInsideRow(plan, Row::Weights, machine(mb(199)));
    ASSERT_TRUE(refusal);
    EXPECT_EQ(refusal->code, "MEMORY");
    EXPECT_EQ(refusal->message.text(),
              "Memory ran out while loading: 199 MB are left, 200 MB must stay free. "
              "The model itself needs about 215 MB.");
}

TEST(Plan, predictsACurveThatEndsAtItsPeak)
{
    const Plan plan = planOf(100, Floor(), machine(mb(3000)));
    Bytes before;
    for (Row row : allRows) {
        if (row != Row::Cleanup1) { // the contents list is given back there
            EXPECT_GE(plan.bytesAfter[indexOf(row)], before) << codeOf(row);
        }
        EXPECT_LE(plan.bytesAfter[indexOf(row)], plan.predictedPeak) << codeOf(row);
        before = plan.bytesAfter[indexOf(row)];
    }
    EXPECT_EQ(plan.bytesAfter[indexOf(Row::Class)], mb(58 + 98));
    EXPECT_GE(plan.predictedPeak, mb(58 + 98 + 100));
}

TEST(Plan, usesTheMachinesOwnFigures)
{
    const MadeUpModel model = madeUpModel(100);
    RuntimeFigures runtime{mb(80), mb(60), true};
    const Plan plan = makePlan(model.checkpoint, model.network, engine::Precision::Fp32, runtime, Floor(),
                               machine(mb(3000)));
    EXPECT_EQ(plan.need.runtime, mb(110));
    EXPECT_EQ(plan.bytesAfter[indexOf(Row::Class)], mb(140));
}

TEST(Plan, predictsWhatWasMeasured)
{
    const MeasuredPeak measured{mb(300), mb(150), "12 Mar 2026"};
    const Plan plan = planOf(100, Floor(), machine(mb(3000)), engine::Precision::Fp32, measured);
    EXPECT_TRUE(plan.learned);
    EXPECT_EQ(plan.learnedNote, "measured on this device, 12 Mar 2026");
    EXPECT_EQ(plan.predictedPeak, mb(300));
    EXPECT_NEAR(plan.need.working.megabytes(), 50, 2);
    EXPECT_FALSE(planOf(100, Floor(), machine(mb(3000))).learned);
}

TEST(Plan, doesNotBelieveAMeasurementThatCannotBe)
{
    for (const MeasuredPeak& measured :
         {MeasuredPeak{mb(10), mb(150), ""}, MeasuredPeak{mb(100000), mb(150), ""}}) {
        const Plan plan = planOf(100, Floor(), machine(mb(3000)), engine::Precision::Fp32, measured);
        EXPECT_GE(plan.need.working, mb(4));
        EXPECT_LE(plan.need.working, mb(100));
    }
}

TEST(Plan, changesWithTheReadingOnly)
{
    const Plan before = planOf(100, Floor(), machine(mb(934)));
    const Plan after = withReading(before, machine(mb(3000)));
    EXPECT_EQ(before.fit, Fit::No);
    EXPECT_EQ(after.fit, Fit::Fits);
    EXPECT_EQ(before.need.total, after.need.total);
    EXPECT_EQ(after.reading.available, mb(3000));
}

TEST(Budget, coversTheWeightsAndACaptionButNotTheMachine)
{
    const Plan wide = planOf(100, Floor::automaticFloor(), machine(mb(3000)));
    const Bytes least = wide.need.weights + wide.need.converted + wide.need.working;
    EXPECT_GE(wide.tensorBudget, least);
    EXPECT_LE(wide.tensorBudget, mb(150));
    const Plan narrow = planOf(100, Floor::automaticFloor(), machine(mb(200), mb(300)));
    EXPECT_EQ(narrow.tensorBudget, mb(200 - 58 - 2 - 15 + 2))
        << "what libtorch, parsing and half the reserve leave";
    EXPECT_GE(planOf(100, Floor(), machine({})).tensorBudget, least);
}

} // namespace
