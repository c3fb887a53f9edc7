// SPDX-License-Identifier: Apache-2.0
// How much a file may ask of the reader. An honest checkpoint of 50,000 words has a contents list of 1.5 MB
// and 260,000 operations; each limit leaves several times that and still keeps the worst file under 64 MB and
// 1 s.
#pragma once

#include <cstddef>
#include <cstdint>

namespace nanocap::checkpoint::limits {

inline constexpr std::uint64_t fileBytes = 3ull << 30;
inline constexpr std::uint64_t pickleBytes = 16ull << 20;
inline constexpr std::uint64_t textRecordBytes = 64;
inline constexpr std::size_t entries = 65536;
inline constexpr std::size_t entryName = 512;
inline constexpr std::size_t operations = 4'000'000;
inline constexpr std::size_t values = 2'000'000;
inline constexpr std::size_t heapBytes = 32u << 20;
inline constexpr std::size_t stack = 1'000'000;
inline constexpr std::size_t marks = 256;
inline constexpr unsigned nesting = 64;
inline constexpr std::size_t memo = 1'000'000;
inline constexpr std::uint64_t stringBytes = 1u << 20;
inline constexpr std::size_t globalLine = 256;
inline constexpr std::size_t tensors = 16384;
inline constexpr std::size_t storages = 16384;
inline constexpr std::size_t rank = 8;
inline constexpr std::size_t tensorName = 512;
inline constexpr std::int64_t vocabulary = 300'000;
inline constexpr std::uint64_t expanded = 8'000'000;
inline constexpr std::int64_t storageNumel = std::int64_t(1) << 48;
inline constexpr std::size_t wordBytes = 256;
inline constexpr std::uint64_t autoVerifyBytes = 64ull << 20;
/// Bytes that may be compared while looking for a key that occurs twice (long shared strings compare slowly).
inline constexpr std::uint64_t comparedBytes = 1ull << 30;

} // namespace nanocap::checkpoint::limits
