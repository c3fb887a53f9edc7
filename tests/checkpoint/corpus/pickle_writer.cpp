// SPDX-License-Identifier: Apache-2.0
#include "tests/checkpoint/corpus/pickle_writer.h"

#include "tests/checkpoint/corpus/zip_writer.h"

#include <bit>

namespace corpus::pk {

std::string text(const std::string& value)
{
    return "X" + le32(value.size()) + value;
}

std::string integer(std::int64_t value)
{
    if (value >= 0 && value < 256)
        return "K" + std::string(1, static_cast<char>(value));
    if (value >= INT32_MIN && value <= INT32_MAX)
        return "J" + le32(static_cast<std::uint64_t>(value));
    return "\x8a\x08" + le64(static_cast<std::uint64_t>(value));
}

std::string real(double value)
{
    const std::string little = le64(std::bit_cast<std::uint64_t>(value));
    return "G" + std::string(little.rbegin(), little.rend());
}

std::string global(const std::string& module, const std::string& name)
{
    return "c" + module + "\n" + name + "\n";
}

std::string tuple(const std::vector<std::string>& items)
{
    std::string all = mark;
    for (const std::string& item : items)
        all += item;
    return items.empty() ? emptyTuple : all + "t";
}

std::string list(const std::vector<std::string>& items)
{
    std::string all = emptyList + mark;
    for (const std::string& item : items)
        all += item;
    return all + "e";
}

std::string dict(const std::vector<Pair>& items)
{
    std::string all = emptyDict + mark;
    for (const auto& [key, value] : items)
        all += key + value;
    return all + "u";
}

std::string put(unsigned index)
{
    return index < 256 ? "q" + std::string(1, static_cast<char>(index)) : "r" + le32(index);
}

std::string get(unsigned index)
{
    return index < 256 ? "h" + std::string(1, static_cast<char>(index)) : "j" + le32(index);
}

std::string call(const std::string& function, const std::vector<std::string>& arguments)
{
    return function + tuple(arguments) + reduce;
}

std::string orderedDict(const std::vector<Pair>& items)
{
    std::string all = call(global("collections", "OrderedDict"), {});
    if (items.empty())
        return all;
    all += mark;
    for (const auto& [key, value] : items)
        all += key + value;
    return all + "u";
}

std::string ints(const std::vector<std::int64_t>& values)
{
    std::vector<std::string> items;
    for (const std::int64_t value : values)
        items.push_back(integer(value));
    return tuple(items);
}

std::string whole(const std::string& value, int protocol)
{
    return "\x80" + std::string(1, static_cast<char>(protocol)) + value + ".";
}

std::string storage(const Tensor& t)
{
    return tuple({text("storage"), global("torch", t.storageClass), text(t.key), text(t.location), t.numel}) +
           persid;
}

std::string tensor(const Tensor& t)
{
    std::vector<std::string> arguments = {storage(t), t.offset, t.size, t.stride, no, t.hooks};
    if (!t.metadata.empty())
        arguments.push_back(t.metadata);
    return call(global("torch._utils", "_rebuild_tensor_v2"), arguments);
}

} // namespace corpus::pk
