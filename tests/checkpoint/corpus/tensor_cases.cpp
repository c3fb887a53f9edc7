// SPDX-License-Identifier: Apache-2.0
// Storages and tensors: what they claim against what is there.
#include "tests/checkpoint/corpus/corpus.h"
#include "tests/checkpoint/corpus/model.h"

namespace corpus {

namespace {

using namespace pk;

constexpr std::int64_t million = 1'000'000, huge = INT64_MAX;

/// A file whose one tensor "w" is `t`.
Case tensorCase(const std::string& name, const std::string& expected, const Tensor& t,
                std::size_t storageBytes = 24)
{
    const auto bytes = [t, storageBytes] { return Model::withTensor(tensor(t), storageBytes).file(); };
    return {name, expected, bytes, {}, expected.empty() || expected == "PICKLE_BAD" ? "" : "w"};
}

Tensor shaped(const std::vector<std::int64_t>& size, const std::vector<std::int64_t>& stride,
              std::int64_t offset = 0, std::int64_t numel = 6)
{
    Tensor t;
    t.size = ints(size);
    t.stride = ints(stride);
    t.offset = integer(offset);
    t.numel = integer(numel);
    return t;
}

Tensor keyed(const std::string& key)
{
    Tensor t;
    t.key = key;
    return t;
}

Tensor at(const std::string& location)
{
    Tensor t;
    t.location = location;
    return t;
}

Tensor counted(const std::string& numel)
{
    Tensor t;
    t.numel = numel;
    return t;
}

Tensor of(const std::string& storageClass)
{
    Tensor t;
    t.storageClass = storageClass;
    return t;
}

std::string twoUses(const Tensor& first, const Tensor& second)
{
    Model model;
    model.tensors = {{text("w"), tensor(first)}, {text("b"), tensor(second)}};
    model.storages = {{"0", floats(6)}};
    return model.file();
}

std::string manyTensors(std::size_t count)
{
    Model model;
    model.tensors.clear();
    for (std::size_t i = 0; i < count; ++i)
        model.tensors.emplace_back(text("t" + std::to_string(i)), tensor({}));
    return model.file();
}

std::string manyStorages(std::size_t count)
{
    Model model;
    for (std::size_t i = 2; i < count; ++i) {
        Tensor t = keyed(std::to_string(i));
        t.numel = integer(0);
        t.size = ints({0});
        t.stride = ints({1});
        model.tensors.emplace_back(text("t" + std::to_string(i)), tensor(t));
    }
    return model.file();
}

} // namespace

std::vector<Case> storageCases()
{
    std::vector<Case> cases = {
        {"a storage that is not there",
         "STORAGE_MISSING",
         [] {
             Model model;
             model.storages.pop_back();
             return model.file();
         },
         {},
         "b"},
        tensorCase("a block shorter than its tensor", "STORAGE_SIZE", {}, 20),
        tensorCase("a block longer than its tensor", "STORAGE_SIZE", {}, 28),
        tensorCase("an empty block", "STORAGE_SIZE", {}, 0),
        tensorCase("length -1", "STORAGE_SIZE", counted(integer(-1))),
        tensorCase("length 2^62+1, whose bytes wrap to 4", "STORAGE_SIZE", counted(integer((1ll << 62) + 1)),
                   4),
        tensorCase("length 2^48+1", "STORAGE_SIZE", counted(integer((1ll << 48) + 1))),
        tensorCase("length 2^63", "PICKLE_BAD", counted(std::string("\x8a\x09\0\0\0\0\0\0\0\x80\0", 11))),
        tensorCase("a float for the length", "PICKLE_BAD", counted(real(6))),
        tensorCase("True for the length", "PICKLE_BAD", counted(yes)),
        tensorCase("key ../0", "STORAGE_KEY", keyed("../0")),
        tensorCase("key -1", "STORAGE_KEY", keyed("-1")),
        tensorCase("an empty key", "STORAGE_KEY", keyed("")),
        tensorCase("a key of 300 digits", "STORAGE_KEY", keyed(std::string(300, '7'))),
        tensorCase("a key with a NUL", "STORAGE_KEY", keyed(std::string("0\0", 2))),
        tensorCase("key 00, which is not there", "STORAGE_MISSING", keyed("00")),
        tensorCase("device meta", "DEVICE", at("meta")),
        tensorCase("device cuda:x", "DEVICE", at("cuda:x")),
        tensorCase("no device", "DEVICE", at("")),
        tensorCase("device cuda:0", "", at("cuda:0")),
        tensorCase("device mps", "", at("mps")),
        tensorCase("complex numbers", "DTYPE", of("ComplexFloatStorage"), 48),
        tensorCase("quantised 4-bit numbers", "UNSUPPORTED_TENSOR", of("QUInt4x2Storage")),
        tensorCase("quantised 8-bit numbers", "UNSUPPORTED_TENSOR", of("QInt8Storage")),
        {"one storage as two types", "STORAGE_TYPE", [] { return twoUses({}, of("IntStorage")); }, {}, "b"},
        {"one storage of two lengths",
         "STORAGE_TYPE",
         [] { return twoUses({}, counted(integer(3))); },
         {},
         "b"},
        {"one storage of two lengths, the short one first",
         "STORAGE_TYPE",
         [] { return twoUses(shaped({3}, {1}, 0, 3), {}); },
         {},
         "b"},
        {"20,000 tensors on one block of 24 bytes", "LIMIT_TENSORS", [] { return manyTensors(20'000); }},
        {"as many tensors as are allowed", "", [] { return manyTensors(16'384); }, {"UNUSED"}},
        {"17,000 storages", "LIMIT_TENSORS", [] { return manyStorages(17'000); }},
        {"a block nobody refers to",
         "",
         [] {
             Model model;
             model.storages.emplace_back("77", floats(100));
             return model.file();
         },
         {"UNUSED"}},
        {"weights that must be numbers as integers",
         "DTYPE",
         [] {
             Tensor t = of("IntStorage");
             Model model = Model::withTensor(tensor(t));
             model.tensors[0].first = text("decoder.init_h.weight");
             return model.file();
         },
         {},
         "decoder.init_h.weight"},
    };
    return cases;
}

std::vector<Case> tensorCases()
{
    Tensor floatSize;
    floatSize.size = tuple({real(2), integer(3)});
    Tensor hooked;
    hooked.hooks = orderedDict({{integer(1), none}});
    Tensor noHooks;
    noHooks.hooks = none;
    Tensor conjugate;
    conjugate.metadata = dict({{text("conj"), yes}});
    Tensor plainMetadata;
    plainMetadata.metadata = emptyDict;
    Tensor nothing;
    nothing.metadata = none;
    Tensor listSize;
    listSize.size = list({integer(2), integer(3)});
    const std::string rebuild = global("torch._utils", "_rebuild_tensor_v2");
    return {
        tensorCase("size -2", "TENSOR_SHAPE", shaped({-2, 3}, {3, 1})),
        tensorCase("stride -3", "TENSOR_SHAPE", shaped({2, 3}, {-3, 1})),
        tensorCase("offset -1", "TENSOR_SHAPE", shaped({2, 3}, {3, 1}, -1)),
        tensorCase("two sizes and one stride", "TENSOR_SHAPE", shaped({2, 3}, {1})),
        tensorCase("100 dimensions", "TENSOR_SHAPE",
                   shaped(std::vector<std::int64_t>(100, 1), std::vector<std::int64_t>(100, 1))),
        tensorCase("9 dimensions", "TENSOR_SHAPE",
                   shaped(std::vector<std::int64_t>(9, 1), std::vector<std::int64_t>(9, 1))),
        tensorCase("8 dimensions", "",
                   shaped(std::vector<std::int64_t>(8, 1), std::vector<std::int64_t>(8, 1))),
        tensorCase("stride 30", "TENSOR_BOUNDS", shaped({2, 3}, {30, 1})),
        tensorCase("stride 2^63-1", "TENSOR_BOUNDS", shaped({2, 3}, {huge, 1})),
        tensorCase("strides whose sum wraps", "TENSOR_BOUNDS", shaped({3, 3, 3}, {huge, huge, huge})),
        tensorCase("offset one too far", "TENSOR_BOUNDS", shaped({2, 3}, {3, 1}, 1)),
        tensorCase("offset 2^63-1", "TENSOR_BOUNDS", shaped({2, 3}, {3, 1}, huge)),
        tensorCase("offset of a million on an empty tensor", "TENSOR_BOUNDS",
                   shaped({0, 3}, {3, 1}, million)),
        tensorCase("size 2^32 by 2^32", "TENSOR_BOUNDS", shaped({1ll << 32, 1ll << 32}, {1ll << 32, 1})),
        tensorCase("size 2^62 with stride 2", "TENSOR_BOUNDS", shaped({1ll << 62}, {2})),
        tensorCase("a million by a million with stride 0", "TENSOR_ALIAS",
                   shaped({million, million}, {0, 0})),
        tensorCase("an expanded row", "TENSOR_ALIAS", shaped({4, 6}, {0, 1})),
        tensorCase("overlapping rows", "TENSOR_ALIAS", shaped({2, 3}, {2, 1})),
        tensorCase("a diagonal overlap", "TENSOR_ALIAS", shaped({2, 2}, {1, 1})),
        tensorCase("a float in the size", "PICKLE_BAD", floatSize),
        tensorCase("a list for the size", "PICKLE_BAD", listSize),
        tensorCase("hooks that are not empty", "PICKLE_BAD", hooked),
        tensorCase("no hooks at all", "PICKLE_BAD", noHooks),
        tensorCase("a lazily conjugated tensor", "UNSUPPORTED_TENSOR", conjugate),
        {"three arguments", "PICKLE_BAD",
         [rebuild] {
             return Model::withTensor(call(rebuild, {storage({}), integer(0), ints({6})})).file();
         }},
        {"an integer for the storage", "PICKLE_BAD",
         [rebuild] {
             return Model::withTensor(
                        call(rebuild, {integer(0), integer(0), ints({6}), ints({1}), no, orderedDict()}))
                 .file();
         }},
        tensorCase("empty metadata", "", plainMetadata),
        tensorCase("None for metadata", "", nothing),
        tensorCase("a scalar", "", shaped({}, {})),
        tensorCase("an empty tensor at the end of its block", "", shaped({0, 3}, {3, 1}, 6)),
        tensorCase("a transposed tensor", "", shaped({3, 2}, {1, 3})),
        tensorCase("a slice", "", shaped({2, 2}, {3, 1}, 1)),
        tensorCase("stride 0 in a dimension of one", "", shaped({1, 6}, {0, 1})),
    };
}

} // namespace corpus
