// SPDX-License-Identifier: Apache-2.0
// Checksums, version, byte order, and files of another kind inside a good archive.
#include "tests/checkpoint/corpus/corpus.h"
#include "tests/checkpoint/corpus/model.h"

namespace corpus {

namespace {

using Entries = std::vector<Entry>;

std::function<std::string()> with(std::function<void(Entries&)> edit)
{
    return [edit = std::move(edit)] {
        Entries entries = Model().entries();
        edit(entries);
        return zip(entries);
    };
}

std::function<std::string()> version(const std::string& text)
{
    return [text] {
        Model model;
        model.version = text;
        return model.file();
    };
}

std::function<std::string()> byteOrder(const std::string& text)
{
    return [text] {
        Model model;
        model.byteOrder = text;
        return model.file();
    };
}

std::string flippedWeight()
{
    std::string file = Model().file();
    const std::size_t at = file.find(floats(6));
    file[at + 5] = static_cast<char>(file[at + 5] ^ 0x10);
    return file;
}

std::string script(const std::string& name, bool packed)
{
    Entries entries = Model().entries();
    Entry entry;
    entry.name = "archive/" + name;
    entry.data = "x";
    if (packed)
        entry.method = 8, entry.size = 100;
    entries.push_back(entry);
    return zip(entries);
}

} // namespace

std::vector<Case> recordCases()
{
    return {
        {"wrong checksum of data.pkl",
         "CHECKSUM",
         with([](Entries& all) { find(all, "data.pkl").crc = 1; }),
         {},
         "data.pkl"},
        {"wrong checksum of a storage",
         "CHECKSUM",
         with([](Entries& all) { find(all, "data/1").crc = 1; }),
         {},
         "data/1"},
        {"wrong checksum of version",
         "CHECKSUM",
         with([](Entries& all) { find(all, "version").crc = 1; }),
         {},
         "version"},
        {"one flipped bit of a weight", "CHECKSUM", flippedWeight, {}, "data/0"},
        {"all checksums 0",
         "",
         with([](Entries& all) {
             for (Entry& entry : all)
                 entry.crc = 0;
         }),
         {"NO_CHECKSUM"}},
        {"no data.pkl", "NO_DATA_PKL", with([](Entries& all) { all.erase(all.begin()); })},
        {"TorchScript by constants.pkl", "TORCHSCRIPT", [] { return script("constants.pkl", false); }},
        {"TorchScript by its code folder", "TORCHSCRIPT", [] { return script("code/__torch__.py", false); }},
        {"TorchScript that is compressed", "TORCHSCRIPT", [] { return script("code/__torch__.py", true); }},
        {"a checkpoint that was saved as code.pth", "",
         [] {
             Model model;
             model.root = "code";
             return model.file();
         }},
        {"no version", "VERSION", version("")},
        {"version abc", "VERSION", version("abc")},
        {"version 999", "VERSION", version("999\n")},
        {"version 0", "VERSION", version("0\n")},
        {"version -3", "VERSION", version("-3\n")},
        {"version 11", "VERSION", version("11\n")},
        {"version of 400 digits", "VERSION", version(std::string(400, '3'))},
        {"version with words behind it", "VERSION", version("3 or so")},
        {"version 1", "", version("1")},
        {"version 10", "", version("10\n")},
        {"the version in .data", "",
         [] {
             Entries all = Model().entries();
             find(all, "version").name = "archive/.data/version";
             return zip(all);
         }},
        {"byte order big", "BIG_ENDIAN", byteOrder("big")},
        {"byte order junk", "ZIP_BAD", byteOrder("middle")},
        {"byte order of 100 bytes", "ZIP_BAD", byteOrder(std::string(100, 'l'))},
        {"byte order little", "", byteOrder("little")},
        {"an entry nobody reads", "", with([](Entries& all) {
             Entry entry;
             entry.name = "archive/.data/serialization_id";
             entry.data = std::string(40, '7');
             entry.crc = 5; // never read, so never compared
             all.push_back(entry);
         })},
        {"data.pkl over 16 MB", "PICKLE_LIMIT",
         [] { return Model().fileWith(pk::whole(pk::text(std::string((16u << 20) + 1, 'x')))); }},
    };
}

} // namespace corpus
