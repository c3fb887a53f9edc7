// SPDX-License-Identifier: Apache-2.0
// The network a state dict describes, from shapes alone: no file, no libtorch.
#include "core/load/network_shape.h"

#include "core/load/encoder_program.h"
#include "tests/support/verify_result.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <functional>

using namespace nanocap;
using checkpoint::DType;
using Shape = std::vector<std::int64_t>;

namespace {

void add(checkpoint::Checkpoint& c, const std::string& name, const Shape& shape, DType dtype = DType::F32)
{
    checkpoint::Tensor tensor;
    tensor.name = name;
    tensor.dtype = dtype;
    tensor.shape = shape;
    tensor.stride.assign(shape.size(), 1);
    for (std::size_t i = shape.size(); i-- > 1;)
        tensor.stride[i - 1] = tensor.stride[i] * shape[i];
    tensor.storage = c.storages.size();
    checkpoint::Storage storage;
    storage.key = std::to_string(tensor.storage);
    storage.dtype = dtype;
    storage.numel = tensor.numel();
    storage.bytes = storage.numel * itemSize(dtype);
    storage.fileOffset = 64;
    c.storages.push_back(storage);
    c.tensors.push_back(tensor);
}

void addConvolution(checkpoint::Checkpoint& c, const std::string& prefix, std::int64_t out, std::int64_t in,
                    std::int64_t kernel)
{
    add(c, prefix + ".0.weight", {out, in, kernel, kernel});
    for (const char* part : {".1.weight", ".1.bias", ".1.running_mean", ".1.running_var"})
        add(c, prefix + part, {out});
    add(c, prefix + ".1.num_batches_tracked", {}, DType::I64);
}

struct BlockSizes
{
    std::int64_t expanded, out, squeezed, kernel;
};

/// A captioner with few channels; blocks as {expanded, out, squeezed, kernel}.
checkpoint::Checkpoint captioner(std::array<BlockSizes, 11> blocks = {{{8, 8, 8, 3},
                                                                       {24, 8, 0, 3},
                                                                       {24, 8, 0, 3},
                                                                       {24, 16, 8, 5},
                                                                       {64, 16, 16, 5},
                                                                       {64, 16, 16, 5},
                                                                       {32, 16, 8, 5},
                                                                       {40, 16, 16, 5},
                                                                       {72, 24, 24, 5},
                                                                       {144, 24, 40, 5},
                                                                       {144, 24, 40, 5}}})
{
    checkpoint::Checkpoint c;
    addConvolution(c, "encoder.0", 8, 3, 3);
    std::int64_t in = 8;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
        const BlockSizes& b = blocks[i];
        const std::string prefix = "encoder." + std::to_string(i + 1) + ".block.";
        int part = 0;
        if (b.expanded != in)
            addConvolution(c, prefix + std::to_string(part++), b.expanded, in, 1);
        addConvolution(c, prefix + std::to_string(part++), b.expanded, 1, b.kernel);
        if (b.squeezed > 0) {
            const std::string se = prefix + std::to_string(part++);
            add(c, se + ".fc1.weight", {b.squeezed, b.expanded, 1, 1});
            add(c, se + ".fc1.bias", {b.squeezed});
            add(c, se + ".fc2.weight", {b.expanded, b.squeezed, 1, 1});
            add(c, se + ".fc2.bias", {b.expanded});
        }
        addConvolution(c, prefix + std::to_string(part), b.out, b.expanded, 1);
        in = b.out;
    }
    addConvolution(c, "encoder.12", 144, in, 1);
    const std::int64_t vocab = 20, embed = 10, hidden = 12, attention = 6, channels = 144;
    add(c, "decoder.embedding.weight", {vocab, embed});
    add(c, "decoder.decode_step.weight_ih", {3 * hidden, embed + channels});
    add(c, "decoder.decode_step.weight_hh", {3 * hidden, hidden});
    add(c, "decoder.decode_step.bias_ih", {3 * hidden});
    add(c, "decoder.decode_step.bias_hh", {3 * hidden});
    const auto linear = [&](const std::string& name, std::int64_t rows, std::int64_t columns) {
        add(c, "decoder." + name + ".weight", {rows, columns});
        add(c, "decoder." + name + ".bias", {rows});
    };
    linear("init_h", hidden, channels);
    linear("fc", vocab, hidden);
    linear("encoder_att", attention, channels);
    linear("decoder_att", attention, hidden);
    linear("full_att", 1, attention);
    c.vocabulary.words.resize(static_cast<std::size_t>(vocab), "word");
    return c;
}

