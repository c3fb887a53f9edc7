// SPDX-License-Identifier: Apache-2.0
#include "app/access/pin_hash.h"

#include <sodium.h>

#include <algorithm>

namespace nanocap::access {

namespace {
// Measured 40 to 60 ms of a busy desktop core; a core ten times slower still answers within a second.
constexpr unsigned long long passes = 4;
constexpr std::size_t memory = std::size_t(8) << 20;
} // namespace

bool isPin(std::string_view text)
{
    return text.size() >= leastDigits && text.size() <= mostDigits &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<std::string> hashOfPin(const std::string& pin)
{
    char hash[crypto_pwhash_STRBYTES] = {};
    if (::sodium_init() < 0 || ::crypto_pwhash_str_alg(hash, pin.data(), pin.size(), passes, memory,
                                                       crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(makeFailure(
            "MEMORY",
            said("Access", "The PIN could not be hashed: 8 MB of memory are needed for a moment.")));
    return std::string(hash);
}

bool pinMatches(const std::string& hash, const std::string& pin)
{
    return ::sodium_init() >= 0 && isPinHash(hash) &&
           ::crypto_pwhash_str_verify(hash.c_str(), pin.data(), pin.size()) == 0;
}

bool isPinHash(std::string_view text)
{
    return text.size() < crypto_pwhash_STRBYTES && text.starts_with("$argon2id$v=19$m=8192,t=4,p=1$") &&
           text.find('\0') == text.npos;
}

} // namespace nanocap::access
