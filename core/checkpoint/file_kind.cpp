// SPDX-License-Identifier: Apache-2.0
#include "core/checkpoint/file_kind.h"

#include "core/checkpoint/text.h"

#include <algorithm>
#include <filesystem>

namespace nanocap::checkpoint {

namespace {

using namespace std::string_view_literals;

struct Mark
{
    std::size_t at;
    std::string_view bytes;
    std::string_view kind; ///< for the sentence, %2
};

constexpr Mark modelMarks[] = {
    {0, "GGUF"sv, "GGUF"},
    {0, "ggml"sv, "GGML"},
    {0, "lmgg"sv, "GGML"},
    {0, "tjgg"sv, "GGML"},
    {0, "\x89HDF\r\n\x1a\n"sv, "HDF5 (Keras .h5)"},
    {4, "TFL3"sv, "TensorFlow Lite"},
    {0, "\x93NUMPY"sv, "NumPy (.npy)"},
};

constexpr Mark packedMarks[] = {
    {0, "\x1f\x8b"sv, "gzip"},
    {0, "BZh"sv, "bzip2"},
    {0,
     "\xfd"
     "7zXZ\0"sv,
     "xz"},
    {0, "\x28\xb5\x2f\xfd"sv, "Zstandard"},
    {0, "7z\xbc\xaf\x27\x1c"sv, "7-Zip"},
    {0, "Rar!\x1a\x07"sv, "RAR"},
    {0, "\x04\x22\x4d\x18"sv, "LZ4"},
};

constexpr Mark otherMarks[] = {
    {0, "\x89PNG\r\n\x1a\n"sv, "a PNG picture"},
    {0, "\xff\xd8\xff"sv, "a JPEG picture"},
    {0, "%PDF-"sv, "a PDF document"},
    {0,
     "\x7f"
     "ELF"sv,
     "a Linux program"},
    {0, "PK\x05\x06"sv, "an empty ZIP archive"},
    {4, "ftyp"sv, "a film"},
    {0, "SQLite format 3\0"sv, "an SQLite database"},
};

template <class Marks> std::string_view kindOf(const Marks& marks, std::string_view head)
{
    for (const Mark& mark : marks)
        if (head.size() >= mark.at + mark.bytes.size() && head.substr(mark.at).starts_with(mark.bytes))
            return mark.kind;
    return {};
}

/// safetensors: the length of a JSON header (at most 100 MB by its rules), then the header.
bool isSafetensors(std::string_view head)
{
    return head.size() > 8 && head[8] == '{' && head[5] == 0 && head[6] == 0 && head[7] == 0;
}

/// ONNX: a protobuf message whose first field is the small number ir_version, followed by another of its
/// fields (producer_name, producer_version, graph, opset_import).
bool isOnnx(std::string_view head)
{
    return head.size() > 3 && head[0] == 0x08 && head[1] > 0 && head[1] < 32 &&
           (head[2] == 0x12 || head[2] == 0x1a || head[2] == 0x3a || head[2] == 0x42);
}

bool isPickle(std::string_view head)
{
    return head.size() > 2 && head[0] == '\x80' && head[1] >= 2 && head[1] <= 5;
}

std::string lower(std::string_view text)
{
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

/// The text without what may stand in front of its first word.
std::string_view trimmed(std::string_view text)
{
    if (text.starts_with("\xef\xbb\xbf"))
        text.remove_prefix(3);
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first == text.npos ? std::string_view() : text.substr(first);
}

/// Text as editors write it; a character that the end of `head` cuts in two is allowed.
bool isPlainText(std::string_view head)
{
    for (std::size_t cut = 0; cut < 4 && cut < head.size(); ++cut)
        if (isUtf8(head.substr(0, head.size() - cut)))
            return std::none_of(head.begin(), head.end(), [](char c) {
                return (c >= 0 && c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c == 0x7f;
            });
    return false;
}

bool isWebPage(std::string_view text)
{
    const std::string start = lower(text);
    return start.starts_with("<") &&
           (start.find("<html") != start.npos || start.find("<!doctype html") != start.npos ||
            start.starts_with("<head") || start.starts_with("<body"));
}

std::optional<Saying> textSentence(std::string_view text, std::string& what)
{
    what = displayable(text.substr(0, text.find_first_of("\r\n")), 60);
    if (text.starts_with("<"))
        return said("Checkpoint", "'%1' is a text file (XML: '%2'), not a model. Download or copy it again.");
    if (text.starts_with("{") || text.starts_with("["))
        return said("Checkpoint", "'%1' is a JSON text, not a model. Choose the file with the weights that "
                                  "torch.save wrote.");
    return said("Checkpoint", "'%1' is a text file ('%2'), not a model. Download or copy the model again.");
}

std::optional<Saying> sentenceFor(std::string_view head, std::string& what)
{
    if (const auto kind = kindOf(modelMarks, head); !kind.empty()) {
        what = kind;
        return said("Checkpoint",
                    "'%1' is a file of the kind %2, not a PyTorch checkpoint. Choose the .pth file "
                    "that torch.save wrote.");
    }
    if (isSafetensors(head))
        return said("Checkpoint",
                    "'%1' is a safetensors file: it has weights but no word list. Choose the .pth "
                    "file that torch.save wrote.");
    if (isOnnx(head))
        return said("Checkpoint",
                    "'%1' is an ONNX model, not a PyTorch checkpoint. Choose the .pth file it was "
                    "made from.");
    if (const auto kind = kindOf(packedMarks, head); !kind.empty()) {
        what = kind;
        return said("Checkpoint", "'%1' is a %2 archive. Unpack it and choose the .pth file inside.");
    }
    if (const auto kind = kindOf(otherMarks, head); !kind.empty()) {
        what = kind;
        return said("Checkpoint", "'%1' is %2, not a PyTorch model. Choose a file that torch.save wrote.");
    }
    if (isPickle(head))
        return said("Checkpoint",
                    "'%1' was written by pickle, not by torch.save. Load it in Python and save it "
                    "again with torch.save.");
    if (head.size() >= 64 && head.find_first_not_of('\0') == head.npos)
        return said("Checkpoint",
                    "'%1' begins with zeros only: it was not copied to its end. Copy it again.");
    const std::string_view text = trimmed(head);
    if (isWebPage(text))
        return said("Checkpoint",
                    "'%1' is a web page (HTML), not a model: the download gave the page instead of "
                    "the file. Download it again with the link to the file itself.");
    if (text.size() > 1 && isPlainText(text))
        return textSentence(text, what);
    return {};
}

} // namespace

Refusal describeForeignFile(std::string_view head)
{
    Refusal refusal;
    refusal.code = Code::NotACheckpoint;
    refusal.detail = "the file does not begin with a ZIP entry (PK 3 4)";
    refusal.instead = sentenceFor(head, refusal.what);
    return refusal;
}

Refusal describeFolder(const std::string& path)
{
    namespace fs = std::filesystem;
    constexpr int mostLookedAt = 256;
    Refusal refusal{Code::FileOpen, "open: it is a folder", {}, "it is a folder"};
    std::error_code error;
    fs::path unpacked;
    if (fs::is_regular_file(fs::path(path) / "data.pkl", error))
        unpacked = fs::path(path);
    int looked = 0;
    for (fs::directory_iterator at(path, error), end; unpacked.empty() && !error && at != end;
         at.increment(error))
        if (++looked > mostLookedAt)
            break;
        else if (fs::is_regular_file(at->path() / "data.pkl", error))
            unpacked = at->path();
        else
            error.clear();
    if (unpacked.empty())
        return refusal;
    unpacked = fs::absolute(unpacked, error).lexically_normal();
    if (!unpacked.has_filename())
        unpacked = unpacked.parent_path();
    refusal.detail = "open: '" + unpacked.string() + "' is a folder with data.pkl";
    refusal.what = unpacked.filename().string();
    refusal.instead = said(
        "Checkpoint", "'%1' is the folder of an unpacked checkpoint. Use the original .pth file, or pack the "
                      "folder '%2' again without compression (zip -0 -r model.pth '%2').");
    return refusal;
}

} // namespace nanocap::checkpoint
