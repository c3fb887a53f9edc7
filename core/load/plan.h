// SPDX-License-Identifier: Apache-2.0
// The need of a load, known before anything is spent: from the checkpoint's directory and shapes alone.
#pragma once

#include "core/engine/precision.h"
#include "core/load/network_shape.h"
#include "core/memory/reading.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace nanocap::load {

/// The operator's floor: 1200 MB by default (the original program's figure); `automatic` = 0 and unknown
/// memory is a warning instead of a refusal.
struct Floor
{
    Bytes minimum = Bytes::fromMegabytes(1200);
    bool automatic = false;
    static Floor automaticFloor() { return {Bytes(), true}; }
};

/// What libtorch costs on this machine; measured at first use and kept in the state folder.
struct RuntimeFigures
{
    Bytes anonymous = Bytes::fromMegabytes(58); ///< hard: cannot be given back
    Bytes file = Bytes::fromMegabytes(103);     ///< soft: pages of libraries
    bool measured = false;                      ///< false = built-in constants
};

struct Need
{
    Bytes runtime;   ///< libtorch: hard part + working set of the soft part
    Bytes weights;   ///< FP32 bytes of the needed tensors; at fp16 and int8 what the bound weights take
    Bytes converted; ///< the largest extra copy alive while weights are bound
    Bytes parsing;   ///< contents list and vocabulary
    Bytes working;   ///< activations of one caption, libraries' own buffers
    Bytes hard;      ///< part of total that is anonymous memory
    Bytes soft;      ///< part of total that is the working set of file pages
    Bytes total;     ///< hard + soft
};

/// Outcome of a load whose golden pictures were not captioned as expected: it works, and says other words.
inline constexpr const char* selfTestFailed = "SELF_TEST";

/// One load that was tried, successful or not.
struct PastLoad
{
    std::string date; ///< ISO 8601 as the board's clock believed: shown, never computed with
    engine::Precision precision = engine::Precision::Fp32;
    std::string outcome; ///< "done", selfTestFailed or the failure's code
    MaybeBytes peak;     ///< VmHWM of the engine
    MaybeBytes baseline; ///< with libtorch loaded and no model
    MaybeBytes predicted;
    double seconds = 0;                     ///< of the ten rows
    std::optional<double> stepMilliseconds; ///< decoding, per word
    std::string diedOf;     ///< code of the engine's end while it captioned; empty = it was ended properly
    std::optional<Row> row; ///< where it failed, when in one of the ten rows
    std::vector<RowReport> rows; ///< all ten, of the newest loads; empty = not kept
};

/// Whether it went wrong for a reason that is likely to be there again: not for lack of memory, nor because
/// somebody stopped it.
bool isModelsFault(const PastLoad& past);

enum class Fit { Fits, Tight, No, Unknown };
std::string_view nameOf(Fit fit); ///< "fits", "tight", "no", "unknown"

/// What a load of the same contents at the same precision took on this machine (runtime_figures.h keeps
/// them).
struct MeasuredPeak
{
    Bytes peak;       ///< VmHWM of the engine
    Bytes baseline;   ///< its resident set with libtorch loaded and no model
    std::string date; ///< "12 Mar 2026", as the board's clock believed
};

struct Plan
{
    Need need;
    Bytes reserve;
    Floor floor;
    Bytes required; ///< max(floor, need + reserve)
    memory::MemoryReading reading;
    Fit fit = Fit::Unknown;
    Bytes predictedPeak;                     ///< VmHWM of the engine, runtime included
    std::array<Bytes, rowCount> bytesAfter;  ///< engine RSS predicted after each row
    std::array<Bytes, rowCount> stillNeeded; ///< what rows from here on will still take
    Bytes tensorBudget;                      ///< what the engine's allocator may hand out
    bool learned = false;                    ///< a measured peak of this file on this device was used
    std::string learnedNote;                 ///< "measured on this device, 12 Mar 2026"
    std::vector<PastLoad> history;           ///< last loads of these contents on this device, newest first

    /// What must be available when the floor does not count: the hard part of the need and the reserve.
    Bytes leastRequired() const { return need.hard + reserve; }
};

/// The plan of one load. `measured`: an earlier load of this very model here; it replaces the estimate of the
/// working memory and the predicted peak.
Plan makePlan(const checkpoint::Checkpoint& checkpoint, const NetworkShape& network,
              engine::Precision precision, const RuntimeFigures& runtime, const Floor& floor,
              const memory::MemoryReading& reading, const std::optional<MeasuredPeak>& measured = {});

/// The same plan against another reading: what changes while a menu is open. Nothing is parsed again.
Plan withReading(Plan plan, const memory::MemoryReading& reading);

/// Whether the model would fit if only its own need and the reserve counted, not the floor.
bool modelItselfFits(const Plan& plan);

/// Whether a load may begin with the reading of this plan: what the guard of the first row will say.
bool mayLoad(const Plan& plan);

/// The guard's rule for a row: nothing when it may go on, else MEMORY (or MEMORY_UNKNOWN) with both numbers
/// in the sentence "This model requires R MB of available memory; A MB are available: D MB short. …". At
/// CLASS the floor counts; at CHECK, BUILD and WEIGHTS what is still needed plus the reserve. The other rows
/// spend nothing worth a refusal and always go on.
std::optional<Failure> guardRow(const Plan& plan, Row row, const memory::MemoryReading& reading);

/// The guard inside a row (every 16 MB): MEMORY when less than half the reserve is left.
std::optional<Failure> guardInsideRow(const Plan& plan, Row row, const memory::MemoryReading& reading);

} // namespace nanocap::load
