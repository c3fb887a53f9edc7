// SPDX-License-Identifier: Apache-2.0
#include "core/engine/death.h"

#include <cctype>
#include <csignal>

namespace nanocap::engine {

namespace {

bool moved(const std::optional<std::uint64_t>& before, const std::optional<std::uint64_t>& after)
{
    return before && after && *after > *before;
}

std::string figures(const DeathEvidence& e)
{
    std::string text = (e.engineRss ? "The engine held " + toText(e.engineRss) + " and " : std::string()) +
                       (e.lastReading.available ? toText(e.lastReading.available) + " were available before"
                                                : std::string("how much memory was available is unknown"));
    text[0] = char(std::toupper(static_cast<unsigned char>(text[0])));
    if (!e.lastReading.limitedBy.empty())
        text += " (limited by " + e.lastReading.limitedBy + ")";
    return text + ".";
}

std::string lastWords(const DeathEvidence& e)
{
    return e.errorOutput.empty() ? std::string()
                                 : " Its last words: " + e.errorOutput.substr(0, e.errorOutput.find('\n'));
}

Failure engineFailure(const DeathEvidence& e, std::string code, std::string message)
{
    Failure f;
    f.failureClass = FailureClass::Engine;
    f.code = std::move(code);
    f.row = e.row;
    f.message = std::move(message);
    f.detail = figures(e);
    if (!e.errorOutput.empty())
        f.detail += " Engine's last words: " + e.errorOutput;
    f.signal = e.signal;
    f.available = e.lastReading.available;
    return f;
}

Failure explainKill(const DeathEvidence& e)
{
    const std::string where = placeOf(e.row);
    const bool cgroupCounted = moved(e.before.cgroupOomKills, e.after.cgroupOomKills);
    const bool kernelCounted = moved(e.before.oomKills, e.after.oomKills);
    const bool wasShort = e.lastReading.available && e.reserve && *e.lastReading.available < *e.reserve * 2;
    if (e.killedAtCeiling)
        return engineFailure(
            e, "OOM_KILLED",
            "The engine grew far beyond what its model needs " + where +
                ", and the kernel ended it at its memory ceiling; nothing else was touched. " + figures(e) +
                " Load the model again; if it repeats, send the report.");
    if (cgroupCounted || kernelCounted)
        return engineFailure(e, "OOM_KILLED",
                             "The kernel ended the engine " + where + " because memory ran out. " +
                                 figures(e) + " Close other programs, or choose a smaller model.");
    if (wasShort)
        return engineFailure(
            e, "OOM_KILLED",
            "The engine was killed " + where +
                ", likely by the kernel because memory ran out (this kernel does not count it). " +
                figures(e) + " Close other programs, or choose a smaller model.");
    return engineFailure(e, "KILLED",
                         "Something on this machine killed the engine " + where +
                             "; it was not the kernel's memory "
                             "guard, whose counter did not move. " +
                             figures(e) + " Load the model again.");
}

Failure changedFile(const DeathEvidence& e)
{
    Failure f = engineFailure(
        e, "CHANGED",
        "The model file changed while it was being read. Copy it again and load it once the copy "
        "is complete; replace models by renaming, never by overwriting.");
    f.failureClass = FailureClass::Checkpoint;
    f.subject = e.fileName;
    return f;
}

Failure explainExit(const DeathEvidence& e)
{
    const auto says = [&](const char* words) { return e.errorOutput.find(words) != std::string::npos; };
    // The dynamic linker's words when memory is short while libraries are mapped.
    if (says("failed to map segment") || says("annot allocate memory") ||
        says("cannot create shared object descriptor")) {
        Failure f = engineFailure(e, "MEMORY",
                                  "There was not enough memory to load libtorch " + placeOf(e.row) + ". " +
                                      figures(e) + " Close other programs and try again.");
        f.failureClass = FailureClass::Guard;
        return f;
    }
    if (e.startFailed || (e.exitCode == 127 && says("error while loading shared libraries")))
        return engineFailure(e, "ENGINE_MISSING",
                             "The engine program " + e.program +
                                 " cannot be started. Install Nanocap again, or set "
                                 "NANOCAP_ENGINE to where nanocap-engine is.");
    const std::string code = e.exitCode ? std::to_string(*e.exitCode) : "unknown";
    return engineFailure(e, "ENGINE_ERROR",
                         "The engine ended by itself " + placeOf(e.row) + " (exit code " + code + ")." +
                             lastWords(e) + " Load the model again.");
}

} // namespace

std::string placeOf(const std::optional<Row>& row)
{
    return row ? "at row " + std::string(codeOf(*row)) : "while captioning";
}

Failure explainDeath(const DeathEvidence& e)
{
    const std::string where = placeOf(e.row);
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
                             "The engine touched memory it does not own " + where +
                                 " (segmentation fault) and was ended; nothing else was harmed. " +
                                 figures(e) + " Load the model again; if it repeats, send the report.");
    case SIGBUS:
        return engineFailure(e, "SIGBUS",
                             "The engine lost a file it was reading from " + where +
                                 " (bus error): a disk was removed or a program file was replaced. " +
                                 figures(e) + " Check the disk, then load again.");
    case SIGILL:
        return engineFailure(e, "SIGILL",
                             "The engine met an instruction this processor does not have " + where +
                                 ". A library was built for another processor: run nanocapctl doctor "
                                 "and set OPENBLAS_CORETYPE for this board.");
    case SIGABRT:
        return engineFailure(e, "SIGABRT",
                             "A library in the engine gave up " + where + " (abort). " + figures(e) +
                                 lastWords(e) + " Load the model again.");
    default:
        return engineFailure(e, "KILLED",
                             "The engine was ended by signal " + std::to_string(*e.signal) + " " + where +
                                 ". " + figures(e) + " Load the model again.");
    }
}

Failure explainStall(bool thrashing, const DeathEvidence& e, const std::string& explanation, long seconds)
{
    const std::string place = placeOf(e.row), time = std::to_string(seconds) + " s";
    if (thrashing)
        return engineFailure(e, "THRASHING",
                             "Memory is so short that the engine made no progress for " + time + " " + place +
                                 " (" + explanation + "), so it was ended. " + figures(e) +
                                 " Close other programs, or choose a smaller model.");
    // libtorch's thread pool waits for ever when a thread cannot be made: seen at 684 MB of RLIMIT_AS, not at
    // 750.
    const bool limited = e.lastReading.limitedBy.rfind("RLIMIT_", 0) == 0;
    return engineFailure(
        e, "HANG",
        "The engine made no progress for " + time + " " + place + " (" + explanation +
            "), so it was ended. " + figures(e) +
            (limited ? " This session has a limit that libtorch does not bear: lift it (ulimit -v "
                       "unlimited; ulimit -d unlimited), then load the model again."
                     : " Load the model again."));
}

} // namespace nanocap::engine