checkpoint::Tensor& tensor(checkpoint::Checkpoint& c, const std::string& name)
{
    for (checkpoint::Tensor& t : c.tensors)
        if (t.name == name)
            return t;
    throw std::out_of_range(name);
}

void remove(checkpoint::Checkpoint& c, const std::string& name)
{
    std::erase_if(c.tensors, [&](const checkpoint::Tensor& t) { return t.name == name; });
}

TEST(NetworkShape, ReadsEverySizeFromTheShapes)
{
    const auto network = load::deriveNetwork(captioner());
    ASSERT_RESULT(network);
    EXPECT_EQ(network->stemChannels, 8);
    EXPECT_EQ(network->channels, 144);
    EXPECT_EQ(network->vocabSize, 20);
    EXPECT_EQ(network->embedDim, 10);
    EXPECT_EQ(network->decoderDim, 12);
    EXPECT_EQ(network->attentionDim, 6);
    ASSERT_EQ(network->blocks.size(), 11u);
    EXPECT_FALSE(network->blocks[0].hasExpand);
    EXPECT_TRUE(network->blocks[1].hasExpand);
    EXPECT_EQ(network->blocks[4].squeeze, 16);
    EXPECT_TRUE(network->unneeded.empty());
    EXPECT_EQ(network->runs.size(), network->needed.size());
    EXPECT_EQ(network->convertedCopies, Bytes());
}

TEST(NetworkShape, AddsOnlyWhereStrideIsOneAndChannelsMatch)
{
    const auto network = load::deriveNetwork(captioner());
    ASSERT_RESULT(network);
    std::vector<int> residual;
    for (const load::EncoderBlock& block : network->blocks)
        if (block.residual)
            residual.push_back(block.index);
    EXPECT_THAT(residual, testing::ElementsAre(3, 5, 6, 7, 8, 10, 11));
}

TEST(NetworkShape, WeighsEachElementOnceAsFp32)
{
    checkpoint::Checkpoint c = captioner();
    std::int64_t elements = 0;
    for (const checkpoint::Tensor& t : c.tensors)
        if (t.dtype == DType::F32)
            elements += static_cast<std::int64_t>(t.numel());
    EXPECT_EQ(load::deriveNetwork(c)->weightsFp32, Bytes(4 * elements));

    for (checkpoint::Storage& storage : c.storages)
        if (storage.dtype == DType::F32)
            storage.dtype = DType::F16;
    for (checkpoint::Tensor& t : c.tensors)
        if (t.dtype == DType::F32)
            t.dtype = DType::F16;
    const auto halves = load::deriveNetwork(c);
    EXPECT_EQ(halves->weightsFp32, Bytes(4 * elements));
    EXPECT_EQ(halves->convertedCopies, Bytes(4 * elements));
}

TEST(NetworkShape, TiedTensorsAreOneRun)
{
    checkpoint::Checkpoint c = captioner();
    const auto before = load::deriveNetwork(c);
    // init_h.bias and both GRU biases look at parts of the same 36 numbers
    const std::size_t shared = tensor(c, "decoder.decode_step.bias_ih").storage;
    tensor(c, "decoder.decode_step.bias_hh").storage = shared;
    tensor(c, "decoder.init_h.bias").storage = shared;
    tensor(c, "decoder.init_h.bias").offset = 24;
    const auto after = load::deriveNetwork(c);
    ASSERT_RESULT(after);
    EXPECT_EQ(before->weightsFp32 - after->weightsFp32, Bytes(4 * (36 + 12)));
    EXPECT_EQ(after->runs.size() + 2, before->runs.size());
    const auto bytes = [&c](const load::NetworkShape& network) {
        return bindingBytes(c, network, engine::Precision::Fp32);
    };
    EXPECT_EQ(bytes(*before).bound - bytes(*after).bound, Bytes(4 * (36 + 12)));
}

