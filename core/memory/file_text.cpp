// SPDX-License-Identifier: Apache-2.0
#include "core/memory/file_text.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>

namespace nanocap::memory {

std::optional<std::string> readSmallFile(const std::string& path, std::size_t limit)
{
    // O_NONBLOCK: a FIFO in a simulated tree must not hang the gauge.
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return std::nullopt;
    std::string text;
    char chunk[4096];
    while (text.size() < limit) {
        const ssize_t got = ::read(fd, chunk, sizeof chunk);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            ::close(fd);
            return std::nullopt;
        }
        if (got == 0)
            break;
        text.append(chunk, static_cast<std::size_t>(got));
    }
    ::close(fd);
    if (text.size() > limit)
        text.resize(limit);
    return text;
}

bool isFolder(const std::string& path)
{
    struct stat info;
    return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

std::optional<std::string_view> nextLine(std::string_view& rest)
{
    if (rest.empty())
        return std::nullopt;
    const std::size_t end = rest.find('\n');
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
}

std::string_view nextWord(std::string_view& rest)
{
    const std::size_t begin = rest.find_first_not_of(" \t");
    if (begin == std::string_view::npos) {
        rest = {};
        return {};
    }
    rest.remove_prefix(begin);
    const std::size_t end = rest.find_first_of(" \t");
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(word.size());
    return word;
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::optional<std::uint64_t> parseNumber(std::string_view text)
{
    std::uint64_t value = 0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    if (text.empty() || error != std::errc() || stop != end)
        return std::nullopt;
    return value;
}

std::optional<std::int64_t> parseByteCount(std::string_view text)
{
    const auto value = parseNumber(text);
    if (!value || *value >= (std::uint64_t(1) << 62))
        return std::nullopt;
    return static_cast<std::int64_t>(*value);
}

std::optional<std::uint64_t> flatKeyed(std::string_view text, std::string_view key)
{
    while (auto line = nextLine(text)) {
        std::string_view rest = *line;
        if (nextWord(rest) == key)
            return parseNumber(trimmed(rest));
    }
    return std::nullopt;
}

std::int64_t monotonicMilliseconds()
{
    timespec now = {};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return std::int64_t(now.tv_sec) * 1000 + now.tv_nsec / 1000000;
}

} // namespace nanocap::memory
