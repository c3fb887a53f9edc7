// SPDX-License-Identifier: Apache-2.0
// Empty, foreign, cut and lengthened files.
#include "tests/checkpoint/corpus/corpus.h"
#include "tests/checkpoint/corpus/model.h"

namespace corpus {

namespace {

std::string good()
{
    Model model;
    model.storages[0].second = floats(6);
    model.tensors.emplace_back(
        pk::text("big"),
        pk::tensor(
            {.key = "2", .numel = pk::integer(3000), .size = pk::ints({3000}), .stride = pk::ints({1})}));
    model.storages.emplace_back("2", floats(3000));
    return model.file();
}

std::string legacy(int protocol)
{
    std::string magic = "\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19.";
    std::string head = "\x80" + std::string(1, static_cast<char>(protocol));
    if (protocol >= 4)
        head += "\x95" + le64(magic.size());
    return head + magic + "\x80\x02M\xe9\x03." + std::string(200, 'x');
}

std::string tar()
{
    std::string file(1024, '\0');
    file.replace(0, 8, "sys_info");
    file.replace(257, 5, "ustar");
    return file;
}

/// An end record whose comment is a second, complete one; `directory` copies the directory too.
std::string endInComment(bool directory)
{
    Model model;
    const std::string plain = model.file();
    const std::size_t end = plain.size() - 22;
    std::string inner = plain.substr(end);
    if (directory) {
        const std::string second = zip(model.entries(), {.zip64 = false});
        const std::size_t at = second.size() - 22;
        const std::uint32_t offset = static_cast<unsigned char>(second[at + 16]) |
                                     (static_cast<unsigned char>(second[at + 17]) << 8) |
                                     (static_cast<unsigned char>(second[at + 18]) << 16);
        const std::string copy = second.substr(offset, at - offset);
        inner = copy + le32(0x06054b50) + le16(0) + le16(0) + second.substr(at + 8, 8) + le32(plain.size()) +
                le16(0);
    }
    std::string file = plain.substr(0, plain.size() - 2) + le16(inner.size());
    return file + inner;
}

std::string gzipped()
{
    return std::string("\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03", 10) + std::string(100, 'g');
}

std::string without(std::size_t last)
{
    std::string file = good();
    return file.substr(0, file.size() - last);
}

std::string cutAt(double percent)
{
    const std::string file = good();
    return file.substr(0, static_cast<std::size_t>(static_cast<double>(file.size()) * percent / 100));
}

std::string docx()
{
    std::vector<Entry> entries(2);
    entries[0].name = "[Content_Types].xml";
    entries[1].name = "word/document.xml";
    for (Entry& entry : entries) {
        entry.data = std::string(100, 'x');
        entry.method = 8;
        entry.size = 4000;
    }
    return zip(entries, {.zip64 = false});
}

/// Files of other kinds under a model's name, and what the sentence calls them.
std::vector<Case> foreignCases()
{
    struct Kind
    {
        const char* name;
        std::string start;
        const char* says;
    };
    const std::string zeros(600, '\0');
    std::vector<Case> cases;
    for (const Kind& kind : std::vector<Kind>{
             {"a web page", "<!DOCTYPE html>\n<html><body>Sign in</body></html>", "is a web page (HTML)"},
             {"a web page after a comment", "\n\n<!-- x --><HTML lang=\"ko\">", "is a web page (HTML)"},
             {"a web page in an old encoding", "\xef\xbb\xbf<html>\xbb\xe7\xc1\xf8</html>",
              "is a web page (HTML)"},
             {"an XML text", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", "XML"},
             {"a JSON text", "{\"error\": \"Entry not found\"}", "is a JSON text"},
             {"a line that says why", "Invalid username or password.\n", "('Invalid username or password.')"},
             {"a text cut inside a character", std::string(511, 'a') + "\xec\x82\xac", "is a text file"},
             {"a GGUF file", "GGUF" + le32(3) + zeros, "of the kind GGUF"},
             {"a Keras file", "\x89HDF\r\n\x1a\n" + zeros, "of the kind HDF5 (Keras .h5)"},
             {"a TensorFlow Lite file", le32(28) + "TFL3" + zeros, "of the kind TensorFlow Lite"},
             {"a NumPy file", "\x93NUMPY\x01" + zeros, "of the kind NumPy"},
             {"a safetensors file", le64(40) + "{\"__metadata__\":{}}" + zeros, "is a safetensors file"},
             {"an ONNX model",
              "\x08\x07\x12\x07pytorch\x1a\x05"
              "1.13.1:" +
                  zeros,
              "is an ONNX model"},
             {"a file packed by gzip", gzipped(), "is a gzip archive"},
             {"a file packed by xz",
              "\xfd"
              "7zXZ" +
                  zeros,
              "is a xz archive"},
             {"a file packed by zstd", "\x28\xb5\x2f\xfd" + zeros, "is a Zstandard archive"},
             {"a file packed by 7-Zip", "7z\xbc\xaf\x27\x1c" + zeros, "is a 7-Zip archive"},
             {"a picture", "\x89PNG\r\n\x1a\n" + zeros, "is a PNG picture"},
             {"an empty ZIP archive", "PK\x05\x06" + std::string(18, '\0'), "is an empty ZIP archive"},
             {"a pickle of pickle.dump", pk::whole(pk::dict({}), 4), "was written by pickle"},
             {"a copy that never got its bytes", zeros, "begins with zeros only"}})
        cases.push_back({kind.name,
                         "NOT_A_CHECKPOINT",
                         [start = kind.start] { return start; },
                         {},
                         "model.pth",
                         kind.says});
    cases.push_back({"a tar archive around a checkpoint",
                     "LEGACY_FORMAT",
                     [] {
                         std::string file = tar();
                         return file.replace(0, 8, "best.pth");
                     },
                     {},
                     "model.pth",
                     "is a tar archive ('best.pth' is in it)"});
    return cases;
}

} // namespace

std::vector<Case> fileCases()
{
    std::vector<Case> cases = {
        {"an empty file", "FILE_EMPTY", [] { return std::string(); }},
        {"one byte", "NOT_A_CHECKPOINT", [] { return std::string("P"); }},
        {"a line of text", "NOT_A_CHECKPOINT", [] { return std::string("hello, this is not a model\n"); }},
        {"a GGUF model", "NOT_A_CHECKPOINT", [] { return "GGUF" + le32(3) + std::string(500, '\0'); }},
        {"a safetensors model", "NOT_A_CHECKPOINT", [] { return le64(2) + "{}" + std::string(64, 'w'); }},
        {"a gzip file", "NOT_A_CHECKPOINT", gzipped},
        {"a file that begins with PYTORCH1", "NOT_A_CHECKPOINT",
         [] { return "PYTORCH1" + std::string(300, '\1'); }},
        {"a raw pickle", "NOT_A_CHECKPOINT", [] { return pk::whole(pk::dict({})); }},
        {"a wrong second letter of the signature", "NOT_A_CHECKPOINT",
         [] {
             std::string file = good();
             file[1] = 'X';
             return file;
         }},
        {"the stream format before 1.6", "LEGACY_FORMAT", [] { return legacy(2); }},
        {"the stream format in protocol 4", "LEGACY_FORMAT", [] { return legacy(4); }},
        {"the tar format of 0.1", "LEGACY_FORMAT", tar},
        {"a program stub before the archive", "NOT_A_CHECKPOINT",
         [] { return "MZ" + std::string(62, '\0') + good(); }},
        {"junk before the archive", "NOT_A_CHECKPOINT", [] { return "junk" + good(); }},
        {"junk after the archive", "ZIP_BAD", [] { return good() + "junk"; }},
        {"100 KB of zeros after the archive", "ZIP_BAD", [] { return good() + std::string(100'000, '\0'); }},
        {"5 MB of other bytes after the archive", "ZIP_BAD",
         [] { return good() + std::string(5'000'000, '\xee'); }},
        {"a comment", "ZIP_BAD",
         [] {
             return zip(Model().entries(),
                        {.comment = "hello", .edit = [](EndFields& e) { e.commentSize = 5; }});
         }},
        {"a comment longer than announced", "ZIP_BAD",
         [] {
             return zip(Model().entries(),
                        {.comment = "hello", .edit = [](EndFields& e) { e.commentSize = 2; }});
         }},
        {"a comment that was announced but is not there", "ZIP_BAD",
         [] { return zip(Model().entries(), {.edit = [](EndFields& e) { e.commentSize = 5; }}); }},
        {"a comment that holds a second end record", "ZIP_BAD", [] { return endInComment(false); }},
        {"a comment that holds a second directory and end record", "ZIP_BAD",
         [] { return endInComment(true); }},
        {"the end record overwritten", "TRUNCATED",
         [] {
             std::string file = good();
             return file.replace(file.size() - 22, 22, 22, '\0');
         }},
        {"a download whose end is still zeros", "TRUNCATED",
         [] {
             std::string file = good();
             return file.replace(file.size() / 2, std::string::npos, file.size() - file.size() / 2, '\0');
         }},
        {"a word processor document", "NOT_A_CHECKPOINT", docx},
    };
    for (const Case& kind : foreignCases())
        cases.push_back(kind);
    for (const double percent : {2., 10., 30., 50., 70., 90., 97., 99.9})
        cases.push_back({"cut at " + std::to_string(percent).substr(0, 4) + " per cent", "TRUNCATED",
                         [percent] { return cutAt(percent); }});
    for (const std::size_t last : {1, 21, 22, 23, 42, 43, 98, 99})
        cases.push_back({"the last " + std::to_string(last) + " bytes missing", "TRUNCATED",
                         [last] { return without(last); }});
    return cases;
}

} // namespace corpus
