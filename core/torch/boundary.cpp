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

Failure memoryFailure(std::optional<Row> row, Sentence message, std::string detail)
{
    Failure failure = makeFailure("MEMORY", std::move(message), std::move(detail));
    failure.row = row;
    return failure;
}

Failure budgetFailure(std::optional<Row> row, std::string detail)
{
    const Refusal refusal = budget_allocator::lastRefusal();
    const Bytes required = refusal.used + refusal.asked;
    const bool overBudget = refusal.budget > Bytes() && required > refusal.budget;
    Failure failure = memoryFailure(
        row,
        overBudget ? said("Engine", "Not enough memory: the model's tensors need %1, the engine may use %2.")
                         .with({toText(required), toText(refusal.budget)})
                   : said("Engine", "Not enough memory: a block of %1 bytes was refused with %2 in use.")
                         .with({std::to_string(refusal.asked.count()), toText(refusal.used)}),
        std::move(detail));
    failure.required = required;
    if (overBudget)
        failure.available = refusal.budget;
    if (refusal.armed)
        failure.detail = "refused because a test asked for it; " + failure.detail;
    return failure;
}

} // namespace

Failure engineError(std::optional<Row> row, const std::string& reason, std::string detail)
{
    Failure failure = makeFailure("ENGINE_ERROR", said("Engine", "The engine failed: %1").with({reason}),
                                  std::move(detail));
    failure.row = row;
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
        return memoryFailure(row, said("Engine", "Not enough memory: an allocation was refused."),
                             error.what());
    } catch (const std::exception& error) {
        return engineError(row, firstLine(error.what()), error.what());
    } catch (...) {
        return engineError(row, "an exception of an unknown kind");
    }
}

} // namespace nanocap::torch_engine
