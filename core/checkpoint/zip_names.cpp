// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/zip_names.h"

#include "core/checkpoint/limits.h"
#include "core/checkpoint/text.h"

#include <algorithm>
#include <optional>

namespace nanocap::checkpoint {

namespace {

std::string_view firstPart(std::string_view name)
{
    const std::size_t slash = name.find('/');
    return slash == name.npos ? std::string_view() : name.substr(0, slash);
}

std::string_view lastPart(std::string_view name)
{
    return name.substr(name.rfind('/') + 1);
}

/// The folder that holds data.pkl, else that of the first entry which counts.
std::string_view rootOf(const ZipDirectory& directory)
{
    std::optional<std::string_view> first;
    for (const ZipEntry& entry : directory.entries) {
        const std::string_view name = directory.nameOf(entry);
        if (isOfMacOs(name))
            continue;
        const std::string_view part = firstPart(name);
        if (!part.empty() && name.substr(part.size()) == "/data.pkl")
            return part;
        if (!first)
            first = part;
    }
    return first.value_or(std::string_view());
}

bool isModelName(std::string_view name)
{
    constexpr std::string_view endings[] = {".pth", ".pt", ".ckpt", ".pth.tar", ".bin", ".safetensors"};
    return std::any_of(std::begin(endings), std::end(endings),
                       [&](std::string_view ending) { return name.ends_with(ending); });
}

/// A ZIP archive without any part of a checkpoint: names the model inside it, or else its first file.
tl::unexpected<Refusal> foreignArchive(const ZipDirectory& directory)
{
    constexpr const char* detail = "a ZIP archive without data.pkl and version";
    std::string first;
    for (const ZipEntry& entry : directory.entries) {
        const std::string_view name = directory.nameOf(entry);
        if (isOfMacOs(name) || name.empty() || name.ends_with('/'))
            continue;
        if (isModelName(name))
            return refuse(Code::NotACheckpoint, detail, {}, std::string(name),
                          said("Checkpoint",
                               "'%1' is a ZIP archive with '%2' inside. Unpack it and choose that "
                               "file."));
        if (first.empty())
            first = name;
    }
    if (first.empty())
        return refuse(Code::NotACheckpoint, detail);
    return refuse(Code::NotACheckpoint, detail, {}, first,
                  said("Checkpoint", "'%1' is a ZIP archive of something else ('%2' is in it), not a PyTorch "
                                     "model. Choose a file that torch.save wrote."));
}

/// Decided from the names alone, before anything else about the entries is judged.
Checked<void> checkKind(const ZipDirectory& directory)
{
    const std::string_view root = rootOf(directory);
    const bool rootIsCode =
        std::all_of(directory.entries.begin(), directory.entries.end(), [&](const ZipEntry& e) {
            const std::string_view name = directory.nameOf(e);
            return isOfMacOs(name) || firstPart(name) == root;
        });
    bool torch = false;
    for (const ZipEntry& entry : directory.entries) {
        const std::string_view name = directory.nameOf(entry);
        if (isOfMacOs(name))
            continue;
        const std::string_view last = lastPart(name);
        if (last == "constants.pkl" || name.find("/code/") != name.npos ||
            (name.starts_with("code/") && !rootIsCode))
            return refuse(Code::TorchScript, "entry '" + std::string(name) + "'");
        torch = torch || last == "data.pkl" || last == "version";
    }
    if (!torch)
        return foreignArchive(directory);
    return {};
}

bool hasBadPart(std::string_view name)
{
    while (true) {
        const std::size_t slash = name.find('/');
        const std::string_view part = name.substr(0, slash);
        if (part.empty() || part == "." || part == "..")
            return true;
        if (slash == name.npos)
            return false;
        name.remove_prefix(slash + 1);
    }
}

/// data.pkl, version and byteorder in other letters would be what another reader opens.
bool isCaseTwin(std::string_view inRoot, bool folder)
{
    std::string lower(inRoot.substr(0, 16));
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    const bool special = lower == "data.pkl" || lower == "version" || lower == "byteorder";
    return special && (folder || lower != inRoot);
}

/// The folder every entry must lie in; an entry outside it is named, with what to do where that is honest.
tl::unexpected<Refusal> outsideRoot(const ZipDirectory& directory, std::string_view root,
                                    std::string_view name)
{
    const std::string detail = "entry '" + std::string(name) + "': not in the one folder all entries share";
    const bool unrooted =
        std::any_of(directory.entries.begin(), directory.entries.end(),
                    [&](const ZipEntry& entry) { return directory.nameOf(entry) == "data.pkl"; });
    if (unrooted)
        return refuse(Code::ZipName, detail, {}, std::string(name),
                      said("Checkpoint", "The model file '%1' was packed again without its folder. Use the "
                                         "original file, or pack the folder that data.pkl lies in, not its "
                                         "contents (zip -0 -r model.pth FOLDER)."));
    if (root.empty() || displayable(name, limits::entryName) != name)
        return refuse(Code::ZipName, detail);
    return refuse(Code::ZipName, detail, {}, std::string(name),
                  said("Checkpoint",
                       "The model file '%1' has '%2' outside the folder of the checkpoint and was "
                       "refused. Use the original file, or pack that folder alone."));
}

Checked<std::string> checkNames(const ZipDirectory& directory)
{
    const std::string root(rootOf(directory));
    for (const ZipEntry& entry : directory.entries) {
        std::string_view name = directory.nameOf(entry);
        const auto suspicious = [&name](const char* why) {
            return refuse(Code::ZipName, "entry '" + std::string(name) + "': " + why);
        };
        if (entry.nameTooLong)
            return suspicious("the name is longer than 512 bytes");
        if (name.find('\0') != name.npos || name.find('\\') != name.npos || !isUtf8(name))
            return suspicious("NUL, backslash or not UTF-8");
        const bool folder = name.size() > 1 && name.ends_with('/') && entry.size == 0 && entry.packed == 0;
        if (hasBadPart(folder ? name.substr(0, name.size() - 1) : name))
            return suspicious("an empty, '.' or '..' part");
        if (isOfMacOs(name))
            continue;
        if (root.empty() || firstPart(name) != root)
            return outsideRoot(directory, root, name);
        name.remove_prefix(root.size() + 1);
        if (isCaseTwin(folder && !name.empty() ? name.substr(0, name.size() - 1) : name, folder))
            return suspicious("differs from a reserved name only in case");
    }
    return root;
}

Checked<void> checkDuplicates(const ZipDirectory& directory)
{
    std::vector<std::uint32_t> order(directory.entries.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = i;
    const auto name = [&](std::uint32_t i) { return directory.nameOf(directory.entries[i]); };
    std::sort(order.begin(), order.end(), [&](auto a, auto b) { return name(a) < name(b); });
    const auto twin =
        std::adjacent_find(order.begin(), order.end(), [&](auto a, auto b) { return name(a) == name(b); });
    if (twin != order.end())
        return refuse(Code::ZipDuplicate, "entry '" + std::string(name(*twin)) + "' occurs twice");
    return {};
}

} // namespace

bool isOfMacOs(std::string_view name)
{
    return name.starts_with("__MACOSX/");
}

Checked<std::string> checkEntryNames(const ZipDirectory& directory)
{
    if (auto kind = checkKind(directory); !kind)
        return tl::unexpected(kind.error());
    auto root = checkNames(directory);
    if (!root)
        return root;
    if (auto unique = checkDuplicates(directory); !unique)
        return tl::unexpected(unique.error());
    return root;
}

tl::unexpected<Refusal> noDataPkl(const ZipDirectory& directory, std::string_view root)
{
    const std::string detail = "no entry '" + std::string(root) + "/data.pkl'";
    for (const ZipEntry& entry : directory.entries) {
        const std::string_view name = directory.nameOf(entry);
        if (!isOfMacOs(name) && name.ends_with("/data.pkl"))
            return refuse(Code::NoDataPkl, detail, {}, std::string(name.substr(0, name.size() - 9)),
                          said("Checkpoint",
                               "The model file '%1' has the checkpoint in a folder inside another "
                               "one ('%2'). Unpack it and pack that folder alone (zip -0 -r)."));
    }
    return refuse(Code::NoDataPkl, detail);
}

} // namespace nanocap::checkpoint
