// SPDX-License-Identifier: Apache-2.0
#include "core/torch/numbers.h"

#include <algorithm>
#include <cmath>
#include <cstring>

namespace nanocap::torch_engine {

std::uint16_t toHalf(float value)
{
    const auto bits = std::bit_cast<std::uint32_t>(value);
    const auto sign = static_cast<std::uint16_t>(bits >> 16 & 0x8000u);
    const std::uint32_t magnitude = bits & 0x7fffffffu;
    if (magnitude >= 0x477ff000u) // 65520 and above would round to infinity
        return sign | 0x7bffu;
    if (magnitude < 0x38800000u) // below 2^-14: a multiple of 2^-24, or nothing
        return sign | static_cast<std::uint16_t>(std::nearbyint(std::bit_cast<float>(magnitude) * 0x1p24f));
    const std::uint32_t rounded = magnitude + 0xfffu + (magnitude >> 13 & 1u);
    return sign | static_cast<std::uint16_t>((rounded - 0x38000000u) >> 13);
}

namespace {

template <class Raw, class Convert>
void each(const std::uint8_t* bytes, std::size_t count, float* out, Convert convert)
{
    for (std::size_t i = 0; i < count; ++i) {
        Raw raw;
        std::memcpy(&raw, bytes + i * sizeof(Raw), sizeof(Raw)); // a chunk may start at any address
        out[i] = convert(raw);
    }
}

} // namespace

void widen(checkpoint::DType dtype, const std::uint8_t* bytes, std::size_t count, float* out)
{
    using checkpoint::DType;
    switch (dtype) {
    case DType::F64:
        return each<double>(bytes, count, out, [](double v) { return static_cast<float>(v); });
    case DType::F16:
        return each<std::uint16_t>(bytes, count, out, fromHalf);
    case DType::BF16:
        return each<std::uint16_t>(bytes, count, out, [](std::uint16_t v) {
            return std::bit_cast<float>(static_cast<std::uint32_t>(v) << 16);
        });
    default: // the network's shape was refused before if a needed tensor is not floating point
        std::memcpy(out, bytes, count * sizeof(float));
    }
}

std::size_t firstInvalid(const float* values, std::size_t count)
{
    constexpr std::uint32_t exponent = 0x7f800000u;
    std::uint32_t bad = 0;
    for (std::size_t i = 0; i < count; ++i)
        bad |= static_cast<std::uint32_t>((std::bit_cast<std::uint32_t>(values[i]) & exponent) == exponent);
    if (!bad)
        return count;
    return static_cast<std::size_t>(
        std::find_if(values, values + count, [](float v) { return !std::isfinite(v); }) - values);
}

} // namespace nanocap::torch_engine
