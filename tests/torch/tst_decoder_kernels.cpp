// SPDX-License-Identifier: Apache-2.0
// The decoder's kernels: every instruction set against the portable one, the functions of loops, the threads.
#include "core/torch/kernels/crew.h"
#include "core/torch/kernels/dot.h"
#include "core/torch/kernels/vector_math.h"
#include "core/torch/numbers.h"
#include "core/torch/packed_matrix.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <random>

using namespace nanocap::torch_engine;

namespace {

struct InstructionSet
{
    const char* name;
    const DotKernels* (*kernels)();
};
void PrintTo(const InstructionSet& set, std::ostream* out)
{
    *out << set.name;
}

class Dots : public testing::TestWithParam<InstructionSet>
{
protected:
    void SetUp() override
    {
        kernels = GetParam().kernels();
        if (!kernels)
            GTEST_SKIP() << "SKIP: this processor has no " << GetParam().name;
    }
    const DotKernels* kernels = nullptr;
    std::mt19937 random{11};
};

constexpr std::int64_t widths[] = {1, 2, 7, 8, 15, 16, 17, 31, 32, 33, 63, 64, 300, 512, 876, 2049};
constexpr std::int64_t counts[] = {1, 2, 3, 4, 5, 8, 11};

template <class Element> std::vector<Element> some(std::size_t count, const std::function<Element()>& make)
{
    std::vector<Element> values(count);
    for (Element& value : values)
        value = make();
    return values;
}

TEST_P(Dots, FloatsAndHalvesAreTheSameUpToRounding)
{
    std::normal_distribution<float> normal;
    for (const std::int64_t columns : widths) {
        for (const std::int64_t count : counts) {
            const auto size = static_cast<std::size_t>(columns * count);
            const auto floats = some<float>(size, [&] { return normal(random); });
            const auto halves = some<std::uint16_t>(size, [&] { return toHalf(normal(random)); });
            const auto x = some<float>(static_cast<std::size_t>(columns), [&] { return normal(random); });
            std::vector<float> got(static_cast<std::size_t>(count)), expected(got);
            const auto compare = [&](const char* what) {
                for (std::size_t r = 0; r < got.size(); ++r)
                    EXPECT_NEAR(got[r], expected[r], 2e-6 * std::sqrt(columns) * 4)
                        << what << ", " << columns << " columns, row " << r;
            };
            kernels->floats(floats.data(), x.data(), columns, count, got.data());
            portableDots.floats(floats.data(), x.data(), columns, count, expected.data());
            compare("floats");
            kernels->halves(halves.data(), x.data(), columns, count, got.data());
            portableDots.halves(halves.data(), x.data(), columns, count, expected.data());
            compare("halves");
        }
    }
}

TEST_P(Dots, BytesAreTheSameToTheLastBit)
{
    for (const std::int64_t columns : widths) {
        const int limit = static_cast<int>(
            std::min<std::int64_t>(32767, std::numeric_limits<std::int32_t>::max() / (127 * columns)));
        std::uniform_int_distribution<int> weight(-127, 127), value(-limit, limit), sign(0, 1);
        const auto extreme = [&](int most) { return sign(random) ? most : -most; };
        for (const std::int64_t count : counts) {
            const auto size = static_cast<std::size_t>(columns * count);
            std::vector<std::int32_t> got(static_cast<std::size_t>(count)), expected(got);
            for (const int kind : {0, 1, 2}) { // anything; the largest of both signs; the largest, added up
                const auto rows = some<std::int8_t>(size, [&] {
                    return static_cast<std::int8_t>(kind == 0   ? weight(random)
                                                    : kind == 1 ? extreme(127)
                                                                : -127);
                });
                const auto x = some<std::int16_t>(static_cast<std::size_t>(columns), [&] {
                    return static_cast<std::int16_t>(kind == 0   ? value(random)
                                                     : kind == 1 ? extreme(limit)
                                                                 : limit);
                });
                kernels->bytes(rows.data(), x.data(), columns, count, got.data());
                portableDots.bytes(rows.data(), x.data(), columns, count, expected.data());
                EXPECT_EQ(got, expected) << columns << " columns, " << count << " rows, kind " << kind;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(InstructionSets, Dots,
                         testing::Values(InstructionSet{"AVX2", &avx2Dots},
                                         InstructionSet{"NEON", &neonDots}),
                         [](const testing::TestParamInfo<InstructionSet>& set) {
                             return std::string(set.param.name);
                         });

TEST(Multiplicand, IsAsFineAsTheSumsAllow)
{
    for (const std::int64_t columns : {1, 512, 876, 20000}) {
        std::vector<float> values(static_cast<std::size_t>(columns), 0.25f);
        values.front() = -2.0f;
        Multiplicand x;
        x.reserve(columns, Storing::Byte);
        x.set(values.data(), columns);
        const std::int64_t most = -std::int64_t{x.whole()[0]};
        EXPECT_LE(most * 127 * columns, std::numeric_limits<std::int32_t>::max());
        EXPECT_GT((most + 1) * 127 * std::max<std::int64_t>(columns, 517),
                  std::numeric_limits<std::int32_t>::max())
            << "finer does not fit";
        EXPECT_NEAR(x.whole()[0] * x.step(), -2.0, 1e-6);
        if (columns > 1) {
            EXPECT_NEAR(x.whole()[1] * x.step(), 0.25, x.step() / 2 + 1e-6);
        }
    }
}

TEST(Multiplicand, WhatIsNoNumberMakesEveryProductNone)
{
    for (const float bad :
         {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
        const std::vector<float> values = {1, bad, 2};
        std::int8_t weights[] = {1, 0, 1};
        float scale = 1, out = 0;
        Multiplicand x;
        x.reserve(3, Storing::Byte);
        x.set(values.data(), 3);
        multiplyRows({Storing::Byte, weights, &scale, 1, 3}, x, nullptr, &out, 0, 1);
        EXPECT_FALSE(std::isfinite(out));
    }
}

TEST(VectorMath, IsAsExactAsItSays)
{
    for (float x = -86.9f; x < 88.0f; x += 0.00371f) {
        const double exact = std::exp(static_cast<double>(x));
        ASSERT_NEAR(quickExp(x) / exact, 1.0, 2.5e-7) << x;
        ASSERT_NEAR(quickTanh(x), std::tanh(static_cast<double>(x)), 2.5e-7) << x;
        ASSERT_NEAR(quickSigmoid(x), 1 / (1 + std::exp(-static_cast<double>(x))), 2.5e-7) << x;
    }
    EXPECT_EQ(quickExp(0.0f), 1.0f);
    EXPECT_EQ(quickExp(-1000.0f), 0.0f);
    EXPECT_TRUE(std::isfinite(quickExp(1000.0f)));
    EXPECT_EQ(quickTanh(1000.0f), 1.0f);
    EXPECT_EQ(quickTanh(-1000.0f), -1.0f);
    const float none = std::numeric_limits<float>::quiet_NaN();
    EXPECT_TRUE(std::isnan(quickExp(none)) && std::isnan(quickTanh(none)) && std::isnan(quickSigmoid(none)));
}

TEST(Crew, DoesEveryPartOfEveryJobOnce)
{
    for (const int others : {0, 1, 3}) {
        Crew crew(others);
        std::vector<int> done(1000);
        int jobs = 0;
        for (const std::int64_t count : {1, 2, 7, 64, 1000}) {
            for (int round = 0; round < 200; ++round) {
                std::fill(done.begin(), done.end(), 0);
                crew.run(
                    count, std::min<std::int64_t>(count, 1 + round % 9),
                    [](const void* context, std::int64_t begin, std::int64_t end) {
                        int* const numbers = *static_cast<int* const*>(context);
                        for (std::int64_t i = begin; i < end; ++i)
                            ++numbers[i];
                    },
                    std::array<int*, 1>{done.data()}.data());
                ++jobs;
                for (std::int64_t i = 0; i < 1000; ++i)
                    ASSERT_EQ(done[static_cast<std::size_t>(i)], i < count) << "job " << jobs << ", " << i;
            }
        }
    }
}

} // namespace
