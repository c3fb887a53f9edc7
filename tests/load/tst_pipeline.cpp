// SPDX-License-Identifier: Apache-2.0
#include "core/load/pipeline.h"
#include "tests/support/built_in_model.h"
#include "tests/support/scripted_engine.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace nanocap;
using namespace nanocap::load;
using testing::Test;

namespace {

memory::MemoryReading reading(std::int64_t megabytes)
{
    memory::MemoryReading r;
    r.total = Bytes::fromMegabytes(4000);
    r.memAvailable = r.available = Bytes::fromMegabytes(megabytes);
    r.tightestPool = r.total;
    r.limitedBy = "MemAvailable";
    r.monotonicMs = 1;
    return r;
}

/// A load with a scripted engine and a scripted memory.
class Pipeline : public Test
{
protected:
    tests::ScriptedEngine engine;
    engine::CancelToken cancel;
    std::int64_t available = 2000;
    std::vector<std::string> journal;
    std::vector<RowReport> finished;

    LoadReport load(Floor floor = {}, std::string path = tests::builtInModel())
    {
        PipelineHooks hooks;
        hooks.readMemory = [this] { return available < 0 ? memory::MemoryReading() : reading(available); };
        hooks.tell = [this](const LoadEvent& event) {
            on(event, [this](const RowFinished& row) { finished.push_back(row.report); });
        };
        hooks.record = [this](const std::string& event, const auto& fields) {
            journal.push_back(event + " " + fields.front().second);
        };
        PipelineInput input;
        input.model = {"test", std::move(path), engine::Precision::Fp32};
        input.floor = floor;
        input.golden = golden;
        return LoadPipeline(engine, cancel, hooks).run(input);
    }
    std::vector<GoldenImage> golden;

    static Failure engineDeath()
    {
        Failure f;
        f.code = "SIGSEGV";
        f.message = Sentence::verbatim("The engine died.");
        return f;
    }
};

} // namespace

TEST_F(Pipeline, WhatCameBackIsMeasuredAgainstTheLivingEngine)
{
    available = 1800; // the engine holds 200 MB from the first row on
    engine.failures[Row::Weights] = engineDeath();
    engine.during[Row::Weights] = [this] { available = 2000; }; // it is gone before anybody can read again
    const auto report = load();
    ASSERT_TRUE(report.failure);
    EXPECT_EQ(report.returned, Bytes::fromMegabytes(200));
    EXPECT_EQ(report.availableAfterUndo, Bytes::fromMegabytes(2000));
}

TEST_F(Pipeline, WhatAnEngineLostWhileStartingGaveBackIsUnknownRatherThanNothing)
{
    engine.failures[Row::Class] = engineDeath();
    const auto report = load();
    ASSERT_TRUE(report.failure);
    EXPECT_FALSE(report.returned);
}

TEST_F(Pipeline, TenRowsAreDoneAndJournalledBeforeTheyRun)
{
    const auto report = load();
    ASSERT_FALSE(report.failure) << report.failure->message.text();
    ASSERT_EQ(finished.size(), rowCount);
    for (Row row : allRows) {
        EXPECT_EQ(report.rows[indexOf(row)].state, RowState::Done);
        EXPECT_EQ(finished[indexOf(row)].row, row);
        EXPECT_EQ(journal[2 * indexOf(row)], "row " + std::string(codeOf(row)));
        EXPECT_EQ(journal[2 * indexOf(row) + 1], "done " + std::string(codeOf(row)));
    }
    EXPECT_EQ(report.engineBaseline, Bytes::fromMegabytes(160));
    EXPECT_EQ(report.measuredPeak, Bytes::fromMegabytes(250));
    EXPECT_EQ(engine.calls.size(), rowCount);
    EXPECT_GT(engine.lastRequest.tensorBudget, report.plan->need.weights);
}

TEST_F(Pipeline, TheFloorRefusesBeforeAnythingIsSpent)
{
    available = 934;
    const auto report = load();
    ASSERT_TRUE(report.failure);
    EXPECT_EQ(report.failure->code, "MEMORY");
    EXPECT_EQ(report.failure->row, Row::Class);
    EXPECT_EQ(report.failure->required, Bytes::fromMegabytes(1200));
    EXPECT_EQ(report.failure->available, Bytes::fromMegabytes(934));
    EXPECT_EQ(report.failure->message.text().find(
                  "This model requires 1200 MB of available memory; 934 MB are available: "
                  "266 MB short. The model itself needs about "),
              0u)
        << report.failure->message.text();
    EXPECT_TRUE(engine.calls.empty());
    EXPECT_EQ(exitCodeFor(*report.failure), 3);
}

TEST_F(Pipeline, AutoLoadsWhereTheFloorRefuses)
{
    available = 934;
    EXPECT_FALSE(load(Floor::automaticFloor()).failure);
}

