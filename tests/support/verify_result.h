// SPDX-License-Identifier: Apache-2.0
// Expectations on a Result or Status that print the failure when there is one. For Qt Test: VERIFY_RESULT;
// for GoogleTest: EXPECT_RESULT and ASSERT_RESULT, which take further words by <<.
#pragma once

#include "core/base/failure.h"

#include <string>

namespace nanocap::tests {

/// "failed with CODE: message [detail]".
inline std::string wordsFor(const Failure& failure)
{
    return "failed with " + failure.code + ": " + failure.message.text() +
           (failure.detail.empty() ? std::string() : " [" + failure.detail + "]");
}

/// The words of the failure in `result`; empty when it succeeded.
template <class T> std::string wordsForFailureOf(const Result<T>& result)
{
    return result ? std::string() : wordsFor(result.error());
}

} // namespace nanocap::tests

#define VERIFY_RESULT(result)                                                                                \
    do {                                                                                                     \
        const std::string failureWords = nanocap::tests::wordsForFailureOf(result);                          \
        QVERIFY2(failureWords.empty(), failureWords.c_str());                                                \
    } while (false)

#define EXPECT_RESULT(result) EXPECT_EQ(nanocap::tests::wordsForFailureOf(result), "")
#define ASSERT_RESULT(result) ASSERT_EQ(nanocap::tests::wordsForFailureOf(result), "")
