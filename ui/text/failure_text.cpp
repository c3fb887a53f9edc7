// SPDX-License-Identifier: Apache-2.0
#include "ui/text/failure_text.h"

#include "ui/text/failure_table.h"
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
        return FailureWords::tr("Load without the floor");
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
    case StepKind::SlowDisk:
        return FailureWords::tr("Check the storage card or disk.");
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
    default:
        return NextAction::None;
    }
}

const FailureEntry* entryFor(const std::string& code)
{
    for (const FailureEntry& entry : failureTable())
        if (code == entry.code)
            return &entry;
    return nullptr;
}

QString filled(const char* text, const Failure& failure)
{
    QString result = FailureWords::tr(text);
    const auto put = [&](const char* token, const QString& value) {
        result.replace(QLatin1String(token), value);
    };
    MaybeBytes shortBy;
    if (failure.required && failure.available)
        shortBy = std::max(*failure.required - *failure.available, Bytes());
    put("{required}", bytesText(failure.required));
    put("{available}", bytesText(failure.available));
    put("{short}", bytesText(shortBy));
    put("{row}", failure.row ? rowTitle(*failure.row) : FailureWords::tr("Captioning"));
    // Texts of the file come last: what they contain must not be taken for a token.
    if (result.contains(QLatin1String("{subject}")))
        return result.replace(QLatin1String("{subject}"),
                              failure.subject.empty() ? FailureWords::tr("a part") : plain(failure.subject));
    if (result.contains(QLatin1String("{message}")))
        return result.replace(QLatin1String("{message}"), plain(failure.message));
    return result.replace(QLatin1String("{detail}"), plain(failure.detail)).trimmed();
}

} // namespace

FailureText describe(const Failure& failure, const FailureContext& context)
{
    FailureText text;
    const FailureEntry* entry = entryFor(failure.code);
    if (!entry) {
        text.title = FailureWords::tr("It did not work: %1").arg(plain(failure.code));
        text.explanation = plain(failure.message);
        text.steps = {{stepText(StepKind::Retry), NextAction::Retry},
                      {stepText(StepKind::Report), NextAction::SaveReport}};
        return text;
    }
    text.title = filled(entry->title, failure);
    text.explanation = filled(entry->explanation, failure);
    if (failure.code == "MEMORY" && !(failure.required && failure.available)) {
        text.title = FailureWords::tr("Not enough memory");
        text.explanation = plain(failure.message);
    }
    if (context.modelNeed && (failure.code == "MEMORY" || failure.code == "TOO_LARGE"))
        text.explanation +=
            QLatin1Char(' ') +
            FailureWords::tr("The model itself needs about %1.").arg(bytesText(context.modelNeed));
    // A block refused inside the engine says nothing of what other programs use, nor of the floor.
    static constexpr std::array<StepKind, 4> afterRefusedBlock{StepKind::Retry, StepKind::LowerPrecision,
                                                               StepKind::ChooseAnother, StepKind::Report};
    const bool refusedBlock = failure.code == "MEMORY" && !(failure.required && failure.available);
    const bool unknown = failure.code == "MEMORY_UNKNOWN";
    for (StepKind kind : refusedBlock ? afterRefusedBlock : entry->steps) {
        if (kind == StepKind::End ||
            (kind == StepKind::WithoutFloor && !context.onlyTheFloorRefused && !unknown))
            continue;
        // Where only the floor is in the way, a smaller model helps nothing.
        if (kind == StepKind::LowerPrecision && context.onlyTheFloorRefused)
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
    if (text.steps.size() > 4)
        text.steps.resize(4);
    return text;
}

QString shortReason(const Failure& failure)
{
    const FailureEntry* entry = entryFor(failure.code);
    return entry ? filled(entry->title, failure) : plain(failure.message);
}

QStringList knownFailureCodes()
{
    QStringList codes;
    for (const FailureEntry& entry : failureTable())
        codes << QString::fromLatin1(entry.code);
    return codes;
}

} // namespace nanocap::ui
