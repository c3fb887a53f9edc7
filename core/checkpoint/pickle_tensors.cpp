// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/pickle_vm.h"

#include "core/checkpoint/tensors.h"

#include <algorithm>

namespace nanocap::checkpoint {

namespace {

constexpr std::size_t nameSearch = 32;

bool isStorageKey(std::string_view key)
{
    return !key.empty() && key.size() <= 20 &&
           std::all_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// Where the tensor lived when it was saved; everything known is mapped to the CPU.
bool isKnownDevice(std::string_view location)
{
    for (const std::string_view device : {"cpu", "cuda", "mps", "xpu", "hpu"}) {
        if (!location.starts_with(device))
            continue;
        const std::string_view rest = location.substr(device.size());
        if (rest.empty())
            return true;
        return rest.size() > 1 && rest.size() <= 4 && rest[0] == ':' &&
               std::all_of(rest.begin() + 1, rest.end(), [](char c) { return c >= '0' && c <= '9'; });
    }
    return false;
}

/// The five values of a persistent id, or of the arguments of a tensor.
std::size_t spread(const Container& tuple, Value* to, std::size_t room)
{
    std::size_t i = 0;
    tuple.each([&](const Value& value) {
        if (i < room)
            to[i] = value;
        return ++i < room;
    });
    return tuple.count;
}

bool allInts(const Container& tuple)
{
    return tuple.each([](const Value& value) { return value.isInt(); });
}

void copyInts(const Container& tuple, std::int64_t* to)
{
    tuple.each([&to](const Value& value) {
        *to++ = value.integer;
        return true;
    });
}

} // namespace

std::string_view PickleMachine::nearestName() const
{
    const std::size_t lowest = m_stack.size() > nameSearch ? m_stack.size() - nameSearch : 0;
    for (std::size_t i = m_stack.size(); i-- > lowest;)
        if (m_stack[i].isText() && !m_stack[i].isText("storage")) // begins each persistent id
            return m_stack[i].string();
    return {};
}

std::string PickleMachine::nearestNameOr(std::string_view fallback) const
{
    const std::string_view name = nearestName();
    return std::string(name.empty() ? fallback : name);
}

/// The key of the file's dictionary whose value is being made; empty where that cannot be told.
std::string PickleMachine::outermostKey() const
{
    if (m_marks.empty() || m_marks.front() != 1 || !m_stack.front().isDict())
        return {};
    const std::size_t end = m_marks.size() > 1 ? m_marks[1] : m_stack.size();
    std::string key;
    for (std::size_t i = 1; i < end && m_stack[i].isText(); i += 2) {
        key = m_stack[i].string();
        if (i + 1 < end && m_stack[i + 1].kind == Kind::Global) // about to be called: not a whole value yet
            break;
    }
    return key;
}

bool PickleMachine::persistentId()
{
    Value operand;
    if (!pop(operand))
        return false;
    Value part[5];
    const bool five = operand.kind == Kind::Tuple && spread(*operand.container, part, 5) == 5;
    const bool isStorage = five && part[0].isText("storage") && part[1].kind == Kind::Global &&
                           part[1].meaning == Meaning::StorageClass && part[2].isText() && part[3].isText() &&
                           part[4].isInt();
    if (!isStorage)
        return fail(Code::PickleBad, "a persistent id that is not a storage (type, key, location, length)");

    const std::string_view key = part[2].string();
    const StorageUse use = {key, nearestName(), part[1].integer, part[4].integer};
    const auto remember = [&](Code code, std::string detail, std::string what) {
        if (!m_pickle.storageFault)
            m_pickle.storageFault =
                Refusal{code, "storage '" + std::string(key) + "': " + std::move(detail),
                        nearestNameOr("data/" + std::string(key.substr(0, 40))), std::move(what)};
    };
    if (!isStorageKey(key))
        remember(Code::StorageKey, "its key is not 1 to 20 digits", "an odd storage key");
    if (use.type == StorageType::complex)
        remember(Code::DType, "its type is complex", "complex numbers");
    if (!isKnownDevice(part[3].string()))
        remember(Code::Device, "location '" + std::string(part[3].string()) + "'",
                 "device '" + std::string(part[3].string()) + "'");

    const auto [at, isNew] =
        m_storageByKey.try_emplace(key, static_cast<std::uint32_t>(m_pickle.storages.size()));
    if (isNew) {
        if (m_pickle.storages.size() >= limits::storages)
            return fail(Code::LimitTensors, "more than " + std::to_string(limits::storages) + " storages");
        m_pickle.storages.push_back(use);
    } else if (const StorageUse& before = m_pickle.storages[at->second];
               before.type != use.type || before.numel != use.numel) {
        remember(Code::StorageType,
                 "used as two types or with two lengths (" + std::to_string(before.numel) + " and " +
                     std::to_string(use.numel) + ")",
                 "one block used as two types");
    }
    return make(Value::of(Kind::Storage, at->second));
}

bool PickleMachine::rebuildTensor(const Container& arguments, Value& result)
{
    Value arg[7];
    const std::size_t count = spread(arguments, arg, 7);
    const bool wellFormed = (count == 6 || count == 7) && arg[0].kind == Kind::Storage && arg[1].isInt() &&
                            arg[2].kind == Kind::Tuple && arg[3].kind == Kind::Tuple &&
                            allInts(*arg[2].container) && allInts(*arg[3].container) &&
                            arg[4].kind == Kind::Bool && arg[5].isDict() && arg[5].container->count == 0 &&
                            (count == 6 || arg[6].kind == Kind::None || arg[6].isDict());
    if (!wellFormed)
        return fail(Code::PickleBad, "a tensor with wrong arguments");
    if (count == 7 && arg[6].isDict() && arg[6].container->count != 0)
        return fail(Code::UnsupportedTensor, "a lazily conjugated or negated tensor",
                    nearestNameOr("a tensor"), "lazy conjugate or negative");
    if (m_pickle.tensors.size() >= limits::tensors)
        return fail(Code::LimitTensors, "more than " + std::to_string(limits::tensors) + " tensors");

    TensorUse use;
    use.storage = static_cast<std::uint32_t>(arg[0].integer);
    use.offset = arg[1].integer;
    const std::size_t sizes = arg[2].container->count, strides = arg[3].container->count;
    std::optional<Refusal> fault;
    if (sizes != strides || sizes > limits::rank) {
        fault = Refusal{Code::TensorShape,
                        std::to_string(sizes) + " sizes, " + std::to_string(strides) +
                            " strides, at most 8 can be read",
                        {},
                        {}};
    } else {
        auto* figures =
            static_cast<std::int64_t*>(m_pickle.heap.allocate(2 * sizes * sizeof(std::int64_t) + 8));
        if (!figures)
            return fail(Code::PickleLimit, "its values need more than 32 MB");
        copyInts(*arg[2].container, figures);
        copyInts(*arg[3].container, figures + sizes);
        use.rank = static_cast<std::uint32_t>(sizes);
        use.size = figures;
        use.stride = figures + sizes;
        fault = checkTensor(use, m_pickle.storages[use.storage].numel);
    }
    if (fault && !m_pickle.tensorFault) {
        fault->subject = nearestNameOr("a tensor");
        fault->detail = "tensor '" + fault->subject + "': " + fault->detail;
        m_pickle.tensorFault = std::move(fault);
    }
    result = Value::of(Kind::Tensor, static_cast<std::int64_t>(m_pickle.tensors.size()));
    m_pickle.tensors.push_back(use);
    return true;
}

} // namespace nanocap::checkpoint
