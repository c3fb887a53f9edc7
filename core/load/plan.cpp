// SPDX-License-Identifier: Apache-2.0
#include "core/load/plan.h"

#include "core/load/encoder_program.h"

#include <algorithm>
#include <cmath>

namespace nanocap::load {

namespace {

/// Before this machine has told: what a caption takes beside the encoder's activations, which are known: the
/// picture and its copies, pages of libraries, the decoder's rows. Measured with libtorch 1.13 on checkpoints
/// of 6 to 390 MB: the engine is 3 MB above baseline, weights and words after the rehearsal, 6 MB after some
/// captions.
constexpr Bytes assumedWorking = Bytes::fromMegabytes(6);
/// Part of it that is pages of libraries first touched by a caption.
constexpr Bytes assumedSoftWorking = Bytes::fromMegabytes(2);
/// Tensors a caption may hold at once beside the weights: the allocator's share of the working memory,
/// doubled.
constexpr Bytes captionTensors = Bytes::fromMegabytes(32);
/// While weights are read: a chunk of 1 MB, the rows being packed, pages of code (measured 3 MB).
constexpr Bytes whileReading = Bytes::fromMegabytes(3);
/// What a word of the vocabulary keeps in memory: a std::string, few of them longer than its inline buffer.
constexpr std::int64_t bytesPerWord = 36;

Bytes vocabularyBytes(const checkpoint::Checkpoint& checkpoint)
{
    return Bytes(static_cast<std::int64_t>(checkpoint.vocabulary.words.size()) * bytesPerWord);
}

void predict(Plan& plan, const RuntimeFigures& runtime, Bytes words)
{
    const Need& need = plan.need;
    const Bytes baseline = runtime.anonymous + runtime.file;
    const Bytes loaded = baseline + words + need.weights;
    for (Row row : allRows) {
        Bytes after = baseline + words;
        if (row == Row::Class)
            after = baseline;
        else if (row == Row::Checkpoint)
            after = baseline + std::max(need.parsing, words);
        else if (row == Row::Weights)
            after = loaded;
        else if (row == Row::Cleanup)
            after = loaded + need.working;
        plan.bytesAfter[indexOf(row)] = after;

        Bytes still = need.weights + need.converted + need.working;
        if (row == Row::Class)
            still = need.total;
        else if (row == Row::Checkpoint)
            still += need.parsing;
        else if (row == Row::Cleanup)
            still = need.working;
        plan.stillNeeded[indexOf(row)] = still;
    }
    plan.predictedPeak =
        std::max({baseline + need.parsing, loaded + need.converted + whileReading, loaded + need.working});
}

Fit fitOf(const Plan& plan, const memory::MemoryReading& reading)
{
    if (!reading.available)
        return Fit::Unknown;
    if (*reading.available >= plan.required)
        return Fit::Fits;
    // The runtime's file pages can be read again: slower, but it loads.
    if (*reading.available >= std::max(plan.floor.minimum, plan.leastRequired()))
        return Fit::Tight;
    return Fit::No;
}

std::string mb(std::int64_t value)
{
    return std::to_string(value) + " MB";
}

std::string detailOf(const Plan& plan, const memory::MemoryReading& reading)
{
    const Need& need = plan.need;
    std::string text = "need " + toText(need.total) + " = runtime " + toText(need.runtime) + " + weights " +
                       toText(need.weights) + " + converted " + toText(need.converted) + " + parsing " +
                       toText(need.parsing) + " + working " + toText(need.working) + "; hard " +
                       toText(need.hard) + ", reserve " + toText(plan.reserve) + ", floor " +
                       toText(plan.floor.minimum) + "; available " + toText(reading.available);
    if (!reading.limitedBy.empty())
        text += " limited by " + reading.limitedBy;
    return text + "; swap free " + toText(reading.swapFree) + " (not counted)";
}

Failure refusal(const Plan& plan, Row row, const memory::MemoryReading& reading, Bytes required)
{
    std::int64_t needed = wholeMegabytes(required), there = wholeMegabytes(*reading.available);
    if (needed <= there) { // less than a megabyte apart: never "0 MB short"
        needed = static_cast<std::int64_t>(std::ceil(required.megabytes()));
        there = std::min(static_cast<std::int64_t>(std::floor(reading.available->megabytes())), needed - 1);
    }
    const Saying says =
        row == Row::Class
            ? said("Load",
                   "This model requires %1 of available memory; %2 are available: %3 short. The model itself "
                   "needs about %4.")
            : said("Load",
                   "This model still requires %1 of available memory; %2 are available: %3 short. The model "
                   "itself needs about %4.");
    Failure failure = makeFailure(
        "MEMORY", says.with({mb(needed), mb(there), mb(needed - there), mb(wholeMegabytes(plan.need.total))}),
        detailOf(plan, reading));
    failure.row = row;
    failure.required = required;
    failure.available = reading.available;
    return failure;
}

Failure unknownMemory(const Plan& plan, Row row, const memory::MemoryReading& reading)
{
    const Bytes required = row == Row::Class ? plan.required : plan.stillNeeded[indexOf(row)] + plan.reserve;
    Failure failure =
        makeFailure("MEMORY_UNKNOWN",
                    said("Load", "The available memory is unknown: this system does not tell it. This model "
                                 "requires %1; it can be loaded with the minimum set to auto.")
                        .with({mb(wholeMegabytes(required))}),
                    detailOf(plan, reading));
    failure.row = row;
    failure.required = required;
    for (const std::string& warning : reading.warnings)
        failure.detail += "; " + warning;
    return failure;
}

} // namespace

std::string_view nameOf(Fit fit)
{
    switch (fit) {
    case Fit::Fits:
        return "fits";
    case Fit::Tight:
        return "tight";
    case Fit::No:
        return "no";
    case Fit::Unknown:
        return "unknown";
    }
    return "unknown";
}

Plan makePlan(const checkpoint::Checkpoint& checkpoint, const NetworkShape& network,
              engine::Precision precision, const RuntimeFigures& runtime, const Floor& floor,
              const memory::MemoryReading& reading, const std::optional<MeasuredPeak>& measured)
{
    Plan plan;
    const BindingBytes binding = bindingBytes(checkpoint, network, precision);
    const Bytes words = vocabularyBytes(checkpoint);
    Need& need = plan.need;
    // About half of the libraries' pages are the working set (98 MB touched while loading, half of it used
    // again).
    const Bytes softRuntime = runtime.file / 2;
    need.runtime = runtime.anonymous + softRuntime;
    need.weights = binding.bound;
    need.converted = binding.transient;
    need.parsing = std::max(checkpoint.parsingBytes, words);
    need.working = assumedWorking + encoderProgram(network).activationBytes;
    if (measured)
        need.working =
            std::clamp(measured->peak - measured->baseline - binding.bound - words, Bytes::fromMegabytes(4),
                       std::max(Bytes::fromMegabytes(64), need.weights / 4));
    need.soft = softRuntime + std::min(assumedSoftWorking, need.working / 3);
    need.total = need.runtime + need.weights + need.converted + need.parsing + need.working;
    need.hard = need.total - need.soft;

    plan.floor = floor;
    if (floor.automatic)
        plan.floor.minimum = Bytes();
    predict(plan, runtime, words);
    if (measured) {
        plan.learned = true;
        plan.learnedNote =
            "measured on this device" + (measured->date.empty() ? std::string() : ", " + measured->date);
        plan.predictedPeak = measured->peak;
    }
    return withReading(std::move(plan), reading);
}

Plan withReading(Plan plan, const memory::MemoryReading& reading)
{
    const Need& need = plan.need;
    plan.reading = reading;
    plan.reserve = memory::reserveFor(reading.tightestPool);
    plan.required = std::max(plan.floor.minimum, need.total + plan.reserve);
    plan.fit = fitOf(plan, reading);

    const Bytes least = need.weights + need.converted + need.working;
    plan.tensorBudget =
        need.weights + need.converted + std::max(captionTensors, need.working) + need.weights / 16;
    if (reading.available) {
        const Bytes room = *reading.available - (need.hard - least) - plan.reserve / 2;
        plan.tensorBudget = std::max(least, std::min(plan.tensorBudget, room));
    }
    return plan;
}

bool isModelsFault(const PastLoad& past)
{
    const std::string& end = past.diedOf.empty() ? past.outcome : past.diedOf;
    for (const char* harmless : {"done", "MEMORY", "MEMORY_UNKNOWN", "TOO_LARGE", "OOM_KILLED", "THRASHING",
                                 "CANCELLED", "SIGILL", "ENGINE_MISSING", "ENGINE_VERSION"})
        if (end == harmless)
            return false;
    return true;
}

bool modelItselfFits(const Plan& plan)
{
    return plan.reading.available && *plan.reading.available >= plan.leastRequired();
}

std::optional<Failure> guardRow(const Plan& plan, Row row, const memory::MemoryReading& reading)
{
    if (row != Row::Class && row != Row::Check && row != Row::Build && row != Row::Weights)
        return std::nullopt;
    if (!reading.available)
        return plan.floor.automatic ? std::nullopt : std::optional(unknownMemory(plan, row, reading));
    if (row == Row::Class)
        return fitOf(plan, reading) == Fit::No ? std::optional(refusal(plan, row, reading, plan.required))
                                               : std::nullopt;
    const Bytes required = plan.stillNeeded[indexOf(row)] + plan.reserve;
    if (*reading.available >= required)
        return std::nullopt;
    return refusal(plan, row, reading, required);
}

bool mayLoad(const Plan& plan)
{
    return !guardRow(plan, Row::Class, plan.reading);
}

std::optional<Failure> guardInsideRow(const Plan& plan, Row row, const memory::MemoryReading& reading)
{
    const Bytes least = plan.reserve / 2;
    if (!reading.available || *reading.available >= least)
        return std::nullopt;
    Failure failure = makeFailure(
        "MEMORY",
        said("Load", "Memory ran out while loading: %1 are left, %2 must stay free. The model itself needs "
                     "about %3.")
            .with({toText(*reading.available), toText(least), mb(wholeMegabytes(plan.need.total))}),
        detailOf(plan, reading));
    failure.row = row;
    failure.available = reading.available;
    failure.required = least;
    return failure;
}

} // namespace nanocap::load
