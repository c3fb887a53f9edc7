// SPDX-License-Identifier: Apache-2.0
// What a bench says beside what earlier ones said: ratios of medians, from kept `bench --json` files.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

#include <string>

namespace nanocap::ctl {

/// One object for every file of `folder` that a bench wrote, by name: "file", "precision", "threads",
/// "same_machine", and "ratios" of the figures both have (now / then: below 1 is quicker or smaller).
QJsonArray comparedWith(const std::string& folder, const QJsonObject& now);

/// The same as lines for a terminal; says so when the folder holds nothing to compare with.
QStringList comparisonLines(const QJsonArray& compared);

} // namespace nanocap::ctl
