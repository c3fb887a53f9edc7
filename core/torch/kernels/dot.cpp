// SPDX-License-Identifier: Apache-2.0
#include "core/torch/kernels/dot.h"

namespace nanocap::torch_engine {

const DotKernels& bestDots()
{
    static const DotKernels& best = [&]() -> const DotKernels& {
        for (const DotKernels* kernels : {avx2Dots(), neonDots()})
            if (kernels)
                return *kernels;
        return portableDots;
    }();
    return best;
}

std::vector<std::string> instructionSets()
{
    std::vector<std::string> names;
#if defined(__x86_64__)
    const std::pair<const char*, bool> known[] = {
        {"SSE4.1", __builtin_cpu_supports("sse4.1")}, {"AVX", __builtin_cpu_supports("avx")},
        {"F16C", __builtin_cpu_supports("f16c")},     {"FMA", __builtin_cpu_supports("fma")},
        {"AVX2", __builtin_cpu_supports("avx2")},     {"AVX-512", __builtin_cpu_supports("avx512f")}};
    for (const auto& [name, there] : known)
        if (there)
            names.emplace_back(name);
#elif defined(__aarch64__)
    names.emplace_back("NEON");
#endif
    return names;
}

} // namespace nanocap::torch_engine
