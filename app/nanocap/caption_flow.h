// SPDX-License-Identifier: Apache-2.0
// CaptionFlow: the only owner of the current caption. Takes frames to the model and captions from it, and
// decides through the caption stream what stands under the picture; page, history and report read it here.
// GUI thread.
#pragma once

#include "core/captions/caption_stream.h"
#include "core/captions/source_state.h"
#include "core/worker/model_service.h"

#include <QObject>

namespace nanocap::app {

class CaptionFlow : public QObject
{
    Q_OBJECT
public:
    explicit CaptionFlow(worker::ModelService& service);
    /// A model is ready: captions count from now on.
    void begin();
    /// It is not any more: what comes late is nobody's caption.
    void end();
    void setPaused(bool paused);
    /// The newest picture now; its caption is shown at once.
    void captionNow();
    /// From the source.
    void see(const captions::Frame& frame);
    void follow(captions::SourceState state);

    const captions::CaptionStream& stream() const { return m_stream; }

Q_SIGNALS:
    void changed(); ///< what stands under the picture
    /// Every caption the model made, shown or not.
    void captioned(const nanocap::captions::CaptionResult& result);
    /// Why no caption comes although there are pictures; empty when they come again.
    void stalled(const nanocap::Sentence& why);
    /// The engine died or failed while captioning; the model is no longer loaded.
    void died(const nanocap::Failure& failure);

private:
    worker::ModelService& m_service;
    captions::CaptionStream m_stream;
    quint64 m_lastFrame = 0;
    bool m_live = false;
};

} // namespace nanocap::app
