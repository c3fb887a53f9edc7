// SPDX-License-Identifier: Apache-2.0
#include "app/sources/card_painter.h"

namespace nanocap::sources {

CardPainter::CardPainter(CardDeck deck, quint32 seed, std::shared_ptr<FrameMailbox> mailbox)
    : m_reel(std::move(deck), seed), m_mailbox(std::move(mailbox)), m_timer(this)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(std::chrono::milliseconds(33));
    connect(&m_timer, &QTimer::timeout, this, &CardPainter::drawNext);
}

void CardPainter::start(quint64 epoch)
{
    m_epoch = epoch;
    m_clock.start();
    m_timer.start();
    drawNext();
}

void CardPainter::stop()
{
    m_timer.stop();
    if (m_clock.isValid())
        m_shown += std::chrono::milliseconds(m_clock.elapsed());
    m_clock.invalidate();
}

QImage& CardPainter::freeFrame()
{
    for (QImage& frame : m_frames) {
        if (frame.isNull() || frame.isDetached())
            return frame;
    }
    m_frames.front() = QImage();
    return m_frames.front();
}

void CardPainter::drawNext()
{
    QImage& frame = freeFrame();
    const auto time = m_shown + std::chrono::milliseconds(m_clock.elapsed());
    m_reel.draw(time, frame);
    m_mailbox->post(frame, m_epoch, {{}, CardReel::cardInView(time)});
}

} // namespace nanocap::sources
