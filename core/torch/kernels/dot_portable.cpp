// SPDX-License-Identifier: Apache-2.0
// Plain C++, for processors without kernels of their own and as what the others are tested against.
#include "core/torch/kernels/dot.h"
#include "core/torch/numbers.h"

namespace nanocap::torch_engine {

namespace {

inline float widened(float v)
{
    return v;
}
inline float widened(std::uint16_t v)
{
    return fromHalf(v);
}

// Thirty-two running sums: the compiler keeps them in vector registers without being allowed to reorder sums
// itself.
template <class Element> float dot(const Element* row, const float* x, std::int64_t columns)
{
    constexpr int lanes = 32;
    float sums[lanes] = {};
    std::int64_t i = 0;
    for (; i + lanes <= columns; i += lanes)
        for (int lane = 0; lane < lanes; ++lane)
            sums[lane] += widened(row[i + lane]) * x[i + lane];
    for (int half = lanes / 2; half > 0; half /= 2)
        for (int lane = 0; lane < half; ++lane)
            sums[lane] += sums[lane + half];
    float rest = 0;
    for (; i < columns; ++i)
        rest += widened(row[i]) * x[i];
    return sums[0] + rest;
}

template <class Element>
void multiply(const Element* rows, const float* x, std::int64_t columns, std::int64_t count, float* out)
{
    for (std::int64_t r = 0; r < count; ++r)
        out[r] = dot(rows + r * columns, x, columns);
}

void multiplyBytes(const std::int8_t* rows, const std::int16_t* x, std::int64_t columns, std::int64_t count,
                   std::int32_t* out)
{
    for (std::int64_t r = 0; r < count; ++r) {
        std::int32_t sum = 0;
        for (std::int64_t i = 0; i < columns; ++i)
            sum += std::int32_t{rows[r * columns + i]} * x[i];
        out[r] = sum;
    }
}

} // namespace

const DotKernels portableDots = {"portable", &multiply<float>, &multiply<std::uint16_t>, &multiplyBytes};

} // namespace nanocap::torch_engine
