// SPDX-License-Identifier: Apache-2.0
// CardReel: the moving demonstration as a function of time. A card slides or turns into view, sways for about
// five seconds under changing light and gives way to the next. The same deck, seed and time give the same
// picture. Any one thread.
#pragma once

#include "app/sources/card_deck.h"

#include <QImage>
#include <QSize>

#include <chrono>
#include <optional>

class QPainter;

namespace nanocap::sources {

class CardReel
{
public:
    static constexpr QSize frameSize{640, 480};
    static constexpr std::chrono::milliseconds cardTime{5800}; ///< from one card's coming to the next one's
    static constexpr std::chrono::milliseconds transitionTime{800}; ///< of which it comes

    /// Number of the card that lies still at `time`, counted from 0; while one comes, still the one before.
    static quint64 cardInView(std::chrono::milliseconds time);

    CardReel(CardDeck deck, quint32 seed);

    /// The picture at `time` since the beginning, drawn over `frame`, which becomes 640x480 RGB32 if it is
    /// not.
    void draw(std::chrono::milliseconds time, QImage& frame);
    /// The card in view at `time`; while two are, the coming one.
    Card cardAt(std::chrono::milliseconds time) const;

private:
    struct Face
    {
        quint64 number;
        QImage image;
    };

    const QImage& face(quint64 number);
    QImage drawFace(const Card& card) const;
    void drawCard(QPainter& painter, quint64 number, double coming, double leaving, double seconds);
    void drawLight(QPainter& painter, double seconds) const;

    CardDeck m_deck;
    quint32 m_seed;
    std::optional<Face> m_faces[2]; ///< the card in view and the one before it
    QImage m_table;
    QImage m_light;
};

} // namespace nanocap::sources
