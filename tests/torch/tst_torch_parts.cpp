// SPDX-License-Identifier: Apache-2.0
// The engine's parts that need no model: number formats, packed rows, preprocessing.
#include "core/torch/numbers.h"
#include "core/torch/packed_matrix.h"
#include "core/torch/preprocessing.h"
#include "tests/support/verify_result.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstring>
#include <random>

using namespace nanocap;
using namespace nanocap::torch_engine;

namespace {

TEST(Numbers, EveryHalfSurvivesTheWayThereAndBack)
{
    for (std::uint32_t bits = 0; bits < 0x10000; ++bits) {
        const auto half = static_cast<std::uint16_t>(bits);
        const float wide = fromHalf(half);
        if ((half & 0x7c00u) == 0x7c00u) {
            EXPECT_FALSE(std::isfinite(wide)) << bits;
        } else {
            const double exact =
                std::ldexp(static_cast<double>((half & 0x3ffu) | (half & 0x7c00u ? 0x400u : 0u)),
                           std::max(1, half >> 10 & 31) - 25) *
                (half & 0x8000u ? -1 : 1);
            ASSERT_EQ(wide, static_cast<float>(exact)) << bits;
            ASSERT_EQ(toHalf(wide), half) << bits;
        }
    }
}

struct Rounding
{
    const char* name;
    float value, becomes;
};

TEST(Numbers, RoundsToTheNearestHalf)
{
    const Rounding table[] = {
        {"a tie goes to the even neighbour below", 1.0f + 0x1p-11f, 1.0f},
        {"a tie goes to the even neighbour above", 1.0f + 3 * 0x1p-11f, 1.0f + 2 * 0x1p-10f},
        {"just above a tie", 1.0f + 0x1.02p-11f, 1.0f + 0x1p-10f},
        {"the largest half", 65504.0f, 65504.0f},
        {"what would be infinite stays the largest half", 1e9f, 65504.0f},
        {"and so below zero", -70000.0f, -65504.0f},
        {"a carry into the next exponent", 2047.75f, 2048.0f},
        {"the smallest normal from below", 0x1.ffcp-15f, 0x1p-14f},
        {"a subnormal tie", 0x1.8p-24f, 0x1p-23f},
        {"half of the smallest is nothing", 0x1p-25f, 0.0f},
        {"nothing", 0.0f, 0.0f}};
    for (const Rounding& row : table)
        EXPECT_EQ(fromHalf(toHalf(row.value)), row.becomes) << row.name;
}

TEST(Numbers, WidensFromAnyAddress)
{
    using checkpoint::DType;
    std::array<std::uint8_t, 32> bytes{};
    const double two[] = {-1.5, 1e300};
    std::memcpy(bytes.data() + 1, two, sizeof two);
    float out[4] = {};
    widen(DType::F64, bytes.data() + 1, 2, out);
    EXPECT_EQ(out[0], -1.5f);
    EXPECT_EQ(firstInvalid(out, 2), 1u) << "1e300 has no FP32 form";

    const std::uint16_t brain[] = {0x3f80, 0xc049, 0x7fc0};
    std::memcpy(bytes.data() + 3, brain, sizeof brain);
    widen(DType::BF16, bytes.data() + 3, 3, out);
    EXPECT_EQ(out[0], 1.0f);
    EXPECT_EQ(out[1], -3.140625f);
    EXPECT_EQ(firstInvalid(out, 3), 2u);

    const std::uint16_t half[] = {0x3c00, 0x7c00};
    std::memcpy(bytes.data() + 5, half, sizeof half);
    widen(DType::F16, bytes.data() + 5, 2, out);
    EXPECT_EQ(out[0], 1.0f);
    EXPECT_EQ(firstInvalid(out, 2), 1u);
}

struct Packed
{
    std::vector<std::uint8_t> data;
    std::vector<float> scales;
    PackedMatrix matrix;

