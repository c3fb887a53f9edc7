// SPDX-License-Identifier: Apache-2.0
// Every kind of bad file gets its one code and a sentence that names its subject; every odd but legal one
// opens.
#include "core/checkpoint/checkpoint.h"
#include "core/checkpoint/codes.h"
#include "tests/checkpoint/corpus/corpus.h"
#include "tests/checkpoint/memory_file.h"
#include "tests/support/verify_result.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

using namespace nanocap;
using corpus::Case;

namespace {

class Corpus : public testing::TestWithParam<Case>
{
};

std::vector<std::string> codesOf(const std::vector<checkpoint::Warning>& warnings)
{
    std::vector<std::string> codes;
    for (const checkpoint::Warning& warning : warnings) {
        EXPECT_FALSE(warning.message.empty()) << warning.code;
        codes.push_back(warning.code);
    }
    return codes;
}

bool hasControlCharacter(const std::string& text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; });
}

TEST_P(Corpus, getsItsCode)
{
    const Case& row = GetParam();
    const MemoryFile file(row.bytes());
    const auto opened = checkpoint::open(file.path(), checkpoint::Verify::Auto, "model.pth");
    if (row.expected.empty()) {
        ASSERT_RESULT(opened);
        EXPECT_EQ(codesOf(opened->warnings), row.warnings);
        EXPECT_TRUE(opened->verified);
        EXPECT_FALSE(opened->tensors.empty());
        return;
    }
    ASSERT_FALSE(opened.has_value());
    const Failure& failure = opened.error();
    EXPECT_EQ(failure.code, row.expected) << failure.detail;
    EXPECT_EQ(failure.failureClass, FailureClass::Checkpoint);
    EXPECT_FALSE(failure.detail.empty());
    ASSERT_FALSE(failure.subject.empty());
    const std::string message = failure.message.text();
    EXPECT_THAT(message, testing::HasSubstr(failure.subject));
    EXPECT_THAT(message, testing::HasSubstr(row.says));
    EXPECT_TRUE(message.ends_with('.')) << message;
    EXPECT_FALSE(hasControlCharacter(message + failure.detail + failure.subject));
    EXPECT_EQ(failure.subject, row.subject.empty() ? failure.subject : row.subject);
}

std::string testName(const testing::TestParamInfo<Case>& info)
{
    std::string name = info.param.name;
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return !std::isalnum(c); }, '_');
    return name + "_" + std::to_string(info.index);
}

INSTANTIATE_TEST_SUITE_P(Rows, Corpus, testing::ValuesIn(corpus::allCases()), testName);

TEST(CorpusTable, namesEachRowOnce)
{
    std::set<std::string> names;
    for (const Case& row : corpus::allCases())
        EXPECT_TRUE(names.insert(row.name).second) << row.name;
}

TEST(CorpusTable, hasARowForEveryCodeAFileCanProvoke)
{
    // TOO_LARGE, IO, CHANGED, FILE_OPEN and CANCELLED need a file system, MEMORY a starved machine; SHAPE
    // belongs to loading.
    std::set<std::string> elsewhere = {"TOO_LARGE", "IO",     "CHANGED", "FILE_OPEN",
                                       "CANCELLED", "MEMORY", "SHAPE",   "INTERNAL"};
    for (const Case& row : corpus::allCases())
        elsewhere.insert(row.expected);
    for (const checkpoint::CodeInfo& info : checkpoint::allCodes())
        EXPECT_TRUE(elsewhere.contains(std::string(info.name))) << info.name;
}

} // namespace

namespace corpus {
void PrintTo(const Case& row, std::ostream* out)
{
    *out << row.name;
}
} // namespace corpus
