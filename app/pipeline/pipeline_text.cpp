// SPDX-License-Identifier: Apache-2.0
#include "app/pipeline/pipeline_text.h"

#include <algorithm>
#include <cctype>

namespace nanocap::pipeline {

namespace {

bool isSpace(char c)
{
    return std::isspace(static_cast<unsigned char>(c)) != 0;
}

bool isNameLetter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) || c == '-' || c == '_' || c == ':' || c == '%';
}

/// Reads a description from left to right.
class Scanner
{
public:
    explicit Scanner(const std::string& text) : m_text(text) {}

    std::vector<Element> run()
    {
        while (skipSpace(), m_at < m_text.size())
            readPart();
        return std::move(m_elements);
    }

private:
    char here() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skipSpace()
    {
        while (m_at < m_text.size() && isSpace(here()))
            ++m_at;
    }

    /// Over a quoted piece, or one letter that a backslash may make harmless.
    void step()
    {
        const char first = here();
        ++m_at;
        if (first == '\\' && m_at < m_text.size()) {
            ++m_at;
        } else if (first == '"' || first == '\'') {
            while (m_at < m_text.size() && here() != first)
                m_at += here() == '\\' ? 2 : 1;
            m_at = std::min(m_at + 1, m_text.size());
        }
    }

    void readPart()
    {
        const char first = here();
        if (first == '!' || (first == ':' && m_at + 1 < m_text.size() && isSpace(m_text[m_at + 1]))) {
            ++m_at;
            m_linked = true;
            m_open = false;
            return;
        }
        if (first == '(' || first == ')' || first == '"' || first == '\'') {
            step();
            m_open = m_linked = false;
            return;
        }
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && isNameLetter(here()))
            ++m_at;
        const std::string name = m_text.substr(begin, m_at - begin);
        const std::size_t nameEnd = m_at;
        skipSpace();
        if (here() == '=' && !name.empty()) {
            readProperty(name);
            return;
        }
        m_at = nameEnd;
        // "video/x-raw, width=320" goes on to the next link; "t." and "t.src_0" point to an element.
        const bool caps = here() == '/' && m_text.compare(nameEnd, 2, "//") != 0;
        const bool reference = here() == '.' || name.empty();
        while (m_at < m_text.size() && here() != '!' && (caps || !isSpace(here())))
            step();
        if (caps || reference) {
            m_open = m_linked = false;
            return;
        }
        m_elements.push_back({m_text.substr(begin, m_at - begin), begin, m_at, m_linked, {}});
        m_open = true;
        m_linked = false;
    }

    void readProperty(const std::string& name)
    {
        ++m_at;
        skipSpace();
        const std::size_t value = m_at;
        if (here() == '"' || here() == '\'')
            step();
        while (m_at < m_text.size() && !isSpace(here()))
            step();
        if (!m_open)
            return;
        m_elements.back().properties.push_back({name, name + "=" + m_text.substr(value, m_at - value)});
        m_elements.back().end = m_at;
    }

    const std::string& m_text;
    std::size_t m_at = 0;
    bool m_linked = false; ///< the part before was a link
    bool m_open = false;   ///< properties belong to the last element
    std::vector<Element> m_elements;
};

} // namespace

std::string Element::value(const std::string& property) const
{
    const auto found = std::find_if(properties.begin(), properties.end(),
                                    [&](const Property& p) { return p.name == property; });
    return found == properties.end() ? std::string() : found->value();
}

std::vector<Element> elementsOf(const std::string& pipeline)
{
    return Scanner(pipeline).run();
}

bool opensCamera(const std::string& pipeline)
{
    constexpr const char* cameras[] = {"v4l2src",      "nvarguscamerasrc", "nvv4l2camerasrc",
                                       "libcamerasrc", "pipewiresrc",      "rtspsrc"};
    const auto isCamera = [&](const Element& element) {
        return element.name.rfind("rtsp://", 0) == 0 ||
               std::any_of(std::begin(cameras), std::end(cameras),
                           [&](const char* n) { return element.name == n; });
    };
    const std::vector<Element> elements = elementsOf(pipeline);
    return std::any_of(elements.begin(), elements.end(), isCamera);
}

} // namespace nanocap::pipeline