TEST(NetworkShape, StridedMatrixNeedsTheRunWhileItIsGathered)
{
    checkpoint::Checkpoint c = captioner();
    tensor(c, "decoder.fc.weight").stride = {1, 20}; // transposed: 20 x 12 numbers
    const auto network = load::deriveNetwork(c);
    ASSERT_RESULT(network);
    const auto bytes = bindingBytes(c, *network, engine::Precision::Fp32);
    const auto straight =
        bindingBytes(captioner(), *load::deriveNetwork(captioner()), engine::Precision::Fp32);
    EXPECT_EQ(bytes.bound, straight.bound);
    EXPECT_EQ(bytes.transient, straight.transient)
        << "the run is gone before the encoder is packed, and smaller";

    tensor(c, "decoder.fc.weight").stride = {1, 1 << 20}; // 20 x 12 numbers, far apart
    const auto far = load::deriveNetwork(c);
    ASSERT_RESULT(far);
    EXPECT_GE(bindingBytes(c, *far, engine::Precision::Fp32).transient, Bytes(4 * (10 << 20)));
}

TEST(NetworkShape, TheEncoderIsHeldPackedAndAsReadOnlyWhileItIsBound)
{
    const checkpoint::Checkpoint c = captioner();
    const auto network = load::deriveNetwork(c);
    ASSERT_RESULT(network);
    Bytes encoder, decoder;
    for (const load::NeededTensor& needed : network->needed)
        (needed.name.starts_with("encoder.") ? encoder : decoder) +=
            Bytes(4 * static_cast<std::int64_t>(c.tensors[needed.tensor].numel()));
    const load::EncoderProgram program = load::encoderProgram(*network);
    const auto bytes = bindingBytes(c, *network, engine::Precision::Fp32);
    EXPECT_EQ(bytes.bound, decoder + program.packedBytes + program.addressBytes);
    EXPECT_EQ(bytes.transient, encoder);
    EXPECT_EQ(bytes.encoder, program.block());
}

TEST(NetworkShape, PackedPrecisionsTakeLess)
{
    const checkpoint::Checkpoint c = captioner();
    const auto network = load::deriveNetwork(c);
    const Bytes fp32 = bindingBytes(c, *network, engine::Precision::Fp32).bound;
    const std::int64_t packed = 20 * 10 + 36 * 154 + 36 * 12 + 12 * 144 + 20 * 12 + 6 * 144 + 6 * 12;
    const std::int64_t rows = 20 + 36 + 36 + 12 + 20 + 6 + 6;
    EXPECT_EQ(bindingBytes(c, *network, engine::Precision::Fp16).bound, fp32 - Bytes(2 * packed));
    EXPECT_EQ(bindingBytes(c, *network, engine::Precision::Int8).bound,
              fp32 - Bytes(3 * packed) + Bytes(4 * rows));
}

TEST(NetworkShape, ListsKeysNobodyNeedsButNotTheCounters)
{
    checkpoint::Checkpoint c = captioner();
    add(c, "encoder.13.weight", {4});
    add(c, "optimizer.lr", {1}, DType::I64);
    const auto network = load::deriveNetwork(c);
    ASSERT_RESULT(network);
    EXPECT_THAT(network->unneeded, testing::ElementsAre("encoder.13.weight", "optimizer.lr"));
}

TEST(NetworkShape, WordListOfAnotherLengthIsRefused)
{
    checkpoint::Checkpoint c = captioner();
    c.vocabulary.words.resize(19);
    const auto network = load::deriveNetwork(c);
    ASSERT_FALSE(network);
    EXPECT_EQ(network.error().code, "VOCAB");
    EXPECT_EQ(network.error().message.text(),
              "The word list does not match the model (19 words, 20 expected).");
}

struct Fault
{
    const char* name;
    std::function<void(checkpoint::Checkpoint&)> play;
    const char* message;
};
void PrintTo(const Fault& fault, std::ostream* out)
{
    *out << fault.name;
}

class Misshapen : public testing::TestWithParam<Fault>
{
};

