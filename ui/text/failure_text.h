// SPDX-License-Identifier: Apache-2.0
// What the failure page says: for every code a title, an explanation with its numbers and what to do now, in
// the window's language. The English sentences agree in sense with Failure::message, which reports carry.
#pragma once

#include "core/base/failure.h"
#include "core/catalog/catalog.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace nanocap::ui {

/// What a next step does when tapped; None = advice only.
enum class NextAction {
    None,
    Retry,
    RetryWithoutFloor,
    OpenMenu,
    OpenPlan,
    ReloadPrevious,
    OpenReadiness,
    SaveReport,
    ChangeSource
};

struct NextStep
{
    QString text;
    NextAction action = NextAction::None;
};

/// What the page knows beside the failure itself.
struct FailureContext
{
    catalog::LocalText model{};       ///< what people call it; empty = the failure is not of a model
    std::string path{};               ///< of its file
    catalog::LocalText previous{};    ///< the model that was loaded before; empty = none to go back to
    bool onlyTheFloorRefused = false; ///< loading without the floor is offered
    bool whileCaptioning = false;     ///< the model had been loaded
    MaybeBytes modelNeed{};           ///< what the model itself takes, floor and reserve aside
    QString closable{}; ///< the largest program that may be closed: "chromium (612 MB)"; may be empty
};

struct FailureText
{
    QString title;               ///< short enough for one line at 800 px
    QString explanation;         ///< one to three sentences
    std::vector<NextStep> steps; ///< best first, at most four
};

FailureText describe(const Failure& failure, const FailureContext& context = {});
/// One plain sentence, for the model card.
QString shortReason(const Failure& failure);
/// Every code with a text of its own; any other code gets a general text that shows Failure::message.
QStringList knownFailureCodes();

} // namespace nanocap::ui
