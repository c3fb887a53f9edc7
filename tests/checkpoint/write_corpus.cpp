// SPDX-License-Identifier: Apache-2.0
// write_corpus DIR          every row of the corpus as a file, and DIR/expected.tsv: file, code ("OK"), name
// of the row write_corpus --seeds DIR  inputs for the fuzzer: the small files, and their contents lists alone
#include "tests/checkpoint/corpus/corpus.h"
#include "tests/checkpoint/corpus/honest.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

namespace {

constexpr std::size_t largestSeed = 64 * 1024;

void write(const std::filesystem::path& path, const std::string& bytes)
{
    std::ofstream(path, std::ios::binary) << bytes;
}

/// data.pkl when it is the first entry, as torch.save and the corpus write it.
std::string contentsList(const std::string& file)
{
    const auto at16 = [&file](std::size_t i) {
        return static_cast<unsigned char>(file[i]) | (static_cast<unsigned char>(file[i + 1]) << 8);
    };
    if (file.size() < 30 || file.compare(0, 4, "PK\x03\x04") != 0)
        return {};
    const std::size_t begin = static_cast<std::size_t>(30 + at16(26) + at16(28));
    const std::size_t end = file.find("PK\x07\x08", begin);
    return begin < file.size() && end != file.npos ? file.substr(begin, end - begin) : std::string();
}

} // namespace

int main(int count, char** arguments)
{
    const bool seeds = count == 3 && std::string(arguments[1]) == "--seeds";
    if (count != 2 && !seeds) {
        std::fprintf(stderr, "usage: write_corpus [--seeds] DIR\n");
        return 2;
    }
    const std::filesystem::path folder = arguments[count - 1];
    std::filesystem::create_directories(folder);
    std::string table;
    int number = 0;
    for (const corpus::Case& row : corpus::allCases()) {
        const std::string name = std::to_string(1000 + number++);
        const std::string bytes = row.bytes();
        if (!seeds) {
            write(folder / (name + ".pth"), bytes);
            table += name + ".pth\t" + (row.expected.empty() ? "OK" : row.expected) + '\t' + row.name + '\n';
        } else if (bytes.size() < largestSeed) {
            write(folder / (name + "-file"), std::string(1, '\0') + bytes);
            if (const std::string contents = contentsList(bytes); !contents.empty())
                write(folder / (name + "-list"), '\1' + contents);
        }
    }
    if (!seeds)
        write(folder / "expected.tsv", table);
    return 0;
}
