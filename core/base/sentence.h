// SPDX-License-Identifier: Apache-2.0
// A sentence for people as a value: English patterns and what stands in them, so that a terminal can print
// it, another process can hand it on and the window can say it in another language. Plain C++, any thread.
#pragma once

#include <initializer_list>
#include <string>
#include <utility>
#include <vector>

namespace nanocap {

struct Argument;
class Sentence;

/// A pattern before anything stands in it. Literal values, so that tables of them cost nothing.
struct Saying
{
    const char* context; ///< for the translators: who says it
    const char* pattern; ///< with %1 … %9

    Sentence with(std::initializer_list<Argument> arguments) const;
};

class Sentence
{
public:
    struct Part
    {
        std::string context; ///< empty: the pattern is text, the same in every language
        std::string pattern;
        std::vector<Sentence> arguments; ///< never looked at for patterns themselves
    };

    Sentence() = default;
    Sentence(const Saying& saying); // NOLINT(google-explicit-constructor): said("…", "…") is a sentence
    explicit Sentence(std::vector<Part> parts) : m_parts(std::move(parts)) {}
    /// Text that is the same in every language, or comes from elsewhere.
    static Sentence verbatim(const std::string& text);
    /// Another sentence after this one, one blank between them.
    Sentence& operator+=(const Sentence& next);

    bool empty() const { return m_parts.empty(); }
    const std::vector<Part>& parts() const { return m_parts; }
    std::string text() const; ///< in English

private:
    std::vector<Part> m_parts;
};

/// What may stand in a pattern: a word, a figure or a name as it is, or something that is translated too.
struct Argument
{
    Argument(const char* text) : value(Sentence::verbatim(text)) {}
    Argument(const std::string& text) : value(Sentence::verbatim(text)) {}
    Argument(const Saying& saying) : value(saying) {}
    Argument(Sentence sentence) : value(std::move(sentence)) {}

    Sentence value;
};

/// A sentence of one part. Both arguments are string literals: the translators' tool finds its patterns by
/// this name.
constexpr Saying said(const char* context, const char* pattern)
{
    return {context, pattern};
}

} // namespace nanocap
