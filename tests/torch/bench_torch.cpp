// SPDX-License-Identifier: Apache-2.0
// bench_torch with NANOCAP_BENCH_MODEL=FILE.pth: what a picture, a word and a caption of 20 words cost.
#include "core/torch/captioner.h"
#include "core/torch/preprocessing.h"
#include "core/torch/runtime.h"

#include <benchmark/benchmark.h>

#include <cstdlib>
#include <memory>

using namespace nanocap;
using namespace nanocap::torch_engine;

namespace {

/// One model for all benchmarks of a precision.
struct Loaded
{
    NoGradients guard;
    checkpoint::Checkpoint checkpoint;
    load::NetworkShape network;
    std::unique_ptr<Weights> weights;
    std::unique_ptr<Captioner> captioner;
    std::vector<std::uint8_t> picture =
        std::vector<std::uint8_t>(std::size_t{pictureSide} * pictureSide * 3, 90);
    engine::ImageView view() const { return {picture.data(), pictureSide, pictureSide, 3 * pictureSide}; }

    static std::unique_ptr<Loaded> open(benchmark::State& state)
    {
        const char* path = std::getenv("NANOCAP_BENCH_MODEL");
        auto opened = checkpoint::open(path ? path : "", checkpoint::Verify::Never);
        if (!opened) {
            state.SkipWithError(("NANOCAP_BENCH_MODEL: " + opened.error().message.text()).c_str());
            return nullptr;
        }
        auto loaded = std::make_unique<Loaded>();
        loaded->checkpoint = std::move(*opened);
        auto network = load::deriveNetwork(loaded->checkpoint);
        if (!network) {
            state.SkipWithError(network.error().message.text().c_str());
            return nullptr;
        }
        loaded->network = std::move(*network);
        startRuntime(static_cast<int>(state.range(1)));
        const auto precision = static_cast<engine::Precision>(state.range(0));
        loaded->weights = std::make_unique<Weights>(loaded->checkpoint, loaded->network, precision);
        loaded->captioner = std::make_unique<Captioner>(loaded->network);
        loaded->weights->allocate();
        loaded->captioner->allocate();
        if (const Status filled = loaded->weights->fill({}); !filled) {
            state.SkipWithError(filled.error().message.text().c_str());
            return nullptr;
        }
        loaded->captioner->bind(*loaded->weights);
        loaded->captioner->setVocabulary(loaded->checkpoint.vocabulary);
        state.SetLabel(std::string(nameOf(precision)));
        return loaded;
    }
};

void encoder(benchmark::State& state)
{
    const auto loaded = Loaded::open(state);
    if (!loaded)
        return;
    Captioner& captioner = *loaded->captioner;
    for (auto _ : state) { // the activations share their room with the picture
        if (!captioner.preprocessing().prepare(loaded->view(), captioner.encoder().input()))
            state.SkipWithError("the picture was refused");
        benchmark::DoNotOptimize(captioner.encoder().forward());
    }
}

void step(benchmark::State& state)
{
    const auto loaded = Loaded::open(state);
    if (!loaded)
        return;
    Captioner& captioner = *loaded->captioner;
    if (!captioner.preprocessing().prepare(loaded->view(), captioner.encoder().input()))
        state.SkipWithError("the picture was refused");
    captioner.decoder().start(captioner.encoder().forward(), captioner.encoder().positions());
    std::int64_t token = loaded->checkpoint.vocabulary.start;
    for (auto _ : state)
        token = captioner.decoder().step(token).token;
}

void caption20(benchmark::State& state)
{
    const auto loaded = Loaded::open(state);
    if (!loaded)
        return;
    engine::CaptionOptions options;
    options.exactWords = 20;
    for (auto _ : state)
        benchmark::DoNotOptimize(loaded->captioner->caption(loaded->view(), options));
}

// precision (0 = fp32, 1 = fp16, 2 = int8), threads
void cases(benchmark::internal::Benchmark* b)
{
    b->ArgsProduct({{0, 1, 2}, {1, 2}})->Unit(benchmark::kMillisecond)->UseRealTime();
}
BENCHMARK(encoder)->Args({0, 1})->Args({0, 2})->Unit(benchmark::kMillisecond)->UseRealTime();
BENCHMARK(step)->Apply(cases);
BENCHMARK(caption20)->Apply(cases);

} // namespace

BENCHMARK_MAIN();
