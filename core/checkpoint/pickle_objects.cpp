// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/pickle_vm.h"

#include "core/checkpoint/pickle_globals.h"
#include "core/checkpoint/pickle_ops.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace nanocap::checkpoint {

namespace {

constexpr std::size_t mostArguments = 8;

/// The values of a tuple in an array that is easy to index; at most mostArguments of them.
struct Arguments
{
    explicit Arguments(const Container& tuple) : count(tuple.count)
    {
        std::size_t i = 0;
        tuple.each([&](const Value& value) {
            at[i++] = value;
            return i < mostArguments;
        });
    }
    std::size_t count;
    Value at[mostArguments];
};

double halfToDouble(std::uint16_t bits)
{
    const int exponent = (bits >> 10) & 31, mantissa = bits & 1023;
    const double size = exponent == 31 ? (mantissa ? NAN : INFINITY)
                        : exponent     ? std::ldexp(1024 + mantissa, exponent - 25)
                                       : std::ldexp(mantissa, -24);
    return bits & 0x8000 ? -size : size;
}

Value numberFrom(const NumpyDtype& dtype, const std::uint8_t* bytes)
{
    std::uint64_t bits = 0;
    for (std::size_t i = dtype.size; i-- > 0;)
        bits = (bits << 8) | bytes[i];
    const unsigned width = dtype.size * 8u;
    if (dtype.kind == 'b')
        return Value::ofBool(bits != 0);
    if (dtype.kind == 'u')
        return bits >> 63 ? Value::opaque() : Value::ofInt(static_cast<std::int64_t>(bits));
    if (dtype.kind == 'i')
        return Value::ofInt(static_cast<std::int64_t>(bits << (64 - width)) >> (64 - width));
    if (dtype.size == 2)
        return Value::ofFloat(halfToDouble(static_cast<std::uint16_t>(bits)));
    return Value::ofFloat(dtype.size == 4 ? std::bit_cast<float>(static_cast<std::uint32_t>(bits))
                                          : std::bit_cast<double>(bits));
}

/// 'f8', 'i4', 'b1', …; any other code stays unreadable and is only refused where a number is needed.
void parseCode(std::string_view code, NumpyDtype& dtype)
{
    constexpr std::string_view known[] = {"i1", "i2", "i4", "i8", "u1", "u2",
                                          "u4", "u8", "f2", "f4", "f8", "b1"};
    if (std::find(std::begin(known), std::end(known), code) == std::end(known))
        return;
    dtype.kind = code[0];
    dtype.size = static_cast<std::uint8_t>(code[1] - '0');
}

} // namespace

bool PickleMachine::stepObject(std::uint8_t op)
{
    switch (op) {
    case op::Reduce:
        return reduce();
    case op::Build:
        return build();
    case op::NewObj:
        return newObject();
    case op::BinPersId:
        return persistentId();
    case op::StackGlobal: {
        Value name, module;
        if (!pop(name) || !pop(module))
            return false;
        if (!name.isText() || !module.isText())
            return fail(Code::PickleBad, "a global that is not named by two texts");
        if (name.size > limits::globalLine || module.size > limits::globalLine)
            return fail(Code::PickleLimit, "a module or name longer than 256 bytes");
        return global(module.string(), name.string());
    }
    default: {
        std::string module, name;
        return readLine(module) && readLine(name) && global(module, name);
    }
    }
}

bool PickleMachine::readLine(std::string& line)
{
    const std::uint8_t* at = nullptr;
    while (take(1, at)) {
        if (*at == '\n')
            return true;
        if (line.size() == limits::globalLine)
            return fail(Code::PickleLimit, "a module or name longer than 256 bytes");
        line += static_cast<char>(*at);
    }
    return false;
}

bool PickleMachine::global(std::string_view module, std::string_view name)
{
    const std::string full = std::string(module) + '.' + std::string(name);
    const auto value = findGlobal(module, name);
    if (!value)
        return fail(Code::Unsafe, "global '" + full + "' is not on the list of known names", full);
    if (value->meaning == Meaning::Unsupported)
        return fail(Code::UnsupportedTensor, "global '" + full + "'", nearestNameOr(name), std::string(name));
    return make(*value);
}

bool PickleMachine::reduce()
{
    Value arguments, function, result;
    if (!pop(arguments) || !pop(function))
        return false;
    if (arguments.kind != Kind::Tuple || function.kind != Kind::Global)
        return fail(Code::PickleBad, "calls a " + std::string(nameOf(function.kind)) + " with a " +
                                         std::string(nameOf(arguments.kind)));
    return call(function, arguments, result) && make(result);
}

bool PickleMachine::newObject()
{
    Value arguments, type;
    if (!pop(arguments) || !pop(type))
        return false;
    if (arguments.kind != Kind::Tuple || type.kind != Kind::Global)
        return fail(Code::PickleBad, "makes an object of a " + std::string(nameOf(type.kind)));
    if (type.meaning == Meaning::Inert)
        return make(Value::opaque());
    if (type.meaning != Meaning::OrderedDict || arguments.container->count != 0)
        return fail(Code::PickleBad, "makes an object of something that is not a plain class");
    return container(Kind::OrderedDict, m_stack.size());
}

