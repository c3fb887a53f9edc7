// SPDX-License-Identifier: Apache-2.0
// What is wrong with the tensors of a state dict, collected in network order, and the failure it becomes. A
// value of whoever derives a network, any thread.
#pragma once

#include "core/base/failure.h"
#include "core/base/sentence.h"
#include "core/checkpoint/checkpoint.h"

#include <cstdint>
#include <string>
#include <vector>

namespace nanocap::load {

using Shape = std::vector<std::int64_t>;
/// A size that other tensors would have told, had they been there.
inline constexpr std::int64_t anySize = -1;

class ShapeComplaints
{
public:
    bool empty() const { return m_sentences.empty(); }
    void missing(const std::string& name, const Shape& want);
    void misshapen(const checkpoint::Tensor& tensor, const Shape& want);
    void notFloating(const checkpoint::Tensor& tensor, const Shape& want);

    /// SHAPE. `unneeded`: names of the file that the network does not ask for; they explain what is missing,
    /// else the first three complaints are told.
    Failure failure(std::vector<std::string> unneeded) const;

private:
    void add(const std::string& name, const Sentence& sentence);

    std::vector<Sentence> m_sentences;
    std::vector<std::string> m_missing;
    std::string m_first;
};

} // namespace nanocap::load
