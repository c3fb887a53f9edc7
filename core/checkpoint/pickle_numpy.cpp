// SPDX-License-Identifier: Apache-2.0
// numpy numbers and texts, which checkpoints hold where Python's own were meant.
#include "core/checkpoint/pickle_vm.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>

namespace nanocap::checkpoint {

namespace {

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

/// Characters of four bytes each, least significant first, as UTF-8; false where one is no character.
bool appendUtf8(std::string& text, const std::uint8_t* bytes, std::size_t size)
{
    for (std::size_t i = 0; i + 4 <= size; i += 4) {
        const std::uint32_t c = le32(bytes + i);
        if (c > 0x10ffff)
            return false;
        const auto tail = [&](unsigned shift) { text += static_cast<char>(0x80 | ((c >> shift) & 0x3f)); };
        if (c < 0x80) {
            text += static_cast<char>(c);
            continue;
        }
        text += static_cast<char>(c < 0x800 ? 0xc0 | c >> 6 : c < 0x10000 ? 0xe0 | c >> 12 : 0xf0 | c >> 18);
        if (c >= 0x10000)
            tail(12);
        if (c >= 0x800)
            tail(6);
        tail(0);
    }
    return true;
}

/// 'f8', 'i4', 'b1', 'U5', …; any other code stays unreadable and is only refused where a number is needed.
void parseCode(std::string_view code, NumpyDtype& dtype)
{
    if (code.starts_with('U')) {
        std::uint32_t characters = 0;
        const auto [end, error] = std::from_chars(code.data() + 1, code.data() + code.size(), characters);
        if (error != std::errc() || end != code.data() + code.size() || characters > limits::stringBytes / 4)
            return;
        dtype.kind = 'U';
        dtype.size = characters * 4;
        return;
    }
    constexpr std::string_view known[] = {"i1", "i2", "i4", "i8", "u1", "u2",
                                          "u4", "u8", "f2", "f4", "f8", "b1"};
    if (std::find(std::begin(known), std::end(known), code) == std::end(known))
        return;
    dtype.kind = code[0];
    dtype.size = static_cast<std::uint32_t>(code[1] - '0');
}

} // namespace

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
    if (dtype.kind == 0 || args.at[1].kind == Kind::Opaque) // protocol 2 writes no bytes as bytes()
        return true;
    if (args.at[1].kind != Kind::Bytes || args.at[1].size != dtype.size)
        return fail(Code::PickleBad, "a numpy number of " + std::to_string(args.at[1].size) +
                                         " bytes, its dtype has " + std::to_string(dtype.size));
    if (dtype.order != '<' && dtype.order != '|')
        return fail(Code::PickleBad, "a numpy number that is not little-endian");
    if (dtype.kind == 'U')
        return numpyText(args.at[1], result);
    result = numberFrom(dtype, reinterpret_cast<const std::uint8_t*>(args.at[1].text));
    return true;
}

bool PickleMachine::numpyText(const Value& bytes, Value& result)
{
    std::string text;
    if (!appendUtf8(text, reinterpret_cast<const std::uint8_t*>(bytes.text), bytes.size))
        return true;
    while (text.ends_with('\0')) // numpy fills up with NULs
        text.pop_back();
    char* to = static_cast<char*>(m_pickle.heap.allocate(std::max<std::size_t>(text.size(), 1)));
    if (!to)
        return fail(Code::PickleLimit, "its values need more than 32 MB");
    std::copy(text.begin(), text.end(), to);
    result.kind = Kind::String;
    result.text = to;
    result.size = static_cast<std::uint32_t>(text.size());
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
