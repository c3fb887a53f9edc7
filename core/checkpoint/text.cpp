// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/text.h"

namespace nanocap::checkpoint {

namespace {

/// Length of the well-formed character at the start of `s` (0: none) and its code point.
std::size_t characterAt(std::string_view s, char32_t& point, bool surrogates = false)
{
    const auto byte = [&s](std::size_t i) { return static_cast<unsigned char>(s[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) {
        point = lead;
        return 1;
    }
    const std::size_t length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || s.size() < length)
        return 0;
    point = lead & (0xff >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0) != 0x80)
            return 0;
        point = (point << 6) | (byte(i) & 0x3f);
    }
    const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
    const bool surrogate = !surrogates && point >= 0xd800 && point <= 0xdfff;
    return overlong || surrogate || point > 0x10ffff ? 0 : length;
}

bool isControl(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool isWellFormed(std::string_view text, bool surrogates)
{
    std::size_t at = 0;
    char32_t point = 0;
    while (at < text.size()) {
        const std::size_t length = characterAt(text.substr(at), point, surrogates);
        if (length == 0)
            return false;
        at += length;
    }
    return true;
}

} // namespace

bool isUtf8(std::string_view text)
{
    return isWellFormed(text, false);
}

bool isPythonText(std::string_view text)
{
    return isWellFormed(text, true);
}

std::string displayable(std::string_view text, std::size_t cap)
{
    std::string shown;
    std::size_t at = 0;
    char32_t point = 0;
    while (at < text.size()) {
        const std::size_t length = characterAt(text.substr(at), point);
        const std::string_view piece = length == 0 ? std::string_view("?") : text.substr(at, length);
        at += length == 0 ? 1 : length;
        if (length != 0 && isControl(point))
            continue;
        if (shown.size() + piece.size() > cap)
            break;
        shown += piece;
    }
    return shown;
}

} // namespace nanocap::checkpoint
