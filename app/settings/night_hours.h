// SPDX-License-Identifier: Apache-2.0
// NightHours: hours of the clock on the wall. A plain value, any thread.
#pragma once

#include <QString>
#include <QTime>

#include <optional>

namespace nanocap::app {

/// From hour to hour, "22-7"; may go over midnight.
struct NightHours
{
    int from = 0, to = 0; ///< 0 … 23; the hour `to` is day again

    /// Empty for "" (no night) and for what is no pair of two different hours.
    static std::optional<NightHours> parse(const QString& text);
    bool contains(const QTime& time) const;
};

/// Of the setting: two hours, or nothing at all.
bool isNightHours(const QString& text);

} // namespace nanocap::app
