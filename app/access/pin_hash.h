// SPDX-License-Identifier: Apache-2.0
// The hash of the operator's PIN: libsodium's Argon2id with a salt of its own, 8 MB and four passes. A PIN of
// few digits can be tried out by whoever has the hash; the tries of PinTries protect it, the hash only keeps
// it from being read. Plain, any thread; each call takes up to a second on a slow board.
#pragma once

#include "core/base/failure.h"

#include <string>
#include <string_view>

namespace nanocap::access {

constexpr std::size_t leastDigits = 4, mostDigits = 8;

/// Four to eight digits 0-9.
bool isPin(std::string_view text);
/// "$argon2id$v=19$m=8192,t=4,p=1$…". Fails as MEMORY when 8 MB are not to be had.
Result<std::string> hashOfPin(const std::string& pin);
/// Also false for what is no hash.
bool pinMatches(const std::string& hash, const std::string& pin);
/// Of the form that hashOfPin() writes.
bool isPinHash(std::string_view text);

} // namespace nanocap::access
