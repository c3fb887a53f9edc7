// SPDX-License-Identifier: Apache-2.0
#include "core/torch/decoder.h"

#include "core/torch/kernels/thread_pool.h"
#include "core/torch/kernels/vector_math.h"

#include <algorithm>
#include <cmath>

namespace nanocap::torch_engine {

namespace {

std::size_t sized(std::int64_t n)
{
    return static_cast<std::size_t>(n);
}

// Fewer products than this are done sooner than another thread wakes up.
constexpr std::int64_t productsPerTask = 1 << 16;

std::int64_t rowsPerTask(std::int64_t columns)
{
    return std::max<std::int64_t>(1, productsPerTask / columns);
}

} // namespace

Decoder::Decoder(const load::NetworkShape& network)
    : m_channels(network.channels), m_embed(network.embedDim), m_hidden(network.decoderDim),
      m_attend(network.attentionDim), m_vocab(network.vocabSize)
{
}

void Decoder::bind(const Weights& weights)
{
    const auto layer = [&](const std::string& name) {
        return Layer{weights.matrix("decoder." + name + ".weight"),
                     weights.vector("decoder." + name + ".bias")};
    };
    m_embedding = weights.matrix("decoder.embedding.weight");
    m_input = {weights.matrix("decoder.decode_step.weight_ih"),
               weights.vector("decoder.decode_step.bias_ih")};
    m_recurrent = {weights.matrix("decoder.decode_step.weight_hh"),
                   weights.vector("decoder.decode_step.bias_hh")};
    m_initial = layer("init_h");
    m_output = layer("fc");
    m_encoderAtt = layer("encoder_att");
    m_decoderAtt = layer("decoder_att");
    m_full = weights.vector("decoder.full_att.weight");
    m_fullBias = *weights.vector("decoder.full_att.bias");
    m_mean.resize(sized(m_channels));
    m_query.resize(sized(m_attend));
    m_state.resize(sized(m_hidden));
    m_step.resize(sized(m_embed + m_channels));
    m_fromInput.resize(sized(3 * m_hidden));
    m_fromState.resize(sized(3 * m_hidden));
    m_logits.resize(sized(m_vocab));
    m_byMean.reserve(m_channels, m_initial.weight.storing);
    m_byState.reserve(m_hidden, m_output.weight.storing);
    m_byStep.reserve(m_embed + m_channels, m_input.weight.storing);
}

void Decoder::apply(const Layer& layer, const Multiplicand& x, float* out)
{
    thread_pool::forEach(layer.weight.rows, rowsPerTask(layer.weight.columns),
                         [&](std::int64_t begin, std::int64_t end) { layer.apply(x, out, begin, end); });
}

void Decoder::start(const float* features, std::int64_t positions)
{
    m_features = features;
    m_positions = positions;
    m_attention.resize(sized(m_positions));
    m_projected.resize(sized(m_positions * m_attend));
    m_places.resize(sized(m_positions));

    std::fill(m_mean.begin(), m_mean.end(), 0.0f);
    for (std::int64_t p = 0; p < m_positions; ++p)
        for (std::int64_t c = 0; c < m_channels; ++c)
            m_mean[sized(c)] += m_features[p * m_channels + c];
    for (float& m : m_mean)
        m /= static_cast<float>(m_positions);
    m_byMean.set(m_mean.data(), m_channels);
    apply(m_initial, m_byMean, m_state.data());
    m_byState.set(m_state.data(), m_hidden);
    project();
}

void Decoder::project()
{
    for (std::int64_t p = 0; p < m_positions; ++p) {
        m_places[sized(p)].reserve(m_channels, m_encoderAtt.weight.storing);
        m_places[sized(p)].set(m_features + p * m_channels, m_channels);
    }
    constexpr std::int64_t few = 8; // rows stay in the first-level cache while all positions pass by
    thread_pool::forEach(m_attend, few, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t r = begin; r < end; r += few)
            for (std::int64_t p = 0; p < m_positions; ++p)
                m_encoderAtt.apply(m_places[sized(p)], m_projected.data() + p * m_attend, r,
                                   std::min(end, r + few));
    });
}

