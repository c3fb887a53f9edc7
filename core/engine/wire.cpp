// SPDX-License-Identifier: Apache-2.0
#include "core/engine/wire.h"

#include <limits>

namespace nanocap::engine::wire {

namespace {

void put(QDataStream& s, const std::string& text)
{
    s << QByteArray(text.data(), static_cast<int>(text.size()));
}
void get(QDataStream& s, std::string& text)
{
    QByteArray bytes;
    s >> bytes;
    text.assign(bytes.constData(), static_cast<std::size_t>(bytes.size()));
}
void put(QDataStream& s, Bytes bytes)
{
    s << static_cast<qint64>(bytes.count());
}
void get(QDataStream& s, Bytes& bytes)
{
    qint64 n = 0;
    s >> n;
    bytes = Bytes(n);
}
void put(QDataStream& s, std::int64_t n)
{
    s << static_cast<qint64>(n);
}
void get(QDataStream& s, std::int64_t& n)
{
    qint64 v = 0;
    s >> v;
    n = v;
}
void put(QDataStream& s, float v)
{
    s << static_cast<double>(v);
}
void get(QDataStream& s, float& v)
{
    double d = 0;
    s >> d;
    v = static_cast<float>(d);
}
void put(QDataStream& s, int v)
{
    s << static_cast<qint32>(v);
}
void get(QDataStream& s, int& v)
{
    qint32 n = 0;
    s >> n;
    v = n;
}

/// An enumeration travels as one byte and is refused when it is past its last value.
template <class E> void getEnum(QDataStream& s, E& value, E last)
{
    quint8 n = 0;
    s >> n;
    if (n > static_cast<quint8>(last))
        s.setStatus(QDataStream::ReadCorruptData);
    else
        value = static_cast<E>(n);
}
template <class E> void putEnum(QDataStream& s, E value)
{
    s << static_cast<quint8>(value);
}

void put(QDataStream& s, Row row)
{
    putEnum(s, row);
}
void get(QDataStream& s, Row& row)
{
    getEnum(s, row, Row::Cleanup);
}

void put(QDataStream& s, const Runtime& v);
void get(QDataStream& s, Runtime& v);

template <class T> void put(QDataStream& s, const std::optional<T>& v)
{
    s << v.has_value();
    if (v)
        put(s, *v);
}
template <class T> void get(QDataStream& s, std::optional<T>& v)
{
    bool there = false;
    s >> there;
    v.reset();
    if (!there)
        return;
    T value{};
    get(s, value);
    v = value;
}
template <class T> void put(QDataStream& s, const std::vector<T>& values)
{
    s << static_cast<quint32>(values.size());
    for (const T& v : values)
        put(s, v);
}
template <class T> void get(QDataStream& s, std::vector<T>& values)
{
    quint32 n = 0;
    s >> n;
    values.clear();
    for (quint32 i = 0; i < n && s.status() == QDataStream::Ok; ++i) {
        values.emplace_back();
        get(s, values.back());
    }
}

void put(QDataStream& s, const Runtime& v)
{
    put(s, v.library);
    put(s, v.encoder);
    put(s, v.decoder);
    put(s, v.instructionSets);
    s << static_cast<qint32>(v.threads);
}
void get(QDataStream& s, Runtime& v)
{
    get(s, v.library);
    get(s, v.encoder);
    get(s, v.decoder);
    get(s, v.instructionSets);
    qint32 threads = 0;
    s >> threads;
    v.threads = threads;
}

/// Arguments may be sentences themselves; deeper than this nobody writes them.
constexpr int deepest = 4;

void put(QDataStream& s, const Sentence& sentence)
{
    s << static_cast<quint32>(sentence.parts().size());
    for (const Sentence::Part& part : sentence.parts()) {
        put(s, part.context);
        put(s, part.pattern);
        s << static_cast<quint32>(part.arguments.size());
        for (const Sentence& argument : part.arguments)
            put(s, argument);
    }
}
void get(QDataStream& s, Sentence& sentence, int depth = 0)
{
    if (depth > deepest) {
        s.setStatus(QDataStream::ReadCorruptData);
        return;
    }
    quint32 count = 0;
    s >> count;
    std::vector<Sentence::Part> parts;
    for (quint32 i = 0; i < count && s.status() == QDataStream::Ok; ++i) {
        Sentence::Part& part = parts.emplace_back();
        get(s, part.context);
        get(s, part.pattern);
        quint32 arguments = 0;
        s >> arguments;
        for (quint32 n = 0; n < arguments && s.status() == QDataStream::Ok; ++n)
            get(s, part.arguments.emplace_back(), depth + 1);
    }
    sentence = Sentence(std::move(parts));
}

} // namespace

QDataStream& operator<<(QDataStream& s, const Hello& v)
{
    s << v.magic << v.version << v.pid;
    put(s, v.program);
    return s;
}
QDataStream& operator>>(QDataStream& s, Hello& v)
{
    s >> v.magic >> v.version >> v.pid;
    get(s, v.program);
    return s;
}

QDataStream& operator<<(QDataStream& s, const RunRow& v)
{
    putEnum(s, v.row);
    put(s, v.request.path);
    put(s, v.request.displayName);
    putEnum(s, v.request.precision);
    put(s, v.request.tensorBudget);
    return s << static_cast<qint32>(v.request.threads);
}
QDataStream& operator>>(QDataStream& s, RunRow& v)
{
    getEnum(s, v.row, Row::Cleanup);
    get(s, v.request.path);
    get(s, v.request.displayName);
    getEnum(s, v.request.precision, Precision::Int8);
    get(s, v.request.tensorBudget);
    get(s, v.request.threads);
    return s;
}

QDataStream& operator<<(QDataStream& s, const CaptionImage& v)
{
    return s << v.width << v.height << v.options.attention << qint32(v.options.exactWords) << v.pixels;
}
QDataStream& operator>>(QDataStream& s, CaptionImage& v)
{
    s >> v.width >> v.height >> v.options.attention;
    get(s, v.options.exactWords);
    s >> v.pixels;
    const bool sized = v.width > 0 && v.height > 0 && v.width <= 8192 && v.height <= 8192 &&
                       v.pixels.size() == qsizetype(v.width) * v.height * 3;
    if (!sized)
        s.setStatus(QDataStream::ReadCorruptData);
    return s;
}

QDataStream& operator<<(QDataStream& s, const ProgressNote& v)
{
    put(s, v.done);
    put(s, v.total);
    return s;
}
QDataStream& operator>>(QDataStream& s, ProgressNote& v)
{
    get(s, v.done);
    get(s, v.total);
    return s;
}

QDataStream& operator<<(QDataStream& s, const RowOutcome& v)
{
    put(s, v.message);
    put(s, v.tensorBytes);
    put(s, v.regained);
    put(s, v.rss);
    put(s, v.peakRss);
    put(s, v.baselineRss);
    put(s, v.runtime);
    put(s, v.notes);
    return s;
}
QDataStream& operator>>(QDataStream& s, RowOutcome& v)
{
    get(s, v.message);
    get(s, v.tensorBytes);
    get(s, v.regained);
    get(s, v.rss);
    get(s, v.peakRss);
    get(s, v.baselineRss);
    get(s, v.runtime);
    get(s, v.notes);
    return s;
}

QDataStream& operator<<(QDataStream& s, const Caption& v)
{
    put(s, v.text);
    put(s, v.words);
    put(s, v.tokens);
    put(s, v.probabilities);
    put(s, v.attention);
    return s << v.encodeMs << v.decodeMs;
}
QDataStream& operator>>(QDataStream& s, Caption& v)
{
    get(s, v.text);
    get(s, v.words);
    get(s, v.tokens);
    get(s, v.probabilities);
    get(s, v.attention);
    return s >> v.encodeMs >> v.decodeMs;
}

QDataStream& operator<<(QDataStream& s, const Failure& v)
{
    putEnum(s, v.failureClass);
    put(s, v.code);
    put(s, v.row);
    put(s, v.message);
    put(s, v.detail);
    put(s, v.subject);
    put(s, v.signal);
    put(s, v.required);
    put(s, v.available);
    return s;
}
QDataStream& operator>>(QDataStream& s, Failure& v)
{
    getEnum(s, v.failureClass, FailureClass::Cancelled);
    get(s, v.code);
    get(s, v.row);
    get(s, v.message);
    get(s, v.detail);
    get(s, v.subject);
    get(s, v.signal);
    get(s, v.required);
    get(s, v.available);
    return s;
}

} // namespace nanocap::engine::wire
