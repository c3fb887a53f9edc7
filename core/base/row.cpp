// SPDX-License-Identifier: Apache-2.0
#include "core/base/row.h"

namespace nanocap {

namespace {
constexpr std::array<std::string_view, rowCount> rowCodes = {
    "CLASS", "CHECKPOINT", "CLEANUP-1", "CHECK",   "NOGRAD",
    "BUILD", "EVAL",       "CLEANUP-2", "WEIGHTS", "CLEANUP"};
} // namespace

std::string_view codeOf(Row row)
{
    return rowCodes[indexOf(row)];
}
Sentence rowSentence(Row row)
{
    return Sentence({{rowContext, std::string(codeOf(row)), {}}});
}

std::optional<Row> rowFromCode(std::string_view code)
{
    for (Row row : allRows)
        if (codeOf(row) == code)
            return row;
    return std::nullopt;
}

std::string_view nameOf(RowState state)
{
    switch (state) {
    case RowState::Pending:
        return "pending";
    case RowState::Running:
        return "running";
    case RowState::Done:
        return "done";
    case RowState::Failed:
        return "failed";
    case RowState::Skipped:
        return "skipped";
    }
    return "pending";
}

} // namespace nanocap
