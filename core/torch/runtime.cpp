// SPDX-License-Identifier: Apache-2.0
#include "core/torch/runtime.h"

#include "core/torch/kernels/dot.h"
#include "core/torch/kernels/thread_pool.h"
#include "core/torch/kernels/xnn_arena.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>
#include <ATen/core/Tensor.h>
#include <ATen/ops/ones.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <torch/csrc/api/include/torch/version.h>

#include <opencv2/core.hpp>

#include <algorithm>
#include <thread>

namespace nanocap::torch_engine {

int startRuntime(int threads)
{
    const int cores = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
    const int wanted = std::clamp(threads > 0 ? threads : cores - 1, 1, 64);
    at::set_num_threads(1); // the kernels' pool is the only one
    at::globalContext().setFlushDenormal(true);
    cv::setNumThreads(1); // one small resize per caption does not pay for another pool
    startXnnpack();
    thread_pool::start(wanted);
    const c10::InferenceMode guard;
    at::ones({1});
    return wanted;
}

engine::Runtime runtimeInUse()
{
    return {std::string("libtorch ") + TORCH_VERSION, "XNNPACK", bestDots().name, instructionSets(),
            thread_pool::threads()};
}

std::string toText(const engine::Runtime& runtime)
{
    return runtime.library + ", encoder " + runtime.encoder + ", decoder " + runtime.decoder + ", " +
           std::to_string(runtime.threads) + (runtime.threads == 1 ? " thread" : " threads");
}

struct NoGradients::Guard
{
    c10::InferenceMode mode;
};

NoGradients::NoGradients() : m_guard(std::make_unique<Guard>()) {}
NoGradients::~NoGradients() = default;

std::string gradientsFound()
{
    if (c10::GradMode::is_enabled())
        return "gradient mode is on";
    if (!c10::InferenceMode::is_enabled())
        return "inference mode is off";
    const at::Tensor probe = at::ones({2}).add(at::ones({2}));
    if (probe.requires_grad() || !probe.is_inference())
        return "a new tensor records gradients";
    return {};
}

} // namespace nanocap::torch_engine
