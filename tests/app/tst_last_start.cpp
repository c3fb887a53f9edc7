// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/last_start.h"
#include "core/base/row.h"
#include "core/journal/journal.h"
#include "core/journal/line_format.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace nanocap;
using testing::HasSubstr;
using testing::StartsWith;

namespace {

constexpr int dead = 5000001; ///< above the kernel's largest process id: never runs

/// A state folder whose journal holds lives made up for the test.
class LastStart : public testing::Test
{
protected:
    LastStart()
    {
        ::setenv("NANOCAP_STATE_DIR", m_folder.path().c_str(), 1);
        m_folder.write("fox.pth", "a checkpoint");
    }
    ~LastStart() override { ::unsetenv("NANOCAP_STATE_DIR"); }

    void line(const std::string& boot, int pid, std::int64_t secondsAgo, const std::string& event,
              const std::vector<std::pair<std::string, std::string>>& more = {})
    {
        journal::Entry entry{
            event,
            {{"mono_ms", std::to_string(journal::millisecondsSinceBoot() - secondsAgo * 1000)},
             {"boot", boot},
             {"pid", std::to_string(pid)},
             {"program", "nanocap"}}};
        entry.fields.insert(entry.fields.end(), more.begin(), more.end());
        m_lines += journal::formatLine(entry) + "\n";
        m_folder.write("journal.log", m_lines);
    }
    void row(const std::string& boot, int pid, std::int64_t secondsAgo, const std::string& code)
    {
        line(boot, pid, secondsAgo, "row",
             {{"row", code}, {"model", "fox"}, {"path", model()}, {"available", "52428800"}});
    }
    std::string model() const { return m_folder.file("fox.pth"); }
    std::optional<std::string> quarantine() const { return journal::Quarantine().reason(model()); }

