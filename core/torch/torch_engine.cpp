// SPDX-License-Identifier: Apache-2.0
#include "core/torch/torch_engine.h"

#include "core/memory/reading.h"
#include "core/torch/boundary.h"
#include "core/torch/budget_allocator.h"
#include "core/torch/captioner.h"
#include "core/torch/preprocessing.h"
#include "core/torch/runtime.h"

#include <malloc.h>

#include <algorithm>
#include <cmath>

namespace nanocap::torch_engine {

using engine::Caption;
using engine::CaptionOptions;
using engine::ImageView;
using engine::LoadRequest;
using engine::Precision;
using engine::Progress;
using engine::RowOutcome;

namespace {

std::string counted(std::int64_t n, const char* one, const char* many)
{
    return std::to_string(n) + " " + (n == 1 ? one : many);
}

MaybeBytes residentSet() { return memory::readProcess(memory::ownPid()).rss; }

/// Hands free pages of the heap back to the kernel; returns the fall of the resident set since `before`.
MaybeBytes trim(const MaybeBytes& before)
{
    malloc_trim(0);
    const MaybeBytes after = residentSet();
    if (!before || !after)
        return {};
    return std::max(Bytes(), *before - *after);
}

void addFigures(RowOutcome& outcome)
{
    const memory::ProcessReading own = memory::readProcess(memory::ownPid());
    outcome.rss = own.rss;
    outcome.peakRss = own.peakRss;
    outcome.tensorBytes = budget_allocator::used();
    outcome.peakTensorBytes = budget_allocator::peak();
}

} // namespace

struct TorchEngine::State
{
    std::size_t rowsDone = 0;
    LoadRequest request;
    std::optional<checkpoint::Checkpoint> checkpoint; ///< until CLEANUP
    std::optional<load::NetworkShape> network;        ///< until CLEANUP
    std::unique_ptr<Weights> weights;
    std::unique_ptr<Captioner> captioner;

