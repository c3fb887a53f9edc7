// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/checkpoint.h"

#include <algorithm>

namespace nanocap::checkpoint {

std::string_view nameOf(DType dtype)
{
    switch (dtype) {
    case DType::F32:
        return "f32";
    case DType::F64:
        return "f64";
    case DType::F16:
        return "f16";
    case DType::BF16:
        return "bf16";
    case DType::I64:
        return "i64";
    case DType::I32:
        return "i32";
    case DType::I16:
        return "i16";
    case DType::I8:
        return "i8";
    case DType::U8:
        return "u8";
    case DType::Bool:
        return "bool";
    }
    return "unknown";
}

std::size_t itemSize(DType dtype)
{
    switch (dtype) {
    case DType::F64:
    case DType::I64:
        return 8;
    case DType::F32:
    case DType::I32:
        return 4;
    case DType::F16:
    case DType::BF16:
    case DType::I16:
        return 2;
    case DType::I8:
    case DType::U8:
    case DType::Bool:
        return 1;
    }
    return 1;
}

std::uint64_t Tensor::numel() const
{
    std::uint64_t count = 1;
    for (const std::int64_t size : shape)
        count *= static_cast<std::uint64_t>(size);
    return count;
}

bool Tensor::isContiguous() const
{
    if (numel() == 0)
        return true;
    std::int64_t expected = 1;
    for (std::size_t i = shape.size(); i-- > 0;) {
        if (shape[i] != 1 && stride[i] != expected)
            return false;
        expected *= shape[i];
    }
    return true;
}

const Tensor* Checkpoint::find(std::string_view name) const
{
    const auto at =
        std::find_if(tensors.begin(), tensors.end(), [&](const Tensor& t) { return t.name == name; });
    return at == tensors.end() ? nullptr : &*at;
}

} // namespace nanocap::checkpoint
