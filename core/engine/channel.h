// SPDX-License-Identifier: Apache-2.0
// Channel: sends and receives whole wire messages over a connected socket, blocking with a time limit. Both
// ends use it. One thread at a time; no event loop is needed or run.
#pragma once

#include "core/engine/wire.h"

#include <QLocalSocket>

#include <chrono>

namespace nanocap::engine {

class Channel
{
public:
    /// Takes ownership of the descriptor.
    explicit Channel(int socketDescriptor);

    enum class State { Message, Timeout, Closed, Corrupt };
    struct Received
    {
        State state = State::Timeout;
        wire::Message message;
    };

    /// Waits at most `limit` for a message.
    Received receive(std::chrono::milliseconds limit);
    /// Writes a message whole. `keepGoing` is asked every 20 ms while the peer does not read; false when it
    /// says no or the peer is gone.
    bool send(wire::Kind kind, const QByteArray& body, const std::function<bool()>& keepGoing = {});
    template <class T> bool send(wire::Kind kind, const T& value) { return send(kind, wire::encode(value)); }

    bool isOpen() const;
    void close();

private:
    QLocalSocket m_socket;
    QByteArray m_buffer;
};

} // namespace nanocap::engine