    const TemporaryFolder m_folder;
    const std::string m_boot = journal::bootId();
    std::string m_lines;
};

TEST_F(LastStart, withoutAJournalSaysNothingAndWritesTheFirstLine)
{
    const auto start = app::reviewLastLife();
    EXPECT_EQ(start.sentence.text(), "");
    EXPECT_FALSE(start.safeMenu);
    const auto entries = journal::Journal().read();
    ASSERT_EQ(entries.size(), 1u);
    EXPECT_EQ(entries[0].event, "start");
}

TEST_F(LastStart, afterACleanStopSaysNothing)
{
    line(m_boot, dead, 60, "start");
    row(m_boot, dead, 50, "WEIGHTS");
    line(m_boot, dead, 40, "stop");
    const auto start = app::reviewLastLife();
    EXPECT_EQ(start.sentence.text(), "");
    EXPECT_FALSE(start.safeMenu);
    EXPECT_FALSE(quarantine());
}

TEST_F(LastStart, afterADeathInARowNamesItAndQuarantinesTheModel)
{
    line(m_boot, dead, 60, "start");
    row(m_boot, dead, 50, "WEIGHTS");
    const auto start = app::reviewLastLife();
    EXPECT_EQ(start.sentence.text(),
              "Nanocap ended unexpectedly while loading \"fox\" (row WEIGHTS); the board kept running. 50 MB "
              "of memory were available at the last reading, so a lack of memory is likely.");
    EXPECT_FALSE(start.safeMenu);
    EXPECT_EQ(quarantine(), "WEIGHTS");
}

TEST_F(LastStart, afterADeathInUseQuarantinesTheModelForItsUse)
{
    line(m_boot, dead, 60, "start");
    row(m_boot, dead, 50, "CLEANUP");
    line(m_boot, dead, 45, "done", {{"row", "CLEANUP"}, {"model", "fox"}, {"path", model()}});
    const auto start = app::reviewLastLife();
    EXPECT_THAT(start.sentence.text(), StartsWith("Nanocap ended unexpectedly while \"fox\" was loaded;"));
    EXPECT_EQ(quarantine(), "use");
}

TEST_F(LastStart, afterADeathOnTheMenuQuarantinesNothing)
{
    line(m_boot, dead, 60, "start");
    const auto start = app::reviewLastLife();
    EXPECT_THAT(start.sentence.text(),
                StartsWith("Nanocap ended unexpectedly while no model was loaded; the board kept running."));
    EXPECT_FALSE(quarantine());
}

TEST_F(LastStart, afterAResetOfTheBoardTheModelIsNotToBlame)
{
    line("an earlier boot", dead, 60, "start");
    row("an earlier boot", dead, 50, "WEIGHTS");
    const auto start = app::reviewLastLife();
    EXPECT_THAT(start.sentence.text(),
                StartsWith("The board restarted while loading \"fox\" (row WEIGHTS): power was lost"));
    EXPECT_FALSE(quarantine());
}

TEST_F(LastStart, afterTwoCrashesInFiveMinutesNothingLoadsByItself)
{
    line(m_boot, dead, 200, "start");
    row(m_boot, dead, 190, "BUILD");
    line(m_boot, dead + 1, 100, "start");
    row(m_boot, dead + 1, 90, "WEIGHTS");
    const auto start = app::reviewLastLife();
    EXPECT_TRUE(start.safeMenu);
    EXPECT_THAT(start.sentence.text(),
                HasSubstr("The program ended twice in five minutes, so nothing is loaded by itself."));
    EXPECT_EQ(quarantine(), "WEIGHTS");
}

TEST_F(LastStart, twoCrashesFarApartAreNoReasonForIt)
{
    if (journal::millisecondsSinceBoot() < 700 * 1000)
        GTEST_SKIP() << "SKIP: this machine has not been up for twelve minutes";
    line(m_boot, dead, 690, "start");
    line(m_boot, dead + 1, 400, "start");
    row(m_boot, dead + 1, 390, "WEIGHTS");
    line(m_boot, dead + 2, 350, "start");
    line(m_boot, dead + 2, 340, "stop");
    line(m_boot, dead + 3, 100, "start");
    EXPECT_FALSE(app::reviewLastLife().safeMenu);
}

TEST_F(LastStart, aStopThatWasOrderedStaysOneWhateverIsWrittenAfterIt)
{
    for (int life = 0; life < 3; ++life) {
        line(m_boot, dead + life, 100 - life, "start");
        row(m_boot, dead + life, 90 - life, "CLEANUP");
        line(m_boot, dead + life, 80 - life, "stop", {{"by", "signal"}});
        line(m_boot, dead + life, 80 - life, "death", {{"model", "fox"}, {"code", "KILLED"}});
        line(m_boot, dead + life, 79 - life, "unload", {{"model", "fox"}});
    }
    const auto start = app::reviewLastLife();
    EXPECT_EQ(start.sentence.text(), "");
    EXPECT_FALSE(start.safeMenu);
}

TEST_F(LastStart, twoCutsOfThePowerAreNoCrashesOfTheProgram)
{
    for (const char* boot : {"the boot before", "an earlier boot"}) {
        line(boot, dead, 60, "start");
        line(boot, dead, 50, "done", {{"row", "CLEANUP"}, {"model", "fox"}, {"path", model()}});
    }
    EXPECT_FALSE(app::reviewLastLife().safeMenu);
}

TEST_F(LastStart, inAKioskNothingIsQuarantined)
{
    line(m_boot, dead, 60, "start");
    row(m_boot, dead, 50, "WEIGHTS");
    EXPECT_THAT(app::reviewLastLife(false).sentence.text(), HasSubstr("row WEIGHTS"));
    EXPECT_FALSE(quarantine());
}

TEST_F(LastStart, ofAFolderThatTakesNoFileSaysThatNothingWillBeExplained)
{
    m_folder.write("taken", "a file where the folder should be");
    ::setenv("NANOCAP_STATE_DIR", m_folder.file("taken").c_str(), 1);
    const auto start = app::reviewLastLife();
    EXPECT_EQ(start.sentence.text(), "The recorder cannot write: Not a directory. Nanocap works, but an "
                                     "unexpected end will not be explained.");
    EXPECT_FALSE(start.safeMenu);
}

TEST_F(LastStart, ofThisLifeEndsWithAStop)
{
    {
        app::reviewLastLife();
        const app::CleanStop stop;
        EXPECT_EQ(journal::Journal().read().back().event, "start");
    }
    EXPECT_EQ(journal::Journal().read().back().event, "stop");
}

} // namespace
