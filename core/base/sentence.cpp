// SPDX-License-Identifier: Apache-2.0
#include "core/base/sentence.h"

namespace nanocap {

Sentence Sentence::verbatim(const std::string& text)
{
    return text.empty() ? Sentence() : Sentence(nullptr, "%1").with({text});
}

Sentence Sentence::with(std::initializer_list<std::string> arguments) &&
{
    m_parts.back().arguments = arguments;
    return std::move(*this);
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
        for (const char* at = part.pattern; *at; ++at) {
            const std::size_t which = *at == '%' && at[1] >= '1' ? static_cast<std::size_t>(at[1] - '1') : 9;
            if (which < part.arguments.size()) {
                out += part.arguments[which];
                ++at;
            } else {
                out += *at;
            }
        }
    }
    return out;
}

} // namespace nanocap
