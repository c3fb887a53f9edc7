// SPDX-License-Identifier: Apache-2.0
// Products of rows with one vector, the work of every step of the decoder: a table of functions for each
// instruction set. A row is read once; four rows share what is read of the vector.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace nanocap::torch_engine {

struct DotKernels
{
    const char* name; ///< "portable", "AVX2", "NEON"

    /// out[r] = row r · x for `count` rows of `columns` numbers, one after the other.
    void (*floats)(const float* rows, const float* x, std::int64_t columns, std::int64_t count, float* out);
    void (*halves)(const std::uint16_t* rows, const float* x, std::int64_t columns, std::int64_t count,
                   float* out); ///< rows of IEEE binary16
    /// Whole numbers, with the same result everywhere: the sum of all |row · x| must stay below 2^31.
    void (*bytes)(const std::int8_t* rows, const std::int16_t* x, std::int64_t columns, std::int64_t count,
                  std::int32_t* out);
};

extern const DotKernels portableDots;
/// Null where this processor, or this build, has no such instructions.
const DotKernels* avx2Dots();
const DotKernels* neonDots();

/// The quickest there is here.
const DotKernels& bestDots();

/// Instruction sets of this processor that the kernels know, "AVX2", "F16C" …; for reports.
std::vector<std::string> instructionSets();

} // namespace nanocap::torch_engine
