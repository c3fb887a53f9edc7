// SPDX-License-Identifier: Apache-2.0
#include "core/load/network_shape.h"

#include "core/load/shape_complaints.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace nanocap::load {

namespace {

constexpr std::int64_t any = anySize;

struct BlockDesign
{
    int kernel, stride;
    bool squeeze, hardswish;
};
// MobileNetV3-Small, blocks 1 to 11 (Howard et al. 2019, table 2, as torchvision builds it).
constexpr std::array<BlockDesign, 11> design = {{{3, 2, true, false},
                                                 {3, 2, false, false},
                                                 {3, 1, false, false},
                                                 {5, 2, true, true},
                                                 {5, 1, true, true},
                                                 {5, 1, true, true},
                                                 {5, 1, true, true},
                                                 {5, 1, true, true},
                                                 {5, 2, true, true},
                                                 {5, 1, true, true},
                                                 {5, 1, true, true}}};

bool isFloating(checkpoint::DType dtype)
{
    using checkpoint::DType;
    return dtype == DType::F32 || dtype == DType::F64 || dtype == DType::F16 || dtype == DType::BF16;
}

bool fits(const Shape& got, const Shape& want)
{
    return std::equal(got.begin(), got.end(), want.begin(), want.end(),
                      [](std::int64_t g, std::int64_t w) { return g >= 1 && (w == any || g == w); });
}

/// Collects the needed tensors in network order and the complaints about them.
class Deriver
{
public:
    explicit Deriver(const checkpoint::Checkpoint& checkpoint) : m_checkpoint(checkpoint)
    {
        for (std::size_t i = 0; i < checkpoint.tensors.size(); ++i)
            m_byName.emplace(checkpoint.tensors[i].name, i);
    }

    /// Size `dim` of a tensor, divided by `per`; `any` when there is no such tensor, dimension or whole
    /// quotient.
    std::int64_t size(const std::string& name, std::size_t dim, std::int64_t per = 1) const
    {
        const auto found = m_byName.find(name);
        if (found == m_byName.end())
            return any;
        const Shape& shape = m_checkpoint.tensors[found->second].shape;
        return dim < shape.size() && shape[dim] > 0 && shape[dim] % per == 0 ? shape[dim] / per : any;
    }

    void need(const std::string& name, Shape want, bool decoderMatrix = false)
    {
        const auto found = m_byName.find(name);
        if (found == m_byName.end()) {
            m_complaints.missing(name, want);
            return;
        }
        m_asked.push_back(found->second);
        const checkpoint::Tensor& tensor = m_checkpoint.tensors[found->second];
        if (!isFloating(tensor.dtype))
            m_complaints.notFloating(tensor, want);
        else if (!fits(tensor.shape, want))
            m_complaints.misshapen(tensor, want);
        else
            m_shape.needed.push_back({name, tensor.shape, found->second, decoderMatrix});
    }

    void needNorm(const std::string& prefix, std::int64_t channels)
    {
        for (const char* part : {"weight", "bias", "running_mean", "running_var"})
            need(prefix + "." + part, {channels});
    }

    /// A convolution without bias and its batch norm; returns its output channels. The count most of the five
    /// tensors agree on is what the odd one out is measured against.
    std::int64_t needConvolution(const std::string& prefix, std::int64_t in, int kernel,
                                 std::int64_t known = any)
    {
        const std::string conv = prefix + ".0.weight";
        const std::string norm = prefix + ".1";
        const std::int64_t out =
            known != any ? known
                         : vote({size(conv, 0), size(norm + ".weight", 0), size(norm + ".bias", 0),
                                 size(norm + ".running_mean", 0), size(norm + ".running_var", 0)});
        need(conv, {out, in, kernel, kernel});
        needNorm(norm, out);
        return out;
    }

    static std::int64_t vote(std::initializer_list<std::int64_t> candidates)
    {
        std::int64_t winner = any;
        std::ptrdiff_t most = 0;
        for (const std::int64_t candidate : candidates) {
            const auto count = std::count(candidates.begin(), candidates.end(), candidate);
            if (candidate != any && count > most) {
                winner = candidate;
                most = count;
            }
        }
        return winner;
    }

    void encoder();
    void decoder();
    Result<NetworkShape> finish();

private:
    std::vector<std::string> unneeded();
    EncoderBlock block(int index, std::int64_t in);

