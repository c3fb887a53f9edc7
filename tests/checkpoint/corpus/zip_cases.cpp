// SPDX-License-Identifier: Apache-2.0
// End records, directory, names, local headers and layout of the archive.
#include "tests/checkpoint/corpus/corpus.h"
#include "tests/checkpoint/corpus/model.h"

#include <zlib.h>

namespace corpus {

namespace {

using Entries = std::vector<Entry>;

/// The good model with its end records edited.
std::function<std::string()> end(std::function<void(EndFields&)> edit)
{
    return [edit = std::move(edit)] { return zip(Model().entries(), {.edit = edit}); };
}

/// The good model with its entries edited.
std::function<std::string()> with(std::function<void(Entries&)> edit)
{
    return [edit = std::move(edit)] {
        Entries entries = Model().entries();
        edit(entries);
        return zip(entries);
    };
}

std::function<std::string()> added(const std::string& name)
{
    return with([name](Entries& all) {
        Entry entry;
        entry.name = name;
        entry.data = "3\n";
        all.push_back(entry);
    });
}

std::string deflated(const std::string& data)
{
    std::string packed(compressBound(data.size()), '\0');
    uLongf size = packed.size();
    compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(data.data()),
              data.size(), 9);
    return packed.substr(2, size - 6);
}

/// Entries as zip writes folders: nothing in them, before everything else.
std::function<std::string()> folders(const std::vector<std::string>& names)
{
    return with([names](Entries& all) {
        for (const std::string& name : names) {
            Entry folder;
            folder.name = name;
            folder.flags = 0;
            folder.aligned = false;
            all.insert(all.begin(), folder);
        }
    });
}

/// Folders first, no flags, no alignment, no zip64 records.
std::string packedAgain()
{
    Entries all = Model().entries();
    for (const char* name : {"archive/data/", "archive/"}) {
        Entry folder;
        folder.name = name;
        all.insert(all.begin(), folder);
    }
    for (Entry& entry : all)
        entry.flags = 0, entry.aligned = false;
    return zip(all, {.zip64 = false});
}

/// An entry of macOS before the others and one after them.
std::function<std::string()> ofMacOs(std::uint16_t method, const std::string& data)
{
    return with([=](Entries& all) {
        Entry beside;
        beside.name = "__MACOSX/._archive";
        beside.data = data;
        beside.method = method;
        if (method != 0)
            beside.size = 4000;
        all.insert(all.begin(), beside);
        beside.name = "__MACOSX/archive/._data.pkl";
        all.push_back(beside);
    });
}

std::function<std::string()> zipAround(const std::vector<std::string>& names, std::uint16_t method)
{
    return [=] {
        Entries all;
        for (const std::string& name : names) {
            Entry entry;
            entry.name = name;
            entry.data = Model().file();
            entry.method = method;
            all.push_back(entry);
        }
        return zip(all);
    };
}

std::vector<Case> endCases()
{
    return {
        {"a disk number in the end record", "ZIP_BAD", end([](EndFields& e) { e.disk = 1; })},
        {"a disk number in the zip64 record", "ZIP_BAD", end([](EndFields& e) { e.disk64 = 1; })},
        {"a second disk for the directory", "ZIP_BAD", end([](EndFields& e) { e.directoryDisk64 = 1; })},
        {"three disks in the locator", "ZIP_BAD", end([](EndFields& e) { e.disks = 3; })},
        {"an entry on another disk", "ZIP_BAD", with([](Entries& all) { all[1].disk = 1; })},
        {"fewer entries on this disk", "ZIP_BAD", end([](EndFields& e) { --e.entriesHere64; })},
        {"directory offset 2^40", "ZIP_BAD",
         end([](EndFields& e) { e.offset64 = 1ull << 40, e.offset = ~0u; })},
        {"directory offset beyond the file", "ZIP_BAD",
         end([](EndFields& e) { e.offset64 = e.offset = 0x7fffffff; })},
        {"directory size 2^31", "ZIP_BAD", end([](EndFields& e) { e.size64 = e.size = 1u << 31; })},
        {"directory offset and size wrap at 2^64", "ZIP_BAD", end([](EndFields& e) {
             const std::uint64_t finish = e.offset64 + e.size64;
             e.offset64 = ~0ull - 99, e.size64 = finish + 100, e.offset = e.size = ~0u;
         })},
        {"directory offset off by one", "ZIP_BAD", end([](EndFields& e) { ++e.offset64, ++e.offset; })},
        {"entry count one too high", "ZIP_BAD",
         end([](EndFields& e) { ++e.entries64, ++e.entriesHere64, ++e.entries, ++e.entriesHere; })},
        {"entry count one too low", "ZIP_BAD",
         end([](EndFields& e) { --e.entries64, --e.entriesHere64, --e.entries, --e.entriesHere; })},
        {"entry count 2^32", "ZIP_BAD", end([](EndFields& e) {
             e.entries64 = e.entriesHere64 = 1ull << 32;
             e.entries = e.entriesHere = 0xffff;
         })},
        {"no entries at all", "ZIP_BAD",
         end([](EndFields& e) { e.entries64 = e.entriesHere64 = e.entries = e.entriesHere = 0; })},
        {"the locator points to 2^63", "ZIP_BAD", end([](EndFields& e) { e.locatorOffset = 1ull << 63; })},
        {"the locator points to the file's start", "ZIP_BAD", end([](EndFields& e) { e.locatorOffset = 0; })},
        {"the zip64 record has a wrong signature", "ZIP_BAD", end([](EndFields& e) { e.signature64 ^= 1; })},
        {"the zip64 record has another size", "ZIP_BAD", end([](EndFields& e) { e.recordSize = 45; })},
        {"the two end records disagree on the offset", "ZIP_BAD", end([](EndFields& e) { e.offset -= 46; })},
        {"the two end records disagree on the count", "ZIP_BAD",
         end([](EndFields& e) { --e.entries, --e.entriesHere; })},
        {"the locator has no signature", "ZIP_BAD", end([](EndFields& e) { e.locatorSignature = 0; })},
        {"bytes between directory and zip64 record", "ZIP_BAD",
         [] { return zip(Model().entries(), {.afterDirectory = "xx"}); }},
        {"a directory entry without signature", "ZIP_BAD",
         with([](Entries& all) { all[1].directorySignature = 0x02014b51; })},
        {"sizes that need a zip64 field which is missing", "ZIP_BAD",
         with([](Entries& all) { all[1].packed = all[1].size = ~0u; })},
        {"a zip64 field that is too short", "ZIP_BAD", with([](Entries& all) {
             all[1].packed = all[1].size = ~0u;
             all[1].extra = le16(1) + le16(8) + le64(24);
         })},
        {"an extra field longer than its room", "ZIP_BAD", with([](Entries& all) {
             all[1].packed = all[1].size = ~0u;
             all[1].extra = le16(1) + le16(60) + le64(24) + le64(24);
         })},
    };
}

std::vector<Case> nameCases()
{
    return {
        {"two data.pkl", "ZIP_DUPLICATE", added("archive/data.pkl")},
        {"two data/0", "ZIP_DUPLICATE", added("archive/data/0")},
        {"DATA.PKL beside data.pkl", "ZIP_NAME", added("archive/DATA.PKL")},
        {"Version beside version", "ZIP_NAME", added("archive/Version")},
        {"ByteOrder in other letters", "ZIP_NAME", added("archive/ByteOrder")},
        {"a name with ..", "ZIP_NAME", added("archive/../../etc/passwd")},
        {"a name with a single dot part", "ZIP_NAME", added("archive/./x")},
        {"a name with an empty part", "ZIP_NAME", added("archive//x")},
        {"an absolute name", "ZIP_NAME", added("/etc/passwd")},
        {"a backslash", "ZIP_NAME", added("archive\\x")},
        {"a backslash inside the root", "ZIP_NAME", added("archive/a\\b")},
        {"a NUL in a name", "ZIP_NAME", added(std::string("archive/x\0y", 11))},
        {"a name of 5000 characters", "ZIP_NAME", added("archive/" + std::string(5000, 'n'))},
        {"a name of 513 characters", "ZIP_NAME", added("archive/" + std::string(505, 'n'))},
        {"a name of 512 characters", "", added("archive/" + std::string(504, 'n'))},
        {"a name that is not UTF-8", "ZIP_NAME", added("archive/\xff\xfe")},
        {"an overlong UTF-8 name", "ZIP_NAME", added("archive/\xc0\xaf")},
        {"two roots", "ZIP_NAME", added("other/x")},
        {"an entry outside the root", "ZIP_NAME", added("x")},
        {"no root", "ZIP_NAME", with([](Entries& all) {
             for (Entry& entry : all)
                 entry.name = entry.name.substr(8);
         })},
        {"an empty name", "ZIP_NAME", added("")},
        {"a folder entry that holds something", "ZIP_NAME", added("archive/data/")},
        {"a folder entry named data.pkl", "ZIP_NAME", folders({"archive/data.pkl/"})},
        {"a folder entry named Version", "ZIP_NAME", folders({"archive/Version/"})},
        {"a folder entry with an empty part", "ZIP_NAME", folders({"archive//"})},
        {"a folder entry that is only a slash", "ZIP_NAME", folders({"/"})},
        {"a folder entry outside the root", "ZIP_NAME", folders({"other/"})},
        {"a folder entry twice", "ZIP_DUPLICATE", folders({"archive/data/", "archive/data/"})},
        {"what zip -0 -r writes", "", packedAgain},
        {"what macOS puts beside it", "", ofMacOs(0, "AppleDouble")},
        {"what macOS puts beside it, compressed", "", ofMacOs(8, "AppleDouble")},
        {"a broken data.pkl among what macOS puts beside it", "", added("__MACOSX/archive/data.pkl")},
        {"a bad name among what macOS puts beside it", "ZIP_NAME", added("__MACOSX/../x")},
        {"only what macOS puts beside it", "NOT_A_CHECKPOINT", with([](Entries& all) {
             for (Entry& entry : all)
                 entry.name = "__MACOSX/" + entry.name;
         })},
        {"packed again without its folder",
         "ZIP_NAME",
         with([](Entries& all) {
             for (Entry& entry : all)
                 entry.name = entry.name.substr(8);
         }),
         {},
         "model.pth",
         "packed again without its folder"},
        {"a file beside the folder",
         "ZIP_NAME",
         added(".DS_Store"),
         {},
         "model.pth",
         "'.DS_Store' outside the folder"},
        {"a folder in a folder",
         "NO_DATA_PKL",
         with([](Entries& all) {
             for (Entry& entry : all)
                 entry.name = "outer/" + entry.name;
         }),
         {},
         "model.pth",
         "('outer/archive')"},
        {"a ZIP around a checkpoint",
         "NOT_A_CHECKPOINT",
         zipAround({"captioner/best.pth"}, 0),
         {},
         "model.pth",
         "'captioner/best.pth' inside"},
        {"a compressed ZIP around a checkpoint beside other files",
         "NOT_A_CHECKPOINT",
         zipAround({"__MACOSX/._a.pth", "README.txt", "weights.pth.tar"}, 8),
         {},
         "model.pth",
         "'weights.pth.tar' inside"},
        {"a ZIP of something else",
         "NOT_A_CHECKPOINT",
         zipAround({"a.txt"}, 0),
         {},
         "model.pth",
         "'a.txt' is in it"},
    };
}

std::vector<Case> packingCases()
{
    return {
        {"data.pkl deflated",
         "ZIP_COMPRESSED",
         with([](Entries& all) {
             const std::string plain = all[0].data;
             all[0].data = deflated(plain);
             all[0].method = 8, all[0].size = plain.size(), all[0].crc = crcOf(plain);
         }),
         {},
         "model.pth",
         "packed again with compression"},
        {"a bomb of 50 MB in 50 KB", "ZIP_COMPRESSED", with([](Entries& all) {
             all[0].data = deflated(std::string(50u << 20, '\0'));
             all[0].method = 8, all[0].size = 50u << 20;
         })},
        {"compression method 99", "ZIP_COMPRESSED", with([](Entries& all) { all[1].method = 99; })},
        {"the encryption bit", "ZIP_ENCRYPTED", with([](Entries& all) { all[1].flags |= 1; })},
        {"an encrypted and compressed entry", "ZIP_ENCRYPTED",
         with([](Entries& all) { all[1].flags |= 1, all[1].method = 8; })},
        {"an unknown flag", "ZIP_BAD", with([](Entries& all) { all[1].flags |= 0x0020; })},
        {"stored sizes that differ", "ZIP_BAD", with([](Entries& all) { all[1].packed = 23; })},
        {"a size past the end of the file", "ZIP_BAD",
         with([](Entries& all) { all[1].packed = all[1].size = 1'000'000; })},
        {"data.pkl of 4 GB", "ZIP_BAD", with([](Entries& all) { all[0].packed = all[0].size = 0xfffffffe; })},
        {"data.pkl of 2^63 by zip64", "ZIP_BAD", with([](Entries& all) {
             all[0].packed = all[0].size = ~0u;
             all[0].extra = le16(1) + le16(16) + le64(1ull << 63) + le64(1ull << 63);
         })},
        {"another name in the local header", "ZIP_BAD",
         with([](Entries& all) { all[1].localName = "archive/data/9"; })},
        {"a shorter name in the local header", "ZIP_BAD",
         with([](Entries& all) { all[1].localName = "archive/data"; })},
        {"a wrong local signature", "ZIP_BAD",
         with([](Entries& all) { all[1].localSignature = 0x04034b51; })},
        {"another method in the local header", "ZIP_BAD", with([](Entries& all) { all[1].localMethod = 8; })},
        {"other flags in the local header", "ZIP_BAD", with([](Entries& all) { all[1].localFlags = 0; })},
        {"a local header inside the directory", "ZIP_BAD",
         [] {
             Entries all = Model().entries();
             const std::string plain = zip(all);
             all[1].header = static_cast<std::uint32_t>(plain.size() - 200);
             return zip(all);
         }},
        {"a local header far outside", "ZIP_BAD", with([](Entries& all) { all[1].header = 0x7fffffff; })},
        {"two entries on one block", "ZIP_BAD", with([](Entries& all) {
             Entry alias = all[1];
             alias.inBody = false;
             alias.name = "archive/data/7", alias.localName.reset();
             all.push_back(alias);
         })},
        {"an entry inside another entry's data", "ZIP_BAD",
         [] {
             // The outer entry's data are a whole inner entry.
             Entries all = Model().entries();
             Entry inner;
             inner.name = "archive/data/7";
             inner.data = "inside";
             const std::string body = zip({inner});
             Entry outer;
             outer.name = "archive/extra";
             outer.data = body.substr(0, 120);
             all.push_back(outer);
             const std::string file = zip(all);
             inner.inBody = false;
             inner.header = static_cast<std::uint32_t>(file.find(outer.data.substr(0, 60)));
             all.push_back(inner);
             return zip(all);
         }},
        {"an entry before the first one", "ZIP_BAD", with([](Entries& all) { all[0].inDirectory = false; })},
    };
}

} // namespace

std::vector<Case> zipCases()
{
    std::vector<Case> cases = endCases();
    for (auto part : {nameCases(), packingCases()})
        cases.insert(cases.end(), part.begin(), part.end());
    return cases;
}

} // namespace corpus
