// SPDX-License-Identifier: Apache-2.0
// CaptionFlow: the only owner of the current caption. Takes frames to the model and captions from it, and
// decides through the caption stream what stands under the picture; page, history and report read it here.
// Of a live source only frames worth a caption go to the model: none of a scene that cannot be seen, a few of
// one in which nothing moves. GUI thread.
#pragma once

#include "core/captions/caption_stream.h"
#include "core/captions/scene_sense.h"
#include "core/captions/source_state.h"
#include "core/worker/model_service.h"

#include <QObject>

namespace nanocap::app {

/// What is looked for in the pictures of a source before they are captioned.
enum class Sensing {
    Off,   ///< cards, folders, films; unattended runs: every picture counts
    Scene, ///< a live source that is no camera
    Camera ///< the same bits again and again are a fault then
};

class CaptionFlow : public QObject
{
    Q_OBJECT
public:
    /// Captions of an unchanged scene before the last word on it is said: two of three decide.
    static constexpr int enoughOfStillScene = 3;

    explicit CaptionFlow(worker::ModelService& service);
    /// A model is ready, by its id: captions count from now on.
    void begin(const QString& model = {});
    /// It is not any more: what comes late is nobody's caption.
    void end();
    /// What stands under the picture stays as it is until it goes on; what comes late is nobody's caption.
    void setPaused(bool paused);
    /// The newest picture now; its caption is shown at once. Nothing for a scene that cannot be seen.
    void captionNow();
    /// From the source.
    void see(const captions::Frame& frame);
    void follow(captions::SourceState state);
    /// Of the source whose frames come from now on.
    void setSensing(Sensing sensing);
    /// Nobody is there: the scene is watched, and not captioned.
    void setResting(bool resting);
    /// What visitors saw before is nobody's business any more.
    void forgetHistory();

    /// Whether the caption of a picture that was given to the model is still to come.
    bool isWaiting() const { return m_submitted != m_captioned; }
    const captions::CaptionStream& stream() const { return m_stream; }
    captions::SceneState scene() const;
    /// What the scene was judged by; empty while nothing is sensed.
    std::optional<captions::SceneFigures> sceneFigures() const;
    /// Whether pictures like the newest one go to the model.
    bool isWorthACaption() const;
    /// A few pictures a second are enough for now.
    bool needsFewPictures() const { return m_few; }

Q_SIGNALS:
    /// A frame, once it is judged.
    void seen(const nanocap::captions::Frame& frame);
    void changed(); ///< what stands under the picture
    /// Every caption the model made, shown or not.
    void captioned(const nanocap::captions::CaptionResult& result);
    /// A person asked for a caption; the next changed() brings it, unless the scene is one of trouble.
    void requested();
    void sceneChanged(nanocap::captions::SceneState scene);
    /// Something moved or changed in front of the source.
    void stirred();
    void needsFewPicturesChanged(bool few);
    /// Why no caption comes although there are pictures; empty when they come again.
    void stalled(const nanocap::Sentence& why);
    /// The engine died or failed while captioning; the model is no longer loaded.
    void died(const nanocap::Failure& failure);

private:
    void take(const captions::CaptionResult& result);
    void sense(const captions::Frame& frame);
    void senseAnew();
    bool isOfStillScene() const;
    void tellScene(captions::SceneState before);

    worker::ModelService& m_service;
    captions::CaptionStream m_stream;
    captions::Frame m_newest;
    quint64 m_submitted = 0; ///< number of the newest frame that was given to the model
    quint64 m_captioned = 0;
    Sensing m_sensing = Sensing::Off;
    std::optional<captions::SceneSense> m_sense;
    int m_ofStillScene = 0; ///< captions of it so far
    bool m_live = false, m_paused = false;
    bool m_resting = false;
    bool m_few = false;
};

} // namespace nanocap::app
