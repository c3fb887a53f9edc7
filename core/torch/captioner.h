// SPDX-License-Identifier: Apache-2.0
// Captioner: a bound network and its words; a picture in, a caption out, greedily.
#pragma once

#include "core/torch/decoder.h"
#include "core/torch/encoder.h"
#include "core/torch/preprocessing.h"

namespace nanocap::torch_engine {

class Captioner
{
public:
    /// Structure only; see Encoder and Decoder.
    explicit Captioner(const load::NetworkShape& network);
    /// Sets the encoder's block aside. Throws c10::Error.
    void allocate() { m_encoder.allocate(); }
    /// After the weights were filled; they must outlive this.
    void bind(Weights& weights);
    void setVocabulary(checkpoint::Vocabulary vocabulary) { m_vocabulary = std::move(vocabulary); }
    int convolutions() const { return m_encoder.program().convolutions(); }

    /// At most 50 words, <end> included. Fails with IMAGE, or ENGINE_ERROR when the numbers overflow; throws
    /// c10::Error. The calling thread must hold a NoGradients.
    Result<engine::Caption> caption(const engine::ImageView& image, const engine::CaptionOptions& options);

    Encoder& encoder() { return m_encoder; } ///< for benchmarks
    Decoder& decoder() { return m_decoder; }

    Preprocessing& preprocessing() { return m_preprocessing; }

private:
    Preprocessing m_preprocessing;
    Encoder m_encoder;
    Decoder m_decoder;
    checkpoint::Vocabulary m_vocabulary;
};

} // namespace nanocap::torch_engine
