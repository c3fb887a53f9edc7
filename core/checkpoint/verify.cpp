// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/verify.h"

#include "core/checkpoint/small_records.h"
#include "core/checkpoint/tensors.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace nanocap::checkpoint {

namespace {

/// How many invalid numbers outside every tensor are looked up before the whole storage counts as invalid.
constexpr std::uint64_t mostLookups = 4u << 20;

template <class Word> std::size_t firstWithMask(const std::uint8_t* data, std::size_t size, Word mask)
{
    const std::size_t count = size / sizeof(Word);
    constexpr std::size_t stride = 1024;
    for (std::size_t begin = 0; begin < count; begin += stride) {
        const std::size_t end = std::min(count, begin + stride);
        // Without a branch per element the compiler vectorises the search; only a hit is looked at one by
        // one.
        unsigned hit = 0;
        for (std::size_t i = begin; i < end; ++i) {
            Word word;
            std::memcpy(&word, data + i * sizeof word, sizeof word);
            hit |= (word & mask) == mask;
        }
        for (std::size_t i = begin; hit && i < end; ++i) {
            Word word;
            std::memcpy(&word, data + i * sizeof word, sizeof word);
            if ((word & mask) == mask)
                return i;
        }
    }
    return count;
}

/// Little-endian floating point: the last bit is the sign; minus zero is not below zero.
bool isNegative(DType dtype, const std::uint8_t* at)
{
    if (dtype != DType::F32 && dtype != DType::F64 && dtype != DType::F16 && dtype != DType::BF16)
        return false;
    const std::size_t item = itemSize(dtype);
    unsigned magnitude = at[item - 1] & 0x7fu;
    for (std::size_t i = 0; i + 1 < item; ++i)
        magnitude |= at[i];
    return (at[item - 1] & 0x80) != 0 && magnitude != 0;
}

/// Remembers the first tensor that holds an invalid number.
class InvalidNumbers
{
public:
    explicit InvalidNumbers(const Checkpoint& checkpoint)
        : m_checkpoint(checkpoint), m_tensors(checkpoint.storages.size())
    {
        for (const Tensor& tensor : checkpoint.tensors)
            m_tensors[tensor.storage].push_back(&tensor);
    }

    /// `firstElement` and on are the elements of `storage` that `piece` holds.

    void look(std::size_t storage, std::uint64_t firstElement, std::span<const std::uint8_t> piece)
    {
        const DType dtype = m_checkpoint.storages[storage].dtype;
        const std::size_t item = itemSize(dtype);
        std::size_t at = 0;
        while (!m_found && at < piece.size()) {
            at += firstInvalid(dtype, piece.data() + at, piece.size() - at) * item;
            if (at < piece.size())
                judge(storage, firstElement + at / item);
            at += item;
        }
        for (const Tensor* tensor : m_tensors[storage])
            if (!m_found && isVariance(tensor->name) && tensor->shape.size() == 1)
                lookForNegative(*tensor, dtype, firstElement, piece);
    }
    const std::optional<Refusal>& found() const { return m_found; }

private:
    /// Elements that no tensor reaches (the rest of a sliced block) may be anything.
    void judge(std::size_t storage, std::uint64_t element)
    {
        for (const Tensor* tensor : m_tensors[storage]) {
            if (++m_lookups <= mostLookups && !reaches(*tensor, element))
                continue;
            m_found = Refusal{Code::WeightNan,
                              "NaN or infinity at element " + std::to_string(element) + " of 'data/" +
                                  m_checkpoint.storages[storage].key + "', tensor '" + tensor->name + "'",
                              tensor->name,
                              {}};
            return;
        }
    }

    void lookForNegative(const Tensor& tensor, DType dtype, std::uint64_t firstElement,
                         std::span<const std::uint8_t> piece)
    {
        const std::size_t item = itemSize(dtype);
        const std::uint64_t end = firstElement + piece.size() / item;
        const auto count = static_cast<std::uint64_t>(tensor.shape[0]);
        const auto stride = std::max<std::uint64_t>(1, static_cast<std::uint64_t>(tensor.stride[0]));
        std::uint64_t i =
            firstElement > tensor.offset ? (firstElement - tensor.offset + stride - 1) / stride : 0;
        for (; i < count && tensor.offset + i * stride < end; ++i) {
            if (!isNegative(dtype, piece.data() + (tensor.offset + i * stride - firstElement) * item))
                continue;
            m_found = negativeVariance(tensor.name);
            return;
        }
    }

    const Checkpoint& m_checkpoint;
    std::vector<std::vector<const Tensor*>> m_tensors;
    std::uint64_t m_lookups = 0;
    std::optional<Refusal> m_found;
};

} // namespace

std::size_t firstInvalid(DType dtype, const std::uint8_t* data, std::size_t size)
{
    switch (dtype) {
    case DType::F32:
        return firstWithMask<std::uint32_t>(data, size, 0x7f800000u);
    case DType::F64:
        return firstWithMask<std::uint64_t>(data, size, 0x7ff0000000000000u);
    case DType::F16:
        return firstWithMask<std::uint16_t>(data, size, 0x7c00u);
    case DType::BF16:
        return firstWithMask<std::uint16_t>(data, size, 0x7f80u);
    default:
        return size / itemSize(dtype);
    }
}

bool isVariance(std::string_view tensor)
{
    return tensor.ends_with(".running_var");
}

Refusal negativeVariance(const std::string& tensor)
{
    return {Code::WeightNan,
            "a number of '" + tensor + "' is below zero",
            tensor,
            {},
            said("Checkpoint",
                 "Weights of '%1' contain a negative variance, which no training gives. Copy the "
                 "model again, or use an earlier checkpoint.")};
}

Checked<void> verifyStorages(const Checkpoint& checkpoint)
{
    InvalidNumbers invalid(checkpoint);
    for (std::size_t i = 0; i < checkpoint.storages.size(); ++i) {
        const Storage& storage = checkpoint.storages[i];
        const ZipRecord record = {storage.fileOffset, storage.bytes, storage.crc32};
        std::uint64_t element = 0;
        const auto crc = streamRecord(*checkpoint.file, record, [&](std::span<const std::uint8_t> piece) {
            invalid.look(i, element, piece);
            element += piece.size() / itemSize(storage.dtype);
            return true;
        });
        if (!crc)
            return tl::unexpected(crc.error());
        if (auto same = compareChecksum(record, *crc, "data/" + storage.key); !same)
            return same;
    }
    if (invalid.found())
        return tl::unexpected(*invalid.found());
    return {};
}

} // namespace nanocap::checkpoint
