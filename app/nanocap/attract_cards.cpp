// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/attract_cards.h"

#include <cmath>

namespace nanocap::app {

namespace {

constexpr int side = 7;

ui::Gaze gazeAt(double x, double y, double width)
{
    ui::Gaze gaze{side, {}};
    for (int row = 0; row < side; ++row)
        for (int column = 0; column < side; ++column) {
            const double dx = (column + 0.5) / side - x, dy = (row + 0.5) / side - y;
            gaze.weights.push_back(float(std::exp(-(dx * dx + dy * dy) / (2 * width * width))));
        }
    return gaze;
}

ui::Gaze gazeAtRim()
{
    ui::Gaze gaze = gazeAt(0.5, 0.5, 0.3);
    for (float& weight : gaze.weights)
        weight = 1 - weight;
    return gaze;
}

} // namespace

std::vector<ui::Gaze> gazesOf(const QStringList& words, const sources::Card& card, const QString& language)
{
    const bool korean = language == QLatin1String("ko");
    const QString colour = sources::cardColourName(card.colour, language);
    const QStringList rim = korean ? QStringList{QStringLiteral("배경"), QStringLiteral("위에"), colour}
                                   : QStringList{QStringLiteral("on"), QStringLiteral("background"), colour};
    const auto pictures = int(card.pictures.size());
    std::vector<ui::Gaze> gazes;
    int picture = 0;       // that is named, or named next
    bool onGround = false; // in English the ground comes last, with an article of its own
    for (const QString& word : words) {
        if (rim.contains(word) || onGround || picture >= pictures) {
            onGround = !korean;
            gazes.push_back(gazeAtRim());
            continue;
        }
        const double x = (picture + 0.5) / pictures;
        gazes.push_back(gazeAt(x, 0.5, pictures > 1 ? 0.16 : 0.2));
        const auto& named = card.pictures[picture];
        if ((korean ? named.korean : named.english).split(u' ').last() == word)
            ++picture;
    }
    return gazes;
}

ui::AttractCard AttractCards::next(const QString& language)
{
    // In the middle of its time a card lies still but for its swaying.
    const auto time = sources::CardReel::cardTime * m_number++ + sources::CardReel::cardTime / 2;
    QImage picture;
    m_reel.draw(time, picture);
    const sources::Card card = m_reel.cardAt(time);
    const QStringList words = card.caption(language).split(u' ');
    return {picture, words, gazesOf(words, card, language)};
}

} // namespace nanocap::app
