// SPDX-License-Identifier: Apache-2.0
// NEON of 64-bit Arm, which every such core has; nothing of the extensions a Cortex-A57 lacks.
#include "core/torch/kernels/dot.h"
#include "core/torch/numbers.h"

#if defined(__aarch64__)
#include <arm_neon.h>

namespace nanocap::torch_engine {

namespace {

inline float32x4_t four(const float* v)
{
    return vld1q_f32(v);
}
inline float32x4_t four(const std::uint16_t* v)
{
    return vcvt_f32_f16(vreinterpret_f16_u16(vld1_u16(v)));
}
inline float widened(float v)
{
    return v;
}
inline float widened(std::uint16_t v)
{
    return fromHalf(v);
}

template <int rows, class Element>
void block(const Element* row, const float* x, std::int64_t columns, float* out)
{
    float32x4_t a[rows], b[rows];
    for (int r = 0; r < rows; ++r)
        a[r] = b[r] = vdupq_n_f32(0);
    std::int64_t i = 0;
    for (; i + 8 <= columns; i += 8) {
        const float32x4_t first = vld1q_f32(x + i), second = vld1q_f32(x + i + 4);
        for (int r = 0; r < rows; ++r) {
            a[r] = vfmaq_f32(a[r], four(row + r * columns + i), first);
            b[r] = vfmaq_f32(b[r], four(row + r * columns + i + 4), second);
        }
    }
    for (int r = 0; r < rows; ++r) {
        float rest = 0;
        for (std::int64_t j = i; j < columns; ++j)
            rest += widened(row[r * columns + j]) * x[j];
        out[r] = vaddvq_f32(vaddq_f32(a[r], b[r])) + rest;
    }
}

template <int rows>
void blockOfBytes(const std::int8_t* row, const std::int16_t* x, std::int64_t columns, std::int32_t* out)
{
    int32x4_t a[rows], b[rows];
    for (int r = 0; r < rows; ++r)
        a[r] = b[r] = vdupq_n_s32(0);
    std::int64_t i = 0;
    for (; i + 16 <= columns; i += 16) {
        const int16x8_t first = vld1q_s16(x + i), second = vld1q_s16(x + i + 8);
        for (int r = 0; r < rows; ++r) {
            const int8x16_t weights = vld1q_s8(row + r * columns + i);
            const int16x8_t low = vmovl_s8(vget_low_s8(weights)), high = vmovl_high_s8(weights);
            a[r] = vmlal_s16(a[r], vget_low_s16(low), vget_low_s16(first));
            b[r] = vmlal_high_s16(b[r], low, first);
            a[r] = vmlal_s16(a[r], vget_low_s16(high), vget_low_s16(second));
            b[r] = vmlal_high_s16(b[r], high, second);
        }
    }
    for (int r = 0; r < rows; ++r) {
        std::int32_t rest = 0;
        for (std::int64_t j = i; j < columns; ++j)
            rest += std::int32_t{row[r * columns + j]} * x[j];
        out[r] = vaddvq_s32(vaddq_s32(a[r], b[r])) + rest;
    }
}

template <class Element>
void multiply(const Element* rows, const float* x, std::int64_t columns, std::int64_t count, float* out)
{
    std::int64_t r = 0;
    for (; r + 4 <= count; r += 4)
        block<4>(rows + r * columns, x, columns, out + r);
    for (; r < count; ++r)
        block<1>(rows + r * columns, x, columns, out + r);
}

void multiplyBytes(const std::int8_t* rows, const std::int16_t* x, std::int64_t columns, std::int64_t count,
                   std::int32_t* out)
{
    std::int64_t r = 0;
    for (; r + 4 <= count; r += 4)
        blockOfBytes<4>(rows + r * columns, x, columns, out + r);
    for (; r < count; ++r)
        blockOfBytes<1>(rows + r * columns, x, columns, out + r);
}

const DotKernels kernels = {"NEON", &multiply<float>, &multiply<std::uint16_t>, &multiplyBytes};

} // namespace

const DotKernels* neonDots()
{
    return &kernels;
}

} // namespace nanocap::torch_engine

#else

namespace nanocap::torch_engine {

const DotKernels* neonDots()
{
    return nullptr;
}

} // namespace nanocap::torch_engine

#endif
