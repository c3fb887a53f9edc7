// SPDX-License-Identifier: Apache-2.0
// PackedMatrix: rows of weights as FP32, as halves, or as bytes with a scale per row, and the products the
// decoder needs of them. A view: the memory belongs to a tensor. Plain C++; the products are computed in
// FP32.
#pragma once

#include <cstddef>
#include <cstdint>

namespace nanocap::torch_engine {

enum class Storing { Float, Half, Byte };

struct PackedMatrix
{
    Storing storing = Storing::Float;
    void* data = nullptr;    ///< rows * columns elements, row by row
    float* scales = nullptr; ///< Byte only: rows numbers; weight = byte * scale
    std::int64_t rows = 0, columns = 0;
};

/// Packs `columns` numbers into row `row`. Byte: scale = largest magnitude / 127, rounded to nearest.
void packRow(const PackedMatrix& matrix, std::int64_t row, const float* values);
/// Widens row `row` into `out` (columns numbers).
void unpackRow(const PackedMatrix& matrix, std::int64_t row, float* out);
/// out[r] = row r · x + bias[r] for begin <= r < end; bias may be null. x has `columns` numbers.
void multiplyRows(const PackedMatrix& matrix, const float* x, const float* bias, float* out,
                  std::int64_t begin, std::int64_t end);

} // namespace nanocap::torch_engine
