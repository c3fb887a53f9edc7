// SPDX-License-Identifier: Apache-2.0
// Runs a contents list (data.pkl) on a machine that can only make plain values: an allow-list of operations,
// types checked at every step, everything charged against limits.h.
#pragma once

#include "core/checkpoint/byte_reader.h"
#include "core/checkpoint/codes.h"
#include "core/checkpoint/pickle_heap.h"
#include "core/checkpoint/pickle_value.h"

#include <optional>
#include <unordered_map>
#include <vector>

namespace nanocap::checkpoint {

/// What a contents list says. Faults of single storages and tensors are kept for later, because the contents
/// list as a whole is judged first.
struct Pickle
{
    PickleHeap heap;
    int protocol = 0;
    Value top;
    std::vector<StorageUse> storages; ///< in order of first use
    std::vector<TensorUse> tensors;
    std::optional<Refusal> storageFault; ///< STORAGE_KEY, STORAGE_TYPE, DEVICE, DTYPE
    std::optional<Refusal> tensorFault;  ///< TENSOR_SHAPE, TENSOR_BOUNDS, TENSOR_ALIAS
};

class PickleMachine
{
public:
    PickleMachine(ByteReader& reader, Pickle& result) : m_reader(reader), m_pickle(result) {}

    /// PICKLE_BAD, PICKLE_PROTO, PICKLE_OP, PICKLE_LIMIT, PICKLE_CYCLE, UNSAFE, UNSUPPORTED_TENSOR,
    /// LIMIT_TENSORS.
    Checked<void> run();

private:
    static constexpr std::size_t memoPage = 1024;

    // Each step returns false after it has left a refusal behind.
    bool fail(Code code, std::string detail, std::string subject = {}, std::string what = {},
              std::optional<Saying> instead = {});
    bool step(std::uint8_t op);

    bool take(std::size_t count, const std::uint8_t*& at);
    bool takeLength(std::size_t width, std::uint64_t& length);
    bool push(const Value& value); ///< a value that existed before
    bool make(const Value& value); ///< a new value: counted
    bool pop(Value& value);
    bool popMark(std::size_t& from);
    std::size_t floor() const { return m_marks.empty() ? 0 : m_marks.back(); }

    // pickle_scalars.cpp
    bool stepText(std::uint8_t op);
    bool stepNumber(std::uint8_t op);
    bool stepMemo(std::uint8_t op);
    bool text(Kind kind, std::size_t lengthWidth);
    bool memoise(std::uint64_t index);
    bool recall(std::uint64_t index);
    // pickle_containers.cpp
    bool stepContainer(std::uint8_t op);
    bool container(Kind kind, std::size_t from);
    bool append(Value& target, std::size_t from);
    bool put(Value& target, std::size_t from);
    bool extend(Container& container, const Value* values, std::size_t count);
    bool checkKeys(const Value* values, std::size_t count);
    bool dictLike(DictClass dictClass, const Container* from, Value& result);
    // pickle_objects.cpp
    bool stepObject(std::uint8_t op);
    bool readLine(std::string& line);
    bool global(std::string_view module, std::string_view name);
    bool reduce();
    bool newObject();
    bool build();
    bool call(const Value& function, const Value& arguments, Value& result);
    bool orderedDict(const Container& arguments, Value& result);
    // pickle_numpy.cpp
    bool numpyScalar(const Container& arguments, Value& result);
    bool numpyText(const Value& bytes, Value& result);
    bool numpyDtype(const Container& arguments, Value& result);
    bool encode(const Container& arguments, Value& result);
    // pickle_tensors.cpp
    bool persistentId();
    bool rebuildTensor(const Container& arguments, Value& result);
    std::string_view nearestName() const;
    std::string nearestNameOr(std::string_view fallback) const;
    std::string outermostKey() const;

    ByteReader& m_reader;
    Pickle& m_pickle;
    std::vector<Value> m_stack;
    std::vector<std::size_t> m_marks;
    std::vector<std::unique_ptr<Value[]>> m_memo;
    std::unordered_map<std::string_view, std::uint32_t> m_storageByKey;
    std::size_t m_memoised = 0;
    std::size_t m_operations = 0;
    std::size_t m_values = 0;
    std::size_t m_stackCharge = 0;
    std::uint64_t m_position = 0; ///< of the current operation
    bool m_stopped = false;
    std::optional<Refusal> m_refusal;
};

} // namespace nanocap::checkpoint
