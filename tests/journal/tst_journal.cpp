// SPDX-License-Identifier: Apache-2.0
#include "core/journal/journal.h"
#include "core/journal/line_format.h"
#include "tests/support/full_disk.h"
#include "tests/support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <thread>

using namespace nanocap;
using namespace nanocap::journal;
using testing::HasSubstr;
using End = LastLife::End;

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;
constexpr std::int64_t minute = 60 * 1000;

TEST(Line, keepsAnyValueAsItWas)
{
    for (const std::string& value : {std::string("a b=c%d"), std::string("two\nlines\r\t"),
                                     std::string("\0\x7f", 2), std::string("여우"), std::string()}) {
        const Entry entry{"row", {{"model name", value}, {"x", "1"}}};
        const std::string line = formatLine(entry);
        EXPECT_EQ(line.find('\n'), std::string::npos);
        const auto again = parseLine(line);
        ASSERT_TRUE(again) << line;
        EXPECT_EQ(again->event, "row");
        EXPECT_EQ(again->fields, entry.fields);
    }
}

TEST(Line, thatIsNotOursIsRefused)
{
    for (const std::string& line :
         {std::string(), std::string("row x"), std::string("a=b"), std::string("row  x=1"),
          std::string("row x=%4"), std::string("row x=%zz"), std::string("row =1"),
          std::string("row x=\0\0", 8)})
        EXPECT_FALSE(parseLine(line)) << line;
}

TEST(Journal, keepsWhatWasWrittenInOrder)
{
    const TemporaryFolder folder;
    Journal journal(folder.path());
    EXPECT_TRUE(journal.write("start", {{"version", "1"}}));
    EXPECT_TRUE(journal.write("row", {{"row", "WEIGHTS"}, {"model", "a b"}}));
    const auto entries = Journal(folder.path()).read();
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries[0].event, "start");
    EXPECT_TRUE(entries[0].find("started"));
    EXPECT_EQ(*entries[1].find("model"), "a b");
    EXPECT_EQ(*entries[1].find("boot"), bootId());
    EXPECT_EQ(*entries[1].find("pid"), std::to_string(::getpid()));
    EXPECT_EQ(*entries[1].find("program"), "tst_journal");
    EXPECT_EQ(journal.problem(), "");
}

TEST(Journal, staysWithinSixtyFourKilobytesAndDropsTheOldest)
{
    const TemporaryFolder folder;
    Journal journal(folder.path());
    for (int i = 0; i < 600; ++i) {
        ASSERT_TRUE(journal.write("row", {{"n", std::to_string(i)}, {"text", std::string(120, 'x')}}));
        ASSERT_LE(std::filesystem::file_size(journal.path()), 64u * 1024);
    }
    const auto entries = journal.read();
    ASSERT_GT(entries.size(), 100u);
    for (std::size_t i = 0; i < entries.size(); ++i)
        EXPECT_EQ(*entries[i].find("n"), std::to_string(600 - entries.size() + i));
}

TEST(Journal, survivesALastLineTornByAPowerLoss)
{
    const TemporaryFolder folder;
    Journal(folder.path()).write("start", {});
    const std::string whole = folder.read("journal.log");
    for (const std::string& tail :
         {std::string("row mono_ms=12 row=WEI"), std::string(300, '\0'), std::string("x")}) {
        folder.write("journal.log", whole + tail);
        Journal journal(folder.path());
        EXPECT_EQ(journal.read().size(), 1u);
        EXPECT_TRUE(journal.write("row", {}));
        EXPECT_EQ(journal.read().size(), 2u);
        EXPECT_EQ(folder.read("journal.log").compare(0, whole.size(), whole), 0);
    }
}

TEST(Journal, ofRubbishIsReadAsNothingAndWrittenOn)
{
    const TemporaryFolder folder;
    folder.write("journal.log", std::string(200000, '\x01') + "\nfoo\n");
    Journal journal(folder.path());
    EXPECT_TRUE(journal.write("start", {}));
    EXPECT_LE(std::filesystem::file_size(journal.path()), 64u * 1024);
    EXPECT_EQ(journal.read().back().event, "start");
}

