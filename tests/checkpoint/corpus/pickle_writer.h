// SPDX-License-Identifier: Apache-2.0
// Pickled values as byte strings that can be put together freely, honest or not; and a writer of whole
// contents lists in the shape Python's pickler gives them (memo, batches) for protocols 2 to 5.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace corpus::pk {

using Pair = std::pair<std::string, std::string>;

inline const std::string none = "N", yes = "\x88", no = "\x89", emptyTuple = ")", emptyDict = "}",
                         emptyList = "]", mark = "(", reduce = "R", build = "b", append = "a", setItem = "s",
                         persid = "Q";

std::string text(const std::string& value);
std::string integer(std::int64_t value);
std::string real(double value);
std::string global(const std::string& module, const std::string& name);
std::string tuple(const std::vector<std::string>& items);
std::string list(const std::vector<std::string>& items);
std::string dict(const std::vector<Pair>& items);
std::string put(unsigned index);
std::string get(unsigned index);
/// What Python writes for `function(arguments…)`.
std::string call(const std::string& function, const std::vector<std::string>& arguments);
std::string orderedDict(const std::vector<Pair>& items = {});
std::string ints(const std::vector<std::int64_t>& values); ///< a tuple
/// A whole contents list: protocol mark, value, STOP.
std::string whole(const std::string& value, int protocol = 2);

/// Everything _rebuild_tensor_v2 is given, as text already pickled where a test may want nonsense.
struct Tensor
{
    std::string storageClass = "FloatStorage";
    std::string key = "0";
    std::string location = "cpu";
    std::string numel = integer(6);
    std::string offset = integer(0);
    std::string size = ints({2, 3});
    std::string stride = ints({3, 1});
    std::string hooks = orderedDict();
    std::string metadata = {}; ///< the seventh argument; empty: left out
};
std::string storage(const Tensor& tensor);
std::string tensor(const Tensor& tensor);

} // namespace corpus::pk