TEST_F(Pipeline, UnknownMemoryIsRefusedUnlessAuto)
{
    available = -1;
    const auto report = load();
    ASSERT_TRUE(report.failure);
    EXPECT_EQ(report.failure->code, "MEMORY_UNKNOWN");
    EXPECT_EQ(exitCodeFor(*report.failure), 3);
    EXPECT_FALSE(report.rows[0].availableBefore);
    EXPECT_FALSE(load(Floor::automaticFloor()).failure);
}

TEST_F(Pipeline, ShortMemoryAtALaterRowIsCleanedUpThenRefused)
{
    engine.during[Row::Eval] = [this] {
        available = 300;
    }; // less than what is needed + the reserve of 400 MB
    const auto report = load();
    ASSERT_TRUE(report.failure);
    EXPECT_EQ(report.failure->row, Row::Weights);
    EXPECT_EQ(report.failure->code, "MEMORY");
    const std::vector<std::string> tail(engine.calls.end() - 3, engine.calls.end());
    EXPECT_EQ(tail, (std::vector<std::string>{"run CLEANUP-2", "cleanUp", "end"}));
    EXPECT_EQ(report.rows[indexOf(Row::Cleanup)].state, RowState::Skipped);
}

TEST_F(Pipeline, MemoryRunningOutInsideARowStopsIt)
{
    engine.progressSteps = {Bytes::fromMegabytes(20), Bytes::fromMegabytes(40)};
    engine.during[Row::Weights] = [this] { available = 150; }; // below half the reserve
    const auto report = load();
    ASSERT_TRUE(report.failure);
    EXPECT_EQ(report.failure->code, "MEMORY");
    EXPECT_EQ(report.failure->row, Row::Weights);
    EXPECT_NE(report.failure->message.text().find("150 MB are left"), std::string::npos)
        << report.failure->message.text();
}

TEST_F(Pipeline, AFailureAtAnyRowUndoesAndSkipsTheRest)
{
    for (Row bad : allRows) {
        engine.reset();
        finished.clear();
        engine.failures[bad] = engineDeath();
        const auto report = load();
        ASSERT_TRUE(report.failure) << codeOf(bad);
        EXPECT_EQ(report.failure->row, bad);
        EXPECT_EQ(engine.calls.back(), "end");
        EXPECT_EQ(finished.size(), rowCount);
        for (Row row : allRows)
            EXPECT_EQ(report.rows[indexOf(row)].state, row < bad    ? RowState::Done
                                                       : row == bad ? RowState::Failed
                                                                    : RowState::Skipped);
        EXPECT_TRUE(report.availableAfterUndo);
    }
}

TEST_F(Pipeline, CancelIsSeenInsideARow)
{
    engine.progressSteps = {Bytes::fromMegabytes(1), Bytes::fromMegabytes(2)};
    engine.during[Row::Build] = [this] { cancel.request(); };
    const auto report = load();
    ASSERT_TRUE(report.failure);
    EXPECT_EQ(report.failure->code, "CANCELLED");
    EXPECT_EQ(exitCodeFor(*report.failure), 7);
    EXPECT_EQ(engine.calls.back(), "end");
}

TEST_F(Pipeline, AFileThatChangedMeanwhileIsNamedSo)
{
    const tests::ModelCopy copy("pipeline-changed");
    engine.during[Row::Build] = [&copy] { copy.truncate(); };
    Failure truncated;
    truncated.failureClass = FailureClass::Checkpoint;
    truncated.code = "TRUNCATED";
    engine.failures[Row::Weights] = truncated;
    const auto report = load({}, copy.path());
    ASSERT_TRUE(report.failure);
    EXPECT_EQ(report.failure->code, "CHANGED");
    EXPECT_EQ(exitCodeFor(*report.failure), 4);
}

TEST_F(Pipeline, ABadFileIsRefusedBeforeTheEngineStarts)
{
    const tests::ModelCopy copy("pipeline-truncated");
    copy.truncate();
    const auto report = load({}, copy.path());
    ASSERT_TRUE(report.failure);
    EXPECT_EQ(report.failure->code, "TRUNCATED");
    EXPECT_EQ(report.failure->row, Row::Class);
    EXPECT_TRUE(engine.calls.empty());
}

TEST_F(Pipeline, GoldenPicturesThatMismatchAreAWarningWithItsCause)
{
    golden = {{"one.png", std::vector<std::uint8_t>(12), 2, 2, engine.captionText},
              {"two.png", std::vector<std::uint8_t>(12), 2, 2, "a cat on a blue background"}};
    const auto report = load();
    ASSERT_FALSE(report.failure);
    ASSERT_FALSE(report.warnings.empty());
    const std::string said = report.selfTest.text();
    EXPECT_EQ(report.warnings.back().text(), said);
    EXPECT_NE(said.find("1 of 2"), std::string::npos) << said;
    EXPECT_NE(said.find("word map"), std::string::npos) << said;
    EXPECT_THAT(report.allNotes(), testing::Contains(said));
}
