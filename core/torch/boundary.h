// SPDX-License-Identifier: Apache-2.0
// The one place where exceptions of libtorch, OpenCV and the standard library become values.
#pragma once

#include "core/base/failure.h"

#include <optional>

namespace nanocap::torch_engine {

/// Call inside `catch (...)`. What an allocator refused is MEMORY (guard) with what it was about; anything
/// else is ENGINE_ERROR with the first line of the reason.
Failure failureOfCurrentException(std::optional<Row> row);
Failure engineError(std::optional<Row> row, const std::string& reason, std::string detail = {});

/// Runs `work` (which returns a Result) and lets no exception out.
template <class Work> auto guarded(std::optional<Row> row, Work work) -> decltype(work())
{
    try {
        auto result = work();
        if (!result && !result.error().row)
            result.error().row = row;
        return result;
    } catch (...) {
        return fail(failureOfCurrentException(row));
    }
}

} // namespace nanocap::torch_engine
