// SPDX-License-Identifier: Apache-2.0
// LoadEvent: everything that happens in a load, as one value. The pipeline tells it to one listener, and the
// same value goes on through session, worker and service to the page that shows it. Plain values, any thread.
#pragma once

#include "core/load/load_report.h"

#include <functional>
#include <variant>

namespace nanocap::load {

/// CLASS knows what the load will take; nothing has been spent yet.
struct Planned
{
    Plan plan;
};
struct RowStarted
{
    Row row = Row::Class;
};
/// How far a row has come, in bytes of `total` (0 = unknown).
struct RowProgressed
{
    Row row = Row::Class;
    Bytes done, total;
};
/// Why a row is slow ("waiting for the disk: 4.0 MB/s"), after 5 s without progress; empty when it moves
/// again.
struct RowStalled
{
    Row row = Row::Class;
    Sentence why;
};
/// For all ten rows, those not reached too.
struct RowFinished
{
    RowReport report;
};
/// Exactly once in every load, also when it was refused, failed or cancelled.
struct Finished
{
    LoadReport report;
};

using LoadEvent = std::variant<Planned, RowStarted, RowProgressed, RowStalled, RowFinished, Finished>;
using LoadListener = std::function<void(const LoadEvent&)>;

/// Calls the one of `handlers` that takes what happened; an event nobody takes is passed over.
template <class... Handlers> void on(const LoadEvent& event, Handlers&&... handlers)
{
    struct All : std::decay_t<Handlers>...
    {
        using std::decay_t<Handlers>::operator()...;
    };
    All all{std::forward<Handlers>(handlers)...};
    std::visit(
        [&all]<class Event>(const Event& happened) {
            if constexpr (std::is_invocable_v<All&, const Event&>)
                all(happened);
        },
        event);
}

} // namespace nanocap::load
