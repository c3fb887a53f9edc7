// SPDX-License-Identifier: Apache-2.0
// Engine: whatever runs one model for one life. Three implementations: TorchEngine (in-process, core/torch;
// serves nanocap-engine's main and tests), EngineProcess (the proxy everybody else holds) and the tests'
// scripted engine.
#pragma once

#include "core/base/failure.h"
#include "core/engine/precision.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace nanocap::engine {

/// Everything the engine must know of a load; sent once, with row CLASS.
struct LoadRequest
{
    std::string path; ///< what to open; may be /proc/PID/fd/N of the caller, so that a rename changes nothing
    std::string displayName; ///< what sentences call the file
    Precision precision = Precision::Fp32;
    Bytes tensorBudget; ///< the engine's allocator refuses what exceeds this (tensors, weights included)
    MaybeBytes processCeiling; ///< what the kernel holds the whole process to where it can; for the caller's
                               ///< side only
    int threads = 0;           ///< of the computation; 0 = cores - 1, at least 1
};

/// What computes, for whoever compares machines.
struct Runtime
{
    std::string library;                      ///< "libtorch 1.13.0"
    std::string encoder;                      ///< back end: "XNNPACK"
    std::string decoder;                      ///< instruction set of its kernels: "AVX2", "NEON", "portable"
    std::vector<std::string> instructionSets; ///< of this processor, as far as kernels may use them
    int threads = 0;                          ///< in use
};

/// What a row did, as far as the engine can tell; the pipeline adds availability and time.
struct RowOutcome
{
    std::string message; ///< one sentence for the operator
    Bytes tensorBytes;   ///< live tensor bytes after the row
    MaybeBytes regained; ///< clean-up rows: fall of the resident set over the row
    MaybeBytes rss;      ///< VmRSS, VmHWM of the engine; empty when the kernel does not tell
    MaybeBytes peakRss;
    MaybeBytes baselineRss;         ///< row CLASS only: resident set with libtorch loaded and no model
    std::optional<Runtime> runtime; ///< row CLASS only
    std::vector<std::string> notes; ///< e.g. state-dict keys that were not needed; "rehearsed in 31 ms"
};

/// Rows of packed RGB, 8 bits a channel.
struct ImageView
{
    const std::uint8_t* data = nullptr;
    int width = 0;  ///< pixels, 1…8192
    int height = 0; ///< pixels, 1…8192
    int stride = 0; ///< bytes from one row to the next, at least 3 * width
};

struct CaptionOptions
{
    bool attention = false; ///< also return the 49 attention weights of every word
    int exactWords = 0; ///< benchmarks: decode exactly this many words, whatever they are; 0 = stop at <end>
};

/// One caption. words/tokens/probabilities/attention include the final <end> and not <start>.
struct Caption
{
    std::string text; ///< without <start> <end> <pad> <unk>
    std::vector<std::string> words;
    std::vector<std::int64_t> tokens;
    std::vector<float> probabilities; ///< softmax probability of each chosen word
    std::vector<std::vector<float>>
        attention;       ///< 7 x 7, row by row over the whole picture, per word, when asked for
    double encodeMs = 0; ///< preprocessing and encoder
    double decodeMs = 0; ///< all steps
};

/// Says how far a row has come, in bytes of `total` (0 = unknown); returns false to stop the row (CANCELLED).
using Progress = std::function<bool(Bytes done, Bytes total)>;

class Engine
{
public:
    virtual ~Engine() = default;
    Engine() = default;
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;

    /// Runs one row. Rows come in order, CLASS first (with the request that holds for the whole life).
    virtual Result<RowOutcome> run(Row row, const LoadRequest& request, const Progress& progress) = 0;
    /// Captions one picture; only after row CLEANUP succeeded.
    virtual Result<Caption> caption(const ImageView& image, const CaptionOptions& options) = 0;
    /// Releases what the engine can without ending: caches, arenas. Returns the fall of the resident set.
    virtual Result<RowOutcome> cleanUp() = 0;
    /// Gives everything back; nothing can be run afterwards. Idempotent. The proxy ends its process.
    virtual void end() {}
};

} // namespace nanocap::engine
