// SPDX-License-Identifier: Apache-2.0
// Readiness of this machine: about one line a check, each with what to do. The checks look only at
// DoctorInputs, so every verdict can be provoked by a test; collectInputs() fills it from the machine. Plain
// C++; collecting starts an engine when asked to, so it takes a second or two and belongs in a worker.
#pragma once

#include "core/base/sentence.h"
#include "core/load/plan.h"
#include "core/memory/board_health.h"
#include "core/memory/reading.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace nanocap::doctor {

enum class Status { Pass, Warn, Fail };
std::string_view nameOf(Status status); ///< "pass", "warn", "fail"

struct Check
{
    std::string id; ///< stable: "ram", "floor", "libtorch", …
    Status status = Status::Pass;
    std::string value; ///< what was found: "3964 MB"; "unknown" where nothing was
    Sentence message;  ///< one or two sentences: what it means and, unless it passed, what to do
};

/// What starting an engine showed.
struct EngineProbe
{
    std::optional<Failure> failure; ///< ENGINE_MISSING, SIGILL, …; empty = libtorch was loaded and computed
    std::string description;        ///< "libtorch 1.13.0, OpenBLAS, 2 threads"
    std::vector<std::string> mapped; ///< files in the engine's /proc/PID/maps, as far as known
};

struct ModelCount
{
    int usable = 0, refused = 0;
    MaybeBytes least;      ///< what the one that needs least requires, with its reserve
    Sentence firstProblem; ///< "cards.pth: The model file is incomplete — copy it again."
};

/// Empty optionals: this could not be found out (or nobody was asked).
struct DoctorInputs
{
    memory::MemoryReading reading;
    memory::PressureReading pressure;
    load::Floor floor;
    std::optional<int> overcommitMode; ///< vm.overcommit_memory
    std::string kernelRelease;         ///< "4.9.140-tegra"
    std::vector<std::string> desktops; ///< desktop processes that run: "gnome-shell"
    std::optional<EngineProbe> engine;
    std::string blasLibrary;      ///< file behind libblas.so.3
    bool tegraX1 = false;         ///< Jetson Nano's processor: OpenBLAS mistakes it for a newer one
    std::string openblasCoreType; ///< OPENBLAS_CORETYPE the engine is started with
    std::optional<std::vector<std::string>> cameras; ///< "/dev/video0", "csi:0"
    std::string stateFolder;
    std::optional<Bytes> stateFreeBytes; ///< of the disk the state folder is on
    bool stateReadOnly = false;          ///< that disk takes no writes
    std::string recorderProblem;         ///< why the journal cannot be written; empty = it can
    std::optional<bool> hangulGlyph;     ///< a font has U+AC00
    std::optional<std::vector<std::string>> speechEngines; ///< "speechd", "flite"
    std::optional<std::int64_t> clockSeconds;              ///< wall clock, seconds since 1970
    std::optional<std::int64_t> programSeconds;            ///< when this program was put on the disk
    std::optional<ModelCount> models;
    memory::BoardHealth board; ///< heat and power
};

/// All checks in the order they are shown; always the same ids.
std::vector<Check> runChecks(const DoctorInputs& inputs);
bool anyFailed(const std::vector<Check>& checks);

/// What only the caller can find out; any of them may be empty.
struct DoctorHooks
{
    std::function<EngineProbe()> probeEngine;
    std::function<std::vector<std::string>()> cameras; ///< else /dev/video*
    std::function<bool()> hangulGlyph;
    std::function<std::vector<std::string>()> speechEngines;
    std::function<ModelCount()> models;
};
DoctorInputs collectInputs(const DoctorHooks& hooks, const load::Floor& floor = {},
                           const memory::SystemRoot& root = memory::SystemRoot::fromEnvironment());

} // namespace nanocap::doctor
