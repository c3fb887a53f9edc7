// SPDX-License-Identifier: Apache-2.0
// What an opened checkpoint says: tensors, shared blocks, words, dimensions.
#include "core/checkpoint/checkpoint.h"
#include "tests/checkpoint/corpus/honest.h"
#include "tests/checkpoint/corpus/model.h"
#include "tests/checkpoint/memory_file.h"
#include "tests/support/verify_result.h"

#include <gtest/gtest.h>

using namespace nanocap;
using namespace corpus;
using checkpoint::Checkpoint;
using checkpoint::DType;
using Shape = std::vector<std::int64_t>;

namespace {

Checkpoint opened(const std::string& bytes)
{
    const MemoryFile file(bytes);
    auto result = checkpoint::open(file.path(), checkpoint::Verify::Auto, "model.pth");
    EXPECT_RESULT(result);
    return result ? *result : Checkpoint();
}

pk::Tensor shaped(const std::string& key, const Shape& size, const Shape& stride, std::int64_t numel,
                  std::int64_t offset = 0)
{
    pk::Tensor tensor;
    tensor.key = key;
    tensor.size = pk::ints(size);
    tensor.stride = pk::ints(stride);
    tensor.numel = pk::integer(numel);
    tensor.offset = pk::integer(offset);
    return tensor;
}

TEST(Content, isWhatTorchSaved)
{
    for (const int protocol : {2, 3, 4, 5}) {
        const Checkpoint file = opened(honestFile(protocol));
        EXPECT_EQ(file.format, "PyTorch zip, version 3, pickle protocol " + std::to_string(protocol));
        EXPECT_TRUE(file.warnings.empty());
        ASSERT_EQ(file.tensors.size(), 2u);
        EXPECT_EQ(file.tensors[0].name, "w");
        EXPECT_EQ(file.tensors[0].dtype, DType::F32);
        EXPECT_EQ(file.tensors[0].shape, (Shape{2, 3}));
        EXPECT_EQ(file.tensors[0].stride, (Shape{3, 1}));
        EXPECT_EQ(file.tensors[1].name, "b");
        EXPECT_EQ(file.vocabulary.words,
                  (std::vector<std::string>{"<pad>", "<start>", "<end>", "<unk>", "fox"}));
        EXPECT_EQ(file.vocabulary.pad, 0);
        EXPECT_EQ(file.vocabulary.start, 1);
        EXPECT_EQ(file.vocabulary.end, 2);
        EXPECT_EQ(file.vocabulary.unknown, 3);
        EXPECT_EQ(file.epoch, 300);
        EXPECT_EQ(file.fileBytes, Bytes(static_cast<std::int64_t>(honestFile(protocol).size())));
        EXPECT_EQ(file.pickleBytes, Bytes(static_cast<std::int64_t>(honestPickle(protocol).size())));
        EXPECT_GT(file.parsingBytes, file.pickleBytes);
    }
}

TEST(Content, knowsViewsOfABlock)
{
    Model model;
    model.tensors = {{pk::text("whole"), pk::tensor(shaped("0", {4, 3}, {3, 1}, 12))},
                     {pk::text("transposed"), pk::tensor(shaped("0", {3, 4}, {1, 3}, 12))},
                     {pk::text("slice"), pk::tensor(shaped("0", {2, 2}, {3, 1}, 12, 4))},
                     {pk::text("row"), pk::tensor(shaped("0", {3}, {1}, 12, 6))},
                     {pk::text("scalar"), pk::tensor(shaped("0", {}, {}, 12, 11))},
                     {pk::text("empty"), pk::tensor(shaped("0", {0, 3}, {3, 1}, 12))}};
    model.storages = {{"0", floats(12)}};
    const Checkpoint file = opened(model.file());
    ASSERT_EQ(file.tensors.size(), 6u);
    ASSERT_EQ(file.storages.size(), 1u) << "tied tensors share one block";
    EXPECT_EQ(file.storages[0].bytes, 48u);
    const std::vector<std::pair<bool, std::uint64_t>> expected = {{true, 12}, {false, 12}, {false, 4},
                                                                  {true, 3},  {true, 1},   {true, 0}};
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(file.tensors[i].isContiguous(), expected[i].first) << file.tensors[i].name;
        EXPECT_EQ(file.tensors[i].numel(), expected[i].second) << file.tensors[i].name;
    }
    EXPECT_EQ(file.tensors[2].offset, 4u);
    EXPECT_EQ(file.find("row"), &file.tensors[3]);
    EXPECT_EQ(file.find("nothing"), nullptr);
}

TEST(Content, knowsEveryNumberType)
{
    const std::vector<std::tuple<std::string, DType, std::size_t, std::string_view>> types = {
        {"FloatStorage", DType::F32, 4, "f32"}, {"DoubleStorage", DType::F64, 8, "f64"},
        {"HalfStorage", DType::F16, 2, "f16"},  {"BFloat16Storage", DType::BF16, 2, "bf16"},
        {"LongStorage", DType::I64, 8, "i64"},  {"IntStorage", DType::I32, 4, "i32"},
        {"ShortStorage", DType::I16, 2, "i16"}, {"CharStorage", DType::I8, 1, "i8"},
        {"ByteStorage", DType::U8, 1, "u8"},    {"BoolStorage", DType::Bool, 1, "bool"}};
    Model model;
    model.tensors.clear();
    model.storages.clear();
    for (const auto& [name, dtype, size, shown] : types) {
        const std::string key = std::to_string(model.storages.size());
        pk::Tensor tensor = shaped(key, {5}, {1}, 5);
        tensor.storageClass = name;
        model.tensors.emplace_back(pk::text(name), pk::tensor(tensor));
        model.storages.emplace_back(key, std::string(5 * size, '\1'));
    }
    const Checkpoint file = opened(model.file());
    ASSERT_EQ(file.tensors.size(), types.size());
    for (std::size_t i = 0; i < types.size(); ++i) {
        EXPECT_EQ(file.tensors[i].dtype, std::get<1>(types[i]));
        EXPECT_EQ(nameOf(file.tensors[i].dtype), std::get<3>(types[i]));
        EXPECT_EQ(file.storages[i].bytes, 5 * std::get<2>(types[i]));
    }
}