TEST_P(Misshapen, IsNamed)
{
    checkpoint::Checkpoint c = captioner();
    GetParam().play(c);
    const auto network = load::deriveNetwork(c);
    ASSERT_FALSE(network);
    EXPECT_EQ(network.error().code, "SHAPE");
    EXPECT_EQ(network.error().failureClass, FailureClass::Checkpoint);
    EXPECT_EQ(network.error().message.text(), GetParam().message);
}

const Fault faults[] = {
    {"a missing bias", [](auto& c) { remove(c, "decoder.fc.bias"); },
     "'decoder.fc.bias' is missing, this captioner needs [20]."},
    {"a transposed matrix",
     [](auto& c) {
         tensor(c, "decoder.fc.weight").shape = {12, 20};
     },
     "'decoder.fc.weight' is [12, 20], this captioner needs [20, 12]."},
    {"a transposed convolution",
     [](auto& c) {
         tensor(c, "encoder.2.block.0.0.weight").shape = {8, 24, 1, 1};
     },
     "'encoder.2.block.0.0.weight' is [8, 24, 1, 1], this captioner needs [24, 8, 1, 1]."},
    {"one norm vector of another length",
     [](auto& c) { tensor(c, "encoder.12.1.running_var").shape = {143}; },
     "'encoder.12.1.running_var' is [143], this captioner needs [144]."},
    {"a depthwise convolution with two inputs a group",
     [](auto& c) {
         tensor(c, "encoder.2.block.1.0.weight").shape = {24, 2, 3, 3};
     },
     "'encoder.2.block.1.0.weight' is [24, 2, 3, 3], this captioner needs [24, 1, 3, 3]."},
    {"a kernel of another size",
     [](auto& c) {
         tensor(c, "encoder.4.block.1.0.weight").shape = {24, 1, 3, 3};
     },
     "'encoder.4.block.1.0.weight' is [24, 1, 3, 3], this captioner needs [24, 1, 5, 5]."},
    {"gates that are not three",
     [](auto& c) {
         tensor(c, "decoder.decode_step.weight_ih").shape = {35, 154};
     },
     "'decoder.decode_step.weight_ih' is [35, 154], this captioner needs [36, 154]."},
    {"a squeeze that does not fit",
     [](auto& c) {
         tensor(c, "encoder.9.block.2.fc2.weight").shape = {72, 23, 1, 1};
     },
     "'encoder.9.block.2.fc2.weight' is [72, 23, 1, 1], this captioner needs [72, 24, 1, 1]."},
    {"whole numbers where weights belong",
     [](auto& c) { tensor(c, "decoder.init_h.bias").dtype = DType::I64; },
     "'decoder.init_h.bias' is i64 [12], this captioner needs floating point [12]."},
    {"an empty vector", [](auto& c) { tensor(c, "decoder.full_att.bias").shape = {0}; },
     "'decoder.full_att.bias' is [0], this captioner needs [1]."},
    {"a number where a vector belongs", [](auto& c) { tensor(c, "decoder.full_att.bias").shape = {}; },
     "'decoder.full_att.bias' is [], this captioner needs [1]."},
    {"five missing tensors, of which three are named",
     [](auto& c) {
         for (const char* name : {"encoder.0.1.bias", "encoder.1.block.1.fc1.bias", "encoder.12.0.weight",
                                  "decoder.fc.bias", "decoder.embedding.weight"})
             remove(c, name);
     },
     "'encoder.0.1.bias' is missing, this captioner needs [8]. 'encoder.1.block.1.fc1.bias' is missing, this "
     "captioner needs "
     "[8]. 'encoder.12.0.weight' is missing, this captioner needs [144, 24, 1, 1]. 5 tensors are missing or "
     "have "
     "another shape in all."},
    {"a kernel of another size where nothing tells the channels",
     [](auto& c) {
         remove(c, "encoder.12.0.weight");
         for (const char* part : {"weight", "bias", "running_mean", "running_var"})
             remove(c, std::string("encoder.12.1.") + part);
         for (const char* name : {"init_h", "encoder_att"})
             remove(c, std::string("decoder.") + name + ".weight");
         tensor(c, "decoder.decode_step.weight_ih").shape = {36};
     },
     "'encoder.12.0.weight' is missing. 'encoder.12.1.weight' is missing. 'encoder.12.1.bias' is missing. 8 "
     "tensors "
     "are missing or have another shape in all."},
};

