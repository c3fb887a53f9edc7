// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/pickle_vm.h"

#include "core/checkpoint/pickle_ops.h"

#include <algorithm>

namespace nanocap::checkpoint {

namespace {

bool isKey(const Value& value)
{
    switch (value.kind) {
    case Kind::None:
    case Kind::Bool:
    case Kind::Int:
    case Kind::Float:
    case Kind::String:
    case Kind::Bytes:
    case Kind::Global:
    case Kind::Opaque:
        return true;
    case Kind::Tuple:
        return value.container->keyable;
    default:
        return false;
    }
}

} // namespace

/// Replaces everything from `from` on by one new container of it.
bool PickleMachine::container(Kind kind, std::size_t from)
{
    Container* made = m_pickle.heap.make<Container>();
    if (!made)
        return fail(Code::PickleLimit, "its values need more than 32 MB");
    made->isDict = kind == Kind::Dict || kind == Kind::OrderedDict;
    if (m_stack.size() > from && !extend(*made, m_stack.data() + from, m_stack.size() - from))
        return false;
    m_stack.resize(from);
    Value value;
    value.kind = kind;
    value.container = made;
    return make(value);
}

/// Adds values as one block; the block is as large as what is added, so growing never copies.
bool PickleMachine::extend(Container& target, const Value* values, std::size_t count)
{
    if (count == 0)
        return true;
    unsigned depth = target.depth;
    for (std::size_t i = 0; i < count; ++i) {
        target.keyable = target.keyable && isKey(values[i]);
        if (!values[i].isContainer())
            continue;
        if (values[i].container == &target)
            return fail(Code::PickleCycle, "a container is put into itself");
        depth = std::max(depth, values[i].container->depth + 1u);
    }
    if (depth > limits::nesting)
        return fail(Code::PickleLimit, "nested deeper than " + std::to_string(limits::nesting));
    target.depth = static_cast<std::uint8_t>(depth);
    void* memory = m_pickle.heap.allocate(sizeof(Block) + count * sizeof(Value));
    if (!memory)
        return fail(Code::PickleLimit, "its values need more than 32 MB");
    Block* block = new (memory) Block;
    block->count = count;
    std::uninitialized_copy_n(values, count, block->values());
    (target.last ? target.last->next : target.first) = block;
    target.last = block;
    target.count += static_cast<std::uint32_t>(count);
    return true;
}

/// A new dict of a class, filled with the pairs of `from` (nullptr: none).
bool PickleMachine::dictLike(DictClass dictClass, const Container* from, Value& result)
{
    Container* made = m_pickle.heap.make<Container>();
    if (!made)
        return fail(Code::PickleLimit, "its values need more than 32 MB");
    made->isDict = true;
    made->dictClass = dictClass;
    result.kind = Kind::Dict;
    result.container = made;
    for (const Block* block = from ? from->first : nullptr; block; block = block->next)
        if (!extend(*made, block->values(), block->count))
            return false;
    return true;
}

bool PickleMachine::append(Value& target, std::size_t from)
{
    if (target.kind == Kind::List) {
        if (!extend(*target.container, m_stack.data() + from, m_stack.size() - from))
            return false;
    } else if (target.kind != Kind::Opaque) {
        return fail(Code::PickleBad, "appends to a " + std::string(nameOf(target.kind)));
    }
    m_stack.resize(from);
    return true;
}

bool PickleMachine::checkKeys(const Value* values, std::size_t count)
{
    if (count % 2 != 0)
        return fail(Code::PickleBad, "a key without a value");
    for (std::size_t i = 0; i < count; i += 2)
        if (!isKey(values[i]))
            return fail(Code::PickleBad, "a " + std::string(nameOf(values[i].kind)) + " as a key");
    return true;
}

bool PickleMachine::put(Value& target, std::size_t from)
{
    const std::size_t count = m_stack.size() - from;
    if (target.isDict()) {
        const Value* values = m_stack.data() + from;
        if (!checkKeys(values, count) || !extend(*target.container, values, count))
            return false;
    } else if (target.kind != Kind::Opaque || count % 2 != 0) {
        return fail(Code::PickleBad, "sets an item of a " + std::string(nameOf(target.kind)));
    }
    m_stack.resize(from);
    return true;
}

bool PickleMachine::stepContainer(std::uint8_t op)
{
    const std::size_t top = m_stack.size();
    const auto has = [&](std::size_t count) {
        return top - floor() >= count || fail(Code::PickleBad, "takes a value from an empty stack");
    };
    std::size_t from = 0;
    switch (op) {
    case op::EmptyTuple:
        return container(Kind::Tuple, top);
    case op::EmptyList:
        return container(Kind::List, top);
    case op::EmptyDict:
        return container(Kind::Dict, top);
    case op::EmptySet:
        return make(Value::opaque());
    case op::Tuple1:
        return has(1) && container(Kind::Tuple, top - 1);
    case op::Tuple2:
        return has(2) && container(Kind::Tuple, top - 2);
    case op::Tuple3:
        return has(3) && container(Kind::Tuple, top - 3);
    case op::Tuple:
        return popMark(from) && container(Kind::Tuple, from);
    case op::Append:
        return has(2) && append(m_stack[top - 2], top - 1);
    case op::SetItem:
        return has(3) && put(m_stack[top - 3], top - 2);
    default:
        break;
    }
    if (!popMark(from))
        return false;
    if (from <= floor())
        return fail(Code::PickleBad, "adds to a value that is not there");
    Value& target = m_stack[from - 1];
    if (op == op::SetItems)
        return put(target, from);
    if (op == op::AddItems && target.kind != Kind::Opaque)
        return fail(Code::PickleBad, "adds set items to a " + std::string(nameOf(target.kind)));
    return append(target, from);
}

} // namespace nanocap::checkpoint