    Packed(Storing storing, std::int64_t rows, std::int64_t columns, const std::vector<float>& values)
        : data(values.size() * 4), scales(static_cast<std::size_t>(rows))
    {
        matrix = {storing, data.data(), storing == Storing::Byte ? scales.data() : nullptr, rows, columns};
        for (std::int64_t r = 0; r < rows; ++r)
            packRow(matrix, r, values.data() + r * columns);
    }
};

class Packing : public testing::TestWithParam<Storing>
{
};

TEST_P(Packing, ProductsAreThoseOfTheUnpackedRows)
{
    std::mt19937 random(7);
    std::normal_distribution<float> normal;
    for (const std::int64_t columns : {1, 7, 31, 32, 33, 300, 512, 877}) {
        const std::int64_t rows = 9;
        std::vector<float> values(static_cast<std::size_t>(rows * columns)),
            x(static_cast<std::size_t>(columns));
        std::vector<float> bias(rows), out(rows, -1), row(x.size());
        for (std::vector<float>* all : {&values, &x, &bias})
            for (float& v : *all)
                v = normal(random);
        const Packed packed(GetParam(), rows, columns, values);
        Multiplicand by;
        by.reserve(columns, GetParam());
        by.set(x.data(), columns);
        multiplyRows(packed.matrix, by, bias.data(), out.data(), 1, rows);
        EXPECT_EQ(out[0], -1.0f) << "row 0 was not asked for";
        for (std::int64_t r = 1; r < rows; ++r) {
            unpackRow(packed.matrix, r, row.data());
            double sum = bias[static_cast<std::size_t>(r)];
            for (std::size_t i = 0; i < x.size(); ++i)
                sum += static_cast<double>(row[i]) * x[i];
            EXPECT_NEAR(out[static_cast<std::size_t>(r)], sum, GetParam() == Storing::Byte ? 5e-3 : 1e-4)
                << columns << " columns, row " << r;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Formats, Packing, testing::Values(Storing::Float, Storing::Half, Storing::Byte),
                         [](const testing::TestParamInfo<Storing>& format) {
                             return std::string(format.param == Storing::Float  ? "float"
                                                : format.param == Storing::Half ? "half"
                                                                                : "byte");
                         });

TEST(PackedMatrix, BytesReachTheLargestOfTheRowAndAreOffByHalfAStepAtMost)
{
    const std::vector<float> values = {-2.54f, 1.0f, 0.011f, 0.0f, 0.0f, 0.0f};
    const Packed packed(Storing::Byte, 2, 3, values);
    float row[3];
    unpackRow(packed.matrix, 0, row);
    for (std::size_t i = 0; i < 3; ++i)
        EXPECT_NEAR(row[i], values[i], 2.54f / 127 / 2 + 1e-6f);
    EXPECT_FLOAT_EQ(row[0], -2.54f);
    unpackRow(packed.matrix, 1, row);
    EXPECT_EQ(row[0], 0.0f) << "a row of zeros stays one";
}

/// What the encoder was trained on for a channel value.
float normalised(int channel, int value)
{
    const float mean[] = {0.485f, 0.456f, 0.406f}, deviation[] = {0.229f, 0.224f, 0.225f};
    return (static_cast<float>(value) / 255.0f - mean[channel]) / deviation[channel];
}

TEST(Preprocessing, A224PictureIsOnlyNormalised)
{
    const std::size_t stride = 224 * 3 + 10;
    std::vector<std::uint8_t> pixels(stride * 224, 255);
    const auto at = [&](std::size_t x, std::size_t y, std::size_t c) -> std::uint8_t& {
        return pixels[y * stride + 3 * x + c];
    };
    for (std::size_t y = 0; y < 224; ++y)
        for (std::size_t x = 0; x < 224; ++x)
            for (std::size_t c = 0; c < 3; ++c)
                at(x, y, c) = static_cast<std::uint8_t>(x * 7 + y * 3 + c * 50);
    std::vector<float> prepared(3 * 224 * 224);
    ASSERT_RESULT(
        Preprocessing().prepare({pixels.data(), 224, 224, static_cast<int>(stride)}, prepared.data()));
    for (std::size_t c = 0; c < 3; ++c)
        for (std::size_t y = 0; y < 224; y += 13)
            for (std::size_t x = 0; x < 224; x += 11)
                ASSERT_FLOAT_EQ(prepared[(y * 224 + x) * 3 + c],
                                normalised(static_cast<int>(c), at(x, y, c)));
}

TEST(Preprocessing, TheWholeFrameIsSeenNotItsMiddle)
{
    // left half dark, right half bright, 640 x 480: so is the square, edge in the middle
    std::vector<std::uint8_t> pixels(640 * 480 * 3);
    for (std::size_t i = 0; i < pixels.size(); ++i)
        pixels[i] = i / 3 % 640 < 320 ? 10 : 200;
    std::vector<float> prepared(3 * 224 * 224);
    ASSERT_RESULT(Preprocessing().prepare({pixels.data(), 640, 480, 640 * 3}, prepared.data()));
    for (const std::size_t y : {0u, 100u, 223u}) {
        EXPECT_FLOAT_EQ(prepared[y * 224 * 3], normalised(0, 10));
        EXPECT_FLOAT_EQ(prepared[(y * 224 + 110) * 3], normalised(0, 10));
        EXPECT_FLOAT_EQ(prepared[(y * 224 + 113) * 3], normalised(0, 200));
        EXPECT_FLOAT_EQ(prepared[(y * 224 + 223) * 3], normalised(0, 200));
    }
}

TEST(Preprocessing, ResizesBilinearly)
{
    // 448 -> 224: the centre of every new pixel lies between four old ones, which count equally
    std::vector<std::uint8_t> pixels(448 * 448 * 3, 0);
    for (std::size_t y = 0; y < 2; ++y)
        for (std::size_t x = 0; x < 2; ++x)
            pixels[(y * 448 + x) * 3] =
                static_cast<std::uint8_t>(40 * (1 + x + 2 * y)); // 40 80 120 160: mean 100
    std::vector<float> prepared(3 * 224 * 224);
    ASSERT_RESULT(Preprocessing().prepare({pixels.data(), 448, 448, 448 * 3}, prepared.data()));
    EXPECT_FLOAT_EQ(prepared[0], normalised(0, 100));
    EXPECT_FLOAT_EQ(prepared[3], normalised(0, 0));
}

struct BadPicture
{
    const char* name;
    int width, height, stride;
};

TEST(Preprocessing, RefusesWhatIsNoPicture)
{
    std::vector<std::uint8_t> pixels(1000);
    std::vector<float> room(3 * 224 * 224);
    const BadPicture table[] = {{"no width", 0, 5, 30},
                                {"negative height", 5, -1, 15},
                                {"rows that overlap", 10, 2, 29},
                                {"wider than 8192", 8193, 1, 3 * 8193},
                                {"taller than 8192", 1, 8193, 3}};
    for (const BadPicture& bad : table) {
        const Status prepared =
            Preprocessing().prepare({pixels.data(), bad.width, bad.height, bad.stride}, room.data());
        ASSERT_FALSE(prepared) << bad.name;
        EXPECT_EQ(prepared.error().code, "IMAGE") << bad.name;
        EXPECT_EQ(prepared.error().failureClass, FailureClass::Input) << bad.name;
    }
    EXPECT_FALSE(Preprocessing().prepare({nullptr, 10, 10, 30}, room.data()));
}

} // namespace
