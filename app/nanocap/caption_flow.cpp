// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/caption_flow.h"

namespace nanocap::app {

using captions::SceneState;
using captions::SourceState;
using worker::ModelService;

CaptionFlow::CaptionFlow(ModelService& service) : m_service(service)
{
    connect(&m_service, &ModelService::captionReady, this, &CaptionFlow::take);
    connect(&m_service, &ModelService::captionStalled, this, [this](const Sentence& why) {
        if (!m_live || m_paused)
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

void CaptionFlow::begin(const QString& model)
{
    m_live = true;
    m_paused = false;
    m_stream.begin(model);
    senseAnew();
    m_service.setCaptioning(true);
    Q_EMIT changed();
}

void CaptionFlow::end()
{
    m_live = false;
    m_newest = {};
    senseAnew();
}

void CaptionFlow::setPaused(bool paused)
{
    m_paused = paused;
    m_service.setCaptioning(!paused);
}

void CaptionFlow::captionNow()
{
    Q_EMIT requested();
    if (captions::isTrouble(scene()))
        return;
    m_stream.expectRequested();
    // Of a still scene none is on its way.
    if (m_sense && !m_newest.picture.isNull())
        m_service.submitFrame(m_newest);
    m_service.captionOnce();
}

void CaptionFlow::take(const captions::CaptionResult& result)
{
    m_captioned = result.frame.number;
    // One that was under way when the light went out says nothing of the dark.
    if (!m_live || m_paused || captions::isTrouble(scene()))
        return;
    const bool changes = m_stream.take(result);
    Q_EMIT captioned(result);
    if (changes)
        Q_EMIT changed();
    if (!m_sense || result.frame.takenMs < m_sense->calmSinceMs())
        return;
    ++m_ofStillScene;
    // They disagreed, and what stands is of the scene before: the next one decides.
    if (m_ofStillScene >= enoughOfStillScene && !isOfStillScene())
        m_stream.expectRequested();
}

void CaptionFlow::see(const captions::Frame& frame)
{
    const bool another = frame.scene != m_newest.scene;
    m_newest = frame;
    if (another)
        senseAnew();
    if (m_stream.see(frame))
        Q_EMIT changed();
    if (m_sensing != Sensing::Off)
        sense(frame);
    if (isWorthACaption()) {
        m_submitted = frame.number;
        m_service.submitFrame(frame);
    }
    Q_EMIT seen(frame);
}

void CaptionFlow::sense(const captions::Frame& frame)
{
    const SceneState before = scene();
    if (!m_sense)
        m_sense.emplace(m_sensing == Sensing::Camera);
    const qint64 since = m_sense->calmSinceMs();
    m_sense->look(frame.picture, frame.takenMs);
    if (m_sense->calmSinceMs() != since) {
        m_ofStillScene = 0;
        if (since != 0) // the first picture is no change
            Q_EMIT stirred();
    }
    tellScene(before);
}

void CaptionFlow::senseAnew()
{
    const SceneState before = scene();
    m_sense.reset();
    m_ofStillScene = 0;
    tellScene(before);
}

void CaptionFlow::tellScene(SceneState before)
{
    const SceneState now = scene();
    if (captions::isTrouble(now) && m_stream.clear())
        Q_EMIT changed();
    if (now != before)
        Q_EMIT sceneChanged(now);
    // A scene that is still and not yet captioned enough keeps its pace until it is.
    const bool few = m_sense && (m_resting || (m_sense->isCalm() && !isWorthACaption()));
    if (std::exchange(m_few, few) != few)
        Q_EMIT needsFewPicturesChanged(few);
}

bool CaptionFlow::isOfStillScene() const
{
    const auto& current = m_stream.current();
    return current && current->frame.takenMs >= m_sense->calmSinceMs();
}

bool CaptionFlow::isWorthACaption() const
{
    if (m_resting)
        return false;
    if (!m_sense)
        return true;
    if (captions::isTrouble(m_sense->state()))
        return false;
    return !m_sense->isCalm() || m_ofStillScene < enoughOfStillScene || !isOfStillScene();
}

SceneState CaptionFlow::scene() const
{
    return m_sense ? m_sense->state() : SceneState::Moving;
}

std::optional<captions::SceneFigures> CaptionFlow::sceneFigures() const
{
    return m_sense ? std::optional(m_sense->figures()) : std::nullopt;
}

void CaptionFlow::setSensing(Sensing sensing)
{
    if (std::exchange(m_sensing, sensing) != sensing)
        senseAnew();
}

void CaptionFlow::setResting(bool resting)
{
    m_resting = resting;
    tellScene(scene());
}

void CaptionFlow::forgetHistory()
{
    m_stream.forget();
    Q_EMIT changed();
}

void CaptionFlow::follow(SourceState state)
{
    if (m_paused)
        return;
    bool went = false;
    if (state == SourceState::Finished)
        went = m_stream.stayAt(m_newest.number);
    else if (state != SourceState::On) {
        went = m_stream.clear(); // the picture is gone, and what was seen says nothing of what is there now
        senseAnew();
    }
    if (went)
        Q_EMIT changed();
}

} // namespace nanocap::app
