// SPDX-License-Identifier: Apache-2.0
// Number formats: halves, brain floats and bytes to and from FP32, bit by bit, without libtorch.
#pragma once

#include "core/checkpoint/checkpoint.h"

#include <bit>
#include <cstddef>
#include <cstdint>

namespace nanocap::torch_engine {

/// IEEE binary16 to binary32, exact, infinities and NaN included.
inline float fromHalf(std::uint16_t half)
{
    const std::uint32_t sign = static_cast<std::uint32_t>(half & 0x8000u) << 16;
    const std::uint32_t magnitude = half & 0x7fffu;
    if (magnitude >= 0x7c00u)
        return std::bit_cast<float>(sign | 0x7f800000u | (magnitude & 0x3ffu) << 13);
    if (magnitude < 0x400u) { // subnormal: mantissa * 2^-24
        const float value = static_cast<float>(magnitude) * 0x1p-24f;
        return sign ? -value : value;
    }
    return std::bit_cast<float>(sign | ((magnitude << 13) + 0x38000000u));
}

/// Rounds to nearest, ties to even, as PyTorch's .half() does; beyond the largest half the largest half is
/// taken, because an infinite weight would silence the whole network.
std::uint16_t toHalf(float value);

/// Widens `count` little-endian elements of a floating-point dtype.
void widen(checkpoint::DType dtype, const std::uint8_t* bytes, std::size_t count, float* out);

/// Index of the first NaN or infinity, or `count`.
std::size_t firstInvalid(const float* values, std::size_t count);

} // namespace nanocap::torch_engine
