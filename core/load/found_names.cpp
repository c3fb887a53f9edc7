// SPDX-License-Identifier: Apache-2.0
#include "core/load/found_names.h"

#include "core/checkpoint/text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <unordered_set>

namespace nanocap::load {

namespace {

using Names = std::vector<std::string>;

/// More names than any captioner has; a state dict may hold 16,384.
constexpr std::size_t mostCompared = 512;

/// What stands in front of the parts two names end in alike; nothing when that is less than two parts.
struct Fronts
{
    std::string from, to;
    auto operator<=>(const Fronts&) const = default;
};

std::optional<Fronts> frontsOf(const std::string& found, const std::string& needed)
{
    std::size_t common = 0, best = 0;
    int parts = 0;
    while (common < found.size() && common < needed.size() &&
           found[found.size() - 1 - common] == needed[needed.size() - 1 - common]) {
        ++common;
        const bool starts = (common == found.size() || found[found.size() - 1 - common] == '.') &&
                            (common == needed.size() || needed[needed.size() - 1 - common] == '.');
        if (starts && found[found.size() - common] != '.') {
            best = common;
            ++parts;
        }
    }
    if (parts < 2)
        return std::nullopt;
    return Fronts{found.substr(0, found.size() - best), needed.substr(0, needed.size() - best)};
}

/// The change of front that gives the most of the missing names, if it gives at least half.
std::optional<Fronts> renaming(const Names& missing, const Names& found)
{
    std::map<Fronts, std::size_t> votes;
    for (const std::string& name : missing)
        for (const std::string& other : found)
            if (auto fronts = frontsOf(other, name))
                ++votes[std::move(*fronts)];
    const auto most = std::max_element(votes.begin(), votes.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == votes.end() || most->second * 2 < missing.size())
        return std::nullopt;
    return most->first;
}

std::string shown(const std::string& name)
{
    return checkpoint::displayable(name, 80);
}

Sentence sentenceFor(const Fronts& change, const std::string& found, const std::string& needed)
{
    const std::string from = shown(change.from), example = shown(found);
    if (change.to.empty())
        return said("Checkpoint",
                    "The names in the file begin with '%1' ('%2'); this captioner needs '%3'. Strip "
                    "the prefix '%1' from the names and save the file again.")
            .with({from, example, needed});
    if (change.from.empty())
        return said("Checkpoint",
                    "The names in the file lack '%1' ('%2'); this captioner needs '%3'. Put '%1' in "
                    "front of the names and save the file again.")
            .with({change.to, example, needed});
    return said("Checkpoint",
                "The file has '%2' where this captioner needs '%3'. Replace '%1' by '%4' in the "
                "names and save the file again.")
        .with({from, example, needed, change.to});
}

/// What is left of a weight that was rewritten for training; `also` tells apart what begins alike.
struct Leftover
{
    std::string_view tail, also;
    Saying sentence; ///< %1 the missing name, %2 the found one, %3 the parameter
};

const std::vector<Leftover>& leftovers()
{
    static const std::vector<Leftover> all = {
        {"_orig", "_u",
         said("Checkpoint", "'%1' is missing; the file has '%2' instead, which spectral_norm leaves. Call "
                            "torch.nn.utils.remove_spectral_norm(module, '%3') before saving.")},
        {"_orig", "",
         said("Checkpoint",
              "'%1' is missing; the file has '%2' instead, which torch.nn.utils.prune leaves. Call "
              "prune.remove(module, '%3') before saving.")},
        {"_mask", "",
         said("Checkpoint",
              "'%1' is missing; the file has '%2' instead, which torch.nn.utils.prune leaves. Call "
              "prune.remove(module, '%3') before saving.")},
        {"_g", "",
         said("Checkpoint", "'%1' is missing; the file has '%2' instead, which weight_norm leaves. Call "
                            "torch.nn.utils.remove_weight_norm(module, '%3') before saving.")},
        {"_v", "",
         said("Checkpoint", "'%1' is missing; the file has '%2' instead, which weight_norm leaves. Call "
                            "torch.nn.utils.remove_weight_norm(module, '%3') before saving.")},
        {"_l0", "",
         said("Checkpoint",
              "'%1' is missing; the file has '%2' instead, which is of a whole layer (nn.GRU). This "
              "captioner needs a cell (nn.GRUCell).")},
    };
    return all;
}

/// A name as its module's path with the last dot, and the parameter.
std::pair<std::string, std::string> split(const std::string& name)
{
    const std::size_t dot = name.rfind('.');
    return {name.substr(0, dot + 1), name.substr(dot + 1)};
}

std::optional<Sentence> leftoverOf(const std::string& name, const std::unordered_set<std::string>& found)
{
    const auto [module, parameter] = split(name);
    for (const Leftover& leftover : leftovers()) {
        const std::string there = name + std::string(leftover.tail);
        if (found.contains(there) &&
            (leftover.also.empty() || found.contains(name + std::string(leftover.also))))
            return leftover.sentence.with({name, there, parameter});
    }
    for (const char* original : {".original", ".original0"})
        if (const std::string there = module + "parametrizations." + parameter + original;
            found.contains(there))
            return said("Checkpoint", "'%1' is missing; the file has '%2' instead, which "
                                      "torch.nn.utils.parametrize leaves. Call "
                                      "parametrize.remove_parametrizations(module, '%3') before saving.")
                .with({name, there, parameter});
    for (const char* wrapper : {"base_layer.", "linear.", "original_layer."})
        if (const std::string there = module + wrapper + parameter; found.contains(there))
            return said("Checkpoint",
                        "'%1' is missing; the file has '%2' instead, which an adapter such as LoRA "
                        "leaves. Merge the adapters into the weights before saving.")
                .with({name, there});
    return std::nullopt;
}

/// How many parts two names begin and end with alike.
std::size_t likeness(const std::string& a, const std::string& b)
{
    const auto alike = [](auto a1, auto aEnd, auto b1, auto bEnd) {
        const auto differs = std::mismatch(a1, aEnd, b1, bEnd).first;
        return static_cast<std::size_t>(std::count(a1, differs, '.')) + (differs == aEnd);
    };
    return alike(a.begin(), a.end(), b.begin(), b.end()) + alike(a.rbegin(), a.rend(), b.rbegin(), b.rend());
}

/// Some other tensor near the place, else a few of those nobody needs.
Sentence nearest(const std::string& name, const Names& found)
{
    const auto best = std::max_element(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        return likeness(a, name) < likeness(b, name);
    });
    if (likeness(*best, name) >= 2)
        return said("Checkpoint",
                    "'%1' is missing; the file has '%2', which this captioner does not need. Is it "
                    "the same under another name? Then rename it and save the file again.")
            .with({name, shown(*best)});
    std::string list;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, found.size()); ++i)
        list += (i ? ", '" : "'") + shown(found[i]) + "'";
    return said("Checkpoint",
                "'%1' is missing; the file has %2 instead. Choose a checkpoint of this captioner.")
        .with({name, found.size() > 3 ? list + ", …" : list});
}

} // namespace

Sentence explainMissing(Names missing, Names found)
{
    Sentence all;
    const std::size_t unneeded = found.size();
    if (unneeded == 0)
        return all;
    Names compared(found.begin(),
                   found.begin() + static_cast<std::ptrdiff_t>(std::min(unneeded, mostCompared)));
    for (int changes = 0; changes < 2 && !missing.empty(); ++changes) {
        const auto change = renaming(missing, compared);
        if (!change)
            break;
        std::unordered_set<std::string> after;
        for (std::string& name : found)
            if (name.starts_with(change->from))
                after.insert(name = change->to + name.substr(change->from.size()));
        const auto given = std::find_if(missing.begin(), missing.end(),
                                        [&](const std::string& name) { return after.contains(name); });
        if (given == missing.end())
            break;
        all += sentenceFor(*change, change->from + given->substr(change->to.size()), *given);
        std::erase_if(missing, [&](const std::string& name) { return after.contains(name); });
        compared.assign(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(compared.size()));
    }
    if (missing.empty())
        return all;
    const std::unordered_set<std::string> there(found.begin(), found.end());
    for (const std::string& name : missing)
        if (const auto left = leftoverOf(name, there))
            return all += *left;
    return all += nearest(missing.front(), found);
}

} // namespace nanocap::load
