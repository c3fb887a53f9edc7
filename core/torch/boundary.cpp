// SPDX-License-Identifier: Apache-2.0
#include "core/torch/boundary.h"

#include "core/torch/budget_allocator.h"

#include <c10/util/Exception.h>

#include <new>

namespace nanocap::torch_engine {

namespace {

std::string firstLine(const std::string& text)
{
    return text.substr(0, text.find('\n'));
}

Failure memoryFailure(std::optional<Row> row, std::string detail)
{
    Failure failure;
    failure.failureClass = FailureClass::Guard;
    failure.code = "MEMORY";
    failure.row = row;
    failure.message = "Not enough memory: an allocation was refused.";
    failure.detail = std::move(detail);
    return failure;
}

Failure budgetFailure(std::optional<Row> row, std::string detail)
{
    Failure failure = memoryFailure(row, std::move(detail));
    const Refusal refusal = budget_allocator::lastRefusal();
    failure.required = refusal.used + refusal.asked;
    if (refusal.budget > Bytes() && *failure.required > refusal.budget) {
        failure.available = refusal.budget;
        failure.message = "Not enough memory: the model's tensors need " + toText(*failure.required) +
                          ", the engine may use " + toText(refusal.budget) + ".";
    } else {
        failure.message = "Not enough memory: a block of " + std::to_string(refusal.asked.count()) +
                          " bytes was refused with " + toText(refusal.used) + " in use.";
    }
    if (refusal.armed)
        failure.detail = "refused because a test asked for it; " + failure.detail;
    return failure;
}

} // namespace

Failure engineError(std::optional<Row> row, const std::string& reason, std::string detail)
{
    Failure failure;
    failure.code = "ENGINE_ERROR";
    failure.row = row;
    failure.message = "The engine failed: " + reason;
    failure.detail = std::move(detail);
    return failure;
}

Failure failureOfCurrentException(std::optional<Row> row)
{
    try {
        throw;
    } catch (const c10::OutOfMemoryError& error) {
        return budgetFailure(row, firstLine(error.what_without_backtrace()));
    } catch (const c10::Error& error) {
        // what() would be several KB of addresses
        const std::string reason = error.what_without_backtrace();
        return engineError(row, firstLine(reason), reason);
    } catch (const std::bad_alloc& error) {
        return memoryFailure(row, error.what());
    } catch (const std::exception& error) {
        return engineError(row, firstLine(error.what()), error.what());
    } catch (...) {
        return engineError(row, "an exception of an unknown kind");
    }
}

} // namespace nanocap::torch_engine
