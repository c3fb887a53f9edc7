// SPDX-License-Identifier: Apache-2.0
// Functions for loops the compiler can put into vector registers: the C library's are called number by
// number, and were a third of a decoding step.
#pragma once

#include <bit>
#include <cstdint>

namespace nanocap::torch_engine {

/// e^x within 2 units of the last place; 0 below -87, held at e^88 above. NaN stays NaN.
inline float quickExp(float x)
{
    x = x > 88.0f ? 88.0f : x;
    const float held = x < -87.0f ? -87.0f : x;
    // x = n ln 2 + r, |r| <= ln 2 / 2; adding 1.5 * 2^23 leaves the nearest whole number in the last bits.
    constexpr float shift = 12582912.0f;
    const float shifted = held * 1.44269504f + shift;
    const float n = shifted - shift;
    const float r = (held - n * 0.693359375f) + n * 2.12194440e-4f; // ln 2 in two parts (Cody and Waite)
    // Cephes' polynomial
    float p = 1.9875691500e-4f;
    p = p * r + 1.3981999507e-3f;
    p = p * r + 8.3334519073e-3f;
    p = p * r + 4.1665795894e-2f;
    p = p * r + 1.6666665459e-1f;
    p = p * r + 5.0000001201e-1f;
    p = p * r * r + r + 1.0f;
    const std::uint32_t power = (std::bit_cast<std::uint32_t>(shifted) + 127u) << 23;
    const float result = p * std::bit_cast<float>(power);
    return x < -87.0f ? 0.0f : result;
}

inline float quickSigmoid(float x)
{
    return 1.0f / (1.0f + quickExp(-x));
}

/// Within 1e-7 of tanh, everywhere.
inline float quickTanh(float x)
{
    return 1.0f - 2.0f / (quickExp(2.0f * x) + 1.0f);
}

} // namespace nanocap::torch_engine