    Result<RowOutcome> run(Row row, const Progress& progress);
    RowOutcome startLibrary();
    Result<RowOutcome> openCheckpoint();
    Result<RowOutcome> proveNoGradients();
    RowOutcome build();
    Result<RowOutcome> proveEvaluation();
    Result<RowOutcome> readWeights(const Progress& progress);
    Result<RowOutcome> finish();
    void release();
};

Result<RowOutcome> TorchEngine::State::run(Row row, const Progress& progress)
{
    RowOutcome outcome;
    switch (row) {
    case Row::Class: return startLibrary();
    case Row::Checkpoint: return openCheckpoint();
    case Row::Cleanup1:
    case Row::Cleanup2:
        outcome.regained = trim(residentSet());
        outcome.message = toText(outcome.regained) + " given back.";
        return outcome;
    case Row::Check:
        outcome.message = "The engine holds " + toText(residentSet()) + ".";
        return outcome;
    case Row::NoGrad: return proveNoGradients();
    case Row::Build: return build();
    case Row::Eval: return proveEvaluation();
    case Row::Weights: return readWeights(progress);
    case Row::Cleanup: return finish();
    }
    return fail(engineError(row, "there is no such row"));
}

RowOutcome TorchEngine::State::startLibrary()
{
    budget_allocator::install();
    budget_allocator::setBudget(request.tensorBudget);
    const int threads = startRuntime(request.threads);
    budget_allocator::resetPeak();
    RowOutcome outcome;
    outcome.baselineRss = residentSet();
    outcome.message = describeRuntime(threads) + ".";
    return outcome;
}

Result<RowOutcome> TorchEngine::State::openCheckpoint()
{
    // The caller has verified what it wanted to; here the weights' checksums are computed while they are read.
    auto opened = checkpoint::open(request.path, checkpoint::Verify::Never, request.displayName);
    if (!opened)
        return fail(std::move(opened.error()));
    auto derived = load::deriveNetwork(*opened);
    if (!derived)
        return fail(std::move(derived.error()));
    checkpoint = std::move(*opened);
    network = std::move(*derived);

    RowOutcome outcome;
    outcome.message = counted(network->vocabSize, "word", "words") + ", embedding " + std::to_string(network->embedDim) +
                      ", decoder " + std::to_string(network->decoderDim) + ", attention " +
                      std::to_string(network->attentionDim) + ", " + std::to_string(network->channels) +
                      " encoder channels; weights " + toText(network->weightsFp32) + ".";
    for (const checkpoint::Warning& warning : checkpoint->warnings)
        outcome.notes.push_back(warning.code + ": " + warning.message);
    return outcome;
}

Result<RowOutcome> TorchEngine::State::proveNoGradients()
{
    if (const std::string found = gradientsFound(); !found.empty())
        return fail(engineError(Row::NoGrad, found));
    RowOutcome outcome;
    outcome.message = "Inference mode is on; a new tensor records no gradients.";
    return outcome;
}

RowOutcome TorchEngine::State::build()
{
    weights = std::make_unique<Weights>(*checkpoint, *network, request.precision);
    captioner = std::make_unique<Captioner>(*network);
    weights->allocate();
    RowOutcome outcome;
    outcome.message = counted(captioner->convolutions(), "convolution", "convolutions") +
                      ", a GRU cell and soft attention; " + toText(budget_allocator::used()) +
                      " set aside, nothing filled in yet.";
    return outcome;
}

Result<RowOutcome> TorchEngine::State::proveEvaluation()
{
    const Weights::Proof proof = weights->prove();
    if (proof.elsewhere > 0 || proof.withGradient > 0)
        return fail(engineError(Row::Eval, counted(proof.elsewhere, "tensor is", "tensors are") + " not on the CPU, " +
                                               std::to_string(proof.withGradient) + " would record gradients"));
    RowOutcome outcome;
    outcome.message = "All " + std::to_string(proof.tensors) + " tensors are on the CPU, none records gradients; batch norms " +
                      "use their running statistics, there is no dropout.";
    return outcome;
}

Result<RowOutcome> TorchEngine::State::readWeights(const Progress& progress)
{
    if (const Status filled = weights->fill(progress); !filled)
        return fail(filled.error());
    captioner->bind(*weights);

    RowOutcome outcome;
    outcome.message = std::to_string(network->needed.size()) + " tensors bound";
    switch (request.precision) {
    case Precision::Fp32: break;
    case Precision::Fp16:
        outcome.message += ", rounded to half; the decoder's matrices are kept as half and computed in FP32";
        break;
    case Precision::Int8:
        outcome.message += "; the decoder's matrices are kept as bytes with a scale per row, the encoder as FP32";
        break;
    }
    const std::size_t extra = network->unneeded.size();
    if (extra > 0)
        outcome.message += "; " + counted(static_cast<std::int64_t>(extra), "key", "keys") + " of the file not needed";
    outcome.message += ".";
    constexpr std::size_t shown = 20;
    for (std::size_t i = 0; i < std::min(extra, shown); ++i)
        outcome.notes.push_back("not needed: " + network->unneeded[i]);
    if (extra > shown)
        outcome.notes.push_back("not needed: " + std::to_string(extra - shown) + " more");
    return outcome;
}

Result<RowOutcome> TorchEngine::State::finish()
{
    const MaybeBytes before = residentSet();
    if (checkpoint) // a second attempt at this row has none left
        captioner->setVocabulary(std::move(checkpoint->vocabulary));
    checkpoint.reset();
    network.reset();
    RowOutcome outcome;
    outcome.regained = trim(before);

    const std::vector<std::uint8_t> grey(std::size_t{pictureSide} * pictureSide * 3, 128);
    const Result<Caption> rehearsed = captioner->caption({grey.data(), pictureSide, pictureSide, 3 * pictureSide}, {});
    if (!rehearsed)
        return fail(rehearsed.error());
    const std::string took = std::to_string(std::lround(rehearsed->encodeMs + rehearsed->decodeMs)) + " ms";
    malloc_trim(0);
    outcome.message = counted(static_cast<std::int64_t>(rehearsed->words.size()), "word", "words") + " rehearsed in " + took +
                      "; " + toText(outcome.regained) + " given back.";
    outcome.notes.push_back("rehearsed in " + took + ": " + rehearsed->text);
    return outcome;
}

void TorchEngine::State::release()
{
    captioner.reset();
    weights.reset();
    network.reset();
    checkpoint.reset();
    rowsDone = 0;
    malloc_trim(0);
}

TorchEngine::TorchEngine() : m_state(std::make_unique<State>()) {}

TorchEngine::~TorchEngine() { end(); }

Result<RowOutcome> TorchEngine::run(Row row, const LoadRequest& request, const Progress& progress)
{
    return guarded(row, [&]() -> Result<RowOutcome> {
        if (indexOf(row) != m_state->rowsDone)
            return fail(engineError(row, "row " + std::string(codeOf(row)) + " is not the next one"));
        if (row == Row::Class)
            m_state->request = request;
        const NoGradients guard;
        Result<RowOutcome> outcome = m_state->run(row, progress);
        if (!outcome)
            return outcome;
        ++m_state->rowsDone;
        addFigures(*outcome);
        return outcome;
    });
}

Result<Caption> TorchEngine::caption(const ImageView& image, const CaptionOptions& options)
{
    return guarded({}, [&]() -> Result<Caption> {
        if (m_state->rowsDone != rowCount)
            return fail(engineError({}, "no model is loaded"));
        const NoGradients guard;
        return m_state->captioner->caption(image, options);
    });
}

Result<RowOutcome> TorchEngine::cleanUp()
{
    return guarded({}, [&]() -> Result<RowOutcome> {
        RowOutcome outcome;
        outcome.regained = trim(residentSet());
        addFigures(outcome);
        outcome.message = toText(outcome.regained) + " given back.";
        return outcome;
    });
}

void TorchEngine::end() { m_state->release(); }

void TorchEngine::failAllocation(std::int64_t nth) { budget_allocator::failAllocation(nth); }

Failure TorchEngine::refuseAllocation(Row row)
{
    const auto refused = guarded(row, [&]() -> Status {
        budget_allocator::install();
        budget_allocator::failAllocation(1);
        startRuntime(m_state->request.threads); // allocates, whatever the row
        budget_allocator::failAllocation(0);
        return fail(engineError(row, "the allocator refused nothing"));
    });
    return refused.error();
}

} // namespace nanocap::torch_engine