INSTANTIATE_TEST_SUITE_P(Faults, Misshapen, testing::ValuesIn(faults),
                         [](const testing::TestParamInfo<Fault>& fault) {
                             std::string name = fault.param.name;
                             for (char& letter : name)
                                 if (!std::isalnum(static_cast<unsigned char>(letter)))
                                     letter = '_';
                             return name;
                         });

TEST(NetworkShape, AnEmptyStateDictNamesItsFirstThree)
{
    const auto network = load::deriveNetwork(checkpoint::Checkpoint());
    ASSERT_FALSE(network);
    EXPECT_EQ(network.error().code, "SHAPE");
    EXPECT_THAT(network.error().message.text(),
                testing::StartsWith("'encoder.0.0.weight' is missing. 'encoder.0.1.weight' is missing."));
}

void rename(checkpoint::Checkpoint& c, const std::string& from, const std::string& to)
{
    for (checkpoint::Tensor& t : c.tensors)
        if (t.name.starts_with(from))
            t.name.replace(0, from.size(), to);
}

/// What stands in the file where `name` should be.
void leave(checkpoint::Checkpoint& c, const std::string& name, const std::vector<std::string>& instead)
{
    const Shape shape = tensor(c, name).shape;
    remove(c, name);
    for (const std::string& other : instead)
        add(c, other, shape);
}

