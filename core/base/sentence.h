// SPDX-License-Identifier: Apache-2.0
// A sentence for people as a value: an English pattern and what stands in it, so that a terminal can print it
// and the window can say it in another language. Plain C++, any thread.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace nanocap {

class Sentence
{
public:
    struct Part
    {
        const char* context;                ///< for the translators: who says it
        const char* pattern;                ///< with %1 … %9
        std::vector<std::string> arguments; ///< never looked at for patterns themselves
    };

    Sentence() = default;
    Sentence(const char* context, const char* pattern) : m_parts{{context, pattern, {}}} {}
    /// Text that is the same in every language, or comes from elsewhere.
    static Sentence verbatim(const std::string& text);
    /// Fills the last part's pattern.
    Sentence with(std::initializer_list<std::string> arguments) &&;
    /// Another sentence after this one, one blank between them.
    Sentence& operator+=(const Sentence& next);

    bool empty() const { return m_parts.empty(); }
    const std::vector<Part>& parts() const { return m_parts; }
    std::string text() const; ///< in English

private:
    std::vector<Part> m_parts;
};

/// A sentence of one part. Both arguments are string literals: the translators' tool finds its patterns by
/// this name.
inline Sentence said(const char* context, const char* pattern)
{
    return {context, pattern};
}

} // namespace nanocap
