// SPDX-License-Identifier: Apache-2.0
// What concerns libtorch as a whole: threads, denormals, gradients, who it is.
#pragma once

#include "core/engine/engine.h"

#include <memory>
#include <string>

namespace nanocap::torch_engine {

/// Settings of the process, the kernels' library and threads, and a first tensor: what they cost is then not
/// mistaken for the model's. `threads` 0 = cores - 1, at least 1. Returns the number in use. Throws
/// std::runtime_error.
int startRuntime(int threads);

/// What computes, after startRuntime().
engine::Runtime runtimeInUse();
/// "libtorch 1.13.0, encoder XNNPACK, decoder AVX2, 2 threads"
std::string toText(const engine::Runtime& runtime);

/// While one lives, the calling thread records no gradients (libtorch keeps this per thread).
class NoGradients
{
public:
    NoGradients();
    ~NoGradients();

private:
    struct Guard;
    std::unique_ptr<Guard> m_guard;
};

/// Empty when the calling thread provably records none; else what was found.
std::string gradientsFound();

} // namespace nanocap::torch_engine
