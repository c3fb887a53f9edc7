// SPDX-License-Identifier: Apache-2.0
#include "ui/sheets/confidence_sheet.h"

#include "ui/text/caption_text.h"
#include "ui/text/local_text.h"

#include <QCoreApplication>

#include <cmath>

namespace nanocap::ui {

namespace {
struct ConfidenceSheet
{
    Q_DECLARE_TR_FUNCTIONS(ConfidenceSheet)
};
} // namespace

SheetContent confidenceSheet()
{
    SheetContent content;
    content.title = ConfidenceSheet::tr("How sure is the model?");
    content.body = ConfidenceSheet::tr("Tap a word to see where in the picture the model looked for it. "
                                       "Sure is not the same as right.");
    content.rows = {{hedgeText(Hedge::LooksLike), ConfidenceSheet::tr("70 % or more a word")},
                    {hedgeText(Hedge::Maybe), ConfidenceSheet::tr("37 to 70 %")},
                    {hedgeText(Hedge::NotSure), ConfidenceSheet::tr("less than 37 %")},
                    {ConfidenceSheet::tr("no line"), ConfidenceSheet::tr("75 % or more")},
                    {ConfidenceSheet::tr("broken line"), ConfidenceSheet::tr("50 to 75 %")},
                    {ConfidenceSheet::tr("thick line"), ConfidenceSheet::tr("less than 50 %")}};
    return content;
}

SheetContent pastCaptionSheet(const captions::PastCaption& past)
{
    const std::vector<ShownWord> words = shownWords(past.caption);
    SheetContent content;
    content.title =
        hedgeText(hedgeFor(captions::meanLogProbability(past.caption))) + QLatin1Char(' ') + shownText(words);
    content.body =
        agoText(captions::nowMs() - past.doneMs) + QStringLiteral(" \u00b7 ") + latencyText(past.latencyMs);
    for (const ShownWord& word : words)
        content.rows.emplace_back(
            word.text, QStringLiteral("%1 %").arg(std::lround(static_cast<double>(word.probability) * 100)));
    return content;
}

} // namespace nanocap::ui
