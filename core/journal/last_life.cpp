// SPDX-License-Identifier: Apache-2.0
#include "core/journal/journal.h"

#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <sstream>

namespace nanocap::journal {

namespace {

constexpr std::int64_t fiveMinutes = 5 * 60 * 1000;

std::string valueOf(const Entry& entry, std::string_view key)
{
    const std::string* value = entry.find(key);
    return value ? *value : std::string();
}

std::optional<std::int64_t> numberOf(const Entry& entry, std::string_view key)
{
    const std::string* text = entry.find(key);
    std::int64_t value = 0;
    if (!text || text->empty())
        return std::nullopt;
    const auto [stop, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    return error == std::errc() && stop == text->data() + text->size() ? std::optional(value) : std::nullopt;
}

/// What one process wrote in one boot.
struct Life
{
    std::string boot, pid, program, birth;
    std::int64_t firstMs = 0, lastMs = 0;
    bool stopped = false;
    std::string model, path, row;
    bool captioning = false;
    std::optional<std::int64_t> available;
    bool readOften = false; ///< `available` is a few seconds older than the end at most
    std::optional<std::int64_t> oomKills;

    void take(const Entry& entry)
    {
        readOften = entry.event == "reading";
        if (readOften)
            oomKills = numberOf(entry, "oom_kills");
        if (const auto ms = numberOf(entry, "mono_ms"))
            lastMs = *ms;
        if (const auto bytes = numberOf(entry, "available"))
            available = *bytes;
        // A stop that was ordered stays one, whatever the program still writes on its way out.
        stopped = entry.event == "stop" || (stopped && entry.event != "start");
        if (entry.event == "row") {
            model = valueOf(entry, "model");
            path = valueOf(entry, "path");
            row = valueOf(entry, "row");
            captioning = false;
        } else if (entry.event == "done" || entry.event == "caption") {
            // Done with the last row: the model is loaded and the camera may be looked at.
            if (const std::string* name = entry.find("model"); name && !name->empty())
                model = *name;
            if (const std::string* file = entry.find("path"); file && !file->empty())
                path = *file;
            const std::string finished = valueOf(entry, "row");
            captioning = entry.event == "caption" || finished.empty() || finished == codeOf(Row::Cleanup);
            row = captioning ? std::string() : finished;
        } else if (entry.event == "failed" || entry.event == "death" || entry.event == "unload" ||
                   entry.event == "refused") {
            model.clear();
            path.clear();
            row.clear();
            captioning = false;
        }
    }
};

std::vector<Life> livesIn(const std::vector<Entry>& entries, std::string_view program)
{
    std::vector<Life> lives;
    for (const Entry& entry : entries) {
        const std::string boot = valueOf(entry, "boot"), pid = valueOf(entry, "pid"),
                          name = valueOf(entry, "program");
        // The readiness check only tries whether the disk takes a line.
        if ((!program.empty() && !name.empty() && name != program) || entry.event == "doctor")
            continue;
        auto life = std::find_if(lives.rbegin(), lives.rend(), [&](const Life& l) {
            return l.boot == boot && l.pid == pid && l.program == name;
        });
        // The same pid starting again in the same boot is another process.
        if (entry.event == "reading") {
            // The newest alone is kept: nothing where another life has written since.
            if (life != lives.rend() && numberOf(entry, "mono_ms").value_or(-1) >= life->lastMs)
                life->take(entry);
            continue;
        }
        if (life == lives.rend() || (entry.event == "start" && valueOf(entry, "started") != life->birth)) {
            lives.push_back({});
            life = lives.rbegin();
            life->boot = boot;
            life->pid = pid;
            life->program = name;
            life->birth = valueOf(entry, "started");
            life->firstMs = numberOf(entry, "mono_ms").value_or(0);
        }
        life->take(entry);
    }
    return lives;
}

/// Crashes among `lives` (ended ones, oldest first) within the last five minutes. A crash happened at the
/// latest when the next life of that boot began. Between boots only the time a board was up is known, so the
/// age of an earlier boot's crash is the least it can be. A clean stop ends the count: somebody was there.
int recentCrashes(const std::vector<Life>& lives, const std::string& currentBoot, std::int64_t nowMs)
{
    int crashes = 0;
    std::string boot = currentBoot;
    std::int64_t younger = 0;     // uptime of the boots after the one looked at
    std::int64_t bootEnd = nowMs; // as far as it is known
    std::int64_t died = nowMs;    // at the latest, by the clock of that boot
    for (auto life = lives.rbegin(); life != lives.rend() && !life->stopped; ++life) {
        const bool boardReset = life->boot != boot; // the last life of an earlier boot ended with it
        if (boardReset) {
            younger += bootEnd;
            boot = life->boot;
            bootEnd = died = life->lastMs;
        }
        if (younger + (bootEnd - died) > fiveMinutes)
            break;
        // A cut of the power is no crash of the program's; a load in which the board went down may be one.
        if (!boardReset || !life->row.empty())
            ++crashes;
        died = life->firstMs;
    }
    return crashes;
}

std::string wholeMb(std::int64_t bytes)
{
    return std::to_string(wholeMegabytes(Bytes(bytes))) + " MB";
}

Sentence howItEnded(const Life& life, bool boardReset)
{
    const std::string& name = life.model.empty() ? life.path : life.model;
    if (name.empty())
        return boardReset
                   ? said("Journal",
                          "The board restarted while no model was loaded: power was lost or it was reset, "
                          "Nanocap was not stopped first.")
                   : said("Journal",
                          "Nanocap ended unexpectedly while no model was loaded; the board kept running.");
    if (life.row.empty())
        return (boardReset
                    ? said("Journal",
                           "The board restarted while \"%1\" was loaded: power was lost or it was reset, "
                           "Nanocap was not stopped first.")
                    : said("Journal",
                           "Nanocap ended unexpectedly while \"%1\" was loaded; the board kept running."))
            .with({name});
    return (boardReset
                ? said("Journal",
                       "The board restarted while loading \"%1\" (row %2): power was lost or it was reset, "
                       "Nanocap was not stopped first.")
                : said("Journal",
                       "Nanocap ended unexpectedly while loading \"%1\" (row %2); the board kept running."))
        .with({name, life.row});
}

Sentence memoryThen(const Life& life, bool boardReset, std::optional<std::uint64_t> oomKills)
{
    if (!life.available)
        return said("Journal", "How much memory was available then is unknown.");
    const std::string left = wholeMb(*life.available);
    if (!boardReset && oomKills && life.oomKills && std::int64_t(*oomKills) > *life.oomKills)
        return said("Journal",
                    "%1 of memory were available at the last reading; after it the kernel ended a program "
                    "because memory ran out.")
            .with({left});
    const bool captioning = life.captioning && life.row.empty();
    if (captioning && !life.readOften && Bytes(*life.available) >= Bytes::fromMegabytes(100))
        return said("Journal",
                    "%1 of memory were available at the last reading, when the model was loaded; how much "
                    "there was at the end is unknown.")
            .with({left});
    if (life.readOften && Bytes(*life.available) >= Bytes::fromMegabytes(400))
        return (boardReset ? said("Journal",
                                  "%1 of memory were available some ten seconds before the end, so a lack of "
                                  "memory is unlikely; check the power supply.")
                           : said("Journal",
                                  "%1 of memory were available some ten seconds before the end, so a lack of "
                                  "memory is unlikely."))
            .with({left});
    if (Bytes(*life.available) >= Bytes::fromMegabytes(400))
        return (boardReset ? said("Journal",
                                  "%1 of memory were available at the last reading, so a lack of memory is "
                                  "unlikely; check the power supply.")
                           : said("Journal",
                                  "%1 of memory were available at the last reading, so a lack of memory is "
                                  "unlikely."))
            .with({left});
    return (Bytes(*life.available) < Bytes::fromMegabytes(100)
                ? said("Journal",
                       "%1 of memory were available at the last reading, so a lack of memory is likely.")
                : said("Journal", "%1 of memory were available at the last reading."))
        .with({left});
}

Sentence sentenceFor(const Life& life, LastLife::End end, std::optional<std::uint64_t> oomKills)
{
    if (end != LastLife::End::ProcessDied && end != LastLife::End::BoardReset)
        return {};
    const bool boardReset = end == LastLife::End::BoardReset;
    Sentence sentence = howItEnded(life, boardReset);
    sentence += memoryThen(life, boardReset, oomKills);
    return sentence;
}

} // namespace

bool isRunning(const std::string& pidText, const std::string& birth)
{
    pid_t pid = 0;
    const auto [stop, error] = std::from_chars(pidText.data(), pidText.data() + pidText.size(), pid);
    if (error != std::errc() || pid <= 0 || (::kill(pid, 0) != 0 && errno == ESRCH))
        return false;
    std::ifstream file("/proc/" + pidText + "/stat");
    std::string text;
    std::getline(file, text);
    const std::size_t close = text.rfind(')');
    if (close == std::string::npos)
        return false;
    std::istringstream rest(text.substr(close + 1));
    std::string word;
    rest >> word;
    if (word == "Z" || word == "X") // killed, and nobody has asked for its status yet
        return false;
    for (int field = 4; field <= 22; ++field)
        rest >> word;
    return birth.empty() || word == birth;
}

LastLife lastLife(const std::vector<Entry>& entries, const std::string& currentBootId,
                  std::string_view program, std::int64_t nowMs, std::optional<std::uint64_t> oomKills)
{
    std::vector<Life> lives = livesIn(entries, program);
    lives.erase(std::remove_if(lives.begin(), lives.end(),
                               [&](const Life& life) {
                                   return !life.stopped && !currentBootId.empty() &&
                                          life.boot == currentBootId && isRunning(life.pid, life.birth);
                               }),
                lives.end());
    LastLife last;
    if (lives.empty())
        return last;
    const Life& life = lives.back();
    if (life.stopped)
        last.end = LastLife::End::Clean;
    else if (life.boot.empty() || currentBootId.empty())
        last.end = LastLife::End::Unknown;
    else
        last.end = life.boot == currentBootId ? LastLife::End::ProcessDied : LastLife::End::BoardReset;
    if (!life.stopped) {
        last.model = life.model;
        last.path = life.path;
        last.row = life.row;
    }
    if (life.available)
        last.available = Bytes(*life.available);
    last.sentence = sentenceFor(life, last.end, oomKills);
    last.crashesInFiveMinutes = recentCrashes(lives, currentBootId, nowMs);
    return last;
}

LastLife lastLife(const std::vector<Entry>& entries, const std::string& currentBootId)
{
    return lastLife(entries, currentBootId, "nanocap", millisecondsSinceBoot());
}

} // namespace nanocap::journal
