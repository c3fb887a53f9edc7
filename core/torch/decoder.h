// SPDX-License-Identifier: Apache-2.0
// Decoder: soft attention over the 7 x 7 features and a GRU cell, one word a step, greedy. A step reads every
// weight once, so it runs at the speed of memory: three rounds of products, row by row over packed rows,
// shared among the threads. Nothing is allocated after the first picture.
#pragma once

#include "core/torch/weights.h"

#include <vector>

namespace nanocap::torch_engine {

class Decoder
{
public:
    explicit Decoder(const load::NetworkShape& network);
    /// Takes views of the filled matrices; `weights` must outlive this.
    void bind(const Weights& weights);

    struct Word
    {
        std::int64_t token = 0;
        float probability = 0; ///< softmax probability of the token, the largest of all; not finite when a
                               ///< number overflowed on the way
    };
    /// A new picture: `features` as [positions][channels], which must stay until its last word. Sets h from
    /// the mean feature and computes encoder_att(features), which does not change from word to word.
    void start(const float* features, std::int64_t positions);
    /// The word after `previous`; attention() is then where it looked.
    Word step(std::int64_t previous);
    const std::vector<float>& attention() const { return m_attention; }

private:
    struct Layer
    {
        PackedMatrix weight;
        const float* bias = nullptr;
        void apply(const Multiplicand& x, float* out, std::int64_t begin, std::int64_t end) const
        {
            multiplyRows(weight, x, bias, out, begin, end);
        }
    };
    static void apply(const Layer& layer, const Multiplicand& x, float* out);
    void project();
    void look();
    void gates();
    Word choose() const;

    std::int64_t m_channels, m_embed, m_hidden, m_attend, m_vocab;
    std::int64_t m_positions = 0;
    PackedMatrix m_embedding;
    Layer m_input, m_recurrent, m_initial, m_output, m_encoderAtt, m_decoderAtt;
    const float* m_full = nullptr; ///< [attention]
    float m_fullBias = 0;

    const float* m_features = nullptr;           ///< [positions][channels]
    std::vector<Multiplicand> m_places;          ///< the same, a position each
    std::vector<float> m_mean;                   ///< of all positions: [channels]
    std::vector<float> m_projected;              ///< encoder_att(features): [positions][attention]
    std::vector<float> m_attention;              ///< [positions], sums to 1
    std::vector<float> m_query;                  ///< decoder_att(h): [attention]
    std::vector<float> m_state;                  ///< h
    std::vector<float> m_step;                   ///< [embedding; context]
    std::vector<float> m_fromInput, m_fromState; ///< [3 * hidden]: reset, update, new
    std::vector<float> m_logits;
    Multiplicand m_byMean, m_byState, m_byStep;
};

} // namespace nanocap::torch_engine
