// SPDX-License-Identifier: Apache-2.0
// What a contents list may name, and what it must not.
#include "tests/checkpoint/corpus/corpus.h"
#include "tests/checkpoint/corpus/model.h"

namespace corpus {

namespace {

using namespace pk;

std::function<std::string()> extra(const std::string& value, int protocol = 2)
{
    return [value, protocol] {
        Model model;
        model.more = {{text("extra"), value}};
        model.protocol = protocol;
        return model.file();
    };
}

/// A file whose contents list is `value` alone.
std::function<std::string()> raw(const std::string& value)
{
    return [value] { return Model().fileWith(whole(value)); };
}

std::function<std::string()> vocabSize(const std::string& value, int protocol = 2)
{
    return [value, protocol] {
        Model model;
        model.vocabSize = value;
        model.protocol = protocol;
        return model.file();
    };
}

std::function<std::string()> weight(const std::string& value)
{
    return [value] { return Model::withTensor(value).file(); };
}

std::string encoded(const std::string& utf8, const std::string& codec = "latin1")
{
    return call(global("_codecs", "encode"), {text(utf8), text(codec)});
}

std::string dtype(const std::string& code, const std::string& order = "<")
{
    return call(global("numpy", "dtype"), {text(code), no, yes}) +
           tuple({integer(3), text(order), none, none, none, integer(-1), integer(-1), integer(0)}) + build;
}

std::string scalar(const std::string& dtypeValue, const std::string& bytes,
                   const std::string& module = "numpy.core.multiarray")
{
    return call(global(module, "scalar"), {dtypeValue, bytes});
}

std::string bytes(const std::string& raw)
{
    return "C" + std::string(1, static_cast<char>(raw.size())) + raw;
}

std::vector<Case> unsafeCases()
{
    std::vector<Case> cases;
    for (const auto& [module, name] : std::vector<Pair>{{"os", "system"},
                                                        {"posix", "system"},
                                                        {"nt", "system"},
                                                        {"builtins", "eval"},
                                                        {"__builtin__", "eval"},
                                                        {"builtins", "getattr"},
                                                        {"builtins", "exec"},
                                                        {"torch", "load"},
                                                        {"torch.hub", "load"},
                                                        {"subprocess", "Popen"},
                                                        {"torch", "FooStorage"},
                                                        {"torch.nn.modules.linear", "Linear"},
                                                        {"collections", "OrderedDict.fromkeys"},
                                                        {"torch", "_utils._rebuild_tensor_v2"},
                                                        {"torch._utils", "_rebuild_tensor_v2.__globals__"},
                                                        {"torch._utils", "_rebuild_sparse.x"},
                                                        {"Collections", "OrderedDict"},
                                                        {"collections ", "OrderedDict"},
                                                        {"", ""},
                                                        {"numpy", "load"},
                                                        {"torch.storage", "_load_from_bytes"},
                                                        {"operator", "attrgetter"},
                                                        {"functools", "partial"}})
        cases.push_back({"global " + module + "." + name,
                         "UNSAFE",
                         extra(call(global(module, name), {text("id")})),
                         {},
                         module + "." + name});
    cases.push_back({"os.system through the stack",
                     "UNSAFE",
                     extra(text("os") + text("system") + "\x93" + tuple({text("id")}) + reduce, 4),
                     {},
                     "os.system"});
    cases.push_back({"os.system as an object",
                     "UNSAFE",
                     extra("(" + global("os", "system") + text("id") + "o"),
                     {},
                     "os.system"});
    cases.push_back(
        {"a global that is never called", "UNSAFE", extra(global("os", "system")), {}, "os.system"});
    cases.push_back({"a name with a terminal escape",
                     "UNSAFE",
                     extra(global("os", "\x1b[2Jsystem")),
                     {},
                     "os.[2Jsystem"});
    return cases;
}

std::vector<Case> oddCases()
{
    std::vector<Case> cases = {
        {"a global named by two integers", "PICKLE_BAD", extra("K\x01K\x01\x93", 4)},
        {"a storage class that is called", "PICKLE_BAD",
         extra(call(global("torch", "FloatStorage"), {integer(1'000'000'000'000)}))},
        {"text encoded as utf-16", "PICKLE_BAD", extra(encoded("abc", "utf-16"))},
        {"text encoded as latin1 that is not", "PICKLE_BAD", extra(encoded("\xe2\x82\xac"))},
        {"a persistent id that is a text", "PICKLE_BAD", extra(text("0") + persid)},
        {"a persistent id of a module", "PICKLE_BAD",
         extra(tuple({text("module"), global("torch", "FloatStorage"), text("0"), text("cpu"), integer(6)}) +
               persid)},
        {"a persistent id of six parts", "PICKLE_BAD",
         extra(tuple({text("storage"), global("torch", "FloatStorage"), text("0"), text("cpu"), integer(6),
                      none}) +
               persid)},
        {"a persistent id with a function for its type", "PICKLE_BAD",
         extra(tuple({text("storage"), global("torch", "Size"), text("0"), text("cpu"), integer(6)}) +
               persid)},
        {"a parameter made of nothing", "PICKLE_BAD",
         extra(call(global("torch._utils", "_rebuild_parameter"), {none, yes, orderedDict()}))},
        {"a size made of a number", "PICKLE_BAD", extra(call(global("torch", "Size"), {integer(3)}))},
        {"a numpy dtype with two states", "PICKLE_BAD",
         extra(dtype("i8") + tuple({integer(3), text("<")}) + build)},
        {"a numpy number of the wrong length", "PICKLE_BAD", extra(scalar(dtype("i8"), bytes("1234")))},
        {"a numpy number with big-endian bytes", "PICKLE_BAD",
         extra(scalar(dtype("i8", ">"), bytes("12345678")))},
        {"a numpy number whose dtype is a text", "PICKLE_BAD", extra(scalar(text("i8"), bytes("12345678")))},
        {"a state twice for a set", "",
         extra("\x8f"
               "}b}b",
               4)},
        {"a numpy integer as the vocabulary size", "",
         vocabSize(scalar(dtype("i8"), bytes(std::string("\5\0\0\0\0\0\0\0", 8))), 3)},
        {"a numpy integer in protocol 2", "",
         vocabSize(scalar(dtype("i4"), encoded(std::string("\5\0\0\0", 4))))},
        {"a numpy 2 integer", "",
         vocabSize(scalar(dtype("u1", "|"), bytes("\5"), "numpy._core.multiarray"), 4)},
        {"a numpy bool as the vocabulary size", "VOCAB", vocabSize(scalar(dtype("b1", "|"), bytes("\1")), 3)},
        {"a numpy float as the vocabulary size", "VOCAB",
         vocabSize(scalar(dtype("f4"), bytes(std::string("\0\0\xa0\x40", 4))), 3)},
        {"a number beyond 64 bits nobody needs", "", extra(std::string("\x8a\x09\0\0\0\0\0\0\0\x80\0", 11))},
    };
    for (const char* name : {"_rebuild_qtensor", "_rebuild_sparse_tensor", "_rebuild_sparse_csr_tensor",
                             "_rebuild_meta_tensor_no_storage", "_rebuild_tensor_v3",
                             "_rebuild_device_tensor_from_numpy", "_rebuild_nested_tensor"})
        cases.push_back({std::string("a tensor made by ") + name,
                         "UNSUPPORTED_TENSOR",
                         weight(call(global("torch._utils", name), {})),
                         {},
                         "w"});
    cases.push_back({"a tensor of a class of its own",
                     "UNSUPPORTED_TENSOR",
                     weight(call(global("torch._tensor", "_rebuild_from_type_v2"), {})),
                     {},
                     "w"});
    return cases;
}

/// What people keep beside the weights, as Python writes it.
std::vector<Case> metadataCases()
{
    const auto word = [](const std::string& value) { return text("k") + value + "s"; };
    const std::string counter = global("collections", "Counter"),
                      defaults = global("collections", "defaultdict");
    std::vector<Case> cases = {
        {"a Counter", "", extra(call(counter, {dict({{text("a"), integer(2)}, {text("b"), integer(1)}})}))},
        {"an empty Counter", "", extra(call(counter, {}))},
        {"a Counter that was given attributes", "", extra(call(counter, {}) + "}b")},
        {"a Counter of a list of keys", "PICKLE_BAD", extra(call(counter, {}) + "]Ns")},
        {"tuples as keys", "",
         extra(dict({{tuple({text("val"), integer(4)}), real(0.1)},
                     {emptyTuple, none},
                     {tuple({emptyTuple}), none}}))},
        {"a date as a key", "", extra(dict({{call(global("datetime", "date"), {bytes("1234")}), none}}), 3)},
        {"a type as a key", "", extra(dict({{global("torch", "float32"), none}}))},
        {"a numpy text", "", extra(scalar(dtype("U2"), bytes(std::string("a\0\0\0\xac\x20\0\0", 8))), 3)},
        {"an empty numpy text in protocol 2", "",
         extra(scalar(dtype("U0"), call(global("__builtin__", "bytes"), {})))},
        {"a numpy text of the wrong length", "PICKLE_BAD", extra(scalar(dtype("U2"), bytes("a\0\0\0")), 3)},
        {"a numpy text beyond Unicode nobody needs", "",
         extra(scalar(dtype("U1"), bytes("\xff\xff\xff\x7f")), 3)},
        {"a numpy text of 2^40 characters", "", extra(scalar(dtype("U1099511627776"), bytes("a")), 3)},
        {"half a character in a text nobody needs", "", extra(text("a\xed\xb2\x80"))},
        {"attributes beside the metadata of a state dict", "",
         [] {
             Model model;
             model.stateDict = orderedDict(model.tensors) +
                               dict({{text("_metadata"), orderedDict()}, {text("best"), real(3.5)}}) + build;
             return model.file();
         }},
        {"a number only Python's long integers hold",
         "PICKLE_OP",
         extra("\x8b" + le32(256) + std::string(256, '\1')),
         {},
         {},
         "an integer of more than 255 bytes"},
        {"a frozenset of protocol 4", "PICKLE_OP", extra("(\x91", 4), {}, {}, "a frozenset"},
        {"an object of somebody's class",
         "UNSAFE",
         extra(global("__main__", "Config") + ")\x81"),
         {},
         "__main__.Config",
         "holds '__main__.Config' under 'extra'"},
        {"a member of an enumeration",
         "UNSAFE",
         extra(call(global("__builtin__", "getattr"), {global("__main__", "Color"), text("RED")})),
         {},
         "__builtin__.getattr",
         "such as a member of an enumeration"},
        {"a whole model for a checkpoint",
         "UNSAFE",
         raw(global("captioner", "Captioner") + ")\x81}b"),
         {},
         "captioner.Captioner",
         "holds 'captioner.Captioner'"},
        {"a function that is made to run",
         "UNSAFE",
         extra(call(global("os.path", "join"), {text("a")})),
         {},
         "os.path.join",
         "tries to run 'os.path.join'"},
    };
    for (const char* factory :
         {"long", "unicode", "int", "str", "float", "list", "dict", "set", "tuple", "bool"})
        cases.push_back({std::string("a defaultdict of ") + factory, "",
                         extra(call(defaults, {global("__builtin__", factory)}) + word(integer(3)))});
    for (const auto& [module, name] : std::vector<Pair>{{"builtins", "frozenset"},
                                                        {"builtins", "range"},
                                                        {"builtins", "slice"},
                                                        {"__builtin__", "xrange"},
                                                        {"decimal", "Decimal"},
                                                        {"fractions", "Fraction"},
                                                        {"uuid", "UUID"},
                                                        {"types", "SimpleNamespace"},
                                                        {"numpy", "float32"},
                                                        {"numpy", "str_"}})
        cases.push_back({"an object of " + module + "." + name, "",
                         extra(call(global(module, name), {integer(1)}) + "}b")});
    for (const auto& [module, name] : std::vector<Pair>{{"numpy", "float32.x"},
                                                        {"numpy", "frompyfunc"},
                                                        {"__builtin__", "long.from_bytes"},
                                                        {"builtins", "compile"},
                                                        {"builtins", "type"},
                                                        {"types", "FunctionType"},
                                                        {"uuid", "_popen"}})
        cases.push_back({"global " + module + "." + name,
                         "UNSAFE",
                         extra(global(module, name)),
                         {},
                         module + "." + name});
    return cases;
}

} // namespace

std::vector<Case> globalCases()
{
    std::vector<Case> cases = unsafeCases();
    const std::vector<Case> odd = oddCases();
    cases.insert(cases.end(), odd.begin(), odd.end());
    const std::vector<Case> metadata = metadataCases();
    cases.insert(cases.end(), metadata.begin(), metadata.end());
    return cases;
}

} // namespace corpus
