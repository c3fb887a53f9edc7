// SPDX-License-Identifier: Apache-2.0
#include "tests/checkpoint/corpus/model.h"

#include <bit>
#include <stdexcept>

namespace corpus {

std::string floats(std::size_t count)
{
    std::string bytes;
    for (std::size_t i = 0; i < count; ++i)
        bytes += le32(std::bit_cast<std::uint32_t>(static_cast<float>(i + 1)));
    return bytes;
}

Model::Model()
{
    pk::Tensor bias;
    bias.key = "1";
    bias.numel = pk::integer(3);
    bias.size = pk::ints({3});
    bias.stride = pk::ints({1});
    tensors = {{pk::text("w"), pk::tensor({})}, {pk::text("b"), pk::tensor(bias)}};
    storages = {{"0", floats(6)}, {"1", floats(3)}};
    int id = 0;
    for (const char* word : {"<pad>", "<start>", "<end>", "<unk>", "fox"})
        words.emplace_back(pk::text(word), pk::integer(id++));
    vocabSize = pk::integer(5);
}

Model Model::withTensor(const std::string& value, std::size_t storageBytes)
{
    Model model;
    model.tensors = {{pk::text("w"), value}};
    model.storages = {{"0", floats(storageBytes / 4 + 1).substr(0, storageBytes)}};
    return model;
}

std::string Model::pickle() const
{
    std::vector<pk::Pair> top = {
        {pk::text("model_state_dict"), stateDict.empty() ? pk::orderedDict(tensors) : stateDict},
        {pk::text("word_map"), wordMap.empty() ? pk::dict(words) : wordMap}};
    if (!reverse.empty())
        top.emplace_back(pk::text("rev_word_map"), reverse);
    if (!vocabSize.empty())
        top.emplace_back(pk::text("vocab_size"), vocabSize);
    top.insert(top.end(), more.begin(), more.end());
    return pk::whole(pk::dict(top), protocol);
}

std::vector<Entry> Model::entriesWith(const std::string& contents) const
{
    const auto entry = [this](const std::string& name, const std::string& data) {
        Entry made;
        made.name = root + "/" + name;
        made.data = data;
        return made;
    };
    std::vector<Entry> all = {entry("data.pkl", contents)};
    if (!byteOrder.empty())
        all.push_back(entry("byteorder", byteOrder));
    for (const auto& [key, bytes] : storages)
        all.push_back(entry("data/" + key, bytes));
    if (!version.empty())
        all.push_back(entry("version", version));
    return all;
}

Entry& find(std::vector<Entry>& entries, const std::string& nameInRoot)
{
    for (Entry& entry : entries)
        if (entry.name.ends_with("/" + nameInRoot))
            return entry;
    throw std::invalid_argument("no entry " + nameInRoot);
}

} // namespace corpus
