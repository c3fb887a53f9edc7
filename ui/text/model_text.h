// SPDX-License-Identifier: Apache-2.0
// What card and plan page say of a model in plain words: its language, what it needs, how it went last time,
// and why it cannot be loaded now.
#pragma once

#include "core/catalog/catalog.h"

#include <QDate>
#include <QString>

#include <optional>

namespace nanocap::ui {

/// "English", "Korean"; empty where the model does not say.
QString modelLanguage(const catalog::ModelCard& card);
/// "needs 130 MB   free 1874 MB": the model's own need, not the floor's; "unknown" where it is not known yet.
QString needText(const std::optional<load::Plan>& plan, const MaybeBytes& available);
/// How the newest load on this device went: "worked yesterday", "died in step Weights", "not tried here yet".
/// `today` as the board's clock believes it.
QString lastTimeText(const catalog::ModelCard& card, const std::optional<load::Plan>& plan,
                     const QDate& today = QDate::currentDate());
/// What stands in the way now, in a few words, or what there is to know first; empty = nothing does.
QString obstacleText(const catalog::ModelCard& card, const std::optional<load::Plan>& plan);

} // namespace nanocap::ui
