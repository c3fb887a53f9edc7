// SPDX-License-Identifier: Apache-2.0
// AVX2 with FMA and F16C. Bytes are widened to 16 bits and multiplied there: the 8-bit product of AVX2
// saturates.
#include "core/torch/kernels/dot.h"
#include "core/torch/numbers.h"

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define NANOCAP_AVX2 [[gnu::target("avx2,fma,f16c")]]

namespace nanocap::torch_engine {

namespace {

NANOCAP_AVX2 inline __m256 eight(const float* v)
{
    return _mm256_loadu_ps(v);
}
NANOCAP_AVX2 inline __m256 eight(const std::uint16_t* v)
{
    return _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(v)));
}
NANOCAP_AVX2 inline __m256i sixteen(const std::int8_t* v)
{
    return _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(v)));
}
inline float widened(float v)
{
    return v;
}
inline float widened(std::uint16_t v)
{
    return fromHalf(v);
}

NANOCAP_AVX2 inline float sum(__m256 v)
{
    const __m128 four = _mm_add_ps(_mm256_castps256_ps128(v), _mm256_extractf128_ps(v, 1));
    const __m128 two = _mm_add_ps(four, _mm_movehl_ps(four, four));
    return _mm_cvtss_f32(_mm_add_ss(two, _mm_movehdup_ps(two)));
}
NANOCAP_AVX2 inline std::int32_t sum(__m256i v)
{
    const __m128i four = _mm_add_epi32(_mm256_castsi256_si128(v), _mm256_extracti128_si256(v, 1));
    const __m128i two = _mm_add_epi32(four, _mm_unpackhi_epi64(four, four));
    return _mm_cvtsi128_si32(_mm_add_epi32(two, _mm_shuffle_epi32(two, 1)));
}

template <int rows, class Element>
NANOCAP_AVX2 void block(const Element* row, const float* x, std::int64_t columns, float* out)
{
    __m256 a[rows], b[rows];
    for (int r = 0; r < rows; ++r)
        a[r] = b[r] = _mm256_setzero_ps();
    std::int64_t i = 0;
    for (; i + 16 <= columns; i += 16) {
        const __m256 first = _mm256_loadu_ps(x + i), second = _mm256_loadu_ps(x + i + 8);
        for (int r = 0; r < rows; ++r) {
            a[r] = _mm256_fmadd_ps(eight(row + r * columns + i), first, a[r]);
            b[r] = _mm256_fmadd_ps(eight(row + r * columns + i + 8), second, b[r]);
        }
    }
    for (int r = 0; r < rows; ++r) {
        float rest = 0;
        for (std::int64_t j = i; j < columns; ++j)
            rest += widened(row[r * columns + j]) * x[j];
        out[r] = sum(_mm256_add_ps(a[r], b[r])) + rest;
    }
}

template <int rows>
NANOCAP_AVX2 void blockOfBytes(const std::int8_t* row, const std::int16_t* x, std::int64_t columns,
                               std::int32_t* out)
{
    __m256i a[rows], b[rows];
    for (int r = 0; r < rows; ++r)
        a[r] = b[r] = _mm256_setzero_si256();
    std::int64_t i = 0;
    for (; i + 32 <= columns; i += 32) {
        const __m256i first = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(x + i)),
                      second = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(x + i + 16));
        for (int r = 0; r < rows; ++r) {
            a[r] = _mm256_add_epi32(a[r], _mm256_madd_epi16(sixteen(row + r * columns + i), first));
            b[r] = _mm256_add_epi32(b[r], _mm256_madd_epi16(sixteen(row + r * columns + i + 16), second));
        }
    }
    for (int r = 0; r < rows; ++r) {
        std::int32_t rest = 0;
        for (std::int64_t j = i; j < columns; ++j)
            rest += std::int32_t{row[r * columns + j]} * x[j];
        out[r] = sum(_mm256_add_epi32(a[r], b[r])) + rest;
    }
}

template <class Element>
NANOCAP_AVX2 void multiply(const Element* rows, const float* x, std::int64_t columns, std::int64_t count,
                           float* out)
{
    std::int64_t r = 0;
    for (; r + 4 <= count; r += 4)
        block<4>(rows + r * columns, x, columns, out + r);
    for (; r < count; ++r)
        block<1>(rows + r * columns, x, columns, out + r);
}

NANOCAP_AVX2 void multiplyBytes(const std::int8_t* rows, const std::int16_t* x, std::int64_t columns,
                                std::int64_t count, std::int32_t* out)
{
    std::int64_t r = 0;
    for (; r + 4 <= count; r += 4)
        blockOfBytes<4>(rows + r * columns, x, columns, out + r);
    for (; r < count; ++r)
        blockOfBytes<1>(rows + r * columns, x, columns, out + r);
}

const DotKernels kernels = {"AVX2", &multiply<float>, &multiply<std::uint16_t>, &multiplyBytes};

} // namespace

const DotKernels* avx2Dots()
{
    const bool there =
        __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c");
    return there ? &kernels : nullptr;
}

} // namespace nanocap::torch_engine

#else

namespace nanocap::torch_engine {

const DotKernels* avx2Dots()
{
    return nullptr;
}

} // namespace nanocap::torch_engine

#endif
