// SPDX-License-Identifier: Apache-2.0
#include "core/base/sentence.h"

namespace nanocap {

Sentence Saying::with(std::initializer_list<Argument> arguments) const
{
    Sentence::Part part{context, pattern, {}};
    for (const Argument& argument : arguments)
        part.arguments.push_back(argument.value);
    return Sentence({std::move(part)});
}

Sentence::Sentence(const Saying& saying) : m_parts{Part{saying.context, saying.pattern, {}}} {}

Sentence Sentence::verbatim(const std::string& text)
{
    return text.empty() ? Sentence() : Sentence({Part{{}, text, {}}});
}

Sentence& Sentence::operator+=(const Sentence& next)
{
    m_parts.insert(m_parts.end(), next.m_parts.begin(), next.m_parts.end());
    return *this;
}

std::string Sentence::text() const
{
    std::string out;
    for (const Part& part : m_parts) {
        if (!out.empty())
            out += ' ';
        const std::string& pattern = part.pattern;
        for (std::size_t at = 0; at < pattern.size(); ++at) {
            const bool place = pattern[at] == '%' && at + 1 < pattern.size() && pattern[at + 1] >= '1';
            const std::size_t which = place ? static_cast<std::size_t>(pattern[at + 1] - '1') : 9;
            if (which < part.arguments.size()) {
                out += part.arguments[which].text();
                ++at;
            } else {
                out += pattern[at];
            }
        }
    }
    return out;
}

} // namespace nanocap
