// SPDX-License-Identifier: Apache-2.0
#include "core/engine/channel.h"

#include <QElapsedTimer>
#include <QtEndian>

namespace nanocap::engine {

using namespace std::chrono_literals;

Channel::Channel(int socketDescriptor)
{
    m_socket.setSocketDescriptor(socketDescriptor, QLocalSocket::ConnectedState, QIODevice::ReadWrite);
}

Channel::Received Channel::receive(std::chrono::milliseconds limit)
{
    QElapsedTimer timer;
    timer.start();
    constexpr qsizetype header = 4;
    while (true) {
        m_buffer += m_socket.readAll();
        if (m_buffer.size() >= header) {
            const auto size = qFromBigEndian<quint32>(m_buffer.constData());
            if (size < 1 || size > wire::largestMessage)
                return {State::Corrupt, {}};
            if (m_buffer.size() >= header + qsizetype(size)) {
                Received received{State::Message, {}};
                received.message.kind = static_cast<wire::Kind>(m_buffer.at(header));
                received.message.body = m_buffer.mid(header + 1, size - 1);
                m_buffer.remove(0, header + qsizetype(size));
                return received;
            }
        }
        if (!isOpen())
            return {State::Closed, {}};
        const auto left = limit - std::chrono::milliseconds(timer.elapsed());
        if (left <= 0ms)
            return {State::Timeout, {}};
        m_socket.waitForReadyRead(static_cast<int>(left.count()));
    }
}

bool Channel::send(wire::Kind kind, const QByteArray& body, const std::function<bool()>& keepGoing)
{
    QByteArray header(5, Qt::Uninitialized);
    qToBigEndian<quint32>(quint32(body.size()) + 1, header.data());
    header[4] = static_cast<char>(kind);
    if (!isOpen() || m_socket.write(header) != header.size() || m_socket.write(body) != body.size())
        return false;
    while (m_socket.bytesToWrite() > 0) {
        if (!m_socket.waitForBytesWritten(20) && !isOpen())
            return false;
        if (m_socket.bytesToWrite() > 0 && keepGoing && !keepGoing())
            return false;
    }
    return isOpen();
}

bool Channel::isOpen() const
{
    return m_socket.state() == QLocalSocket::ConnectedState;
}

void Channel::close()
{
    m_socket.abort();
}

} // namespace nanocap::engine