const Fault foundInstead[] = {
    {"a prefix of Lightning", [](auto& c) { rename(c, "", "model."); },
     "The names in the file begin with 'model.' ('model.encoder.0.0.weight'); this captioner needs "
     "'encoder.0.0.weight'. Strip the prefix 'model.' from the names and save the file again."},
    {"two prefixes", [](auto& c) { rename(c, "", "ema.net."); },
     "The names in the file begin with 'ema.net.' ('ema.net.encoder.0.0.weight'); this captioner needs "
     "'encoder.0.0.weight'. Strip the prefix 'ema.net.' from the names and save the file again."},
    {"torchvision's name for the encoder", [](auto& c) { rename(c, "encoder.", "features."); },
     "The file has 'features.0.0.weight' where this captioner needs 'encoder.0.0.weight'. Replace "
     "'features.' by "
     "'encoder.' in the names and save the file again."},
    {"a word inside the names", [](auto& c) { rename(c, "encoder.", "encoder._fsdp_wrapped_module."); },
     "The file has 'encoder._fsdp_wrapped_module.0.0.weight' where this captioner needs "
     "'encoder.0.0.weight'. "
     "Replace 'encoder._fsdp_wrapped_module.' by 'encoder.' in the names and save the file again."},
    {"no prefix at all", [](auto& c) { rename(c, "encoder.", ""); },
     "The names in the file lack 'encoder.' ('0.0.weight'); this captioner needs 'encoder.0.0.weight'. Put "
     "'encoder.' in front of the names and save the file again."},
    {"two halves renamed",
     [](auto& c) {
         rename(c, "encoder.", "cnn.");
         rename(c, "decoder.", "rnn.");
     },
     "The file has 'cnn.0.0.weight' where this captioner needs 'encoder.0.0.weight'. Replace 'cnn.' by "
     "'encoder.' in "
     "the names and save the file again. The file has 'rnn.embedding.weight' where this captioner needs "
     "'decoder.embedding.weight'. Replace 'rnn.' by 'decoder.' in the names and save the file again."},
    {"an unfinished prune",
     [](auto& c) {
         leave(c, "decoder.fc.weight", {"decoder.fc.weight_orig", "decoder.fc.weight_mask"});
     },
     "'decoder.fc.weight' is missing; the file has 'decoder.fc.weight_orig' instead, which "
     "torch.nn.utils.prune "
     "leaves. Call prune.remove(module, 'weight') before saving."},
    {"an unfinished prune of a bias under a prefix",
     [](auto& c) {
         leave(c, "decoder.fc.bias", {"decoder.fc.bias_orig", "decoder.fc.bias_mask"});
         rename(c, "", "model.");
     },
     "The names in the file begin with 'model.' ('model.encoder.0.0.weight'); this captioner needs "
     "'encoder.0.0.weight'. Strip the prefix 'model.' from the names and save the file again. "
     "'decoder.fc.bias' is "
     "missing; the file has 'decoder.fc.bias_orig' instead, which torch.nn.utils.prune leaves. Call "
     "prune.remove(module, 'bias') before saving."},
    {"weight norm",
     [](auto& c) {
         leave(c, "decoder.fc.weight", {"decoder.fc.weight_g", "decoder.fc.weight_v"});
     },
     "'decoder.fc.weight' is missing; the file has 'decoder.fc.weight_g' instead, which weight_norm leaves. "
     "Call "
     "torch.nn.utils.remove_weight_norm(module, 'weight') before saving."},
    {"spectral norm",
     [](auto& c) {
         leave(c, "decoder.fc.weight", {"decoder.fc.weight_orig", "decoder.fc.weight_u"});
     },
     "'decoder.fc.weight' is missing; the file has 'decoder.fc.weight_orig' instead, which spectral_norm "
     "leaves. Call "
     "torch.nn.utils.remove_spectral_norm(module, 'weight') before saving."},
    {"a parametrization",
     [](auto& c) {
         leave(c, "decoder.fc.weight",
               {"decoder.fc.parametrizations.weight.original0",
                "decoder.fc.parametrizations.weight.original1"});
     },
     "'decoder.fc.weight' is missing; the file has 'decoder.fc.parametrizations.weight.original0' instead, "
     "which "
     "torch.nn.utils.parametrize leaves. Call parametrize.remove_parametrizations(module, 'weight') before "
     "saving."},
    {"adapters",
     [](auto& c) {
         leave(c, "decoder.fc.weight", {"decoder.fc.base_layer.weight", "decoder.fc.lora_A.default.weight"});
     },
     "'decoder.fc.weight' is missing; the file has 'decoder.fc.base_layer.weight' instead, which an adapter "
     "such as "
     "LoRA leaves. Merge the adapters into the weights before saving."},
    {"a layer instead of a cell",
     [](auto& c) { leave(c, "decoder.decode_step.weight_ih", {"decoder.decode_step.weight_ih_l0"}); },
     "'decoder.decode_step.weight_ih' is missing; the file has 'decoder.decode_step.weight_ih_l0' instead, "
     "which is "
     "of a whole layer (nn.GRU). This captioner needs a cell (nn.GRUCell)."},
    {"one tensor under another name",
     [](auto& c) {
         leave(c, "decoder.embedding.weight", {"decoder.embed.weight", "x.y"});
     },
     "'decoder.embedding.weight' is missing; the file has 'decoder.embed.weight', which this captioner does "
     "not need. "
     "Is it the same under another name? Then rename it and save the file again."},
    {"a terminal escape in a name", [](auto& c) { leave(c, "decoder.fc.bias", {"decoder.fc\x1b[2J.bias"}); },
     "'decoder.fc.bias' is missing; the file has 'decoder.fc[2J.bias', which this captioner does not need. "
     "Is it the "
     "same under another name? Then rename it and save the file again."},
    {"another network altogether",
     [](auto& c) {
         c.tensors.clear();
         for (const char* name : {"conv1.weight", "bn1.weight", "layer1.0.conv1.weight", "fc.bias"})
             add(c, name, {4});
     },
     "'encoder.0.0.weight' is missing; the file has 'conv1.weight', 'bn1.weight', 'layer1.0.conv1.weight', … "
     "instead. "
     "Choose a checkpoint of this captioner."},
};

INSTANTIATE_TEST_SUITE_P(FoundInstead, Misshapen, testing::ValuesIn(foundInstead),
                         [](const testing::TestParamInfo<Fault>& fault) {
                             std::string name = fault.param.name;
                             for (char& letter : name)
                                 if (!std::isalnum(static_cast<unsigned char>(letter)))
                                     letter = '_';
                             return name;
                         });

} // namespace
