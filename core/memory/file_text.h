// SPDX-License-Identifier: Apache-2.0
// Small reads of the kernel's files and of the numbers in them. Plain C++, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace nanocap::memory {

/// The whole of a small file, at most `limit` bytes of it. Empty when it cannot be opened or read.
std::optional<std::string> readSmallFile(const std::string& path, std::size_t limit = 64 * 1024);
bool isFolder(const std::string& path);

/// Cuts the first line off `rest`; the last one needs no newline. Nothing when `rest` is empty.
std::optional<std::string_view> nextLine(std::string_view& rest);
/// Cuts the first word (blanks and tabs separate) off `rest`; empty when there is none.
std::string_view nextWord(std::string_view& rest);
std::string_view trimmed(std::string_view text);

/// A whole unsigned decimal number: no sign, no blank, nothing behind it, within 64 bits.
std::optional<std::uint64_t> parseNumber(std::string_view text);
/// A number of bytes: as above and below 2^62, so that sums of two never overflow.
std::optional<std::int64_t> parseByteCount(std::string_view text);

/// Value of the first line "key value" of a flat keyed file (memory.stat, vmstat, memory.events).
std::optional<std::uint64_t> flatKeyed(std::string_view text, std::string_view key);

/// CLOCK_MONOTONIC in milliseconds: durations are never taken from the wall clock, which a board may not
/// have.
std::int64_t monotonicMilliseconds();

} // namespace nanocap::memory
