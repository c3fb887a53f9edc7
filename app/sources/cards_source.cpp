// SPDX-License-Identifier: Apache-2.0
#include "app/sources/cards_source.h"

#include "app/sources/card_deck.h"
#include "app/sources/card_painter.h"

namespace nanocap::sources {

CardsSource::CardsSource(const QString& uri, CardDeck deck, const SourceOptions& options, QObject* parent)
    : FrameSource(uri, options, parent),
      m_painter(new CardPainter(std::move(deck), options.cardSeed, mailbox()))
{
    m_thread.setObjectName(QStringLiteral("cards"));
    m_painter->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_painter, &QObject::deleteLater);
    m_thread.start(QThread::LowPriority);
}

CardsSource::~CardsSource()
{
    m_thread.quit();
    m_thread.wait();
}

void CardsSource::start()
{
    if (state() == SourceState::Starting || state() == SourceState::On)
        return;
    setState(SourceState::Starting, said("Sources", "The built-in cards are starting."));
    const quint64 epoch = mailbox()->epoch();
    QMetaObject::invokeMethod(m_painter, [painter = m_painter, epoch] { painter->start(epoch); });
}

void CardsSource::stop()
{
    if (state() == SourceState::Off)
        return;
    mailbox()->nextEpoch();
    QMetaObject::invokeMethod(m_painter, &CardPainter::stop);
    setState(SourceState::Off, said("Sources", "Paused."));
}

} // namespace nanocap::sources
