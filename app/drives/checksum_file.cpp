// SPDX-License-Identifier: Apache-2.0
#include "app/drives/checksum_file.h"

#include "app/drives/drive_finder.h"
#include "core/base/path_text.h"

#include <QByteArrayList>

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace nanocap::drives {

namespace fs = std::filesystem;

namespace {

struct Line
{
    std::string sum, name;
};

std::optional<Line> parsed(const std::string& text)
{
    constexpr std::size_t digits = 64;
    Line line{text.substr(0, digits), {}};
    if (line.sum.size() != digits || line.sum.find_first_not_of("0123456789abcdefABCDEF") != line.sum.npos)
        return std::nullopt;
    std::transform(line.sum.begin(), line.sum.end(), line.sum.begin(),
                   [](char c) { return c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c; });
    std::string rest = text.substr(digits);
    if (!rest.empty() && rest[0] != ' ' && rest[0] != '\t')
        return std::nullopt; // a longer sum of another kind
    const std::size_t from = rest.find_first_not_of(" \t*"), to = rest.find_last_not_of(" \t\r");
    if (from != rest.npos && to >= from)
        line.name = fs::path(rest.substr(from, to - from + 1)).filename().string();
    return line;
}

} // namespace

Result<std::optional<std::string>> expectedSum(const std::string& file)
{
    const std::string path = file + ".sha256";
    std::error_code error;
    if (!fs::exists(path, error))
        return std::optional<std::string>();
    constexpr int mostLines = 1000;
    std::vector<Line> lines;
    std::ifstream stream(path, std::ios::binary);
    std::string text;
    for (int i = 0; i < mostLines && std::getline(stream, text); ++i)
        if (text.size() < 8192)
            if (auto line = parsed(text))
                lines.push_back(*line);
    const std::string name = fs::path(file).filename().string();
    for (const Line& line : lines)
        if (line.name == name)
            return line.sum;
    if (lines.size() == 1)
        return lines.front().sum;
    return fail(driveFailure(
        said("Drives",
             "%1 holds no SHA-256 sum of %2. Write it with sha256sum, or remove it to compare the sum "
             "yourself.")
            .with({shownPath(path).toStdString(), shownPath(name).toStdString()}),
        shownPath(path)));
}

} // namespace nanocap::drives
