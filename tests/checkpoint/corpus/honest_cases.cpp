// SPDX-License-Identifier: Apache-2.0
// Contents lists byte for byte as Python's pickler writes them for torch.save, in protocols 2 to 5.
#include "tests/checkpoint/corpus/honest.h"

#include "tests/checkpoint/corpus/corpus.h"
#include "tests/checkpoint/corpus/model.h"

#include <map>

namespace corpus {

namespace {

/// Follows CPython's pickler: what was written once is remembered and only referred to afterwards.
class TorchPickler
{
public:
    explicit TorchPickler(int protocol) : m_protocol(protocol) {}

    void raw(const std::string& bytes) { m_body += bytes; }
    void number(std::int64_t value)
    {
        m_body +=
            value > 255 && value < 65536 ? "M" + le16(static_cast<std::uint64_t>(value)) : pk::integer(value);
    }
    void text(const std::string& value)
    {
        if (recall("t" + value))
            return;
        m_body += m_protocol >= 4 ? "\x8c" + std::string(1, static_cast<char>(value.size())) + value
                                  : pk::text(value);
        remember("t" + value);
    }
    void global(const std::string& module, const std::string& name)
    {
        const std::string key = "g" + module + "." + name;
        if (recall(key))
            return;
        if (m_protocol >= 4) {
            text(module);
            text(name);
            m_body += "\x93";
        } else {
            m_body += pk::global(module, name);
        }
        remember(key);
    }
    void dict()
    {
        m_body += "}";
        remember({});
    }
    void tuple(const std::vector<std::int64_t>& values)
    {
        m_body += values.size() > 3 ? "(" : "";
        for (const std::int64_t value : values)
            number(value);
        const char* const close[] = {")", "\x85", "\x86", "\x87"};
        m_body += values.size() > 3 ? "t" : close[values.size()];
        if (!values.empty())
            remember({});
    }
    void orderedDict()
    {
        global("collections", "OrderedDict");
        m_body += ")R";
        remember({});
    }
    void tensor(const std::string& key, std::int64_t numel, const std::vector<std::int64_t>& size,
                const std::vector<std::int64_t>& stride)
    {
        global("torch._utils", "_rebuild_tensor_v2");
        m_body += "((";
        text("storage");
        global("torch", "FloatStorage");
        m_body +=
            m_protocol >= 4 ? "\x8c" + std::string(1, static_cast<char>(key.size())) + key : pk::text(key);
        remember({});
        text("cpu");
        number(numel);
        m_body += "t";
        remember({});
        m_body += "Q";
        number(0);
        tuple(size);
        tuple(stride);
        m_body += "\x89";
        orderedDict();
        m_body += "t";
        remember({});
        m_body += "R";
        remember({});
    }
    std::string finish() const
    {
        const std::string body = m_body + ".";
        const std::string head = "\x80" + std::string(1, static_cast<char>(m_protocol));
        return m_protocol >= 4 ? head + "\x95" + le64(body.size()) + body : head + body;
    }

private:
    void remember(const std::string& key)
    {
        m_body += m_protocol >= 4 ? "\x94" : pk::put(m_next);
        if (!key.empty())
            m_memo[key] = m_next;
        ++m_next;
    }
    bool recall(const std::string& key)
    {
        const auto at = m_memo.find(key);
        if (at != m_memo.end())
            m_body += pk::get(at->second);
        return at != m_memo.end();
    }

    int m_protocol;
    std::string m_body;
    unsigned m_next = 0;
    std::map<std::string, unsigned> m_memo;
};

} // namespace

std::string honestPickle(int protocol)
{
    const std::vector<std::string> words = {"<pad>", "<start>", "<end>", "<unk>", "fox"};
    TorchPickler p(protocol);
    p.dict();
    p.raw("(");
    p.text("model_state_dict");
    p.orderedDict();
    p.raw("(");
    p.text("w");
    p.tensor("0", 6, {2, 3}, {3, 1});
    p.text("b");
    p.tensor("1", 3, {3}, {1});
    p.raw("u");
    p.dict();
    p.text("_metadata");
    p.orderedDict();
    p.text("");
    p.dict();
    p.text("version");
    p.number(1);
    p.raw("sssb");
    p.text("word_map");
    p.dict();
    p.raw("(");
    for (std::size_t i = 0; i < words.size(); ++i) {
        p.text(words[i]);
        p.number(static_cast<std::int64_t>(i));
    }
    p.raw("u");
    p.text("rev_word_map");
    p.dict();
    p.raw("(");
    for (std::size_t i = 0; i < words.size(); ++i) {
        p.number(static_cast<std::int64_t>(i));
        p.text(words[i]);
    }
    p.raw("u");
    p.text("vocab_size");
    p.number(5);
    p.text("epoch");
    p.number(300);
    p.raw("u");
    return p.finish();
}

std::string honestFile(int protocol)
{
    Model model;
    model.root = "t" + std::to_string(protocol);
    return model.fileWith(honestPickle(protocol));
}

std::vector<Case> honestCases()
{
    std::vector<Case> cases;
    for (const int protocol : {2, 3, 4, 5})
        cases.push_back({"what torch.save writes in protocol " + std::to_string(protocol), "",
                         [protocol] { return honestFile(protocol); }});
    cases.push_back({"the good model other rows are made of", "", [] { return Model().file(); }});
    return cases;
}

std::vector<Case> allCases()
{
    std::vector<Case> all;
    for (const auto& part : {honestCases(), fileCases(), zipCases(), recordCases(), pickleCases(),
                             globalCases(), storageCases(), tensorCases(), contentCases()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace corpus
