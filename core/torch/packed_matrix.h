// SPDX-License-Identifier: Apache-2.0
// PackedMatrix: rows of weights as FP32, as halves, or as bytes with a scale per row, and the products the
// decoder needs of them. A view: the memory belongs to a tensor. Floats and halves are computed in FP32,
// bytes as whole numbers.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

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
/// A vector to multiply with. For matrices of bytes also as whole numbers of 16 bits at most, as fine as
/// 32-bit sums of `columns` products allow, in steps of one scale.
class Multiplicand
{
public:
    void reserve(std::int64_t columns, Storing storing); ///< before the first set()
    /// Looks at `values`, which must stay as they are while this is used.
    void set(const float* values, std::int64_t columns);

    const float* values() const { return m_values; }
    const std::int16_t* whole() const { return m_whole.data(); }
    float step() const { return m_step; }

private:
    const float* m_values = nullptr;
    std::vector<std::int16_t> m_whole; ///< empty when no bytes are multiplied
    float m_step = 0;
};

/// out[r] = row r · x + bias[r] for begin <= r < end; bias may be null.
void multiplyRows(const PackedMatrix& matrix, const Multiplicand& x, const float* bias, float* out,
                  std::int64_t begin, std::int64_t end);

} // namespace nanocap::torch_engine
