// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/pickle_vm.h"

#include "core/checkpoint/pickle_graph.h"
#include "core/checkpoint/pickle_ops.h"
#include "core/checkpoint/text.h"

#include <bit>

namespace nanocap::checkpoint {

bool PickleMachine::fail(Code code, std::string detail, std::string subject, std::string what)
{
    if (m_reader.failure())
        m_refusal = m_reader.failure();
    else
        m_refusal = Refusal{code, "byte " + std::to_string(m_position) + " of data.pkl: " + std::move(detail),
                            std::move(subject), std::move(what)};
    return false;
}

bool PickleMachine::take(std::size_t count, const std::uint8_t*& at)
{
    at = m_reader.take(count);
    return at || fail(Code::PickleBad, "the contents list ends inside an operation");
}

bool PickleMachine::takeLength(std::size_t width, std::uint64_t& length)
{
    const std::uint8_t* at = nullptr;
    if (!take(width, at))
        return false;
    length = width == 1 ? *at : width == 4 ? le32(at) : le64(at);
    return length <= m_reader.left() ||
           fail(Code::PickleBad, "announces " + std::to_string(length) + " bytes, " +
                                     std::to_string(m_reader.left()) + " are left");
}

bool PickleMachine::push(const Value& value)
{
    if (m_stack.size() == m_stack.capacity()) {
        const std::size_t capacity = std::max<std::size_t>(256, m_stack.capacity() * 2);
        if (m_stack.size() >= limits::stack || !m_pickle.heap.charge(capacity * sizeof(Value)))
            return fail(Code::PickleLimit, "the stack holds " + std::to_string(m_stack.size()) + " values");
        m_stack.reserve(capacity);
        m_pickle.heap.release(m_stackCharge);
        m_stackCharge = capacity * sizeof(Value);
    }
    m_stack.push_back(value);
    return true;
}

bool PickleMachine::make(const Value& value)
{
    if (++m_values > limits::values)
        return fail(Code::PickleLimit, "more than " + std::to_string(limits::values) + " values");
    return push(value);
}

bool PickleMachine::pop(Value& value)
{
    if (m_stack.size() <= floor())
        return fail(Code::PickleBad, "takes a value from an empty stack");
    value = m_stack.back();
    m_stack.pop_back();
    return true;
}

bool PickleMachine::popMark(std::size_t& from)
{
    if (m_marks.empty())
        return fail(Code::PickleBad, "no mark to go back to");
    from = m_marks.back();
    m_marks.pop_back();
    return true;
}

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
    if (kind == Kind::String && !isUtf8(value.string()))
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

bool PickleMachine::step(std::uint8_t op)
{
    switch (op) {
    case op::Mark:
        if (m_marks.size() >= limits::marks)
            return fail(Code::PickleLimit, "more than 256 open marks");
        m_marks.push_back(m_stack.size());
        return true;
    case op::Stop:
        m_stopped = true;
        return true;
    case op::None:
        return make(Value());
    case op::NewTrue:
        return make(Value::ofBool(true));
    case op::NewFalse:
        return make(Value::ofBool(false));
    case op::BinInt:
    case op::BinInt1:
    case op::BinInt2:
    case op::Long1:
    case op::BinFloat:
        return stepNumber(op);
    case op::BinUnicode:
    case op::ShortBinUnicode:
    case op::BinUnicode8:
    case op::ShortBinString:
    case op::ShortBinBytes:
    case op::BinBytes:
    case op::BinBytes8:
    case op::ByteArray8:
        return stepText(op);
    case op::BinPut:
    case op::LongBinPut:
    case op::Memoize:
    case op::BinGet:
    case op::LongBinGet:
        return stepMemo(op);
    case op::EmptyTuple:
    case op::Tuple:
    case op::Tuple1:
    case op::Tuple2:
    case op::Tuple3:
    case op::EmptyList:
    case op::Append:
    case op::Appends:
    case op::EmptyDict:
    case op::SetItem:
    case op::SetItems:
    case op::EmptySet:
    case op::AddItems:
        return stepContainer(op);
    case op::Global:
    case op::StackGlobal:
    case op::Reduce:
    case op::Build:
    case op::NewObj:
    case op::BinPersId:
        return stepObject(op);
    case op::Frame: {
        std::uint64_t length = 0;
        return takeLength(8, length);
    }
    case op::Proto:
        return fail(Code::PickleBad, "a second protocol mark");
    default:
        return fail(Code::PickleOp, "operation " + std::to_string(op) + " is not allowed");
    }
}

Checked<void> PickleMachine::run()
{
    const std::uint8_t* head = m_reader.take(2);
    if (!head || head[0] != op::Proto) {
        fail(Code::PickleBad, "it does not begin with a protocol mark");
        return tl::unexpected(*m_refusal);
    }
    m_pickle.protocol = head[1];
    if (m_pickle.protocol < 2 || m_pickle.protocol > 5) {
        fail(Code::PickleProto, "protocol " + std::to_string(m_pickle.protocol) + ", 2 to 5 can be read");
        return tl::unexpected(*m_refusal);
    }
    while (!m_stopped && !m_refusal) {
        m_position = m_reader.position();
        const std::uint8_t* at = m_reader.take(1);
        if (!at)
            fail(Code::PickleBad, "the contents list has no end");
        else if (++m_operations > limits::operations)
            fail(Code::PickleLimit, "more than " + std::to_string(limits::operations) + " operations");
        else
            step(*at);
    }
    if (!m_refusal && (!m_marks.empty() || m_stack.size() != 1))
        fail(Code::PickleBad, std::to_string(m_stack.size()) + " values and " +
                                  std::to_string(m_marks.size()) +
                                  " marks are left at its end, not one value");
    if (!m_refusal && m_reader.left() != 0)
        fail(Code::PickleBad, std::to_string(m_reader.left()) + " bytes follow its end");
    if (m_refusal)
        return tl::unexpected(*m_refusal);
    m_pickle.top = m_stack.back();
    return checkGraph(m_pickle.top);
}

} // namespace nanocap::checkpoint
