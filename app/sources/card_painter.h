// SPDX-License-Identifier: Apache-2.0
// CardPainter: draws the card reel by the clock and leaves the frames in a mailbox. Lives in the drawing
// thread of CardsSource.
#pragma once

#include "app/sources/card_reel.h"
#include "app/sources/frame_mailbox.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <array>
#include <memory>

namespace nanocap::sources {

class CardPainter : public QObject
{
public:
    CardPainter(CardDeck deck, quint32 seed, std::shared_ptr<FrameMailbox> mailbox);

    void start(quint64 epoch);
    void stop();

private:
    void drawNext();
    QImage& freeFrame();

    CardReel m_reel;
    std::shared_ptr<FrameMailbox> m_mailbox;
    QTimer m_timer;
    QElapsedTimer m_clock;
    std::chrono::milliseconds m_shown{0}; ///< time of the reel before the clock was started
    quint64 m_epoch = 0;
    std::array<QImage, 4> m_frames; ///< drawn over again once nobody else holds them
};

} // namespace nanocap::sources
