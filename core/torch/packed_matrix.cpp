// SPDX-License-Identifier: Apache-2.0
#include "core/torch/packed_matrix.h"

#include "core/torch/kernels/dot.h"
#include "core/torch/numbers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>

namespace nanocap::torch_engine {

void packRow(const PackedMatrix& matrix, std::int64_t row, const float* values)
{
    const std::int64_t columns = matrix.columns;
    switch (matrix.storing) {
    case Storing::Float:
        std::memcpy(static_cast<float*>(matrix.data) + row * columns, values,
                    static_cast<std::size_t>(columns) * sizeof(float));
        return;
    case Storing::Half:
        std::transform(values, values + columns, static_cast<std::uint16_t*>(matrix.data) + row * columns,
                       toHalf);
        return;
    case Storing::Byte: {
        float largest = 0;
        for (std::int64_t i = 0; i < columns; ++i)
            largest = std::max(largest, std::fabs(values[i]));
        const float scale = largest / 127.0f;
        matrix.scales[row] = scale;
        // A row of nothing but the smallest numbers has no usable scale: it counts as zero.
        const float inverse = scale > 0x1p-120f ? 1.0f / scale : 0.0f;
        auto* bytes = static_cast<std::int8_t*>(matrix.data) + row * columns;
        for (std::int64_t i = 0; i < columns; ++i)
            bytes[i] =
                static_cast<std::int8_t>(std::clamp(std::nearbyint(values[i] * inverse), -127.0f, 127.0f));
        return;
    }
    }
}

void unpackRow(const PackedMatrix& matrix, std::int64_t row, float* out)
{
    const std::int64_t first = row * matrix.columns;
    for (std::int64_t i = 0; i < matrix.columns; ++i) {
        switch (matrix.storing) {
        case Storing::Float:
            out[i] = static_cast<const float*>(matrix.data)[first + i];
            break;
        case Storing::Half:
            out[i] = fromHalf(static_cast<const std::uint16_t*>(matrix.data)[first + i]);
            break;
        case Storing::Byte:
            out[i] = static_cast<const std::int8_t*>(matrix.data)[first + i] * matrix.scales[row];
            break;
        }
    }
}

void Multiplicand::reserve(std::int64_t columns, Storing storing)
{
    if (storing == Storing::Byte && m_whole.size() < static_cast<std::size_t>(columns))
        m_whole.resize(static_cast<std::size_t>(columns));
}

void Multiplicand::set(const float* values, std::int64_t columns)
{
    m_values = values;
    if (m_whole.empty())
        return;
    // As bits, magnitudes are whole numbers in the same order, infinity and NaN above all others.
    std::int32_t bits = 0;
    for (std::int64_t i = 0; i < columns; ++i)
        bits = std::max(bits, std::bit_cast<std::int32_t>(values[i]) & 0x7fffffff);
    const float largest = std::bit_cast<float>(bits);
    if (!std::isfinite(largest)) { // every product becomes NaN, as it would in FP32
        m_step = std::numeric_limits<float>::quiet_NaN();
        std::fill(m_whole.begin(), m_whole.end(), std::int16_t{0});
        return;
    }
    const std::int64_t room = std::numeric_limits<std::int32_t>::max() / (127 * columns);
    const auto limit = static_cast<float>(std::min<std::int64_t>(room, 32767));
    m_step = largest / limit;
    const float inverse = m_step > 0x1p-120f ? 1.0f / m_step : 0.0f;
    // Adding 1.5 * 2^23 leaves the nearest whole number in the last bits.
    constexpr float shift = 12582912.0f;
    for (std::int64_t i = 0; i < columns; ++i)
        m_whole[static_cast<std::size_t>(i)] = static_cast<std::int16_t>(
            static_cast<std::int32_t>(std::clamp(values[i] * inverse, -limit, limit) + shift - shift));
}

void multiplyRows(const PackedMatrix& matrix, const Multiplicand& x, const float* bias, float* out,
                  std::int64_t begin, std::int64_t end)
{
    const DotKernels& dots = bestDots();
    const std::int64_t columns = matrix.columns, first = begin * columns;
    if (matrix.storing == Storing::Byte) {
        std::array<std::int32_t, 256> sums;
        for (std::int64_t r = begin; r < end; r += static_cast<std::int64_t>(sums.size())) {
            const std::int64_t count = std::min<std::int64_t>(end - r, sums.size());
            dots.bytes(static_cast<const std::int8_t*>(matrix.data) + r * columns, x.whole(), columns, count,
                       sums.data());
            for (std::int64_t i = 0; i < count; ++i)
                out[r + i] = static_cast<float>(sums[static_cast<std::size_t>(i)]) *
                                 (x.step() * matrix.scales[r + i]) +
                             (bias ? bias[r + i] : 0.0f);
        }
        return;
    }
    if (matrix.storing == Storing::Half)
        dots.halves(static_cast<const std::uint16_t*>(matrix.data) + first, x.values(), columns, end - begin,
                    out + begin);
    else
        dots.floats(static_cast<const float*>(matrix.data) + first, x.values(), columns, end - begin,
                    out + begin);
    if (bias)
        for (std::int64_t r = begin; r < end; ++r)
            out[r] += bias[r];
}

} // namespace nanocap::torch_engine
