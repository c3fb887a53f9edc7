// SPDX-License-Identifier: Apache-2.0
#include "core/torch/packed_matrix.h"

#include "core/torch/numbers.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define NANOCAP_HAS_AVX2_BUILD 1
#endif

namespace nanocap::torch_engine {

namespace {

inline float widened(float v)
{
    return v;
}
inline float widened(std::int8_t v)
{
    return static_cast<float>(v);
}
#ifdef __aarch64__
// Arm has the instruction in every 64-bit core, and compilers use it on whole vectors.
inline float widened(std::uint16_t v)
{
    return static_cast<float>(std::bit_cast<__fp16>(v));
}
#else
inline float widened(std::uint16_t v)
{
    return fromHalf(v);
}
#endif

// Thirty-two running sums: the compiler keeps them in vector registers without being allowed to reorder sums
// itself.
template <class Element> inline float dot(const Element* row, const float* x, std::int64_t count)
{
    constexpr int lanes = 32;
    float sums[lanes] = {};
    std::int64_t i = 0;
    for (; i + lanes <= count; i += lanes)
        for (int lane = 0; lane < lanes; ++lane)
            sums[lane] += widened(row[i + lane]) * x[i + lane];
    for (int half = lanes / 2; half > 0; half /= 2)
        for (int lane = 0; lane < half; ++lane)
            sums[lane] += sums[lane + half];
    float rest = 0;
    for (; i < count; ++i)
        rest += widened(row[i]) * x[i];
    return sums[0] + rest;
}

using Multiply = void (*)(const PackedMatrix&, const float*, const float*, float*, std::int64_t,
                          std::int64_t);

template <class Element>
void multiplyPortable(const PackedMatrix& m, const float* x, const float* bias, float* out,
                      std::int64_t begin, std::int64_t end)
{
    const auto* data = static_cast<const Element*>(m.data);
    for (std::int64_t r = begin; r < end; ++r) {
        const float product = dot(data + r * m.columns, x, m.columns);
        out[r] = (m.scales ? product * m.scales[r] : product) + (bias ? bias[r] : 0.0f);
    }
}

#ifdef NANOCAP_HAS_AVX2_BUILD
#define NANOCAP_AVX2 [[gnu::target("avx2,fma,f16c")]]

// Compilers do not vectorise the widening of halves, and the processor has an instruction for it.
NANOCAP_AVX2 inline __m256 eight(const float* v)
{
    return _mm256_loadu_ps(v);
}
NANOCAP_AVX2 inline __m256 eight(const std::uint16_t* v)
{
    return _mm256_cvtph_ps(_mm_loadu_si128(reinterpret_cast<const __m128i*>(v)));
}
NANOCAP_AVX2 inline __m256 eight(const std::int8_t* v)
{
    return _mm256_cvtepi32_ps(_mm256_cvtepi8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(v))));
}

template <class Element> NANOCAP_AVX2 float dotAvx2(const Element* row, const float* x, std::int64_t count)
{
    __m256 a = _mm256_setzero_ps(), b = a, c = a, d = a;
    std::int64_t i = 0;
    for (; i + 32 <= count; i += 32) {
        a = _mm256_fmadd_ps(eight(row + i), _mm256_loadu_ps(x + i), a);
        b = _mm256_fmadd_ps(eight(row + i + 8), _mm256_loadu_ps(x + i + 8), b);
        c = _mm256_fmadd_ps(eight(row + i + 16), _mm256_loadu_ps(x + i + 16), c);
        d = _mm256_fmadd_ps(eight(row + i + 24), _mm256_loadu_ps(x + i + 24), d);
    }
    alignas(32) float lanes[8];
    _mm256_store_ps(lanes, _mm256_add_ps(_mm256_add_ps(a, b), _mm256_add_ps(c, d)));
    float total =
        ((lanes[0] + lanes[1]) + (lanes[2] + lanes[3])) + ((lanes[4] + lanes[5]) + (lanes[6] + lanes[7]));
    for (; i < count; ++i)
        total += widened(row[i]) * x[i];
    return total;
}

template <class Element>
NANOCAP_AVX2 void multiplyAvx2(const PackedMatrix& m, const float* x, const float* bias, float* out,
                               std::int64_t begin, std::int64_t end)
{
    const auto* data = static_cast<const Element*>(m.data);
    for (std::int64_t r = begin; r < end; ++r) {
        const float product = dotAvx2(data + r * m.columns, x, m.columns);
        out[r] = (m.scales ? product * m.scales[r] : product) + (bias ? bias[r] : 0.0f);
    }
}
#endif

template <class Element> Multiply chosen()
{
#ifdef NANOCAP_HAS_AVX2_BUILD
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c"))
        return &multiplyAvx2<Element>;
#endif
    return &multiplyPortable<Element>;
}

} // namespace

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

void multiplyRows(const PackedMatrix& matrix, const float* x, const float* bias, float* out,
                  std::int64_t begin, std::int64_t end)
{
    static const Multiply floats = chosen<float>();
    static const Multiply halves = chosen<std::uint16_t>();
    static const Multiply bytes = chosen<std::int8_t>();
    switch (matrix.storing) {
    case Storing::Float:
        return floats(matrix, x, bias, out, begin, end);
    case Storing::Half:
        return halves(matrix, x, bias, out, begin, end);
    case Storing::Byte:
        return bytes(matrix, x, bias, out, begin, end);
    }
}

} // namespace nanocap::torch_engine
