// SPDX-License-Identifier: Apache-2.0
// Numbers, texts and the memo of the pickle machine.
#include "core/checkpoint/pickle_ops.h"
#include "core/checkpoint/pickle_vm.h"
#include "core/checkpoint/text.h"

#include <algorithm>
#include <bit>

namespace nanocap::checkpoint {

bool PickleMachine::text(Kind kind, std::size_t lengthWidth)
{
    std::uint64_t length = 0;
    if (!takeLength(lengthWidth, length))
        return false;
    if (length > limits::stringBytes)
        return fail(Code::PickleLimit, "a text of " + std::to_string(length) + " bytes");
    char* to = static_cast<char*>(m_pickle.heap.allocate(std::max<std::size_t>(length, 1)));
    if (!to)
        return fail(Code::PickleLimit, "its values need more than 32 MB");
    if (!m_reader.copy(to, length))
        return fail(Code::PickleBad, "the contents list ends inside a text");
    Value value;
    value.kind = kind;
    value.text = to;
    value.size = static_cast<std::uint32_t>(length);
    if (kind == Kind::String && !isPythonText(value.string()))
        return fail(Code::PickleBad, "a text is not UTF-8");
    return make(value);
}

bool PickleMachine::memoise(std::uint64_t index)
{
    if (m_stack.size() <= floor())
        return fail(Code::PickleBad, "remembers a value of an empty stack");
    if (index > 2 * m_operations + 1024 || index >= limits::memo)
        return fail(Code::PickleLimit, "memo index " + std::to_string(index));
    const std::size_t page = static_cast<std::size_t>(index) / memoPage;
    if (page >= m_memo.size())
        m_memo.resize(page + 1);
    if (!m_memo[page]) {
        if (!m_pickle.heap.charge(memoPage * sizeof(Value)))
            return fail(Code::PickleLimit, "its values need more than 32 MB");
        m_memo[page].reset(new Value[memoPage]);
        std::fill_n(m_memo[page].get(), memoPage, Value::of(Kind::Unset, 0));
    }
    Value& slot = m_memo[page][index % memoPage];
    m_memoised += slot.kind == Kind::Unset;
    slot = m_stack.back();
    return true;
}

bool PickleMachine::recall(std::uint64_t index)
{
    const std::uint64_t page = index / memoPage;
    if (page >= m_memo.size() || !m_memo[page] || m_memo[page][index % memoPage].kind == Kind::Unset)
        return fail(Code::PickleBad, "recalls memo " + std::to_string(index) + ", which was never set");
    return push(m_memo[page][index % memoPage]);
}

bool PickleMachine::stepText(std::uint8_t op)
{
    switch (op) {
    case op::BinUnicode:
        return text(Kind::String, 4);
    case op::ShortBinUnicode:
        return text(Kind::String, 1);
    case op::BinUnicode8:
        return text(Kind::String, 8);
    case op::ShortBinString:
        return text(Kind::String, 1);
    case op::ShortBinBytes:
        return text(Kind::Bytes, 1);
    case op::BinBytes:
        return text(Kind::Bytes, 4);
    case op::BinBytes8:
        return text(Kind::Bytes, 8);
    default:
        break;
    }
    if (!text(Kind::Bytes, 8)) // ByteArray8
        return false;
    m_stack.back() = Value::opaque();
    return true;
}

bool PickleMachine::stepNumber(std::uint8_t op)
{
    const std::uint8_t* at = nullptr;
    switch (op) {
    case op::BinInt:
        return take(4, at) && make(Value::ofInt(static_cast<std::int32_t>(le32(at))));
    case op::BinInt1:
        return take(1, at) && make(Value::ofInt(*at));
    case op::BinInt2:
        return take(2, at) && make(Value::ofInt(le16(at)));
    case op::BinFloat: {
        if (!take(8, at))
            return false;
        std::uint64_t bits = 0;
        for (int i = 0; i < 8; ++i)
            bits = (bits << 8) | at[i];
        return make(Value::ofFloat(std::bit_cast<double>(bits)));
    }
    default:
        break;
    }
    std::uint64_t length = 0; // Long1: two's complement, least significant byte first
    if (!takeLength(1, length) || !take(length, at))
        return false;
    const std::uint8_t fill = length > 0 && (at[length - 1] & 0x80) ? 0xff : 0;
    std::uint64_t bits = 0;
    for (std::size_t i = 8; i-- > 0;)
        bits = (bits << 8) | (i < length ? at[i] : fill);
    bool fits = (bits >> 63 != 0) == (fill != 0);
    for (std::size_t i = 8; i < length; ++i)
        fits = fits && at[i] == fill;
    return make(fits ? Value::ofInt(static_cast<std::int64_t>(bits)) : Value::opaque());
}

bool PickleMachine::stepMemo(std::uint8_t op)
{
    const std::uint8_t* at = nullptr;
    switch (op) {
    case op::BinPut:
        return take(1, at) && memoise(*at);
    case op::LongBinPut:
        return take(4, at) && memoise(le32(at));
    case op::Memoize:
        return memoise(m_memoised);
    case op::BinGet:
        return take(1, at) && recall(*at);
    default:
        return take(4, at) && recall(le32(at));
    }
}

} // namespace nanocap::checkpoint
