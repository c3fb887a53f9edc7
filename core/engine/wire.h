// SPDX-License-Identifier: Apache-2.0
// The whole contract between EngineProcess and nanocap-engine.
//
// One stream socket (a socketpair; the number of the engine's descriptor is its only argument). Every message
// is
//     quint32 size of what follows, big-endian | quint8 kind | body as QDataStream (Qt_6_0) writes it
// Conversation, strictly one request at a time:
//     engine:  Hello {magic, version, pid, program version}           once, first
//     caller:  RunRow {row, request}  -> Progress* then Outcome or Failed
//              CaptionImage {image, options} -> Progress* then Captioned or Failed
//              CleanUp {}             -> Outcome or Failed
// The caller ends the engine by closing the socket (the engine leaves at end of file) or by a signal. An
// engine whose version differs is refused as ENGINE_VERSION. Optional figures are a bool followed by the
// value when true.
#pragma once

#include "core/engine/engine.h"

#include <QByteArray>
#include <QDataStream>
#include <QIODevice>

namespace nanocap::engine::wire {

inline constexpr quint32 magic = 0x4e434150; // "NCAP"
inline constexpr quint16 version = 3;
inline constexpr quint32 largestMessage = 256u << 20; ///< 8192 x 8192 x 3 and a little

enum class Kind : quint8 { Hello = 1, RunRow, CaptionImage, CleanUp, Progress, Outcome, Captioned, Failed };

struct Hello
{
    quint32 magic = wire::magic;
    quint16 version = wire::version;
    qint64 pid = 0;
    std::string program;
};
struct RunRow
{
    Row row = Row::Class;
    LoadRequest request;
};
/// Pixels are packed RGB with stride 3 * width.
struct CaptionImage
{
    qint32 width = 0, height = 0;
    QByteArray pixels;
    CaptionOptions options;
};
struct ProgressNote
{
    Bytes done, total;
};

struct Message
{
    Kind kind = Kind::Hello;
    QByteArray body;
};

// Bodies. Reading sets the stream's status when the bytes do not fit; sizes are checked before allocating.
QDataStream& operator<<(QDataStream&, const Hello&);
QDataStream& operator>>(QDataStream&, Hello&);
QDataStream& operator<<(QDataStream&, const RunRow&);
QDataStream& operator>>(QDataStream&, RunRow&);
QDataStream& operator<<(QDataStream&, const CaptionImage&);
QDataStream& operator>>(QDataStream&, CaptionImage&);
QDataStream& operator<<(QDataStream&, const ProgressNote&);
QDataStream& operator>>(QDataStream&, ProgressNote&);
QDataStream& operator<<(QDataStream&, const RowOutcome&);
QDataStream& operator>>(QDataStream&, RowOutcome&);
QDataStream& operator<<(QDataStream&, const Caption&);
QDataStream& operator>>(QDataStream&, Caption&);
QDataStream& operator<<(QDataStream&, const Failure&);
QDataStream& operator>>(QDataStream&, Failure&);

template <class T> QByteArray encode(const T& value)
{
    QByteArray body;
    QDataStream stream(&body, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_0);
    stream << value;
    return body;
}

/// Empty when the body is not exactly one T.
template <class T> std::optional<T> decode(const QByteArray& body)
{
    QDataStream stream(body);
    stream.setVersion(QDataStream::Qt_6_0);
    T value{};
    stream >> value;
    if (stream.status() != QDataStream::Ok || !stream.atEnd())
        return std::nullopt;
    return value;
}

} // namespace nanocap::engine::wire
