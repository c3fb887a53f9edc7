// SPDX-License-Identifier: Apache-2.0
#include "core/base/row.h"

namespace nanocap {

namespace {
struct RowName
{
    std::string_view code, title;
};
constexpr std::array<RowName, rowCount> rowNames = {{{"CLASS", "Model class"},
                                                     {"CHECKPOINT", "Checkpoint"},
                                                     {"CLEANUP-1", "Clean-up"},
                                                     {"CHECK", "Memory check"},
                                                     {"NOGRAD", "No gradients"},
                                                     {"BUILD", "Build"},
                                                     {"EVAL", "CPU + eval"},
                                                     {"CLEANUP-2", "Clean-up"},
                                                     {"WEIGHTS", "Weights"},
                                                     {"CLEANUP", "Clean-up"}}};
} // namespace

std::string_view codeOf(Row row)
{
    return rowNames[indexOf(row)].code;
}
std::string_view titleOf(Row row)
{
    return rowNames[indexOf(row)].title;
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