TEST(Journal, thatCannotWriteSaysSoAndRecovers)
{
    const TemporaryFolder folder;
    folder.write("taken", "a file where the folder should be");
    Journal journal(folder.file("taken"));
    EXPECT_FALSE(journal.write("start", {}));
    EXPECT_EQ(journal.problem(), "The recorder cannot write: Not a directory.");
    EXPECT_TRUE(journal.read().empty());
    std::filesystem::remove(folder.file("taken"));
    std::filesystem::create_directory(folder.file("taken"));
    EXPECT_TRUE(journal.write("start", {}));
    EXPECT_EQ(journal.problem(), "");
}

TEST(Journal, leavesNoHalfLineOnAFullDisk)
{
    // A child with a file size limit sees write() stop in the middle, as on a full disk.
    const TemporaryFolder folder;
    Journal(folder.path()).write("start", {});
    const auto size = std::filesystem::file_size(folder.file("journal.log"));
    const pid_t child = ::fork();
    if (child == 0) {
        ::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit = {size + 20, size + 20};
        ::setrlimit(RLIMIT_FSIZE, &limit);
        Journal journal(folder.path());
        const bool written = journal.write("row", {{"row", "WEIGHTS"}});
        ::_exit(!written && journal.problem() == "The recorder cannot write: File too large." ? 0 : 1);
    }
    int status = 1;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(status, 0);
    EXPECT_EQ(std::filesystem::file_size(folder.file("journal.log")), size);
}

TEST(Journal, isSharedByTwoProcessesAndTheirThreads)
{
    const TemporaryFolder folder;
    const auto writeMany = [&](const char* who) {
        Journal journal(folder.path());
        std::vector<std::thread> threads;
        for (int t = 0; t < 2; ++t)
            threads.emplace_back([&] {
                for (int i = 0; i < 100; ++i)
                    journal.write("row", {{"who", who}, {"text", std::string(200, 'y')}});
            });
        for (std::thread& thread : threads)
            thread.join();
    };
    const pid_t child = ::fork();
    if (child == 0) {
        writeMany("child");
        ::_exit(0);
    }
    writeMany("parent");
    int status = 1;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(status, 0);
    Journal journal(folder.path());
    const std::string text = folder.read("journal.log");
    EXPECT_EQ(journal.read().size(), static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')));
    for (const Entry& entry : journal.read())
        EXPECT_EQ(entry.find("text")->size(), 200u);
}

TEST(StateFolder, followsTheVariables)
{
    const TemporaryFolder folder;
    ::setenv("NANOCAP_STATE_DIR", folder.file("here").c_str(), 1);
    EXPECT_EQ(stateFolder(), folder.file("here"));
    EXPECT_TRUE(std::filesystem::is_directory(folder.file("here")));
    ::unsetenv("NANOCAP_STATE_DIR");
    ::setenv("XDG_STATE_HOME", folder.path().c_str(), 1);
    EXPECT_EQ(stateFolder(), folder.path() + "/nanocap");
    ::unsetenv("XDG_STATE_HOME");
}

/// Entries of a made-up life; pids above the kernel's largest (2^22) never run.
struct Script
{
    std::vector<Entry> entries;
    Script& line(const std::string& boot, int pid, std::int64_t ms, const std::string& event,
                 Fields more = {}, const std::string& program = "nanocap")
    {
        Fields fields = {{"mono_ms", std::to_string(ms)},
                         {"boot", boot},
                         {"pid", std::to_string(pid)},
                         {"program", program}};
        fields.insert(fields.end(), more.begin(), more.end());
        entries.push_back({event, fields});
        return *this;
    }
};
constexpr int dead1 = 5000001, dead2 = 5000002, dead3 = 5000003;
const Fields weights = {
    {"row", "WEIGHTS"}, {"model", "cards"}, {"path", "/m/cards.pth"}, {"available", "1992294400"}};

TEST(LastLife, ofAnEmptyJournalIsUnknown)
{
    const LastLife last = lastLife({}, "B", "nanocap", 0);
    EXPECT_EQ(last.end, End::Unknown);
    EXPECT_EQ(last.sentence.text(), "");
    EXPECT_EQ(last.crashesInFiveMinutes, 0);
}

TEST(LastLife, stoppedCleanly)
{
    Script s;
    s.line("B", dead1, 0, "start").line("B", dead1, 10, "row", weights).line("B", dead1, 20, "stop");
    const LastLife last = lastLife(s.entries, "B", "nanocap", minute);
    EXPECT_EQ(last.end, End::Clean);
    EXPECT_EQ(last.model, "");
    EXPECT_EQ(last.sentence.text(), "");
    EXPECT_EQ(last.crashesInFiveMinutes, 0);
}

TEST(LastLife, thatNobodyHasReapedYetIsDead)
{
    const pid_t child = ::fork();
    if (child == 0)
        ::_exit(0);
    siginfo_t info = {};
    ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(child), &info, WEXITED | WNOWAIT), 0); // it stays a zombie
    Script s;
    s.line("B", child, 0, "start").line("B", child, 10, "row", weights);
    EXPECT_EQ(lastLife(s.entries, "B", "nanocap", minute).end, End::ProcessDied);
    ::waitpid(child, nullptr, 0);
}