    const checkpoint::Checkpoint& m_checkpoint;
    std::unordered_map<std::string, std::size_t> m_byName;
    NetworkShape m_shape;
    ShapeComplaints m_complaints;
    std::vector<std::size_t> m_asked; ///< tensors the network needs, whatever their shape
};

EncoderBlock Deriver::block(int index, std::int64_t in)
{
    const BlockDesign& d = design[static_cast<std::size_t>(index - 1)];
    const std::string prefix = "encoder." + std::to_string(index) + ".block.";
    EncoderBlock b;
    b.index = index;
    b.in = in;
    b.kernel = d.kernel;
    b.stride = d.stride;
    b.hardswish = d.hardswish;
    // An expanding convolution is 1 x 1, a depthwise one never is: that tells whether this block expands.
    const std::int64_t firstKernel = size(prefix + "0.0.weight", 2);
    b.hasExpand = firstKernel == any ? index != 1 : firstKernel == 1;

    int part = 0;
    const auto next = [&] { return prefix + std::to_string(part++); };
    b.expanded = b.hasExpand ? needConvolution(next(), in, 1) : in;
    // Depthwise: one input channel per group, as many groups as channels.
    b.expanded = needConvolution(next(), 1, d.kernel, b.expanded);
    if (d.squeeze) {
        const std::string se = next();
        b.squeeze =
            vote({size(se + ".fc1.weight", 0), size(se + ".fc1.bias", 0), size(se + ".fc2.weight", 1)});
        need(se + ".fc1.weight", {b.squeeze, b.expanded, 1, 1});
        need(se + ".fc1.bias", {b.squeeze});
        need(se + ".fc2.weight", {b.expanded, b.squeeze, 1, 1});
        need(se + ".fc2.bias", {b.expanded});
    }
    b.out = needConvolution(next(), b.expanded, 1);
    b.residual = b.stride == 1 && b.in == b.out;
    return b;
}

void Deriver::encoder()
{
    m_shape.stemChannels = needConvolution("encoder.0", 3, 3);
    std::int64_t channels = m_shape.stemChannels;
    for (int index = 1; index <= static_cast<int>(design.size()); ++index) {
        m_shape.blocks.push_back(block(index, channels));
        channels = m_shape.blocks.back().out;
    }
    m_shape.channels = needConvolution("encoder.12", channels, 1);
}

void Deriver::decoder()
{
    const std::string d = "decoder.";
    const std::string gru = d + "decode_step.";
    const std::int64_t vocab =
        vote({size(d + "embedding.weight", 0), size(d + "fc.weight", 0), size(d + "fc.bias", 0)});
    const std::int64_t embed = size(d + "embedding.weight", 1);
    const std::int64_t hidden =
        vote({size(gru + "weight_ih", 0, 3), size(gru + "weight_hh", 0, 3), size(gru + "weight_hh", 1),
              size(gru + "bias_ih", 0, 3), size(gru + "bias_hh", 0, 3), size(d + "init_h.weight", 0),
              size(d + "init_h.bias", 0), size(d + "decoder_att.weight", 1), size(d + "fc.weight", 1)});
    const std::int64_t attention = vote({size(d + "encoder_att.weight", 0), size(d + "encoder_att.bias", 0),
                                         size(d + "decoder_att.weight", 0), size(d + "decoder_att.bias", 0),
                                         size(d + "full_att.weight", 1)});
    const std::int64_t channels = m_shape.channels;
    const std::int64_t gates = hidden == any ? any : 3 * hidden;
    const std::int64_t input = embed == any || channels == any ? any : embed + channels;

    need(d + "embedding.weight", {vocab, embed}, true);
    need(gru + "weight_ih", {gates, input}, true);
    need(gru + "weight_hh", {gates, hidden}, true);
    need(gru + "bias_ih", {gates});
    need(gru + "bias_hh", {gates});
    const auto needLinear = [&](const std::string& name, std::int64_t rows, std::int64_t columns) {
        need(d + name + ".weight", {rows, columns}, true);
        need(d + name + ".bias", {rows});
    };
    needLinear("init_h", hidden, channels);
    needLinear("fc", vocab, hidden);
    needLinear("encoder_att", attention, channels);
    needLinear("decoder_att", attention, hidden);
    need(d + "full_att.weight", {1, attention}); // one row: not worth packing
    need(d + "full_att.bias", {1});

    m_shape.vocabSize = vocab;
    m_shape.embedDim = embed;
    m_shape.decoderDim = hidden;
    m_shape.attentionDim = attention;
}

/// Names of the file that the network does not ask for; the counters of batch norms are nobody's loss.
std::vector<std::string> Deriver::unneeded()
{
    std::sort(m_asked.begin(), m_asked.end());
    std::vector<std::string> names;
    for (std::size_t i = 0; i < m_checkpoint.tensors.size(); ++i) {
        const std::string& name = m_checkpoint.tensors[i].name;
        if (!std::binary_search(m_asked.begin(), m_asked.end(), i) && !name.ends_with("num_batches_tracked"))
            names.push_back(name);
    }
    return names;
}

Result<NetworkShape> Deriver::finish()
{
    if (!m_complaints.empty())
        return fail(m_complaints.failure(unneeded()));
    const auto words = static_cast<std::int64_t>(m_checkpoint.vocabulary.words.size());
    if (words != m_shape.vocabSize)
        return fail(makeFailure(
            "VOCAB", said("Checkpoint", "The word list does not match the model (%1 words, %2 expected).")
                         .with({std::to_string(words), std::to_string(m_shape.vocabSize)})));
    addWeightRuns(m_checkpoint, m_shape);

    m_shape.unneeded = unneeded();
    return std::move(m_shape);
}

} // namespace

Result<NetworkShape> deriveNetwork(const checkpoint::Checkpoint& checkpoint)
{
    Deriver deriver(checkpoint);
    deriver.encoder();
    deriver.decoder();
    return deriver.finish();
}

} // namespace nanocap::load
