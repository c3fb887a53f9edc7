// SPDX-License-Identifier: Apache-2.0
#include "ui/text/failure_text.h"

#include "core/base/failure_codes.h"
#include "core/checkpoint/checkpoint.h"
#include "ui/text/failure_steps.h"
#include "ui/text/local_text.h"

#include <QCoreApplication>

namespace nanocap::ui {

namespace {

struct FailureWords
{
    Q_DECLARE_TR_FUNCTIONS(FailureText)
};

QString stepText(StepKind kind)
{
    switch (kind) {
    case StepKind::FreeMemory:
        return FailureWords::tr("Close other programs, then clean up and try again");
    case StepKind::ChooseAnother:
        return FailureWords::tr("Choose another model");
    case StepKind::WithoutFloor:
        return FailureWords::tr("Load without the floor\u2026");
    case StepKind::LowerPrecision:
        return FailureWords::tr("Try a smaller precision (FP16 or INT8)");
    case StepKind::CopyAgain:
        return FailureWords::tr("Copy the file again from where it came from.");
    case StepKind::SaveAgain:
        return FailureWords::tr("Save it again with torch.save of PyTorch 1.6 or newer.");
    case StepKind::AskTrainer:
        return FailureWords::tr("Ask whoever trained it for the training checkpoint.");
    case StepKind::OriginalFile:
        return FailureWords::tr("Use the file exactly as torch.save wrote it.");
    case StepKind::Retry:
        return FailureWords::tr("Try again");
    case StepKind::Readiness:
        return FailureWords::tr("Check this machine");
    case StepKind::InstallAgain:
        return FailureWords::tr("Install Nanocap again, all parts together.");
    case StepKind::Report:
        return FailureWords::tr("Save a report");
    case StepKind::ChangeSource:
        return FailureWords::tr("Choose another picture source");
    case StepKind::CheckCamera:
        return FailureWords::tr("Check the cable; close programs that use the camera.");
    case StepKind::OtherPicture:
        return FailureWords::tr("Use a PNG or JPEG picture.");
    case StepKind::DoNotTrust:
        return FailureWords::tr("Do not use this file if you do not know where it came from.");
    case StepKind::UpdateList:
        return FailureWords::tr("Look whether its folder is there and can be read.");
    case StepKind::CorrectList:
        return FailureWords::tr("Correct models.json, or remove it.");
    case StepKind::ReadHelp:
        return FailureWords::tr("nanocap --help shows what may be written.");
    case StepKind::SlowDisk:
        return FailureWords::tr("Check the storage card or disk.");
    case StepKind::WaitForMemory:
        return FailureWords::tr("Load it by itself when memory is free");
    case StepKind::LoadFitting: // names the model
    case StepKind::End:
        break;
    }
    return {};
}

NextAction stepAction(StepKind kind)
{
    switch (kind) {
    case StepKind::FreeMemory:
    case StepKind::Retry:
        return NextAction::Retry;
    case StepKind::ChooseAnother:
        return NextAction::OpenMenu;
    case StepKind::WithoutFloor:
        return NextAction::RetryWithoutFloor;
    case StepKind::LowerPrecision:
        return NextAction::OpenPlan;
    case StepKind::Readiness:
        return NextAction::OpenReadiness;
    case StepKind::Report:
        return NextAction::SaveReport;
    case StepKind::ChangeSource:
        return NextAction::ChangeSource;
    case StepKind::LoadFitting:
        return NextAction::LoadFitting;
    case StepKind::WaitForMemory:
        return NextAction::WaitForMemory;
    default:
        return NextAction::None;
    }
}

/// The code's steps, but where the single case asks for others.
Steps stepsOf(const Failure& failure)
{
    // A block refused inside the engine says nothing of what other programs use, nor of the floor.
    if (failure.code == "MEMORY" && !(failure.required && failure.available))
        return {StepKind::Retry, StepKind::LowerPrecision, StepKind::ChooseAnother, StepKind::Report};
    // Nobody has to train or save anything again: the file only has to be fetched.
    if (failure.subject == checkpoint::gitLfsSubject)
        return {StepKind::Retry, StepKind::ChooseAnother};
    return stepsFor(failure.code);
}

} // namespace

bool isPermitted(NextAction action, const Rights& rights)
{
    switch (action) {
    case NextAction::None:
    case NextAction::Retry:
    case NextAction::ReloadPrevious:
        return true;
    case NextAction::OpenMenu:
    case NextAction::LoadFitting:
    case NextAction::WaitForMemory:
        return rights.menu;
    case NextAction::ChangeSource:
        return rights.source;
    case NextAction::RetryWithoutFloor:
    case NextAction::OpenPlan:
    case NextAction::OpenReadiness:
    case NextAction::SaveReport:
        break;
    }
    return rights.operate;
}

FailureText describe(const Failure& failure, const FailureContext& context)
{
    FailureText text;
    text.title = localText(titleOf(failure));
    text.explanation = localText(failure.message);
    if (failure.code == "MEMORY" && context.onlyTheFloorRefused && context.floor)
        text.explanation.prepend(
            FailureWords::tr("This device keeps %1 free for safety.").arg(bytesText(context.floor)) +
            QLatin1Char(' '));
    const bool unknown = failure.code == "MEMORY_UNKNOWN";
    for (StepKind kind : stepsOf(failure)) {
        if (kind == StepKind::End ||
            (kind == StepKind::WithoutFloor && !context.onlyTheFloorRefused && !unknown))
            continue;
        const QString fitting = localText(context.fitting);
        if (kind == StepKind::LoadFitting) {
            if (!fitting.isEmpty())
                text.steps.push_back(
                    {FailureWords::tr("Load %1 instead: it fits now").arg(fitting), NextAction::LoadFitting});
            continue;
        }
        // Where only the floor is in the way, or little of the need is weights, a smaller precision helps
        // nothing.
        if (kind == StepKind::LowerPrecision &&
            (context.onlyTheFloorRefused || !context.smallerPrecisionHelps))
            continue;
        const bool named = kind == StepKind::FreeMemory && !context.closable.isEmpty();
        text.steps.push_back(
            {named ? FailureWords::tr("Close %1, then clean up and try again").arg(context.closable)
                   : stepText(kind),
             stepAction(kind)});
    }
    if (const QString previous = localText(context.previous); !previous.isEmpty()) {
        const auto at = text.steps.begin() + std::min<std::ptrdiff_t>(2, std::ssize(text.steps));
        text.steps.insert(at, {FailureWords::tr("Load %1 again").arg(previous), NextAction::ReloadPrevious});
    }
    if (text.steps.size() > 5)
        text.steps.resize(5);
    return text;
}

QString shortReason(const Failure& failure)
{
    return localText(titleOf(failure));
}

} // namespace nanocap::ui