TEST(LastLife, thatEndedInTheSameBootWasTheProcess)
{
    Script s;
    s.line("B", dead1, 0, "start").line("B", dead1, 10, "row", weights);
    const LastLife last = lastLife(s.entries, "B", "nanocap", minute);
    EXPECT_EQ(last.end, End::ProcessDied);
    EXPECT_EQ(last.model, "cards");
    EXPECT_EQ(last.path, "/m/cards.pth");
    EXPECT_EQ(last.row, "WEIGHTS");
    EXPECT_EQ(last.available, Bytes(1992294400));
    EXPECT_EQ(last.sentence.text(),
              "Nanocap ended unexpectedly while loading \"cards\" (row WEIGHTS); the board kept running. "
              "1900 MB of memory were available at the last reading, so a lack of memory is unlikely.");
    EXPECT_EQ(last.crashesInFiveMinutes, 1);
}

TEST(LastLife, thatEndedInAnotherBootWasTheBoard)
{
    Script s;
    s.line("A", dead1, 0, "start").line("A", dead1, 10, "row", weights);
    const LastLife last = lastLife(s.entries, "B", "nanocap", minute);
    EXPECT_EQ(last.end, End::BoardReset);
    EXPECT_EQ(last.row, "WEIGHTS");
    EXPECT_THAT(last.sentence.text(), HasSubstr("The board restarted while loading \"cards\" (row WEIGHTS)"));
    EXPECT_THAT(last.sentence.text(), HasSubstr("check the power supply"));
}

TEST(LastLife, whileCaptioningNamesTheModelAndNoRow)
{
    Script s;
    s.line("B", dead1, 0, "start").line("B", dead1, 10, "row", weights);
    s.line("B", dead1, 20, "done", {{"row", "CLEANUP"}, {"model", "cards"}, {"available", "52428800"}});
    const LastLife last = lastLife(s.entries, "B", "nanocap", minute);
    EXPECT_EQ(last.model, "cards");
    EXPECT_EQ(last.row, "");
    EXPECT_THAT(last.sentence.text(), HasSubstr("while \"cards\" was loaded"));
    EXPECT_THAT(
        last.sentence.text(),
        HasSubstr("50 MB of memory were available at the last reading, so a lack of memory is likely"));
}

TEST(LastLife, whileCaptioningKnowsHowOldTheReadingIs)
{
    const auto captioning = [] {
        Script s;
        s.line("B", dead1, 0, "start").line("B", dead1, 10, "row", weights);
        s.line("B", dead1, 20, "done", {{"row", "CLEANUP"}, {"model", "cards"}, {"available", "786432000"}});
        return s;
    };
    const auto sentence = [](const Script& s, std::optional<std::uint64_t> kills) {
        return lastLife(s.entries, "B", "nanocap", minute, kills).sentence.text();
    };
    Script old = captioning();
    EXPECT_THAT(sentence(old, 3), HasSubstr("how much there was at the end is unknown"));
    Script read = captioning();
    read.line("B", dead1, 9000, "reading", {{"available", "786432000"}, {"oom_kills", "3"}});
    EXPECT_THAT(sentence(read, 3),
                HasSubstr("some ten seconds before the end, so a lack of memory is unlikely"));
    EXPECT_THAT(sentence(read, 4), HasSubstr("the kernel ended a program because memory ran out"));
    Script another = captioning(); // a reading of a life before this one says nothing of it
    another.line("B", dead1 + 1, 9000, "reading", {{"available", "1"}});
    EXPECT_THAT(sentence(another, 3), HasSubstr("750 MB"));
}

