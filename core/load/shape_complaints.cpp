// SPDX-License-Identifier: Apache-2.0
#include "core/load/shape_complaints.h"

#include "core/load/found_names.h"

#include <algorithm>

namespace nanocap::load {

namespace {

bool isKnown(const Shape& shape)
{
    return std::find(shape.begin(), shape.end(), anySize) == shape.end();
}

std::string toText(const Shape& shape)
{
    std::string text = "[";
    for (std::size_t i = 0; i < shape.size(); ++i)
        text += (i ? ", " : "") + std::to_string(shape[i]);
    return text + "]";
}

/// What is needed where `got` was found; sizes that may be anything are those that were found.
std::string neededText(Shape want, const Shape& got)
{
    if (!isKnown(want) && want.size() != got.size())
        return want.size() == 1 ? "one size" : std::to_string(want.size()) + " sizes";
    for (std::size_t i = 0; i < want.size(); ++i)
        if (want[i] == anySize)
            want[i] = std::max<std::int64_t>(got[i], 1);
    return toText(want);
}

Sentence differs(const std::string& name, const std::string& got, const std::string& want)
{
    return said("Checkpoint", "'%1' is %2, this captioner needs %3.").with({name, got, want});
}

} // namespace

void ShapeComplaints::add(const std::string& name, const Sentence& sentence)
{
    if (m_sentences.empty())
        m_first = name;
    m_sentences.push_back(sentence);
}

void ShapeComplaints::missing(const std::string& name, const Shape& want)
{
    m_missing.push_back(name);
    add(name, isKnown(want)
                  ? said("Checkpoint", "'%1' is missing, this captioner needs %2.").with({name, toText(want)})
                  : said("Checkpoint", "'%1' is missing.").with({name}));
}

void ShapeComplaints::misshapen(const checkpoint::Tensor& tensor, const Shape& want)
{
    add(tensor.name, differs(tensor.name, toText(tensor.shape), neededText(want, tensor.shape)));
}

void ShapeComplaints::notFloating(const checkpoint::Tensor& tensor, const Shape& want)
{
    add(tensor.name, differs(tensor.name, std::string(nameOf(tensor.dtype)) + " " + toText(tensor.shape),
                             "floating point " + neededText(want, tensor.shape)));
}

Failure ShapeComplaints::failure(std::vector<std::string> unneeded) const
{
    constexpr std::size_t mostTold = 3;
    Sentence sentence;
    if (!m_missing.empty())
        sentence = explainMissing(m_missing, std::move(unneeded));
    const std::string subject = sentence.empty() ? m_first : m_missing.front();
    if (sentence.empty())
        for (std::size_t i = 0; i < std::min(m_sentences.size(), mostTold); ++i)
            sentence += m_sentences[i];
    if (sentence.parts().size() < m_sentences.size() && sentence.parts().size() == mostTold)
        sentence += said("Checkpoint", "%1 tensors are missing or have another shape in all.")
                        .with({std::to_string(m_sentences.size())});
    return makeFailure("SHAPE", std::move(sentence),
                       std::to_string(m_sentences.size()) + " tensors are missing or misshapen", subject);
}

} // namespace nanocap::load
