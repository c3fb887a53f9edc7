// SPDX-License-Identifier: Apache-2.0
// CardDeck: the pictures of the built-in cards and their names, and which card comes when. Pictures are read
// when a card needs them, so the deck itself stays small.
#pragma once

#include "core/base/failure.h"

#include <QImage>
#include <QList>
#include <QString>

namespace nanocap::sources {

struct CardPicture
{
    QString file; ///< in the deck's folder
    QString english;
    QString korean;
};

/// One card: one or two pictures, left to right, on a plain colour.
struct Card
{
    QList<CardPicture> pictures;
    int colour = 0; ///< index of colourNames

    /// The caption a captioner that is right would say, in the grammar of the built-in models: "a fox and an
    /// apple on a blue background". `language` is "en" or "ko".
    QString caption(const QString& language) const;
};

class CardDeck
{
public:
    /// Reads cards.json in `folder`: [{"file", "noun_en", "noun_ko"}, …]. Fails as SOURCE when it is missing,
    /// is no such list, or is empty.
    static Result<CardDeck> read(const QString& folder);

    /// resources/cards beside the program (../share/nanocap/cards), else in the source tree it was built
    /// from.
    static QString builtInFolder();

    const QList<CardPicture>& pictures() const { return m_pictures; }
    /// The `number`-th card (from 0) for this seed. Every picture comes once before any comes again as the
    /// first one.
    Card card(quint32 seed, quint64 number) const;
    /// A picture of the card in ARGB32_Premultiplied; a plain disc where the file cannot be read.
    QImage picture(const CardPicture& picture) const;

private:
    QString m_folder;
    QList<CardPicture> m_pictures;
};

/// The eleven colours of the cards, in the order of Card::colour.
constexpr int colourCount = 11;
QColor cardColour(int colour);
QString cardColourName(int colour, const QString& language);

} // namespace nanocap::sources
