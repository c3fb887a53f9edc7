// SPDX-License-Identifier: Apache-2.0
// Damage of every kind a bad card or a broken copy makes: each prefix and each flipped bit of a small good
// file is either refused or reads exactly as the original.
#include "core/checkpoint/checkpoint.h"
#include "tests/checkpoint/corpus/honest.h"
#include "tests/checkpoint/memory_file.h"
#include "tests/support/verify_result.h"

#include <gtest/gtest.h>

#include <map>

using namespace nanocap;
using checkpoint::Checkpoint;

namespace {

bool append(void* context, const std::uint8_t* data, std::size_t size)
{
    static_cast<std::string*>(context)->append(reinterpret_cast<const char*>(data), size);
    return true;
}

/// All a program gets out of a checkpoint, as one text.
std::string everythingIn(const Checkpoint& opened)
{
    std::string all;
    for (const checkpoint::Tensor& tensor : opened.tensors) {
        all += tensor.name + ' ' + std::string(nameOf(tensor.dtype)) + ' ' + std::to_string(tensor.offset);
        for (std::size_t i = 0; i < tensor.shape.size(); ++i)
            all += ' ' + std::to_string(tensor.shape[i]) + '/' + std::to_string(tensor.stride[i]);
        const Status read = readStorage(opened, tensor.storage, append, &all);
        all += read ? "\n" : read.error().code;
    }
    for (const std::string& word : opened.vocabulary.words)
        all += word + ' ';
    return all + std::to_string(opened.vocabulary.start) + ' ' + std::to_string(opened.vocabulary.end) + ' ' +
           std::to_string(opened.epoch.value_or(-1));
}

class Damage : public testing::TestWithParam<int>
{
protected:
    const std::string m_good = corpus::honestFile(GetParam());
    MemoryFile m_file;
};

TEST_P(Damage, everyPrefixIsRefused)
{
    std::map<std::string, int> codes;
    for (std::size_t size = 0; size < m_good.size(); ++size) {
        m_file.assign(std::string_view(m_good).substr(0, size));
        const auto opened = checkpoint::open(m_file.path());
        ASSERT_FALSE(opened.has_value()) << size << " bytes opened";
        ++codes[opened.error().code];
    }
    const std::map<std::string, int> expected = {
        {"FILE_EMPTY", 1}, {"NOT_A_CHECKPOINT", 3}, {"TRUNCATED", static_cast<int>(m_good.size()) - 4}};
    EXPECT_EQ(codes, expected);
}

TEST_P(Damage, everyFlippedBitIsRefusedOrHarmless)
{
    m_file.assign(m_good);
    const auto original = checkpoint::open(m_file.path());
    ASSERT_RESULT(original);
    const std::string expected = everythingIn(*original);
    std::size_t refused = 0, harmless = 0;
    for (std::size_t bit = 0; bit < m_good.size() * 8; ++bit) {
        std::string damaged = m_good;
        damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << (bit % 8)));
        m_file.assign(damaged);
        const auto opened = checkpoint::open(m_file.path());
        if (!opened) {
            ++refused;
            ASSERT_NE(opened.error().code, "INTERNAL") << "bit " << bit;
            continue;
        }
        ++harmless;
        ASSERT_EQ(everythingIn(*opened), expected) << "bit " << bit;
    }
    EXPECT_GT(refused, m_good.size() * 4) << "most of the file matters";
    EXPECT_GT(harmless, 0u) << "padding and dates do not matter";
}

INSTANTIATE_TEST_SUITE_P(Protocols, Damage, testing::Values(2, 4),
                         [](const auto& row) { return "protocol" + std::to_string(row.param); });

} // namespace