bool PickleMachine::call(const Value& function, const Value& arguments, Value& result)
{
    const Container& tuple = *arguments.container;
    switch (function.meaning) {
    case Meaning::OrderedDict:
        return orderedDict(tuple, result);
    case Meaning::RebuildTensor:
        return rebuildTensor(tuple, result);
    case Meaning::NumpyScalar:
        return numpyScalar(tuple, result);
    case Meaning::NumpyDtype:
        return numpyDtype(tuple, result);
    case Meaning::CodecsEncode:
        return encode(tuple, result);
    case Meaning::Inert:
        result = Value::opaque();
        return true;
    case Meaning::RebuildParameter: {
        const Arguments args(tuple);
        result = args.at[0];
        return (args.count >= 3 && args.count <= 4 && result.kind == Kind::Tensor) ||
               fail(Code::PickleBad, "a parameter that is not made of a tensor");
    }
    case Meaning::TorchSize: {
        const Arguments args(tuple);
        result = args.at[0];
        if (args.count == 1 && result.kind == Kind::List)
            result.kind = Kind::Tuple;
        return (args.count == 1 && result.kind == Kind::Tuple) ||
               fail(Code::PickleBad, "a size that is not a tuple");
    }
    case Meaning::StorageClass:
    case Meaning::Unsupported:
        break;
    }
    return fail(Code::PickleBad, "calls a storage class");
}

bool PickleMachine::orderedDict(const Container& arguments, Value& result)
{
    const Arguments args(arguments);
    if (args.count > 1 ||
        (args.count == 1 && args.at[0].kind != Kind::List && args.at[0].kind != Kind::Tuple))
        return fail(Code::PickleBad, "an OrderedDict that is not made of pairs");
    Container* made = m_pickle.heap.make<Container>();
    if (!made)
        return fail(Code::PickleLimit, "its values need more than 32 MB");
    made->isDict = true;
    result.kind = Kind::OrderedDict;
    result.container = made;
    return args.count == 0 || args.at[0].container->each([&](const Value& pair) {
        const bool isPair =
            (pair.kind == Kind::List || pair.kind == Kind::Tuple) && pair.container->count == 2;
        if (!isPair)
            return fail(Code::PickleBad, "an OrderedDict that is not made of pairs");
        const Arguments both(*pair.container);
        return checkKeys(both.at, 2) && extend(*made, both.at, 2);
    });
}

bool PickleMachine::build()
{
    Value state;
    if (!pop(state))
        return false;
    if (m_stack.size() <= floor())
        return fail(Code::PickleBad, "gives a state to nothing");
    Value& target = m_stack.back();
    if (target.kind == Kind::Opaque)
        return true;
    if (target.kind == Kind::OrderedDict) {
        const bool metadata =
            state.isDict() && state.container->count == 2 && state.container->find("_metadata");
        return metadata || fail(Code::PickleBad, "gives an OrderedDict a state other than its metadata");
    }
    if (target.kind != Kind::NumpyDtype || target.dtype->order != 0)
        return fail(Code::PickleBad, "gives a state to a " + std::string(nameOf(target.kind)));
    if (state.kind != Kind::Tuple || state.container->count < 2)
        return fail(Code::PickleBad, "a numpy dtype with a wrong state");
    const Value order = Arguments(*state.container).at[1];
    if (!order.isText() || order.size != 1)
        return fail(Code::PickleBad, "a numpy dtype with a wrong byte order");
    target.dtype->order = order.text[0];
    return true;
}

bool PickleMachine::numpyDtype(const Container& arguments, Value& result)
{
    const Arguments args(arguments);
    if (args.count != 3 || !args.at[0].isText())
        return fail(Code::PickleBad, "a numpy dtype without its code");
    NumpyDtype* dtype = m_pickle.heap.make<NumpyDtype>();
    if (!dtype)
        return fail(Code::PickleLimit, "its values need more than 32 MB");
    parseCode(args.at[0].string(), *dtype);
    result.kind = Kind::NumpyDtype;
    result.dtype = dtype;
    return true;
}

bool PickleMachine::numpyScalar(const Container& arguments, Value& result)
{
    const Arguments args(arguments);
    if (args.count != 2 || args.at[0].kind != Kind::NumpyDtype)
        return fail(Code::PickleBad, "a numpy number without its dtype");
    const NumpyDtype& dtype = *args.at[0].dtype;
    result = Value::opaque();
    if (dtype.kind == 0)
        return true;
    if (args.at[1].kind != Kind::Bytes || args.at[1].size != dtype.size)
        return fail(Code::PickleBad, "a numpy number of " + std::to_string(args.at[1].size) +
                                         " bytes, its dtype has " + std::to_string(dtype.size));
    if (dtype.order != '<' && dtype.order != '|')
        return fail(Code::PickleBad, "a numpy number that is not little-endian");
    result = numberFrom(dtype, reinterpret_cast<const std::uint8_t*>(args.at[1].text));
    return true;
}

/// Protocol 2 writes bytes as text in which each character is one byte.
bool PickleMachine::encode(const Container& arguments, Value& result)
{
    const Arguments args(arguments);
    if (args.count != 2 || !args.at[0].isText() || !args.at[1].isText("latin1"))
        return fail(Code::PickleBad, "encodes something other than latin1 text");
    const std::string_view from = args.at[0].string();
    char* to = static_cast<char*>(m_pickle.heap.allocate(std::max<std::size_t>(from.size(), 1)));
    if (!to)
        return fail(Code::PickleLimit, "its values need more than 32 MB");
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < from.size(); ++i) {
        const auto byte = static_cast<unsigned char>(from[i]);
        if (byte > 0xc3)
            return fail(Code::PickleBad, "encodes a character that latin1 does not have");
        // Text is checked UTF-8, so a lead byte of c2 or c3 is followed by its one continuation.
        to[count++] = static_cast<char>(byte < 0x80 ? byte : ((byte & 3) << 6) | (from[++i] & 0x3f));
    }
    result.kind = Kind::Bytes;
    result.text = to;
    result.size = count;
    return true;
}

} // namespace nanocap::checkpoint
