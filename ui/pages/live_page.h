// SPDX-License-Identifier: Apache-2.0
// LivePage: what the camera sees and what the model says. On short screens the caption stands beside the
// picture, where it has room for 48 px text; on wide ones under it. Never on it.
#pragma once

#include "core/base/sentence.h"
#include "core/captions/caption_result.h"
#include "core/captions/caption_stabilizer.h"
#include "ui/pages/page.h"
#include "ui/source_state.h"
#include "ui/widgets/caption_panel.h"

#include <QElapsedTimer>

class QGridLayout;
class QLabel;

namespace nanocap::ui {

class LatencyTrio;
class PreviewWidget;

class LivePage : public Page
{
    Q_OBJECT
public:
    explicit LivePage(QWidget* parent = nullptr);
    void begin(const QString& modelName);
    void setModelName(const QString& name);
    void setFrame(const QImage& frame);
    void setCaption(const captions::CaptionResult& result, const captions::LatencyStatistics& statistics);
    /// The next caption is shown at once: the person asked for it.
    void expectRequestedCaption() { m_force = true; }
    /// Why the engine says nothing; the caption of an earlier picture goes. Empty when it moves again.
    void setStalled(const Sentence& why);
    void setSource(SourceState state, const Sentence& text, bool isCamera);
    void setTextSize(TextSize size);
    void setMirrored(bool on);
    void setPaused(bool paused);
    bool isPaused() const { return m_paused; }
    void togglePause();
    const captions::LatencyStatistics& statistics() const { return m_statistics; }
    CaptionPanel* captionPanel() const { return m_caption; }
    PreviewWidget* preview() const { return m_preview; }

    QString title() const override { return m_name; }
    void setMetrics(const Metrics& metrics) override;
    void goBack() override { Q_EMIT menuRequested(); }
    QWidget* firstFocus() const override;

Q_SIGNALS:
    void menuRequested();
    void captionOnceRequested();
    void repeatRequested();
    void statisticsRequested();
    void pauseToggled(bool paused);
    void sourceHelpRequested();

protected:
    void retranslate() override;

private:
    QString m_name;
    QGridLayout* m_grid;
    PreviewWidget* m_preview;
    CaptionPanel* m_caption;
    LatencyTrio* m_latency;
    QLabel* m_privacy;
    ActionButton* m_menu;
    ActionButton* m_sourceHelp;
    ActionButton* m_statisticsButton;
    ActionButton* m_repeat;
    ActionButton* m_once;
    ActionButton* m_pause;
    captions::CaptionStabilizer m_stabilizer;
    QElapsedTimer m_clock;
    captions::LatencyStatistics m_statistics;
    SourceState m_source = SourceState::None;
    Sentence m_sourceText;
    bool m_isCamera = true;
    bool m_paused = false;
    bool m_force = false;
};

} // namespace nanocap::ui