TEST(Content, readsDimensionsFromTheTensors)
{
    Model model;
    model.tensors = {
        {pk::text("module.decoder.embedding.weight"), pk::tensor(shaped("0", {5, 4}, {4, 1}, 20))},
        {pk::text("module.decoder.decode_step.weight_ih"), pk::tensor(shaped("1", {6, 2}, {2, 1}, 12))},
        {pk::text("module.decoder.encoder_att.weight"), pk::tensor(shaped("2", {3, 2}, {2, 1}, 6))},
        {pk::text("module.decoder.init_h.weight"), pk::tensor(shaped("3", {1, 288}, {288, 1}, 288))}};
    model.storages = {{"0", floats(20)}, {"1", floats(12)}, {"2", floats(6)}, {"3", floats(288)}};
    const Checkpoint file = opened(model.file());
    EXPECT_EQ(file.dims.vocabSize, 5);
    EXPECT_EQ(file.dims.embedDim, 4);
    EXPECT_EQ(file.dims.decoderDim, 2);
    EXPECT_EQ(file.dims.attentionDim, 3);
    EXPECT_EQ(file.dims.encoderChannels, 288);
    EXPECT_EQ(file.dims.widthMult, 0.5);
    EXPECT_NE(file.find("decoder.init_h.weight"), nullptr) << "the wrapper's prefix is taken off";
}

TEST(Content, leavesDimensionsOpenThatNoTensorTells)
{
    const Checkpoint file = opened(Model().file());
    EXPECT_EQ(file.dims.vocabSize, std::nullopt);
    EXPECT_EQ(file.dims.embedDim, std::nullopt);
    EXPECT_EQ(file.dims.decoderDim, std::nullopt);
    EXPECT_EQ(file.dims.attentionDim, std::nullopt);
    EXPECT_EQ(file.dims.encoderChannels, std::nullopt);
    EXPECT_EQ(file.dims.widthMult, std::nullopt);
    EXPECT_EQ(file.epoch, std::nullopt);
}

TEST(Content, dropsWrapperWordsUnlessThePlainNameIsThereToo)
{
    Model model;
    model.tensors[0].first = pk::text("module.w");
    EXPECT_NE(opened(model.file()).find("w"), nullptr);
    model.tensors[0].first = pk::text("a.module.w._orig_mod.weight");
    EXPECT_NE(opened(model.file()).find("a.w.weight"), nullptr);
    model.tensors[0].first = pk::text("module.b");
    EXPECT_EQ(opened(model.file()).find("b")->shape, (std::vector<std::int64_t>{3})) << "the plain one";
    EXPECT_NE(opened(model.file()).find("module.b"), nullptr);
    model.tensors[0].first = pk::text("modules.module");
    EXPECT_NE(opened(model.file()).find("modules.module"), nullptr) << "no wrapper of anything";
    model.tensors[0].first = pk::text("module.w");
    model.tensors[1].first = pk::text("module.b");
    EXPECT_NE(opened(model.file()).find("b"), nullptr);
    model.tensors[0].first = pk::text("_orig_mod.module.w");
    model.tensors[1].first = pk::text("_orig_mod.module.b");
    EXPECT_NE(opened(model.file()).find("w"), nullptr);
}

TEST(Content, cleansWordsThatWouldPlayTricksOnAScreen)
{
    Model model;
    model.words[4].first = pk::text("f\x1b[31mo\nx\xe2\x80\xae\xc2\x9b\x7f");
    EXPECT_EQ(opened(model.file()).vocabulary.words[4], "f[31mox");
    model.words[4].first = pk::text("여우");
    EXPECT_EQ(opened(model.file()).vocabulary.words[4], "여우");
    std::string longWord;
    for (int i = 0; i < 100; ++i)
        longWord += "여";
    model.words[4].first = pk::text(longWord);
    EXPECT_EQ(opened(model.file()).vocabulary.words[4], longWord.substr(0, 255))
        << "cut between two characters";
}

TEST(Content, countsUnusedBlocksInOneWarning)
{
    Model model;
    for (int key = 10; key < 20; ++key)
        model.storages.emplace_back(std::to_string(key), floats(1 << 18));
    const Checkpoint file = opened(model.file());
    ASSERT_EQ(file.warnings.size(), 1u);
    EXPECT_EQ(file.warnings[0].message.text(),
              "10 of 12 stored blocks (10 MB) are not used by the model; they cost no memory.");
    EXPECT_EQ(file.storages.size(), 2u);
}

TEST(Content, verifiesOnlyWhenAskedOrSmall)
{
    const MemoryFile small(Model().file());
    EXPECT_FALSE(checkpoint::open(small.path(), checkpoint::Verify::Never)->verified);
    EXPECT_TRUE(checkpoint::open(small.path(), checkpoint::Verify::Always)->verified);
    const std::int64_t count = (64 << 18) + 1;
    Model model = Model::withTensor(pk::tensor(shaped("0", {count}, {1}, count)));
    model.storages[0].second = std::string(static_cast<std::size_t>(count) * 4, '\0');
    const MemoryFile large(model.file());
    EXPECT_FALSE(checkpoint::open(large.path())->verified);
    EXPECT_TRUE(checkpoint::open(large.path(), checkpoint::Verify::Always)->verified);
}

} // namespace
