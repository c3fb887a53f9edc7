// SPDX-License-Identifier: Apache-2.0
// What the failure page says, in the window's language: the code's title and the failure's own sentence, both
// from core, and what can be done now, which is the window's own.
#pragma once

#include "core/base/failure.h"
#include "core/catalog/catalog.h"
#include "ui/rights.h"

#include <QString>

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
    ChangeSource,
    LoadFitting,  ///< the other model that fits now
    WaitForMemory ///< load by itself when memory is free
};

struct NextStep
{
    QString text;
    NextAction action = NextAction::None;
};

/// What the page knows beside the failure itself.
struct FailureContext
{
    catalog::LocalText model{};        ///< what people call it; empty = the failure is not of a model
    std::string path{};                ///< of its file
    catalog::LocalText previous{};     ///< the model that was loaded before; empty = none to go back to
    bool onlyTheFloorRefused = false;  ///< loading without the floor is offered
    bool smallerPrecisionHelps = true; ///< FP16 or INT8 would save what is missing
    bool whileCaptioning = false;      ///< the model had been loaded
    MaybeBytes floor{};                ///< of the load, named where it alone refused
    catalog::LocalText fitting{};      ///< another model that would fit now; empty = there is none
    QString closable{}; ///< the largest program that may be closed: "chromium (612 MB)"; may be empty
};

struct FailureText
{
    QString title;               ///< short enough for one line at 800 px
    QString explanation;         ///< one to three sentences
    std::vector<NextStep> steps; ///< best first, at most five
};

/// Whether a step is offered to whoever has these rights.
bool isPermitted(NextAction action, const Rights& rights);
FailureText describe(const Failure& failure, const FailureContext& context = {});
/// The title alone, for the model card.
QString shortReason(const Failure& failure);

} // namespace nanocap::ui
