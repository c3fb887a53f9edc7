// SPDX-License-Identifier: Apache-2.0
// AttractCards: the built-in cards as the attract view shows them, each with its right caption and where a
// captioner would look at each word. Made without an engine: nothing that is shown costs what a caption
// costs.
#pragma once

#include "app/sources/card_reel.h"
#include "ui/widgets/attract_view.h"

namespace nanocap::app {

/// The gazes of a caption over a card of `pictures` pictures side by side: at the picture whose noun a word
/// is, at the rim for the colour and the background, else at the picture that is named next. 7 x 7, as the
/// models' attention.
std::vector<ui::Gaze> gazesOf(const QStringList& words, const sources::Card& card, const QString& language);

class AttractCards
{
public:
    AttractCards(sources::CardDeck deck, quint32 seed) : m_reel(std::move(deck), seed) {}
    /// One after another, without end. `language`: "en" or "ko".
    ui::AttractCard next(const QString& language);

private:
    sources::CardReel m_reel;
    qint64 m_number = 0;
};

} // namespace nanocap::app