TEST(Journal, theNoteIsTheNewestAloneAndReadWhereItsTimePutsIt)
{
    const TemporaryFolder folder;
    Journal journal(folder.path());
    journal.write("start", {});
    EXPECT_TRUE(journal.note("reading", {{"available", "1000"}}));
    EXPECT_TRUE(journal.note("reading", {{"available", "7"}}));
    const auto entries = journal.read();
    ASSERT_EQ(entries.size(), 2u);
    EXPECT_EQ(entries.back().event, "reading");
    EXPECT_EQ(*entries.back().find("available"), "7");
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    journal.write("stop", {});
    ASSERT_EQ(journal.read().size(), 3u);
    EXPECT_EQ(journal.read()[1].event, "reading");
    EXPECT_EQ(journal.read().back().event, "stop");
}

TEST(LastLife, afterAnExplainedFailureWasIdle)
{
    for (const char* event : {"failed", "death", "unload", "refused"}) {
        Script s;
        s.line("B", dead1, 0, "start").line("B", dead1, 10, "row", weights).line("B", dead1, 20, event);
        const LastLife last = lastLife(s.entries, "B", "nanocap", minute);
        EXPECT_EQ(last.end, End::ProcessDied) << event;
        EXPECT_EQ(last.model, "") << event;
        EXPECT_THAT(last.sentence.text(), HasSubstr("while no model was loaded")) << event;
    }
}

TEST(LastLife, ofAProcessThatStillRunsIsNotOver)
{
    Script s;
    s.line(bootId(), dead1, 0, "start").line(bootId(), dead1, 10, "stop");
    s.line(bootId(), ::getppid(), 20, "start").line(bootId(), ::getppid(), 30, "row", weights);
    EXPECT_EQ(lastLife(s.entries, bootId(), "nanocap", minute).end, End::Clean);
}

TEST(LastLife, ofAnEarlierProcessWithOurPidIsOver)
{
    const TemporaryFolder folder;
    Journal journal(folder.path());
    Script s;
    s.line(bootId(), ::getpid(), 0, "start", {{"started", "1"}})
        .line(bootId(), ::getpid(), 1, "row", weights);
    EXPECT_EQ(lastLife(s.entries, bootId(), "nanocap", minute).end, End::ProcessDied);
    journal.write("start", {});
    auto entries = s.entries;
    for (Entry& entry : entries)
        entry.fields[3].second = "tst_journal";
    const auto own = journal.read();
    entries.insert(entries.end(), own.begin(), own.end());
    const LastLife last = lastLife(entries, bootId(), "tst_journal", minute);
    EXPECT_EQ(last.end, End::ProcessDied);
    EXPECT_EQ(last.row, "WEIGHTS");
}

TEST(LastLife, ofAnotherProgramIsNotOurs)
{
    Script s;
    s.line("B", dead1, 0, "start", {}, "nanocapctl").line("B", dead1, 10, "row", weights, "nanocapctl");
    EXPECT_EQ(lastLife(s.entries, "B", "nanocap", minute).end, End::Unknown);
    EXPECT_EQ(lastLife(s.entries, "B", "", minute).end, End::ProcessDied);
}

TEST(LastLife, withoutABootIdIsUnknown)
{
    Script s;
    s.line("", dead1, 0, "start").line("", dead1, 10, "row", weights);
    EXPECT_EQ(lastLife(s.entries, "", "nanocap", minute).end, End::Unknown);
}

struct Crashes
{
    const char* what;
    std::int64_t nowMs;
    std::vector<std::pair<std::string, std::pair<std::int64_t, std::int64_t>>>
        lives; ///< boot (and s: stopped, w: in row WEIGHTS), first and last line
    int count;
};
class CrashCount : public testing::TestWithParam<Crashes>
{
};

