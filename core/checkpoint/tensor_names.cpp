// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/tensor_names.h"

#include <unordered_set>

namespace nanocap::checkpoint {

namespace {

std::string withoutWrappers(std::string_view name)
{
    std::string plain;
    while (true) {
        const std::size_t dot = name.find('.');
        const std::string_view part = name.substr(0, dot);
        const bool last = dot == name.npos;
        if (last || (part != "module" && part != "_orig_mod"))
            plain.append(part).append(last ? "" : ".");
        if (last)
            return plain;
        name.remove_prefix(dot + 1);
    }
}

} // namespace

Checked<void> dropWrapperWords(std::vector<Tensor>& tensors)
{
    std::unordered_set<std::string> taken;
    for (const Tensor& tensor : tensors)
        taken.insert(tensor.name);
    std::unordered_set<std::string> made;
    for (Tensor& tensor : tensors) {
        std::string plain = withoutWrappers(tensor.name);
        if (plain == tensor.name || taken.contains(plain))
            continue;
        if (!made.insert(plain).second)
            return refuse(
                Code::DuplicateKey, "'" + tensor.name + "' is another '" + plain + "'", plain, tensor.name,
                said("Checkpoint", "The model has '%1' twice under different wrapper words ('%2' is "
                                   "one). Save the state dict of the model itself."));
        tensor.name = std::move(plain);
    }
    return {};
}

bool isAveragingCount(std::string_view name)
{
    return name == "n_averaged" || name.ends_with(".n_averaged");
}

} // namespace nanocap::checkpoint
