// SPDX-License-Identifier: Apache-2.0
// Heat and power, from folders as boards have them.
#include "core/memory/board_health.h"

#include <gtest/gtest.h>

using namespace nanocap::memory;

namespace {

struct Board
{
    const char* folder;
    std::optional<double> celsius;
    const char* zone;
    std::optional<bool> throttled, underVoltage, throttledBefore, underVoltageBefore;
};

class BoardHealthTest : public testing::TestWithParam<Board>
{
};

TEST_P(BoardHealthTest, tells)
{
    const Board& board = GetParam();
    const BoardHealth health = readBoardHealth(SystemRoot{std::string(FIXTURES "/") + board.folder});
    EXPECT_EQ(health.hottestCelsius, board.celsius);
    EXPECT_EQ(health.hottestZone, board.zone);
    EXPECT_EQ(health.throttled, board.throttled);
    EXPECT_EQ(health.underVoltage, board.underVoltage);
    EXPECT_EQ(health.throttledBefore, board.throttledBefore);
    EXPECT_EQ(health.underVoltageBefore, board.underVoltageBefore);
}

constexpr std::nullopt_t unknown = std::nullopt;

INSTANTIATE_TEST_SUITE_P(
    boards, BoardHealthTest,
    testing::Values(Board{"health_raspberry_weak_supply", 61.345, "cpu-thermal", true, true, true, true},
                    Board{"health_raspberry_good", 47.712, "cpu-thermal", false, false, false, false},
                    Board{"health_jetson_hot", 97.5, "CPU-therm", true, unknown, unknown, unknown},
                    Board{"health_orin_over_current", -5.25, "cpu-thermal", unknown, unknown, true, unknown},
                    Board{"health_nonsense", unknown, "", unknown, unknown, unknown, unknown},
                    Board{"no such folder", unknown, "", unknown, unknown, unknown, unknown}),
    [](const auto& board) {
        std::string name = board.param.folder;
        std::replace(name.begin(), name.end(), ' ', '_');
        return name;
    });

} // namespace
