// SPDX-License-Identifier: Apache-2.0
// What the file's dictionary must hold: state dict, word list, figures, finite numbers.
#include "tests/checkpoint/corpus/corpus.h"
#include "tests/checkpoint/corpus/model.h"

namespace corpus {

namespace {

using namespace pk;

std::function<std::string()> with(std::function<void(Model&)> edit)
{
    return [edit = std::move(edit)] {
        Model model;
        edit(model);
        return model.file();
    };
}

std::function<std::string()> words(const std::vector<std::pair<std::string, std::int64_t>>& list,
                                   std::int64_t size)
{
    return with([list, size](Model& m) {
        m.words.clear();
        for (const auto& [word, id] : list)
            m.words.emplace_back(text(word), integer(id));
        m.vocabSize = integer(size);
    });
}

Tensor matrix(const std::string& key, std::int64_t rows, std::int64_t columns)
{
    Tensor t;
    t.key = key;
    t.numel = integer(rows * columns);
    t.size = ints({rows, columns});
    t.stride = ints({columns, 1});
    return t;
}

/// The tensors the dimensions are read from, for a vocabulary of `rows`.
void addCaptioner(Model& m, std::int64_t rows)
{
    m.tensors = {{text("decoder.embedding.weight"), tensor(matrix("0", rows, 4))},
                 {text("decoder.fc.weight"), tensor(matrix("1", rows, 2))},
                 {text("decoder.decode_step.weight_ih"), tensor(matrix("2", 6, 5))},
                 {text("decoder.encoder_att.weight"), tensor(matrix("3", 3, 8))},
                 {text("decoder.init_h.weight"), tensor(matrix("4", 2, 8))}};
    m.storages = {{"0", floats(static_cast<std::size_t>(rows * 4))},
                  {"1", floats(static_cast<std::size_t>(rows * 2))},
                  {"2", floats(30)},
                  {"3", floats(24)},
                  {"4", floats(16)}};
}

std::function<std::string()> weights(const std::string& storageClass, const std::string& bytes,
                                     std::size_t item)
{
    return [=] {
        Tensor t;
        t.storageClass = storageClass;
        const auto count = static_cast<std::int64_t>(bytes.size() / item);
        t.numel = integer(count);
        t.size = ints({count});
        t.stride = ints({1});
        Model model = Model::withTensor(tensor(t));
        model.storages[0].second = bytes;
        return model.file();
    };
}

std::vector<Case> keyCases()
{
    return {
        {"no model_state_dict",
         "MISSING_KEY",
         [] {
             return Model().fileWith(whole(dict({{text("word_map"), emptyDict}})));
         },
         {},
         "model_state_dict"},
        {"weights under another name",
         "MISSING_KEY",
         [] {
             const Model model;
             return model.fileWith(whole(
                 dict({{text("epoch"), integer(3)}, {text("state_dict"), orderedDict(model.tensors)}})));
         },
         {},
         "model_state_dict",
         "has tensors under 'state_dict'"},
        {"other keys only",
         "MISSING_KEY",
         [] {
             return Model().fileWith(whole(dict({{text("epoch"), integer(3)}, {text("loss"), real(1)}})));
         },
         {},
         "model_state_dict",
         "it has 'epoch', 'loss'"},
        {"a state dict for each half",
         "NOT_A_TENSOR",
         with([](Model& m) {
             const std::vector<Pair> tensors = m.tensors;
             m.tensors = {{text("encoder"), orderedDict(tensors)}};
         }),
         {},
         "encoder",
         "is itself a dictionary"},
        {"an empty model_state_dict",
         "MISSING_KEY",
         with([](Model& m) { m.stateDict = orderedDict(); }),
         {},
         "model_state_dict"},
        {"a list for model_state_dict",
         "MISSING_KEY",
         with([](Model& m) { m.stateDict = list({}); }),
         {},
         "model_state_dict"},
        {"a bare state dict",
         "MISSING_KEY",
         [] {
             const Model model;
             return model.fileWith(whole(orderedDict(model.tensors)));
         },
         {},
         "model_state_dict",
         "a bare state dict ('w', 'b')"},
        {"no word_map",
         "MISSING_KEY",
         [] {
             const Model model;
             return model.fileWith(whole(dict({{text("model_state_dict"), orderedDict(model.tensors)},
                                               {text("vocab_size"), integer(5)}})));
         },
         {},
         "word_map"},
        {"a list for word_map", "MISSING_KEY", with([](Model& m) { m.wordMap = list({}); }), {}, "word_map"},
        {"no vocab_size", "MISSING_KEY", with([](Model& m) { m.vocabSize.clear(); }), {}, "vocab_size"},
        {"a tensor name twice",
         "DUPLICATE_KEY",
         with([](Model& m) { m.tensors.push_back(m.tensors[0]); }),
         {},
         "w"},
        {"a number among the tensors",
         "NOT_A_TENSOR",
         with([](Model& m) { m.tensors.emplace_back(text("n"), integer(3)); }),
         {},
         "n"},
        {"a storage among the tensors",
         "NOT_A_TENSOR",
         with([](Model& m) { m.tensors.emplace_back(text("s"), storage({})); }),
         {},
         "s"},
        {"a set among the tensors",
         "NOT_A_TENSOR",
         with([](Model& m) {
             m.tensors.emplace_back(text("s"), call(global("builtins", "set"), {emptyList}));
         }),
         {},
         "s"},
        {"a number as a tensor's name", "NOT_A_TENSOR",
         with([](Model& m) { m.tensors[0].first = integer(3); })},
        {"a tensor name of 600 bytes", "PICKLE_LIMIT",
         with([](Model& m) { m.tensors[0].first = text(std::string(600, 'n')); })},
    };
}

std::vector<Case> vocabularyCases()
{
    const std::vector<std::pair<std::string, std::int64_t>> five = {
        {"<pad>", 0}, {"<start>", 1}, {"<end>", 2}, {"<unk>", 3}, {"fox", 4}};
    const auto but = [five](const std::string& word, std::int64_t id) {
        auto list = five;
        list.back() = {word, id};
        return list;
    };
    const auto reverse = [](const std::vector<Pair>& pairs) {
        return with([pairs](Model& m) { m.reverse = dict(pairs); });
    };
    std::vector<Pair> inverse;
    for (const auto& [word, id] : five)
        inverse.emplace_back(integer(id), text(word));
    auto other = inverse, shorter = inverse, textIds = inverse, outside = inverse;
    other[4].second = text("cat");
    shorter.pop_back();
    textIds[4].first = text("4");
    outside[4].first = integer(1ll << 40);
    auto json = inverse;
    for (std::size_t id = 0; id < json.size(); ++id)
        json[id].first = text(std::to_string(id));
    auto jsonOther = json, zeros = json;
    jsonOther[4].second = text("cat");
    zeros[4].first = text("04");
    return {
        {"vocab_size 9 for 5 words", "VOCAB", words(five, 9)},
        {"vocab_size 3 for 5 words", "VOCAB", words(five, 3)},
        {"vocab_size 9 for 5 rows", "VOCAB", with([](Model& m) {
             addCaptioner(m, 5);
             m.vocabSize = integer(9);
         })},
        {"vocab_size True", "VOCAB", with([](Model& m) { m.vocabSize = yes; })},
        {"vocab_size as text", "VOCAB", with([](Model& m) { m.vocabSize = text("5"); })},
        {"vocab_size 5.0", "VOCAB", with([](Model& m) { m.vocabSize = real(5); })},
        {"vocab_size 2^40", "VOCAB", with([](Model& m) { m.vocabSize = integer(1ll << 40); })},
        {"vocab_size 0", "VOCAB", with([](Model& m) { m.vocabSize = integer(0); })},
        {"vocab_size -5", "VOCAB", with([](Model& m) { m.vocabSize = integer(-5); })},
        {"two words with one number", "VOCAB", words(but("fox", 3), 5)},
        {"a word with number -1", "VOCAB", words(but("fox", -1), 5)},
        {"a word with number 2^31", "VOCAB", words(but("fox", 1ll << 31), 5)},
        {"a word with number vocab_size", "VOCAB", words(but("fox", 5), 5)},
        {"texts for numbers", "VOCAB", with([](Model& m) { m.words[4].second = text("4"); })},
        {"True for a number", "VOCAB", with([](Model& m) { m.words[4].second = yes; })},
        {"a number for a word", "VOCAB", with([](Model& m) { m.words[4].first = integer(7); })},
        {"no <start>",
         "VOCAB",
         with([](Model& m) { m.words[1].first = text("begin"); }),
         {},
         "<start> is missing"},
        {"no <end>",
         "VOCAB",
         with([](Model& m) { m.words[2].first = text("stop"); }),
         {},
         "<end> is missing"},
        {"rev_word_map with another word", "VOCAB", reverse(other)},
        {"rev_word_map with a word less", "VOCAB", reverse(shorter)},
        {"rev_word_map with texts for numbers", "VOCAB", reverse(textIds)},
        {"rev_word_map with a number far outside", "VOCAB", reverse(outside)},
        {"rev_word_map that is a list", "VOCAB", with([](Model& m) { m.reverse = list({}); })},
        {"rev_word_map that is right", "", reverse(inverse)},
        {"rev_word_map that went through JSON", "", reverse(json), {"VOCAB_JSON"}},
        {"rev_word_map through JSON with another word", "VOCAB", reverse(jsonOther)},
        {"rev_word_map with numbers that JSON never writes", "VOCAB", reverse(zeros)},
        {"a Counter as the word list",
         "",
         with([](Model& m) { m.wordMap = call(global("collections", "Counter"), {dict(m.words)}); }),
         {"VOCAB_TYPE"}},
        {"a Counter of counts as the word list",
         "VOCAB",
         with([](Model& m) {
             m.words[4].second = integer(3);
             m.wordMap = call(global("collections", "Counter"), {dict(m.words)});
         }),
         {},
         {},
         "seems to hold counts"},
        {"a defaultdict as the word list",
         "",
         with([](Model& m) {
             m.wordMap = call(global("collections", "defaultdict"), {global("__builtin__", "long")}) + "(";
             for (const auto& [word, id] : m.words)
                 m.wordMap += word + id;
             m.wordMap += "u";
         }),
         {"VOCAB_TYPE"}},
        {"the word list the other way round",
         "VOCAB",
         with([](Model& m) {
             for (auto& [word, id] : m.words)
                 std::swap(word, id);
         }),
         {},
         {},
         "the way rev_word_map should be"},
        {"half a character in a word", "VOCAB",
         with([](Model& m) { m.words[4].first = text("fo\xed\xa0\x80"); })},
        {"half a character in an unneeded name", "",
         with([](Model& m) { m.tensors[0].first = text("w\xed\xb2\x80"); })},
        {"a hole in the numbers",
         "",
         words({{"<pad>", 0}, {"<start>", 1}, {"<end>", 2}, {"<unk>", 3}, {"fox", 5}}, 6),
         {"VOCAB_HOLES"}},
        {"more rows than words",
         "",
         with([](Model& m) {
             addCaptioner(m, 8);
             m.vocabSize = integer(8);
         }),
         {"VOCAB_HOLES"}},
        {"no <pad>", "", with([](Model& m) { m.words[0].first = text("a"); }), {"VOCAB_SPECIAL"}},
        {"no <pad> and no <unk>",
         "",
         with([](Model& m) { m.words[0].first = text("a"), m.words[3].first = text("b"); }),
         {"VOCAB_SPECIAL"}},
    };
}

std::vector<Case> figureCases()
{
    const std::string one = le32(0x3f800000);
    return {
        {"figures that agree with the tensors", "", with([](Model& m) {
             addCaptioner(m, 5);
             m.more = {{text("decoder_dim"), integer(2)}, {text("attention_dim"), integer(3)}};
         })},
        {"decoder_dim that disagrees with the tensors",
         "",
         with([](Model& m) {
             addCaptioner(m, 5);
             m.more = {{text("decoder_dim"), integer(512)}, {text("attention_dim"), integer(3)}};
         }),
         {"STALE_DIMS"}},
        {"NaN", "WEIGHT_NAN", weights("FloatStorage", one + le32(0x7fc00000) + one, 4), {}, "w"},
        {"infinity", "WEIGHT_NAN", weights("FloatStorage", one + le32(0x7f800000), 4), {}, "w"},
        {"negative infinity", "WEIGHT_NAN", weights("FloatStorage", le32(0xff800000) + one, 4), {}, "w"},
        {"NaN in double precision",
         "WEIGHT_NAN",
         weights("DoubleStorage", le64(0x7ff8000000000000), 8),
         {},
         "w"},
        {"NaN in half precision",
         "WEIGHT_NAN",
         weights("HalfStorage", le16(0x3c00) + le16(0x7e00), 2),
         {},
         "w"},
        {"infinity in bfloat16",
         "WEIGHT_NAN",
         weights("BFloat16Storage", le16(0x3f80) + le16(0x7f80), 2),
         {},
         "w"},
        {"the largest finite numbers", "", weights("FloatStorage", le32(0x7f7fffff) + le32(0xff7fffff), 4)},
        {"integers that look like NaN", "", weights("IntStorage", le32(0x7fc00000), 4)},
        {"NaN outside the slice that is used", "",
         [] {
             Tensor t;
             t.numel = integer(3);
             t.size = ints({2});
             t.stride = ints({2});
             Model model = Model::withTensor(tensor(t));
             model.storages[0].second = le32(0x3f800000) + le32(0x7fc00000) + le32(0x3f800000);
             return model.file();
         }},
        {"float16 and float32 mixed", "", with([](Model& m) {
             Tensor half = matrix("1", 1, 4);
             half.storageClass = "HalfStorage";
             m.tensors[1].second = tensor(half);
             m.storages[1].second = le16(0x3c00) + le16(0x3c00) + le16(0x3c00) + le16(0x3c00);
         })},
        {"an extra tensor", "", with([](Model& m) {
             addCaptioner(m, 5);
             m.tensors.emplace_back(text("decoder.extra"), tensor(matrix("5", 1, 2)));
             m.storages.emplace_back("5", floats(2));
         })},
        {"a negative variance",
         "WEIGHT_NAN",
         [one] {
             Tensor t;
             t.numel = integer(3), t.size = ints({3}), t.stride = ints({1});
             Model model;
             model.tensors = {{text("encoder.0.1.running_var"), tensor(t)}};
             model.storages = {{"0", one + le32(0xbf800000) + one}};
             return model.file();
         },
         {},
         "encoder.0.1.running_var",
         "a negative variance"},
        {"a variance of minus zero beside negative numbers that are none", "",
         [one] {
             Tensor variance;
             variance.numel = integer(4), variance.size = ints({2}), variance.stride = ints({2});
             Tensor mean = variance;
             mean.offset = integer(1);
             Model model;
             model.tensors = {{text("encoder.0.1.running_var"), tensor(variance)},
                              {text("encoder.0.1.running_mean"), tensor(mean)}};
             model.storages = {{"0", le32(0x80000000) + le32(0xbf800000) + one + le32(0xbf800000)}};
             return model.file();
         }},
        {"storages that are not aligned", "",
         [] {
             std::vector<Entry> entries = Model().entries();
             for (Entry& entry : entries)
                 entry.aligned = false;
             return zip(entries);
         }},
        {"an archive without zip64 records", "", [] { return zip(Model().entries(), {.zip64 = false}); }},
    };
}

/// The good model with the tensors' names changed by `change`.
std::function<std::string()> named(std::function<std::string(const std::string&)> change)
{
    return with([change = std::move(change)](Model& m) {
        m.tensors[0].first = text(change("encoder.w"));
        m.tensors[1].first = text(change("decoder.b"));
    });
}

std::vector<Case> nameCases()
{
    const auto inFront = [](const std::string& words) {
        return named([words](const std::string& name) { return words + name; });
    };
    const auto inside = [](const std::string& word) {
        return named([word](const std::string& name) { return std::string(name).insert(8, word); });
    };
    Tensor count;
    count.storageClass = "LongStorage";
    count.key = "2", count.numel = integer(1), count.size = emptyTuple, count.stride = emptyTuple;
    const auto averaged = [count](const std::string& name, const std::string& value) {
        return with([=](Model& m) {
            m.tensors = {{text(name), value},
                         {text("module.w"), m.tensors[0].second},
                         {text("module.b"), m.tensors[1].second}};
            m.storages.emplace_back("2", le64(9));
        });
    };
    return {
        {"names with module. in front", "", inFront("module.")},
        {"names with _orig_mod. in front", "", inFront("_orig_mod.")},
        {"names with four wrapper words in front", "", inFront("module._orig_mod.module._orig_mod.")},
        {"names with module. inside", "", inside("module.")},
        {"names with _orig_mod. inside", "", inside("_orig_mod.")},
        {"n_averaged of an AveragedModel", "", averaged("n_averaged", tensor(count)), {"UNUSED"}},
        {"n_averaged of an AveragedModel in DataParallel",
         "",
         averaged("module.n_averaged", tensor(count)),
         {"UNUSED"}},
        {"n_averaged that is a plain number", "", averaged("n_averaged", integer(9)), {"UNUSED"}},
        {"one name wrapped in two ways",
         "DUPLICATE_KEY",
         with([](Model& m) {
             m.tensors[0].first = text("module.b"), m.tensors[1].first = text("_orig_mod.b");
         }),
         {},
         "b",
         "wrapper words"},
        {"a plain name beside a wrapped one", "",
         with([](Model& m) { m.tensors[0].first = text("module.b"); })},
    };
}

} // namespace

std::vector<Case> contentCases()
{
    std::vector<Case> cases = keyCases();
    for (auto part : {nameCases(), vocabularyCases(), figureCases()})
        cases.insert(cases.end(), part.begin(), part.end());
    return cases;
}

} // namespace corpus
