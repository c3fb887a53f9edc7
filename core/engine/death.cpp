// SPDX-License-Identifier: Apache-2.0
#include "core/engine/death.h"

#include <csignal>

namespace nanocap::engine {

namespace {

bool moved(const std::optional<std::uint64_t>& before, const std::optional<std::uint64_t>& after)
{
    return before && after && *after > *before;
}

Sentence figures(const DeathEvidence& e)
{
    const std::string held = toText(e.engineRss), available = toText(e.lastReading.available),
                      limit = e.lastReading.limitedBy;
    if (!e.lastReading.available)
        return e.engineRss
                   ? said("Engine", "The engine held %1 and how much memory was available is unknown.")
                         .with({held})
                   : said("Engine", "How much memory was available is unknown.").with({});
    if (e.engineRss && limit.empty())
        return said("Engine", "The engine held %1 and %2 were available before.").with({held, available});
    if (e.engineRss)
        return said("Engine", "The engine held %1 and %2 were available before (limited by %3).")
            .with({held, available, limit});
    if (limit.empty())
        return said("Engine", "%1 were available before.").with({available});
    return said("Engine", "%1 were available before (limited by %2).").with({available, limit});
}

/// Sentences one after another; the empty ones leave no gap.
Sentence together(std::initializer_list<Sentence> sentences)
{
    Sentence all;
    for (const Sentence& sentence : sentences)
        all += sentence;
    return all;
}

Sentence lastWords(const DeathEvidence& e)
{
    if (e.errorOutput.empty())
        return {};
    return said("Engine", "Its last words: %1").with({e.errorOutput.substr(0, e.errorOutput.find('\n'))});
}

constexpr Saying loadAgain = said("Engine", "Load the model again.");
constexpr Saying loadAgainOrReport = said("Engine", "Load the model again; if it repeats, send the report.");
constexpr Saying makeRoom = said("Engine", "Close other programs, or choose a smaller model.");

Failure engineFailure(const DeathEvidence& e, std::string_view code, std::initializer_list<Sentence> message)
{
    std::string detail = figures(e).text();
    if (!e.errorOutput.empty())
        detail += " Engine's last words: " + e.errorOutput;
    Failure failure = makeFailure(code, together(message), std::move(detail));
    failure.row = e.row;
    failure.signal = e.signal;
    failure.available = e.lastReading.available;
    return failure;
}

Failure explainKill(const DeathEvidence& e)
{
    const Sentence where = placeOf(e.row);
    const bool cgroupCounted = moved(e.before.cgroupOomKills, e.after.cgroupOomKills);
    const bool kernelCounted = moved(e.before.oomKills, e.after.oomKills);
    const bool wasShort = e.lastReading.available && e.reserve && *e.lastReading.available < *e.reserve * 2;
    if (e.killedAtCeiling)
        return engineFailure(
            e, "OOM_KILLED",
            {said("Engine", "The engine grew far beyond what its model needs %1, and the kernel ended it at "
                            "its memory ceiling; nothing else was touched.")
                 .with({where}),
             figures(e), loadAgainOrReport});
    if (cgroupCounted || kernelCounted)
        return engineFailure(
            e, "OOM_KILLED",
            {said("Engine", "The kernel ended the engine %1 because memory ran out.").with({where}),
             figures(e), makeRoom});
    if (wasShort)
        return engineFailure(e, "OOM_KILLED",
                             {said("Engine", "The engine was killed %1, likely by the kernel because memory "
                                             "ran out (this kernel does not count it).")
                                  .with({where}),
                              figures(e), makeRoom});
    return engineFailure(e, "KILLED",
                         {said("Engine", "Something on this machine killed the engine %1; it was not the "
                                         "kernel's memory guard, whose counter did not move.")
                              .with({where}),
                          figures(e), loadAgain});
}

Failure changedFile(const DeathEvidence& e)
{
    Failure failure = engineFailure(
        e, "CHANGED",
        {said("Engine",
              "The model file changed while it was being read. Copy it again and load it once the copy is "
              "complete; replace models by renaming, never by overwriting.")});
    failure.subject = e.fileName;
    return failure;
}

Failure explainExit(const DeathEvidence& e)
{
    const auto says = [&](const char* words) { return e.errorOutput.find(words) != std::string::npos; };
    // The dynamic linker's words when memory is short while libraries are mapped.
    if (says("failed to map segment") || says("annot allocate memory") ||
        says("cannot create shared object descriptor"))
        return engineFailure(
            e, "MEMORY",
            {said("Engine", "There was not enough memory to load libtorch %1.").with({placeOf(e.row)}),
             figures(e), said("Engine", "Close other programs and try again.")});
    if (e.startFailed || (e.exitCode == 127 && says("error while loading shared libraries")))
        return engineFailure(
            e, "ENGINE_MISSING",
            {said("Engine", "The engine program %1 cannot be started. Install Nanocap again, or set "
                            "NANOCAP_ENGINE to where nanocap-engine is.")
                 .with({e.program})});
    const Sentence where = placeOf(e.row);
    return engineFailure(
        e, "ENGINE_ERROR",
        {e.exitCode ? said("Engine", "The engine ended by itself %1 (exit code %2).")
                          .with({where, std::to_string(*e.exitCode)})
                    : said("Engine", "The engine ended by itself %1 (exit code unknown).").with({where}),
         lastWords(e), loadAgain});
}

} // namespace

Sentence placeOf(const std::optional<Row>& row)
{
    return row ? said("Engine", "at row %1").with({rowSentence(*row)})
               : said("Engine", "while captioning").with({});
}

Failure explainDeath(const DeathEvidence& e)
{
    const Sentence where = placeOf(e.row);
    if (!e.signal)
        return e.fileChanged && !e.startFailed && e.exitCode.value_or(0) != 0 && e.exitCode != 127
                   ? changedFile(e)
                   : explainExit(e);
    if (e.fileChanged && (*e.signal == SIGBUS || *e.signal == SIGSEGV))
        return changedFile(e);
    switch (*e.signal) {
    case SIGKILL:
        return explainKill(e);
    case SIGSEGV:
        return engineFailure(e, "SIGSEGV",
                             {said("Engine", "The engine touched memory it does not own %1 (segmentation "
                                             "fault) and was ended; nothing else was harmed.")
                                  .with({where}),
                              figures(e), loadAgainOrReport});
    case SIGBUS:
        return engineFailure(e, "SIGBUS",
                             {said("Engine", "The engine lost a file it was reading from %1 (bus error): a "
                                             "disk was removed or a program file was replaced.")
                                  .with({where}),
                              figures(e), said("Engine", "Check the disk, then load again.")});
    case SIGILL:
        return engineFailure(
            e, "SIGILL",
            {said("Engine",
                  "The engine met an instruction this processor does not have %1. A library was "
                  "built for another processor: run nanocapctl doctor and set OPENBLAS_CORETYPE for "
                  "this board.")
                 .with({where})});
    case SIGABRT:
        return engineFailure(e, "SIGABRT",
                             {said("Engine", "A library in the engine gave up %1 (abort).").with({where}),
                              figures(e), lastWords(e), loadAgain});
    default:
        return engineFailure(
            e, "KILLED",
            {said("Engine", "The engine was ended by signal %1 %2.").with({std::to_string(*e.signal), where}),
             figures(e), loadAgain});
    }
}

Failure explainStall(bool thrashing, const DeathEvidence& e, const Sentence& explanation, long seconds)
{
    const Sentence where = placeOf(e.row);
    const std::string time = std::to_string(seconds);
    if (thrashing)
        return engineFailure(e, "THRASHING",
                             {said("Engine", "Memory is so short that the engine made no progress for %1 s "
                                             "%2 (%3), so it was ended.")
                                  .with({time, where, explanation}),
                              figures(e), makeRoom});
    // libtorch's thread pool waits for ever when a thread cannot be made: seen at 684 MB of RLIMIT_AS, not at
    // 750.
    const bool limited = e.lastReading.limitedBy.rfind("RLIMIT_", 0) == 0;
    return engineFailure(
        e, "HANG",
        {said("Engine", "The engine made no progress for %1 s %2 (%3), so it was ended.")
             .with({time, where, explanation}),
         figures(e),
         limited ? said("Engine", "This session has a limit that libtorch does not bear: lift it (ulimit -v "
                                  "unlimited; ulimit -d unlimited), then load the model again.")
                 : loadAgain});
}

Failure explainOtherVersion(const std::optional<Row>& row, const std::string& program, std::string detail)
{
    Failure failure = makeFailure(
        "ENGINE_VERSION",
        said("Engine", "The engine program %1 is of another version than this program. Install both from the "
                       "same package.")
            .with({program}),
        std::move(detail), program);
    failure.row = row;
    return failure;
}

} // namespace nanocap::engine
