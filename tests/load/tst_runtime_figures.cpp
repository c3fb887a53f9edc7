// SPDX-License-Identifier: Apache-2.0
#include "core/load/load_report.h"
#include "core/load/runtime_figures.h"
#include "tests/support/made_up_model.h"
#include "tests/support/temporary_folder.h"

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

PastLoad done(std::int64_t peak, engine::Precision precision = engine::Precision::Fp32)
{
    PastLoad load;
    load.date = "2026-03-12T10:00:00";
    load.outcome = "done";
    load.precision = precision;
    load.peak = mb(peak);
    load.baseline = mb(156);
    load.seconds = 1.5;
    load.stepMilliseconds = 3.25;
    return load;
}

TEST(LearnedFigures, startWithTheBuiltInConstants)
{
    const TemporaryFolder folder;
    const LearnedFigures figures(folder.file("not there yet"));
    EXPECT_FALSE(figures.runtime().measured);
    EXPECT_EQ(figures.runtime().anonymous, mb(58));
    EXPECT_TRUE(figures.history("abc").empty());
    EXPECT_FALSE(figures.measuredPeak("abc", engine::Precision::Fp32));
    EXPECT_EQ(figures.problem(), "");
}

TEST(LearnedFigures, rememberTheRuntimeAcrossLives)
{
    const TemporaryFolder folder;
    EXPECT_TRUE(LearnedFigures(folder.file("state")).rememberRuntime(mb(61), mb(101)));
    const RuntimeFigures runtime = LearnedFigures(folder.file("state")).runtime();
    EXPECT_TRUE(runtime.measured);
    EXPECT_EQ(runtime.anonymous, mb(61));
    EXPECT_EQ(runtime.file, mb(101));
    EXPECT_FALSE(LearnedFigures(folder.file("state")).rememberRuntime(mb(1), mb(1)))
        << "no libtorch is that small";
    EXPECT_EQ(LearnedFigures(folder.file("state")).runtime().anonymous, mb(61));
}

TEST(LearnedFigures, keepTheLastTenLoadsNewestFirst)
{
    const TemporaryFolder folder;
    LearnedFigures figures(folder.path());
    for (int i = 0; i < 13; ++i)
        EXPECT_TRUE(figures.rememberLoad("abc", "cards.pth", done(200 + i)));
    const auto history = figures.history("abc");
    ASSERT_EQ(history.size(), 10u);
    EXPECT_EQ(history.front().peak, mb(212));
    EXPECT_EQ(history.back().peak, mb(203));
    EXPECT_EQ(history.front().seconds, 1.5);
    EXPECT_EQ(history.front().stepMilliseconds, 3.25);
    EXPECT_FALSE(history.front().predicted);
    EXPECT_TRUE(figures.history("other").empty());
}

TEST(LearnedFigures, keepTheRowsOfTheNewestLoads)
{
    const TemporaryFolder folder;
    LearnedFigures figures(folder.path());
    PastLoad load = done(230);
    for (Row row : allRows)
        load.rows.push_back(
            {.row = row, .state = RowState::Done, .seconds = 0.25, .availableAfter = mb(900)});
    load.rows[8].state = RowState::Failed;
    load.row = Row::Weights;
    load.outcome = "SIGSEGV";
    for (int i = 0; i < 5; ++i)
        figures.rememberLoad("abc", "cards.pth", load);
    const auto history = figures.history("abc");
    ASSERT_EQ(history.size(), 5u);
    ASSERT_EQ(history[2].rows.size(), rowCount);
    EXPECT_TRUE(history[3].rows.empty());
    const LoadReport report = reportOf(history[0], {"cards", "/m/cards.pth", engine::Precision::Fp32});
    EXPECT_EQ(report.rows[8].state, RowState::Failed);
    EXPECT_EQ(report.rows[8].seconds, 0.25);
    EXPECT_EQ(report.rows[0].availableAfter, mb(900));
    EXPECT_FALSE(report.rows[0].availableBefore) << "what nobody read is not 0";
    ASSERT_TRUE(report.failure);
    EXPECT_EQ(report.failure->row, Row::Weights);
    EXPECT_EQ(report.measuredPeak, mb(230));
}

TEST(LearnedFigures, giveTheNewestSuccessAtThatPrecision)
{
    const TemporaryFolder folder;
    LearnedFigures figures(folder.path());
    figures.rememberLoad("abc", "cards.pth", done(230));
    figures.rememberLoad("abc", "cards.pth", done(210, engine::Precision::Int8));
    PastLoad failed = done(900);
    failed.outcome = "OOM_KILLED";
    figures.rememberLoad("abc", "cards.pth", failed);
    const auto measured = figures.measuredPeak("abc", engine::Precision::Fp32);
    ASSERT_TRUE(measured);
    EXPECT_EQ(measured->peak, mb(230));
    EXPECT_EQ(measured->baseline, mb(156));
    EXPECT_EQ(measured->date, "12 Mar 2026");
    EXPECT_EQ(figures.measuredPeak("abc", engine::Precision::Int8)->peak, mb(210));
    EXPECT_FALSE(figures.measuredPeak("abc", engine::Precision::Fp16));
}

TEST(LearnedFigures, forgetTheModelsUsedLeast)
{
    const TemporaryFolder folder;
    LearnedFigures figures(folder.path());
    for (int i = 0; i < 70; ++i)
        figures.rememberLoad("model" + std::to_string(i), "x.pth", done(200));
    EXPECT_TRUE(figures.history("model9").empty());
    EXPECT_FALSE(figures.history("model10").empty());
    EXPECT_FALSE(figures.history("model69").empty());
}

TEST(LearnedFigures, setADamagedFileAsideAndSaySo)
{
    for (const char* text : {"{ not json", "[]", "{\"schema\":7}", ""}) {
        const TemporaryFolder folder;
        folder.write("learned.json", text);
        LearnedFigures figures(folder.path());
        EXPECT_FALSE(figures.runtime().measured);
        EXPECT_THAT(figures.problem(), HasSubstr("set aside")) << text;
        EXPECT_EQ(folder.read("learned.json.broken"), text);
        EXPECT_TRUE(figures.rememberRuntime(mb(61), mb(101)));
        EXPECT_TRUE(LearnedFigures(folder.path()).runtime().measured);
    }
}

TEST(LearnedFigures, onAnUnwritableDiskCostOnlyTheMemoryOfIt)
{
    const TemporaryFolder folder;
    folder.write("taken", "");
    LearnedFigures figures(folder.file("taken"));
    EXPECT_FALSE(figures.rememberRuntime(mb(61), mb(101)));
    EXPECT_THAT(figures.problem(), HasSubstr("cannot be written"));
}

TEST(Fingerprint, isOfTheContentsNotOfTheName)
{
    MadeUpModel model = madeUpModel(8);
    const std::string first = fingerprint(model.checkpoint);
    EXPECT_EQ(first.size(), 16u);
    model.checkpoint.path = "/elsewhere/x.pth";
    EXPECT_EQ(fingerprint(model.checkpoint), first);
    model.checkpoint.storages[0].crc32 ^= 1;
    EXPECT_NE(fingerprint(model.checkpoint), first);
}

} // namespace
