// SPDX-License-Identifier: Apache-2.0
// LivePage: what the camera sees and what the model says: picture and words as large as the screen allows, on
// wide screens with what was said before. A tapped word holds the picture it was said of still and shows
// where the model looked for it.
#pragma once

#include "core/base/sentence.h"
#include "core/captions/caption_stream.h"
#include "core/captions/latency.h"
#include "core/captions/scene_sense.h"
#include "core/catalog/catalog.h"
#include "ui/pages/page.h"
#include "ui/widgets/caption_panel.h"

#include <QTimer>

#include <chrono>

class QLabel;

namespace nanocap::ui {

class FingerScroll;
class LatencyTrio;
class PastCaptions;
class PreviewWidget;

class LivePage : public Page
{
    Q_OBJECT
public:
    explicit LivePage(QWidget* parent = nullptr);
    void begin(const catalog::LocalText& model);
    void setFrame(const QImage& picture);
    /// What stands under the picture now, with the picture it was said of; empty = nothing was said of it
    /// yet.
    void setCaption(const std::optional<captions::CaptionResult>& result);
    /// What was said before it, newest first; the first PastCaptions::mostInRail are shown where there is
    /// room.
    void setEarlier(std::deque<captions::PastCaption> captions);
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
    /// Picture and caption stand still together; the picture is the one the caption was said of.
    void setPaused(bool paused);
    void togglePause();
    bool isPaused() const { return m_paused; }
    /// A caption was asked for; until answer() the page says that it comes.
    void ask();
    /// The caption that was asked for is there.
    void answer();
    /// Draws the eye to the caption that stands; false when none does.
    bool repeatVisibly();
    /// Shows where the model looked for a word of the caption that stands (index of its shown words), and
    /// leaves it.
    void look(int word);
    void stopLooking();
    bool isLooking() const { return m_looked.has_value(); }
    /// How long a tapped word holds the picture still; zero = until somebody goes back.
    void setLookLimit(std::chrono::milliseconds limit);
    CaptionPanel* captionPanel() const { return m_caption; }
    PreviewWidget* preview() const { return m_preview; }
    PastCaptions* earlier() const { return m_earlier; }
    ActionButton* mainButton() const { return m_pause; }

    QString name() const override { return QStringLiteral("live"); }
    QString title() const override;
    QString note() const override;
    /// Whoever cannot go to the menu, where the language is, has it here.
    TitleBar::Controls titleControls() const override
    {
        return {.language = !rights().menu, .textSize = true, .voice = true};
    }
    bool isStage() const override { return true; }
    /// The original's keys: S caption and R repeat, P statistics, M menu, Q quit; H history, X ends what is
    /// read aloud.
    bool takeKey(int key) override;
    void setMetrics(const Metrics& metrics) override;
    void goBack() override;
    QWidget* firstFocus() const override;

Q_SIGNALS:
    void menuRequested();
    void captionOnceRequested();
    void repeatRequested();
    void silenceRequested();
    void statisticsRequested();
    void historyRequested();
    void explanationRequested(); ///< of the hedge and the lines under words
    void pauseToggled(bool paused);
    void playAgainRequested(); ///< the film or the folder of pictures, from its beginning
    void sourceHelpRequested();
    void quitRequested();

protected:
    void retranslate() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void wire();
    void leave();
    /// The one large button: back from a word, pause, go on, or a film from its beginning.
    void press();
    bool hasEnded() const;
    bool isInTrouble() const;
    void renewCaption();
    void renewPicture();
    void renewButtons();
    void renewWords();
    void arrange();
    QString reasonForSilence() const;
    QString pictureNote() const;

    catalog::LocalText m_model;
    Metrics m_metrics;
    PreviewWidget* m_preview;
    CaptionPanel* m_caption;
    FingerScroll* m_captionScroll; ///< a long caption on a small screen is pushed by finger
    PastCaptions* m_earlier;
    LatencyTrio* m_latency;
    QLabel* m_privacy;
    ActionButton* m_menu;
    ActionButton* m_sourceHelp;
    ActionButton* m_historyButton;
    ActionButton* m_statisticsButton;
    ActionButton* m_repeat;
    ActionButton* m_once;
    ActionButton* m_pause;
    QImage m_frame; ///< the newest
    std::optional<captions::CaptionResult> m_said;
    std::optional<captions::CaptionResult> m_looked; ///< what a word was chosen of
    int m_lookedWord = 0;                            ///< index of its shown words
    QTimer m_lookLimit;
    bool m_anySaid = false; ///< since it began
    bool m_asked = false;
    QTimer m_askedLeast; ///< so long at least it is seen that the button was pressed
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
