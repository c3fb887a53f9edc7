// SPDX-License-Identifier: Apache-2.0
#include "core/journal/line_format.h"

namespace nanocap::journal {

namespace {

constexpr std::size_t longestValue = 1024;

void appendEscaped(std::string& line, std::string_view value)
{
    constexpr char digits[] = "0123456789ABCDEF";
    for (const char letter : value.substr(0, longestValue)) {
        const auto byte = static_cast<unsigned char>(letter);
        if (byte <= ' ' || byte == '%' || byte == '=' || byte == 0x7f) {
            line += '%';
            line += digits[byte >> 4];
            line += digits[byte & 15];
        } else {
            line += letter;
        }
    }
}

int digitValue(char letter)
{
    if (letter >= '0' && letter <= '9')
        return letter - '0';
    return letter >= 'A' && letter <= 'F' ? letter - 'A' + 10 : -1;
}

std::optional<std::string> unescaped(std::string_view text)
{
    std::string value;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte < ' ')
            return std::nullopt;
        if (text[i] != '%') {
            value += text[i];
            continue;
        }
        if (i + 2 >= text.size())
            return std::nullopt;
        const int high = digitValue(text[i + 1]), low = digitValue(text[i + 2]);
        if (high < 0 || low < 0)
            return std::nullopt;
        value += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return value;
}

} // namespace

std::string formatLine(const Entry& entry)
{
    std::string line;
    appendEscaped(line, entry.event.empty() ? "note" : std::string_view(entry.event));
    for (const auto& [key, value] : entry.fields) {
        line += ' ';
        appendEscaped(line, key);
        line += '=';
        appendEscaped(line, value);
    }
    return line;
}

std::optional<Entry> parseLine(std::string_view line)
{
    Entry entry;
    bool first = true;
    while (!line.empty()) {
        const std::size_t blank = line.find(' ');
        const std::string_view word = line.substr(0, blank);
        line.remove_prefix(blank == std::string_view::npos ? line.size() : blank + 1);
        if (word.empty())
            return std::nullopt;
        const std::size_t equals = word.find('=');
        if (first != (equals == std::string_view::npos))
            return std::nullopt;
        const auto name = unescaped(word.substr(0, equals));
        const auto value = unescaped(first ? std::string_view() : word.substr(equals + 1));
        if (!name || name->empty() || !value)
            return std::nullopt;
        if (first)
            entry.event = *name;
        else
            entry.fields.emplace_back(*name, *value);
        first = false;
    }
    return first ? std::nullopt : std::optional(std::move(entry));
}

std::string Entry::toText() const
{
    std::string line = event;
    for (const auto& [key, value] : fields)
        line += ' ' + key + '=' + value;
    return line;
}

const std::string* Entry::find(std::string_view key) const
{
    for (const auto& [name, value] : fields)
        if (name == key)
            return &value;
    return nullptr;
}

} // namespace nanocap::journal
