// SPDX-License-Identifier: Apache-2.0
#include "core/torch/decoder.h"

#include "core/torch/kernels/thread_pool.h"

#include <algorithm>
#include <cmath>

namespace nanocap::torch_engine {

namespace {

std::size_t sized(std::int64_t n)
{
    return static_cast<std::size_t>(n);
}

float sigmoid(float x)
{
    return 1.0f / (1.0f + std::exp(-x));
}

// Fewer products than this are done sooner than another thread wakes up.
constexpr std::int64_t productsPerTask = 1 << 16;

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
    m_query.resize(sized(m_attend));
    m_state.resize(sized(m_hidden));
    m_step.resize(sized(m_embed + m_channels));
    m_fromInput.resize(sized(3 * m_hidden));
    m_fromState.resize(sized(3 * m_hidden));
    m_logits.resize(sized(m_vocab));
}

void Decoder::apply(const Layer& layer, const float* x, float* out)
{
    const std::int64_t grain = std::max<std::int64_t>(1, productsPerTask / layer.weight.columns);
    thread_pool::forEach(layer.weight.rows, grain, [&](std::int64_t begin, std::int64_t end) {
        multiplyRows(layer.weight, x, layer.bias, out, begin, end);
    });
}

void Decoder::start(const float* features, std::int64_t positions)
{
    m_features = features;
    m_positions = positions;
    m_attention.assign(sized(m_positions), 0);

    std::vector<float> mean(sized(m_channels), 0);
    for (std::int64_t p = 0; p < m_positions; ++p)
        for (std::int64_t c = 0; c < m_channels; ++c)
            mean[sized(c)] += m_features[p * m_channels + c];
    for (float& m : mean)
        m /= static_cast<float>(m_positions);
    apply(m_initial, mean.data(), m_state.data());

    m_projected.resize(sized(m_positions * m_attend));
    thread_pool::forEach(m_positions, 1, [&](std::int64_t begin, std::int64_t end) {
        for (std::int64_t p = begin; p < end; ++p)
            multiplyRows(m_encoderAtt.weight, m_features + p * m_channels, m_encoderAtt.bias,
                         m_projected.data() + p * m_attend, 0, m_attend);
    });
}

void Decoder::attend()
{
    apply(m_decoderAtt, m_state.data(), m_query.data());
    float largest = -INFINITY;
    for (std::int64_t p = 0; p < m_positions; ++p) {
        const float* projected = m_projected.data() + p * m_attend;
        float score = m_fullBias;
        for (std::int64_t a = 0; a < m_attend; ++a)
            score += m_full[a] * std::max(projected[a] + m_query[sized(a)], 0.0f);
        m_attention[sized(p)] = score;
        largest = std::max(largest, score);
    }
    float sum = 0;
    for (float& a : m_attention)
        sum += a = std::exp(a - largest);
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
    apply(m_input, m_step.data(), m_fromInput.data());
    apply(m_recurrent, m_state.data(), m_fromState.data());
    const float* x = m_fromInput.data();
    const float* h = m_fromState.data();
    const std::int64_t n = m_hidden; // PyTorch's order of gates: reset, update, new
    for (std::int64_t i = 0; i < n; ++i) {
        const float reset = sigmoid(x[i] + h[i]);
        const float update = sigmoid(x[n + i] + h[n + i]);
        const float fresh = std::tanh(x[2 * n + i] + reset * h[2 * n + i]);
        m_state[sized(i)] = (1.0f - update) * fresh + update * m_state[sized(i)];
    }
}

Decoder::Word Decoder::step(std::int64_t previous)
{
    attend();
    unpackRow(m_embedding, previous, m_step.data());
    gates();
    apply(m_output, m_state.data(), m_logits.data());
    const auto best = std::max_element(m_logits.begin(), m_logits.end());
    double sum = 0;
    for (const float logit : m_logits)
        sum += std::exp(logit - *best);
    return {best - m_logits.begin(), static_cast<float>(1.0 / sum)};
}

} // namespace nanocap::torch_engine
