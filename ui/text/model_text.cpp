// SPDX-License-Identifier: Apache-2.0
#include "ui/text/model_text.h"

#include "ui/text/failure_text.h"
#include "ui/text/local_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace nanocap::ui {

namespace {

struct ModelText
{
    Q_DECLARE_TR_FUNCTIONS(ModelText)
};

QString dayText(const std::string& isoDate, const QDate& today)
{
    const QDate day = QDateTime::fromString(QString::fromStdString(isoDate), Qt::ISODate).date();
    if (!day.isValid())
        return ModelText::tr("before");
    if (day == today)
        return ModelText::tr("today");
    if (day.addDays(1) == today)
        return ModelText::tr("yesterday");
    //: A day as this language writes it, in the notation of QDate::toString().
    return ModelText::tr("on %1").arg(
        QLocale(language()).toString(day, ModelText::tr("d MMM yyyy", "date format")));
}

} // namespace

QString modelLanguage(const catalog::ModelCard& card)
{
    if (card.language == "en")
        return ModelText::tr("English");
    if (card.language == "ko")
        return ModelText::tr("Korean");
    return {};
}

QString needText(const std::optional<load::Plan>& plan, const MaybeBytes& available)
{
    return ModelText::tr("needs %1   free %2")
        .arg(bytesText(plan ? MaybeBytes(plan->need.total) : std::nullopt), bytesText(available));
}

QString lastTimeText(const catalog::ModelCard& card, const std::optional<load::Plan>& plan,
                     const QDate& today)
{
    if (card.quarantine == "use")
        return ModelText::tr("died while it was in use");
    if (!card.quarantine.empty()) {
        const std::optional<Row> row = rowFromCode(card.quarantine);
        return ModelText::tr("died in step %1").arg(row ? rowTitle(*row) : plain(card.quarantine));
    }
    if (!plan || plan->history.empty())
        return plan ? ModelText::tr("not tried here yet") : QString();
    const load::PastLoad& last = plan->history.front();
    const QString day = dayText(last.date, today);
    if (last.outcome == "done")
        return last.diedOf.empty() ? ModelText::tr("worked %1").arg(day)
                                   : ModelText::tr("worked %1, then its engine died").arg(day);
    if (last.outcome == load::selfTestFailed)
        return ModelText::tr("worked %1, its self-test did not").arg(day);
    if (last.outcome == "CANCELLED")
        return ModelText::tr("stopped %1").arg(day);
    if (!load::isModelsFault(last))
        return ModelText::tr("too little memory %1").arg(day);
    if (last.row)
        return ModelText::tr("died in step %1").arg(rowTitle(*last.row));
    return ModelText::tr("did not work %1").arg(day);
}

QString obstacleText(const catalog::ModelCard& card, const std::optional<load::Plan>& plan)
{
    if (card.problem)
        return shortReason(*card.problem);
    if (!card.quarantine.empty() || !plan)
        return {};
    const MaybeBytes& available = plan->reading.available;
    switch (plan->fit) {
    case load::Fit::Fits:
        return {};
    case load::Fit::Tight:
        return ModelText::tr("it may be slow");
    case load::Fit::No:
        return load::modelItselfFits(*plan)
                   ? ModelText::tr("%1 stay free for safety").arg(bytesText(plan->floor.minimum))
                   : ModelText::tr("%1 short").arg(bytesText(plan->required - available.value_or(Bytes())));
    case load::Fit::Unknown:
        break;
    }
    return ModelText::tr("free memory is unknown");
}

} // namespace nanocap::ui
