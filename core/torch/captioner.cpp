// SPDX-License-Identifier: Apache-2.0
#include "core/torch/captioner.h"

#include "core/torch/boundary.h"

#include <chrono>
#include <cmath>

namespace nanocap::torch_engine {

namespace {

constexpr int longestCaption = 50; ///< words, <end> included: the reference implementation's limit

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point from, Clock::time_point to)
{
    return std::chrono::duration<double, std::milli>(to - from).count();
}

} // namespace

Captioner::Captioner(const load::NetworkShape& network) : m_encoder(network), m_decoder(network) {}

void Captioner::bind(Weights& weights)
{
    m_encoder.bind(weights);
    m_decoder.bind(weights);
}

Result<engine::Caption> Captioner::caption(const engine::ImageView& image,
                                           const engine::CaptionOptions& options)
{
    const auto start = Clock::now();
    if (const Status prepared = m_preprocessing.prepare(image, m_encoder.input()); !prepared)
        return fail(prepared.error());
    const float* features = m_encoder.forward();
    const auto encoded = Clock::now();
    m_decoder.start(features, m_encoder.positions());

    engine::Caption caption;
    std::int64_t token = m_vocabulary.start;
    int words = 0;
    do {
        const Decoder::Word word = m_decoder.step(token);
        token = word.token;
        if (!std::isfinite(word.probability))
            return fail(engineError({}, "the model produces no valid numbers for this picture"));
        const std::string& text = m_vocabulary.words[static_cast<std::size_t>(token)];
        caption.tokens.push_back(token);
        caption.words.push_back(text);
        caption.probabilities.push_back(word.probability);
        if (options.attention)
            caption.attention.push_back(m_decoder.attention());
        const bool silent = token == m_vocabulary.start || token == m_vocabulary.end ||
                            token == m_vocabulary.pad || token == m_vocabulary.unknown || text.empty();
        if (!silent)
            caption.text += (caption.text.empty() ? "" : " ") + text;
        ++words;
    } while (options.exactWords > 0 ? words < options.exactWords
                                    : token != m_vocabulary.end && words < longestCaption);
    caption.decodeMs = milliseconds(encoded, Clock::now());
    caption.encodeMs = milliseconds(start, encoded);
    return caption;
}

} // namespace nanocap::torch_engine
