// SPDX-License-Identifier: Apache-2.0
// What the pickle machine knows: plain numbers and text, containers, and the few objects a checkpoint is made
// of. Nothing in here can run anything. Values are 16 bytes and own nothing; a PickleHeap does.
#pragma once

#include "core/checkpoint/checkpoint.h"

#include <cstdint>
#include <string_view>

namespace nanocap::checkpoint {

enum class Kind : std::uint8_t {
    None,
    Bool,
    Int,
    Float,
    String,
    Bytes,
    Tuple,
    List,
    Dict,
    OrderedDict,
    Global,
    Storage,
    Tensor,
    NumpyDtype,
    Opaque, ///< parsed and forgotten: sets, dates, arrays, integers beyond 64 bits
    Unset   ///< a memo slot nothing was put into
};
/// "list", "int", …: for sentences.
std::string_view nameOf(Kind kind);
struct Value;
/// As nameOf(Kind), and "Counter" or "defaultdict".
std::string_view typeOf(const Value& value);

/// What a global (module and name) stands for.
enum class Meaning : std::uint8_t {
    OrderedDict,
    StorageClass,
    RebuildTensor,
    RebuildParameter,
    NumpyScalar,
    NumpyDtype,
    Counter,
    DefaultDict,
    CodecsEncode,
    TorchSize,
    Inert,
    Unsupported
};

struct Container;
struct NumpyDtype
{
    char kind = 0; ///< 'i' 'u' 'f' 'b' 'U' 'S'; 0 for what is not read
    std::uint32_t size = 0;
    char order = 0; ///< '<' '|' '>' after BUILD; 0 before
};

struct Value
{
    Kind kind = Kind::None;
    Meaning meaning = Meaning::Inert; ///< of a Global
    std::uint32_t size = 0;           ///< of a String or Bytes
    union {
        std::int64_t integer = 0; ///< Int, Bool, index of a Storage or Tensor, StorageType of a Global
        double real;
        const char* text;
        Container* container;
        NumpyDtype* dtype;
    };

    std::string_view string() const { return {text, size}; }
    bool isText() const { return kind == Kind::String; }
    bool isText(std::string_view other) const { return isText() && string() == other; }
    bool isInt() const { return kind == Kind::Int; }
    bool isDict() const { return kind == Kind::Dict || kind == Kind::OrderedDict; }
    bool isContainer() const { return kind >= Kind::Tuple && kind <= Kind::OrderedDict; }

    static Value ofInt(std::int64_t i)
    {
        Value v;
        v.kind = Kind::Int;
        v.integer = i;
        return v;
    }
    static Value ofBool(bool b)
    {
        Value v;
        v.kind = Kind::Bool;
        v.integer = b;
        return v;
    }
    static Value ofFloat(double d)
    {
        Value v;
        v.kind = Kind::Float;
        v.real = d;
        return v;
    }
    static Value opaque()
    {
        Value v;
        v.kind = Kind::Opaque;
        return v;
    }
    static Value of(Kind kind, std::int64_t i)
    {
        Value v;
        v.kind = kind;
        v.integer = i;
        return v;
    }
};
static_assert(sizeof(Value) == 16);

/// A run of values; `count` values follow it in memory.
struct Block
{
    Block* next = nullptr;
    std::uint64_t count = 0;
    Value* values() { return reinterpret_cast<Value*>(this + 1); }
    const Value* values() const { return reinterpret_cast<const Value*>(this + 1); }
};

/// Which class a dict was written as; it is read as a plain one.
enum class DictClass : std::uint8_t { Plain, Counter, DefaultDict };

enum class Visit : std::uint8_t { Unseen, Open, Done };

/// Tuple, list or dict. A dict holds key, value, key, value, …; blocks always hold whole pairs.
struct Container
{
    Block* first = nullptr;
    Block* last = nullptr;
    std::uint32_t count = 0; ///< values, so twice the pairs of a dict
    std::uint32_t expanded =
        1; ///< values when shared parts are counted at each use; final after checkGraph()
    std::uint8_t depth = 1;
    Visit visit = Visit::Unseen;
    bool isDict = false;
    DictClass dictClass = DictClass::Plain;
    bool keyable = true; ///< all of it may be part of a key, so a tuple of it may be a key

    /// Calls f(value) for each value, or stops when it returns false.
    template <class F> bool each(F&& f) const
    {
        for (const Block* block = first; block; block = block->next)
            for (std::uint64_t i = 0; i < block->count; ++i)
                if (!f(block->values()[i]))
                    return false;
        return true;
    }
    /// Calls f(key, value) for each pair of a dict, or stops when it returns false.
    template <class F> bool eachPair(F&& f) const
    {
        for (const Block* block = first; block; block = block->next)
            for (std::uint64_t i = 0; i + 1 < block->count; i += 2)
                if (!f(block->values()[i], block->values()[i + 1]))
                    return false;
        return true;
    }
    /// The value of a text key; nullptr when there is none.
    const Value* find(std::string_view key) const;
};

/// The values of a tuple in an array that is easy to index; at most `most` of them.
struct Arguments
{
    static constexpr std::size_t most = 8;
    explicit Arguments(const Container& tuple) : count(tuple.count)
    {
        std::size_t i = 0;
        tuple.each([&](const Value& value) {
            at[i++] = value;
            return i < most;
        });
    }
    std::size_t count;
    Value at[most];
};

/// Element type of a storage class. Complex is known only to be refused with its own code.
struct StorageType
{
    static constexpr std::int64_t complex = 100;
};

/// A persistent id: one `data/<key>` with the type and length the file claims for it.
struct StorageUse
{
    std::string_view key;
    std::string_view firstUser; ///< nearest name on the stack: the tensor, for sentences
    std::int64_t type = 0;      ///< DType as a number, or StorageType::complex
    std::int64_t numel = 0;
};

/// Arguments of _rebuild_tensor_v2, shape-checked; sizes and strides follow each other in memory.
struct TensorUse
{
    std::uint32_t storage = 0;
    std::uint32_t rank = 0;
    std::int64_t offset = 0;
    const std::int64_t* size = nullptr;
    const std::int64_t* stride = nullptr;
};

} // namespace nanocap::checkpoint
