// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/pickle_vm.h"

#include "core/checkpoint/pickle_graph.h"
#include "core/checkpoint/pickle_ops.h"

#include <algorithm>

namespace nanocap::checkpoint {

bool PickleMachine::fail(Code code, std::string detail, std::string subject, std::string what,
                         std::optional<Saying> instead)
{
    if (m_reader.failure())
        m_refusal = m_reader.failure();
    else
        m_refusal = Refusal{code, "byte " + std::to_string(m_position) + " of data.pkl: " + std::move(detail),
                            std::move(subject), std::move(what), instead};
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
        return fail(Code::PickleOp, "operation " + std::to_string(op) + " is not allowed", {},
                    std::string(op::nameOfRefused(op)) + " (operation " + std::to_string(op) + ")");
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
