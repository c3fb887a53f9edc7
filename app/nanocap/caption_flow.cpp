// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/caption_flow.h"

namespace nanocap::app {

using captions::SourceState;
using worker::ModelService;

CaptionFlow::CaptionFlow(ModelService& service) : m_service(service)
{
    connect(&m_service, &ModelService::captionReady, this, [this](const captions::CaptionResult& result) {
        if (!m_live)
            return;
        const bool changes = m_stream.take(result);
        Q_EMIT captioned(result);
        if (changes)
            Q_EMIT changed();
    });
    connect(&m_service, &ModelService::captionStalled, this, [this](const Sentence& why) {
        if (!m_live)
            return;
        if (m_stream.clear())
            Q_EMIT changed();
        Q_EMIT stalled(why);
    });
    connect(&m_service, &ModelService::captionFailed, this, [this](const Failure& failure) {
        end();
        Q_EMIT died(failure);
    });
}

void CaptionFlow::begin()
{
    m_live = true;
    m_stream.begin();
    m_service.setCaptioning(true);
    Q_EMIT changed();
}

void CaptionFlow::end()
{
    m_live = false;
}

void CaptionFlow::setPaused(bool paused)
{
    m_service.setCaptioning(!paused);
}

void CaptionFlow::captionNow()
{
    m_stream.expectRequested();
    m_service.captionOnce();
}

void CaptionFlow::see(const captions::Frame& frame)
{
    m_lastFrame = frame.number;
    if (m_stream.see(frame))
        Q_EMIT changed();
    m_service.submitFrame(frame);
}

void CaptionFlow::follow(SourceState state)
{
    bool went = false;
    if (state == SourceState::Finished)
        went = m_stream.stayAt(m_lastFrame);
    else if (state != SourceState::On)
        went = m_stream.clear(); // the picture is gone, and what was seen says nothing of what is there now
    if (went)
        Q_EMIT changed();
}

} // namespace nanocap::app
