// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/tensors.h"

#include "core/checkpoint/limits.h"

#include <algorithm>
#include <array>

namespace nanocap::checkpoint {

namespace {

struct Dim
{
    std::uint64_t size, stride;
};

Refusal fault(Code code, std::string detail)
{
    return Refusal{code, std::move(detail), {}, {}};
}

/// Dimensions that move at all, smallest stride first.
template <class Sizes, class Strides>
std::size_t movingDims(const Sizes& size, const Strides& stride, std::size_t rank,
                       std::array<Dim, limits::rank>& dims)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < rank; ++i) {
        if (size[i] <= 1)
            continue;
        const Dim dim = {static_cast<std::uint64_t>(size[i]), static_cast<std::uint64_t>(stride[i])};
        std::size_t at = count++;
        for (; at > 0 && dims[at - 1].stride > dim.stride; --at)
            dims[at] = dims[at - 1];
        dims[at] = dim;
    }
    return count;
}

} // namespace

std::optional<Refusal> checkTensor(const TensorUse& t, std::int64_t numel)
{
    const std::uint64_t room = static_cast<std::uint64_t>(std::max<std::int64_t>(numel, 0));
    if (t.offset < 0)
        return fault(Code::TensorShape, "offset " + std::to_string(t.offset));
    bool empty = false;
    for (std::uint32_t i = 0; i < t.rank; ++i) {
        if (t.size[i] < 0 || t.stride[i] < 0)
            return fault(Code::TensorShape, "dimension " + std::to_string(i) + ": size " +
                                                std::to_string(t.size[i]) + ", stride " +
                                                std::to_string(t.stride[i]));
        empty = empty || t.size[i] == 0;
    }
    const auto offset = static_cast<std::uint64_t>(t.offset);
    if (empty) {
        if (offset > room)
            return fault(Code::TensorBounds, "offset " + std::to_string(offset) +
                                                 " of an empty tensor, the storage has " +
                                                 std::to_string(room) + " elements");
        return std::nullopt;
    }
    std::uint64_t last = offset;
    for (std::uint32_t i = 0; i < t.rank; ++i) {
        std::uint64_t reach = 0;
        if (__builtin_mul_overflow(static_cast<std::uint64_t>(t.size[i]) - 1,
                                   static_cast<std::uint64_t>(t.stride[i]), &reach) ||
            __builtin_add_overflow(last, reach, &last))
            return fault(Code::TensorBounds, "its last element is beyond 2^64");
    }
    if (last >= room)
        return fault(Code::TensorBounds, "its last element is " + std::to_string(last) +
                                             ", the storage has " + std::to_string(room) + " elements");
    std::array<Dim, limits::rank> dims;
    const std::size_t count = movingDims(t.size, t.stride, t.rank, dims);
    std::uint64_t below = 0; // sums stay under `room` because the last element does
    for (std::size_t i = 0; i < count; ++i) {
        if (dims[i].stride <= below)
            return fault(Code::TensorAlias, "stride " + std::to_string(dims[i].stride) +
                                                " lets two indices reach one "
                                                "element");
        below += (dims[i].size - 1) * dims[i].stride;
    }
    return std::nullopt;
}

bool reaches(const Tensor& tensor, std::uint64_t element)
{
    if (element < tensor.offset || tensor.numel() == 0)
        return false;
    std::array<Dim, limits::rank> dims;
    const std::size_t count = movingDims(tensor.shape, tensor.stride, tensor.shape.size(), dims);
    std::uint64_t rest = element - tensor.offset;
    for (std::size_t i = count; i-- > 0;) {
        const std::uint64_t index = std::min(rest / dims[i].stride, dims[i].size - 1);
        rest -= index * dims[i].stride;
    }
    return rest == 0;
}

} // namespace nanocap::checkpoint