TEST_P(CrashCount, neverAsksTheWallClock)
{
    Script s;
    int pid = dead1;
    for (const auto& [boot, times] : GetParam().lives) {
        s.line(boot.substr(0, 1), pid, times.first, "start");
        if (boot.ends_with('w'))
            s.line(boot.substr(0, 1), pid, times.second, "row", weights);
        else
            s.line(boot.substr(0, 1), pid, times.second, boot.ends_with('s') ? "stop" : "row");
        ++pid;
    }
    EXPECT_EQ(lastLife(s.entries, "B", "nanocap", GetParam().nowMs).crashesInFiveMinutes, GetParam().count)
        << GetParam().what;
}

INSTANTIATE_TEST_SUITE_P(
    Loops, CrashCount,
    testing::Values(
        Crashes{"two short lives just now",
                3 * minute,
                {{"B", {minute, minute + 1}}, {"B", {2 * minute, 2 * minute + 1}}},
                2},
        Crashes{"one crash long ago and one just now",
                60 * minute,
                {{"B", {minute, minute + 1}}, {"B", {50 * minute, 50 * minute + 1}}},
                1},
        Crashes{"a long quiet life dies at once when the next begins",
                101 * minute,
                {{"B", {minute, 2 * minute}}, {"B", {100 * minute, 100 * minute + 1}}},
                2},
        Crashes{"a clean stop between",
                3 * minute,
                {{"B", {1, 2}}, {"Bs", {3, 4}}, {"B", {minute, minute + 1}}},
                1},
        Crashes{"the power is cut twice: no crash of a program",
                minute,
                {{"A", {0, minute}}, {"C", {0, minute}}},
                0},
        Crashes{
            "the board goes down in a load, twice", minute, {{"Aw", {0, minute}}, {"Cw", {0, minute}}}, 2},
        Crashes{"the board ran an hour before its last reset",
                minute,
                {{"Aw", {0, minute}}, {"Cw", {0, 60 * minute}}},
                1},
        Crashes{"this boot is old", 30 * minute, {{"Aw", {0, minute}}, {"Cw", {0, minute}}}, 0},
        Crashes{"a load that took the board, then a crash",
                minute,
                {{"Aw", {0, minute}}, {"B", {1000, 2000}}},
                2},
        Crashes{"a cut of the power, then a crash", minute, {{"A", {0, minute}}, {"B", {1000, 2000}}}, 1}));

TEST(Quarantine, remembersAFileUntilItIsReplaced)
{
    const TemporaryFolder folder;
    folder.write("model.pth", "weights");
    Quarantine quarantine(folder.file("state"));
    EXPECT_FALSE(quarantine.reason(folder.file("model.pth")));
    EXPECT_TRUE(quarantine.add(folder.file("model.pth"), "died in row WEIGHTS"));
    EXPECT_EQ(Quarantine(folder.file("state")).reason(folder.file("model.pth")), "died in row WEIGHTS");
    EXPECT_EQ(quarantine.reason(folder.path() + "/state/../model.pth"), "died in row WEIGHTS");
    EXPECT_FALSE(quarantine.reason(folder.file("other.pth")));
    folder.write("model.pth", "other weights");
    EXPECT_FALSE(quarantine.reason(folder.file("model.pth")));
    EXPECT_TRUE(quarantine.add(folder.file("model.pth"), "again"));
    EXPECT_TRUE(quarantine.remove(folder.file("model.pth")));
    EXPECT_FALSE(quarantine.reason(folder.file("model.pth")));
}

TEST(Quarantine, staysWholeOnAFullDisk)
{
    const TemporaryFolder folder;
    folder.write("first.pth", "a");
    folder.write("second.pth", "b");
    EXPECT_TRUE(Quarantine(folder.path()).add(folder.file("first.pth"), "WEIGHTS"));
    {
        const tests::FullDisk full;
        EXPECT_FALSE(Quarantine(folder.path()).add(folder.file("second.pth"), "BUILD"));
    }
    EXPECT_EQ(Quarantine(folder.path()).reason(folder.file("first.pth")), "WEIGHTS");
}

TEST(Quarantine, thatIsDamagedOrUnwritableHoldsNobodyBack)
{
    const TemporaryFolder folder;
    folder.write("quarantine.json", "{ not json");
    EXPECT_FALSE(Quarantine(folder.path()).reason("/m.pth"));
    folder.write("taken", "");
    EXPECT_FALSE(Quarantine(folder.file("taken")).add("/m.pth", "why"));
}

} // namespace
