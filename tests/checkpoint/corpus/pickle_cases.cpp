// SPDX-License-Identifier: Apache-2.0
// Contents lists that break the rules of the pickle machine itself.
#include "tests/checkpoint/corpus/corpus.h"
#include "tests/checkpoint/corpus/model.h"

namespace corpus {

namespace {

using namespace pk;

/// A file whose data.pkl is exactly `contents`.
std::function<std::string()> raw(std::function<std::string()> contents)
{
    return [contents = std::move(contents)] { return Model().fileWith(contents()); };
}
std::function<std::string()> raw(const std::string& contents)
{
    return [contents] { return Model().fileWith(contents); };
}
/// Protocol mark, `operations`, STOP.
std::function<std::string()> ops(const std::string& operations, int protocol = 2)
{
    return raw(whole(operations, protocol));
}
/// The good dictionary with one more key whose value is `value`.
std::function<std::string()> extra(const std::string& value)
{
    return [value] {
        Model model;
        model.more = {{text("extra"), value}};
        return model.file();
    };
}

std::string repeat(const std::string& piece, std::size_t times)
{
    std::string all;
    all.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i)
        all += piece;
    return all;
}

/// Ten lists, each holding the one before it ten times.
std::string laughs()
{
    std::string all = list({integer(1)}) + put(0);
    for (unsigned i = 0; i < 10; ++i)
        all += emptyList + mark + repeat(get(i), 10) + "e" + put(i + 1);
    return tuple({all});
}

/// Lists that are nested from the outside in: each is filled only after it was put into its parent.
std::string nestedFromOutside()
{
    std::string all = mark + emptyList + put(0);
    for (unsigned i = 0; i < 200; ++i)
        all += get(i) + emptyList + put(i + 1) + append;
    return all + "t";
}

std::vector<Case> streamCases()
{
    const std::string goodPickle = Model().pickle();
    std::vector<Case> cases = {
        {"an empty contents list", "PICKLE_BAD", raw(std::string())},
        {"no protocol mark", "PICKLE_BAD", raw("}.")},
        {"text protocol 0", "PICKLE_BAD", raw("(dp0\nS'a'\nI1\ns.")},
        {"protocol 1", "PICKLE_PROTO", raw("\x80\x01}.")},
        {"protocol 6", "PICKLE_PROTO", raw("\x80\x06}.")},
        {"protocol 9", "PICKLE_PROTO", raw("\x80\x09}.")},
        {"a second protocol mark", "PICKLE_BAD", ops("\x80\x02}")},
        {"no STOP", "PICKLE_BAD", raw(goodPickle.substr(0, goodPickle.size() - 1))},
        {"bytes after STOP", "PICKLE_BAD", raw(goodPickle + "x")},
        {"a second pickle after STOP", "PICKLE_BAD", raw(goodPickle + goodPickle)},
        {"cut inside a text", "PICKLE_BAD", raw(goodPickle.substr(0, 10))},
        {"cut inside an integer", "PICKLE_BAD", raw("\x80\x02J\x01\x02")},
        {"cut inside a global", "PICKLE_BAD",
         raw("\x80\x02"
             "ctorch\nFloatSto")},
        {"an unknown operation", "PICKLE_OP", ops("\xff")},
        {"a value too few for REDUCE", "PICKLE_BAD", ops("R")},
        {"REDUCE with only arguments", "PICKLE_BAD", ops(")R")},
        {"a mark too few for TUPLE", "PICKLE_BAD", ops("t")},
        {"a mark too few for SETITEMS", "PICKLE_BAD", ops("}u")},
        {"TUPLE2 of one value", "PICKLE_BAD", ops("N\x86")},
        {"TUPLE1 across a mark", "PICKLE_BAD", ops("N(\x85t")},
        {"BUILD of nothing", "PICKLE_BAD", ops("}b")},
        {"SETITEMS without a dictionary", "PICKLE_BAD", ops("(" + text("a") + "Nu")},
        {"APPENDS without a list", "PICKLE_BAD", ops("(Ne")},
        {"SETITEM without a dictionary", "PICKLE_BAD", ops(text("a") + "Ns")},
        {"a mark left open", "PICKLE_BAD", ops("}(")},
        {"nothing left at STOP", "PICKLE_BAD", ops("")},
        {"a mark used as a value", "PICKLE_BAD", ops("}" + text("a") + "(s")},
        {"a key without a value", "PICKLE_BAD", ops("}(" + text("a") + "Nu" + "(" + text("b") + "u")},
        {"two values left at STOP", "PICKLE_BAD", ops("}}")},
        {"BINGET of an unset slot", "PICKLE_BAD", ops("h\x07")},
        {"LONG_BINGET of an unset slot", "PICKLE_BAD", ops("j" + le32(0xffffffff))},
        {"BINPUT with nothing to remember", "PICKLE_BAD", ops("q" + std::string(1, '\0') + "}")},
        {"memo index 2^31-1", "PICKLE_LIMIT", ops("}r" + le32(0x7fffffff))},
        {"memo index 2^32-1", "PICKLE_LIMIT", ops("}r" + le32(0xffffffff))},
        {"a text of 4 GB with 2 bytes left", "PICKLE_BAD", raw("\x80\x02X" + le32(0xffffffff) + "ab")},
        {"a text of 2^63 bytes", "PICKLE_BAD", ops("\x8d" + le64(1ull << 63) + "ab", 4)},
        {"bytes of 2^63", "PICKLE_BAD", ops("\x8e" + le64(1ull << 63) + "ab", 4)},
        {"a byte array of 2^64-1", "PICKLE_BAD", ops("\x96" + le64(~0ull) + "ab", 5)},
        {"a frame of 2^62 bytes", "PICKLE_BAD", ops("\x95" + le64(1ull << 62) + "}", 4)},
        {"bytes past the end", "PICKLE_BAD", ops("B" + le32(100) + "ab", 3)},
        {"a long integer past the end", "PICKLE_BAD", ops("\x8a\xff\x01")},
        {"a text that is not UTF-8", "PICKLE_BAD", ops(dict({{text("a\xff"), none}}))},
        {"a text over 1 MB", "PICKLE_LIMIT", ops(text(std::string((1u << 20) + 1, 'x')))},
        {"a text of exactly 1 MB", "", extra(text(std::string(1u << 20, 'x')))},
    };
    for (const auto& [name, op] : std::vector<Pair>{{"DUP", "N2"},
                                                    {"POP", "NN0"},
                                                    {"POP_MARK", "N(1"},
                                                    {"INST", "(ios\nsystem\n"},
                                                    {"OBJ", "(No"},
                                                    {"PERSID", "P0\n"},
                                                    {"EXT1", "\x82\x01"},
                                                    {"EXT2", "\x83\x01\x01"},
                                                    {"EXT4", "\x84" + le32(1)},
                                                    {"FROZENSET", "(\x91"},
                                                    {"LONG4", "\x8b" + le32(1) + "\x01"},
                                                    {"INT as text", "I1\n"},
                                                    {"LONG as text", "L1L\n"},
                                                    {"FLOAT as text", "F1.0\n"},
                                                    {"STRING as text", "S'a'\n"},
                                                    {"BINSTRING", "T" + le32(1) + "a"},
                                                    {"UNICODE as text", "Va\n"},
                                                    {"GET as text", "Ng0\n"},
                                                    {"PUT as text", "Np0\n"},
                                                    {"NEXT_BUFFER", "\x97"},
                                                    {"READONLY_BUFFER", "N\x98"},
                                                    {"LIST", "(l"},
                                                    {"DICT", "(d"},
                                                    {"NEWOBJ_EX", "NNN\x92"}})
        cases.push_back({"operation " + name, "PICKLE_OP", ops(op)});
    return cases;
}

std::vector<Case> typeCases()
{
    const std::string storageValue = storage({});
    return {
        {"an item set on an integer", "PICKLE_BAD", ops("K\x01" + text("a") + "Ns")},
        {"an item set on a list", "PICKLE_BAD", ops("]" + text("a") + "Ns")},
        {"an item set on a storage", "PICKLE_BAD", ops(storageValue + text("a") + "Ns")},
        {"an item set on a tensor", "PICKLE_BAD", ops(tensor({}) + text("a") + "Ns")},
        {"items set on a tuple", "PICKLE_BAD", ops(")(" + text("a") + "Nu")},
        {"a value appended to a dictionary", "PICKLE_BAD", ops("}Na")},
        {"a value appended to a tuple", "PICKLE_BAD", ops(")Na")},
        {"values appended to a text", "PICKLE_BAD", ops(text("a") + "(NNe")},
        {"a state given to a dictionary", "PICKLE_BAD", ops("}}b")},
        {"a state given to a tensor", "PICKLE_BAD", ops(tensor({}) + "}b")},
        {"a list as the state of an OrderedDict", "PICKLE_BAD", ops(orderedDict() + "]b")},
        {"a number as the name of an OrderedDict's attribute", "PICKLE_BAD",
         ops(orderedDict() + dict({{integer(1), none}}) + "b")},
        {"a list as a key", "PICKLE_BAD", ops("}]Ns")},
        {"a dictionary as a key", "PICKLE_BAD", ops("}}Ns")},
        {"a tensor as a key", "PICKLE_BAD", ops("}" + tensor({}) + "Ns")},
        {"a list in a tuple as a key", "PICKLE_BAD", ops("}]\x85Ns")},
        {"a tensor in a tuple as a key", "PICKLE_BAD", ops("}" + tensor({}) + "\x85Ns")},
        {"a dictionary in a tuple in a tuple as a key", "PICKLE_BAD", ops("}}\x85\x85Ns")},
        {"a tuple as a key that holds its dictionary", "PICKLE_BAD", ops("}" + put(0) + get(0) + "\x85Ns")},
        {"set items added to a list", "PICKLE_BAD", ops("](N\x90", 4)},
        {"an OrderedDict made of numbers", "PICKLE_BAD",
         ops(call(global("collections", "OrderedDict"), {integer(3)}))},
        {"an OrderedDict made of triples", "PICKLE_BAD",
         ops(call(global("collections", "OrderedDict"), {list({tuple({none, none, none})})}))},
        {"a tuple called", "PICKLE_BAD", ops("))R")},
        {"a function called with a list", "PICKLE_BAD", ops(global("collections", "OrderedDict") + "]R")},
        {"an object made of a text", "PICKLE_BAD", ops(text("a") + ")\x81")},
        {"an object made of a storage class", "PICKLE_BAD", ops(global("torch", "FloatStorage") + ")\x81")},
        {"a list at the top", "NOT_DICT", ops("]")},
        {"an integer at the top", "NOT_DICT", ops("K\x01")},
        {"a tensor at the top", "NOT_DICT", ops(tensor({}))},
        {"a key twice in the file's dictionary",
         "DUPLICATE_KEY",
         [] {
             Model model;
             model.more = {{text("epoch"), integer(1)}, {text("epoch"), integer(2)}};
             return model.file();
         },
         {},
         "epoch"},
        {"1 and True as keys of one dictionary", "DUPLICATE_KEY",
         extra(dict({{integer(1), none}, {yes, none}}))},
        {"1 and 1.0 as keys of one dictionary", "DUPLICATE_KEY",
         extra(dict({{integer(1), none}, {real(1), none}}))},
        {"a key twice, added one by one",
         "DUPLICATE_KEY",
         extra("}" + text("k") + "Ns" + text("k") + "Ns"),
         {},
         "k"},
        {"the same text and bytes as keys", "", extra(dict({{text("k"), none}, {"C\x01k", none}}))},
    };
}

std::vector<Case> limitCases()
{
    return {
        {"200,000 nested tuples", "PICKLE_LIMIT", raw([] { return whole("N" + repeat("\x85", 200'000)); })},
        {"100,000 nested lists", "PICKLE_LIMIT",
         raw([] { return whole(repeat("]", 100'000) + repeat("a", 99'999)); })},
        {"50,000 nested dictionaries", "PICKLE_LIMIT",
         raw([] { return whole(repeat("}" + text("k"), 50'000) + "N" + repeat("s", 50'000)); })},
        {"65 nested lists", "PICKLE_LIMIT", extra(repeat("]", 64) + repeat("a", 63))},
        {"as many nested lists as are allowed", "", extra(repeat("]", 63) + repeat("a", 62))},
        {"lists nested from the outside in", "PICKLE_LIMIT", extra(nestedFromOutside())},
        {"3,000,000 marks", "PICKLE_LIMIT", raw([] { return whole(repeat("(", 3'000'000)); })},
        {"257 open marks", "PICKLE_LIMIT", ops(repeat("(", 257))},
        {"a dictionary that contains itself", "PICKLE_CYCLE", ops("}" + put(0) + text("me") + get(0) + "s")},
        {"a list that contains itself", "PICKLE_CYCLE", extra("]" + put(0) + get(0) + "a")},
        {"two dictionaries that contain each other", "PICKLE_CYCLE",
         extra("}" + put(0) + text("b") + "}" + put(1) + text("a") + get(0) + "ss")},
        {"a cycle through a tuple", "PICKLE_CYCLE", extra("]" + put(0) + get(0) + "\x85" + "a")},
        {"a billion laughs", "PICKLE_LIMIT", extra(laughs())},
        {"5 million operations", "PICKLE_LIMIT",
         raw([] { return whole("}" + repeat("q" + std::string(1, '\0'), 5'000'000)); })},
        {"3 million small integers", "PICKLE_LIMIT",
         raw([] { return whole("(" + repeat("K\x01", 3'000'000) + "t"); })},
        {"a stack of 1.5 million values", "PICKLE_LIMIT",
         raw([] { return whole("(" + repeat("N", 1'500'000) + "t"); })},
        {"a million empty lists", "PICKLE_LIMIT",
         raw([] { return whole("(" + repeat("]", 999'000) + "t"); })},
        {"a memo that grows without bound", "PICKLE_LIMIT", raw([] {
             std::string all = "}";
             for (unsigned i = 0; i < 1'100'000; ++i)
                 all += "r" + le32(i);
             return whole(all);
         })},
        {"long texts recalled as keys of many dictionaries", "PICKLE_LIMIT", raw([] {
             const std::string word(1u << 20, 'x');
             std::string all = "(" + text(word) + put(0) + text(word.substr(1) + "y") + put(1);
             for (int i = 0; i < 20'000; ++i)
                 all += "}(" + get(0) + "N" + get(1) + "Nu";
             return whole(all + "t");
         })},
        {"a global line of 100 KB", "PICKLE_LIMIT", ops("c" + std::string(100'000, 'm') + "\nname\n")},
        {"a global line without end", "PICKLE_BAD",
         raw("\x80\x02"
             "cos")},
        {"a stack global with a name of 300 bytes", "PICKLE_LIMIT",
         ops(text("os") + text(std::string(300, 'n')) + "\x93", 4)},
    };
}

} // namespace

std::vector<Case> pickleCases()
{
    std::vector<Case> cases = streamCases();
    for (auto part : {typeCases(), limitCases()})
        cases.insert(cases.end(), part.begin(), part.end());
    return cases;
}

} // namespace corpus
