// SPDX-License-Identifier: Apache-2.0
#include "core/torch/model_rows.h"

#include "core/memory/reading.h"
#include "core/torch/boundary.h"
#include "core/torch/budget_allocator.h"
#include "core/torch/preprocessing.h"
#include "core/torch/runtime.h"

#include <malloc.h>

#include <algorithm>
#include <cmath>

namespace nanocap::torch_engine {

using engine::Caption;
using engine::LoadRequest;
using engine::Precision;
using engine::Progress;
using engine::RowOutcome;

namespace {

std::string counted(std::int64_t n, const char* one, const char* many)
{
    return std::to_string(n) + " " + (n == 1 ? one : many);
}

} // namespace

RowOutcome cleanHeap(const std::function<void()>& release)
{
    const MaybeBytes before = memory::readProcess(memory::ownPid()).rss;
    if (release)
        release();
    malloc_trim(0);
    const MaybeBytes after = memory::readProcess(memory::ownPid()).rss;
    RowOutcome outcome;
    if (before && after)
        outcome.regained = std::max(Bytes(), *before - *after);
    outcome.message = toText(outcome.regained) + " given back.";
    return outcome;
}

Result<RowOutcome> ModelRows::run(Row row, const LoadRequest& wanted, const Progress& progress)
{
    if (indexOf(row) != m_done)
        return fail(engineError(row, "row " + std::string(codeOf(row)) + " is not the next one"));
    if (row == Row::Class)
        m_request = wanted;
    Result<RowOutcome> outcome = runNext(row, progress);
    if (outcome)
        ++m_done;
    return outcome;
}

Result<RowOutcome> ModelRows::runNext(Row row, const Progress& progress)
{
    RowOutcome outcome;
    switch (row) {
    case Row::Class:
        return startLibrary();
    case Row::Checkpoint:
        return openCheckpoint();
    case Row::Cleanup1:
    case Row::Cleanup2:
        return cleanHeap();
    case Row::Check:
        outcome.message = "The engine holds " + toText(memory::readProcess(memory::ownPid()).rss) + ".";
        return outcome;
    case Row::NoGrad:
        return proveNoGradients();
    case Row::Build:
        return build();
    case Row::Eval:
        return proveEvaluation();
    case Row::Weights:
        return readWeights(progress);
    case Row::Cleanup:
        return finish();
    }
    return fail(engineError(row, "there is no such row"));
}

RowOutcome ModelRows::startLibrary()
{
    budget_allocator::install();
    budget_allocator::setBudget(m_request.tensorBudget);
    startRuntime(m_request.threads);
    RowOutcome outcome;
    outcome.baselineRss = memory::readProcess(memory::ownPid()).rss;
    outcome.runtime = runtimeInUse();
    outcome.message = toText(*outcome.runtime) + ".";
    return outcome;
}

Result<RowOutcome> ModelRows::openCheckpoint()
{
    // The caller has verified what it wanted to; the weights' checksums are computed while they are read.
    auto opened = checkpoint::open(m_request.path, checkpoint::Verify::Never, m_request.displayName);
    if (!opened)
        return fail(std::move(opened.error()));
    auto derived = load::deriveNetwork(*opened);
    if (!derived)
        return fail(std::move(derived.error()));
    m_checkpoint = std::move(*opened);
    m_network = std::move(*derived);

    RowOutcome outcome;
    outcome.message = counted(m_network->vocabSize, "word", "words") + ", embedding " +
                      std::to_string(m_network->embedDim) + ", decoder " +
                      std::to_string(m_network->decoderDim) + ", attention " +
                      std::to_string(m_network->attentionDim) + ", " + std::to_string(m_network->channels) +
                      " encoder channels; weights " + toText(m_network->weightsFp32) + ".";
    for (const checkpoint::Warning& warning : m_checkpoint->warnings)
        outcome.notes.push_back(warning.code + ": " + warning.message.text());
    return outcome;
}

Result<RowOutcome> ModelRows::proveNoGradients()
{
    if (const std::string found = gradientsFound(); !found.empty())
        return fail(engineError(Row::NoGrad, found));
    RowOutcome outcome;
    outcome.message = "Inference mode is on; a new tensor records no gradients.";
    return outcome;
}

RowOutcome ModelRows::build()
{
    m_weights = std::make_unique<Weights>(*m_checkpoint, *m_network, m_request.precision);
    m_captioner = std::make_unique<Captioner>(*m_network);
    m_weights->allocate();
    m_captioner->allocate();
    RowOutcome outcome;
    outcome.message = counted(m_captioner->convolutions(), "convolution", "convolutions") +
                      ", a GRU cell and soft attention; " + toText(budget_allocator::used()) +
                      " set aside, nothing filled in yet.";
    return outcome;
}

Result<RowOutcome> ModelRows::proveEvaluation()
{
    const Weights::Proof proof = m_weights->prove();
    if (proof.elsewhere > 0 || proof.withGradient > 0)
        return fail(engineError(Row::Eval, counted(proof.elsewhere, "tensor is", "tensors are") +
                                               " not on the CPU, " + std::to_string(proof.withGradient) +
                                               " would record gradients"));
    RowOutcome outcome;
    outcome.message = "All " + std::to_string(proof.tensors) +
                      " tensors are on the CPU, none records gradients; batch norms " +
                      "use their running statistics, there is no dropout.";
    return outcome;
}

Result<RowOutcome> ModelRows::readWeights(const Progress& progress)
{
    if (const Status filled = m_weights->fill(progress); !filled)
        return fail(filled.error());
    m_captioner->bind(*m_weights);

    RowOutcome outcome;
    outcome.message = std::to_string(m_network->needed.size()) + " tensors bound";
    switch (m_request.precision) {
    case Precision::Fp32:
        break;
    case Precision::Fp16:
        outcome.message += ", rounded to half; the decoder's matrices are kept as half and computed in FP32";
        break;
    case Precision::Int8:
        outcome.message +=
            "; the decoder's matrices are kept as bytes with a scale per row, the encoder as FP32";
        break;
    }
    const std::size_t extra = m_network->unneeded.size();
    if (extra > 0)
        outcome.message +=
            "; " + counted(static_cast<std::int64_t>(extra), "key", "keys") + " of the file not needed";
    outcome.message += ".";
    constexpr std::size_t shown = 20;
    for (std::size_t i = 0; i < std::min(extra, shown); ++i)
        outcome.notes.push_back("not needed: " + m_network->unneeded[i]);
    if (extra > shown)
        outcome.notes.push_back("not needed: " + std::to_string(extra - shown) + " more");
    return outcome;
}

Result<RowOutcome> ModelRows::finish()
{
    RowOutcome outcome = cleanHeap([this] {
        if (m_checkpoint) // a second attempt at this row has none left
            m_captioner->setVocabulary(std::move(m_checkpoint->vocabulary));
        m_checkpoint.reset();
        m_network.reset();
    });

    const std::vector<std::uint8_t> grey(std::size_t{pictureSide} * pictureSide * 3, 128);
    const Result<Caption> rehearsed =
        m_captioner->caption({grey.data(), pictureSide, pictureSide, 3 * pictureSide}, {});
    if (!rehearsed)
        return fail(rehearsed.error());
    const std::string took = std::to_string(std::lround(rehearsed->encodeMs + rehearsed->decodeMs)) + " ms";
    malloc_trim(0);
    outcome.message = counted(static_cast<std::int64_t>(rehearsed->words.size()), "step", "steps") +
                      " of the decoder rehearsed in " + took + "; " + toText(outcome.regained) +
                      " given back.";
    outcome.notes.push_back("rehearsed in " + took + ": " + rehearsed->text);
    return outcome;
}

void ModelRows::release()
{
    m_captioner.reset();
    m_weights.reset();
    m_network.reset();
    m_checkpoint.reset();
    m_done = 0;
    malloc_trim(0);
}

} // namespace nanocap::torch_engine
