// SPDX-License-Identifier: Apache-2.0
// LivePage: what the camera sees and what the model says. On short screens the caption stands beside the
// picture, where it has room for 48 px text; on wide and high ones under it. Never on it.
#pragma once

#include "core/base/sentence.h"
#include "core/captions/caption_result.h"
#include "core/captions/latency.h"
#include "core/captions/scene_sense.h"
#include "core/catalog/catalog.h"
#include "ui/pages/page.h"
#include "ui/widgets/caption_panel.h"

#include <QTimer>

class QGridLayout;
class QLabel;

namespace nanocap::ui {

class FingerScroll;
class LatencyTrio;
class PreviewWidget;

class LivePage : public Page
{
    Q_OBJECT
public:
    explicit LivePage(QWidget* parent = nullptr);
    void begin(const catalog::LocalText& model);
    void setFrame(const QImage& picture);
    /// What stands under the picture now; empty = nothing was said of it yet.
    void setCaption(const std::optional<engine::Caption>& caption);
    void setStatistics(const captions::LatencyStatistics& statistics);
    /// Why the engine says nothing. Empty when it moves again.
    void setStalled(const Sentence& why);
    /// What stands in place of a caption, or beside one, by what the scene is.
    void setScene(captions::SceneState scene);
    /// `isCamera` false for films, pictures and cards: no camera is open then. `text` explains trouble.
    void setSource(SourceState state, const Sentence& text, bool isCamera);
    /// The cards are shown because the camera gives no pictures: a friendly word says so.
    void setStandIn(bool on);
    /// Of a camera's picture only.
    void setMirrored(bool on);
    void setPaused(bool paused);
    void togglePause();
    bool isPaused() const { return m_paused; }
    CaptionPanel* captionPanel() const { return m_caption; }
    PreviewWidget* preview() const { return m_preview; }

    QString name() const override { return QStringLiteral("live"); }
    QString title() const override;
    QString note() const override;
    TitleBar::Controls titleControls() const override { return {false, false, false, true}; }
    /// The original's keys: S caption and R repeat, P statistics, M menu, Q quit; X ends what is read aloud.
    bool takeKey(int key) override;
    void setMetrics(const Metrics& metrics) override;
    void goBack() override { leave(); }
    QWidget* firstFocus() const override;

Q_SIGNALS:
    void menuRequested();
    void captionOnceRequested();
    void repeatRequested();
    void silenceRequested();
    void statisticsRequested();
    void pauseToggled(bool paused);
    void playAgainRequested(); ///< the film or the folder of pictures, from its beginning
    void sourceHelpRequested();
    void quitRequested();

protected:
    void retranslate() override;

private:
    void leave();
    /// The one large button: pause, go on, or a film from its beginning.
    void press();
    bool hasEnded() const;
    void renewCaption();
    QString reasonForSilence() const;

    catalog::LocalText m_model;
    QGridLayout* m_grid;
    PreviewWidget* m_preview;
    CaptionPanel* m_caption;
    FingerScroll* m_captionScroll; ///< a long caption on a small screen is pushed by finger
    LatencyTrio* m_latency;
    QLabel* m_privacy;
    ActionButton* m_menu;
    ActionButton* m_sourceHelp;
    ActionButton* m_statisticsButton;
    ActionButton* m_repeat;
    ActionButton* m_once;
    ActionButton* m_pause;
    std::optional<engine::Caption> m_said;
    bool m_anySaid = false; ///< since it began
    Sentence m_stalled;
    captions::SceneState m_scene = captions::SceneState::Moving;
    QTimer m_silence; ///< a moment without a caption needs no words
    SourceState m_source = SourceState::Off;
    Sentence m_sourceText;
    bool m_isCamera = true;
    bool m_mirrored = false;
    bool m_paused = false;
    bool m_standIn = false;
};

} // namespace nanocap::ui
