// SPDX-License-Identifier: Apache-2.0
#include "ui/text/caption_text.h"

#include "ui/text/local_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace nanocap::ui {

namespace {
struct CaptionText
{
    Q_DECLARE_TR_FUNCTIONS(CaptionText)
};
constexpr float sureFrom = 0.75f, weakBelow = 0.5f;
} // namespace

Hedge hedgeFor(double mean)
{
    return mean >= -0.35 ? Hedge::LooksLike : mean >= -1.0 ? Hedge::Maybe : Hedge::NotSure;
}

QString hedgeText(Hedge hedge)
{
    switch (hedge) {
    case Hedge::LooksLike:
        return CaptionText::tr("Looks like");
    case Hedge::Maybe:
        return CaptionText::tr("Maybe");
    case Hedge::NotSure:
        return CaptionText::tr("Not sure");
    }
    return {};
}

Sureness surenessOf(float probability)
{
    return probability >= sureFrom    ? Sureness::Sure
           : probability >= weakBelow ? Sureness::Unsure
                                      : Sureness::Weak;
}

std::vector<ShownWord> shownWords(const engine::Caption& caption)
{
    std::vector<ShownWord> shown;
    for (std::size_t i = 0; i < caption.words.size(); ++i) {
        const std::string& word = caption.words[i];
        if (word == "<start>" || word == "<end>" || word == "<pad>")
            continue;
        const float probability = i < caption.probabilities.size() ? caption.probabilities[i] : 1.0f;
        shown.push_back({word == "<unk>" ? QStringLiteral("\u2026") : plain(word), surenessOf(probability),
                         probability, static_cast<int>(i)});
    }
    if (shown.empty() && !caption.text.empty())
        shown.push_back({plain(caption.text)});
    return shown;
}

QString agoText(qint64 milliseconds)
{
    const qint64 seconds = milliseconds / 1000;
    if (seconds < 10)
        return CaptionText::tr("just now");
    if (seconds < 60)
        return CaptionText::tr("%1 s ago").arg(seconds / 10 * 10);
    if (seconds < 3600)
        return CaptionText::tr("%1 min ago").arg(seconds / 60);
    return CaptionText::tr("%1 h ago").arg(seconds / 3600);
}

QString shownText(const std::vector<ShownWord>& words)
{
    QStringList parts;
    for (const ShownWord& word : words)
        parts << word.text;
    return parts.join(QLatin1Char(' '));
}

} // namespace nanocap::ui
