// SPDX-License-Identifier: Apache-2.0
// CardsSource: the built-in demonstration for a device without a camera, drawn in a thread of its own at 30
// frames a second. Stopping pauses it; starting goes on where it was.
#pragma once

#include "app/sources/frame_source.h"

#include <QThread>

namespace nanocap::sources {

class CardDeck;
class CardPainter;

class CardsSource : public FrameSource
{
    Q_OBJECT
public:
    CardsSource(const QString& uri, CardDeck deck, const SourceOptions& options, QObject* parent = nullptr);
    ~CardsSource() override;

    void start() override;
    void stop() override;

private:
    QThread m_thread;
    CardPainter* m_painter; ///< lives in m_thread
};

} // namespace nanocap::sources
