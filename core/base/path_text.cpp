// SPDX-License-Identifier: Apache-2.0
#include "core/base/path_text.h"

#include <QStringDecoder>

namespace nanocap {

namespace {

constexpr char16_t firstEscape = 0xDC80;
constexpr char16_t lastEscape = 0xDCFF;

/// Bytes of the UTF-8 letter at the beginning of `bytes`; 0 when there is none.
std::size_t letterLength(std::string_view bytes)
{
    const auto first = static_cast<unsigned char>(bytes.front());
    const std::size_t length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (length <= 1 || bytes.size() < length)
        return length == 1 ? 1 : 0;
    QStringDecoder decode(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString letter = decode(QByteArrayView(bytes.data(), qsizetype(length)));
    return decode.hasError() || letter.contains(QChar::ReplacementCharacter) ? 0 : length;
}

bool isEscape(const QString& text, qsizetype at)
{
    const char16_t unit = text[at].unicode();
    return unit >= firstEscape && unit <= lastEscape && (at == 0 || !text[at - 1].isHighSurrogate());
}

} // namespace

QString pathText(std::string_view bytes)
{
    QString text;
    while (!bytes.empty()) {
        std::size_t good = 0;
        while (good < bytes.size()) {
            // U+FFFD is a letter like any other where its own three bytes stand.
            const std::size_t length =
                bytes.substr(good, 3) == "\xEF\xBF\xBD" ? 3 : letterLength(bytes.substr(good));
            if (length == 0)
                break;
            good += length;
        }
        text += QString::fromUtf8(bytes.data(), qsizetype(good));
        bytes.remove_prefix(good);
        if (!bytes.empty()) {
            text += QChar(char16_t(0xDC00 + static_cast<unsigned char>(bytes.front())));
            bytes.remove_prefix(1);
        }
    }
    return text;
}

std::string pathBytes(const QString& path)
{
    std::string bytes;
    qsizetype from = 0;
    for (qsizetype at = 0; at < path.size(); ++at) {
        if (!isEscape(path, at))
            continue;
        bytes += path.mid(from, at - from).toStdString();
        bytes += static_cast<char>(path[at].unicode() - 0xDC00);
        from = at + 1;
    }
    return bytes + path.mid(from).toStdString();
}

QString pathOfAddress(const QUrl& address)
{
    if (!address.isLocalFile())
        return {};
    const QByteArray bytes = QByteArray::fromPercentEncoding(address.path(QUrl::FullyEncoded).toLatin1());
    return pathText({bytes.constData(), std::size_t(bytes.size())});
}

QString shownPath(const QString& path)
{
    QString shown;
    for (qsizetype at = 0; at < path.size(); ++at) {
        if (isEscape(path, at))
            shown += QLatin1String("\\x") + QString::number(path[at].unicode() - 0xDC00, 16).toUpper();
        else
            shown += path[at];
    }
    return shown;
}

QString shownPath(std::string_view bytes)
{
    return shownPath(pathText(bytes));
}

} // namespace nanocap
