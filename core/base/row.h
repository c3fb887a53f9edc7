// SPDX-License-Identifier: Apache-2.0
// The ten rows of a load, their codes and the report each of them leaves.
#pragma once

#include "core/base/bytes.h"
#include "core/base/sentence.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace nanocap {

enum class Row { Class, Checkpoint, Cleanup1, Check, NoGrad, Build, Eval, Cleanup2, Weights, Cleanup };

inline constexpr std::size_t rowCount = 10;
inline constexpr std::array<Row, rowCount> allRows = {
    Row::Class, Row::Checkpoint, Row::Cleanup1, Row::Check,   Row::NoGrad,
    Row::Build, Row::Eval,       Row::Cleanup2, Row::Weights, Row::Cleanup};

constexpr std::size_t indexOf(Row row)
{
    return static_cast<std::size_t>(row);
}
/// "CLASS", "CLEANUP-1", …: the stable name in reports, journals and NANOCAP_TEST_HOLD.
std::string_view codeOf(Row row);
std::optional<Row> rowFromCode(std::string_view code);
/// The row as it stands in a sentence: its code in a terminal, its title in the window, which knows it by
/// this context.
Sentence rowSentence(Row row);
inline constexpr const char* rowContext = "Row";

enum class RowState { Pending, Running, Done, Failed, Skipped };
/// "done", "failed", "skipped" (and "pending", "running" while a load is under way).
std::string_view nameOf(RowState state);

/// What one row did. Figures that could not be read are empty, never 0.
struct RowReport
{
    Row row = Row::Class;
    RowState state = RowState::Pending;
    double seconds = 0;
    MaybeBytes availableBefore; ///< the rule's "available" just before the row
    MaybeBytes availableAfter;
    MaybeBytes engineRss;     ///< VmRSS of the engine after the row
    MaybeBytes enginePeakRss; ///< VmHWM of the engine after the row
    MaybeBytes tensorBytes;   ///< bytes in live tensors, from the engine's own allocator
    MaybeBytes regained;      ///< what a clean-up gave back (clean-up rows only)
    std::string message;      ///< one sentence for the operator, in English
};

} // namespace nanocap