void Decoder::look()
{
    constexpr int lanes = 16; // sums side by side, which the compiler may not invent by itself
    float largest = -INFINITY;
    for (std::int64_t p = 0; p < m_positions; ++p) {
        const float* projected = m_projected.data() + p * m_attend;
        float sums[lanes] = {};
        std::int64_t a = 0;
        for (; a + lanes <= m_attend; a += lanes)
            for (int lane = 0; lane < lanes; ++lane) {
                const float sum = projected[a + lane] + m_query[sized(a + lane)];
                sums[lane] += m_full[a + lane] * (sum < 0.0f ? 0.0f : sum);
            }
        for (; a < m_attend; ++a) {
            const float sum = projected[a] + m_query[sized(a)];
            sums[0] += m_full[a] * (sum < 0.0f ? 0.0f : sum);
        }
        float score = m_fullBias;
        for (const float sum : sums)
            score += sum;
        m_attention[sized(p)] = score;
        largest = std::max(largest, score);
    }
    for (float& a : m_attention)
        a = quickExp(a - largest);
    float sum = 0;
    for (const float a : m_attention)
        sum += a;
    float* context = m_step.data() + m_embed;
    std::fill(context, context + m_channels, 0.0f);
    for (std::int64_t p = 0; p < m_positions; ++p) {
        const float weight = m_attention[sized(p)] /= sum;
        const float* feature = m_features + p * m_channels;
        for (std::int64_t c = 0; c < m_channels; ++c)
            context[c] += weight * feature[c];
    }
}

void Decoder::gates()
{
    const float* x = m_fromInput.data();
    const float* h = m_fromState.data();
    float* state = m_state.data();
    const std::int64_t n = m_hidden; // PyTorch's order of gates: reset, update, new
    for (std::int64_t i = 0; i < n; ++i) {
        const float reset = quickSigmoid(x[i] + h[i]);
        const float update = quickSigmoid(x[n + i] + h[n + i]);
        const float fresh = quickTanh(x[2 * n + i] + reset * h[2 * n + i]);
        state[i] = (1.0f - update) * fresh + update * state[i];
    }
}

Decoder::Word Decoder::choose() const
{
    const auto best = std::max_element(m_logits.begin(), m_logits.end());
    const float largest = *best;
    constexpr std::size_t lanes = 16;
    float sums[lanes] = {};
    std::size_t i = 0;
    for (; i + lanes <= m_logits.size(); i += lanes)
        for (std::size_t lane = 0; lane < lanes; ++lane)
            sums[lane] += quickExp(m_logits[i + lane] - largest);
    double sum = 0;
    for (; i < m_logits.size(); ++i)
        sum += quickExp(m_logits[i] - largest);
    for (const float part : sums)
        sum += part;
    return {best - m_logits.begin(), static_cast<float>(1.0 / sum)};
}

Decoder::Word Decoder::step(std::int64_t previous)
{
    // Both look at the same h: one round.
    thread_pool::forEach(
        m_attend + 3 * m_hidden, rowsPerTask(m_hidden), [&](std::int64_t begin, std::int64_t end) {
            if (begin < m_attend)
                m_decoderAtt.apply(m_byState, m_query.data(), begin, std::min(end, m_attend));
            if (end > m_attend)
                m_recurrent.apply(m_byState, m_fromState.data(), std::max(begin - m_attend, std::int64_t{0}),
                                  end - m_attend);
        });
    look();
    unpackRow(m_embedding, previous, m_step.data());
    m_byStep.set(m_step.data(), m_embed + m_channels);
    apply(m_input, m_byStep, m_fromInput.data());
    gates();
    m_byState.set(m_state.data(), m_hidden);
    apply(m_output, m_byState, m_logits.data());
    return choose();
}

} // namespace nanocap::torch_engine
