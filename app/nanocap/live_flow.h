// SPDX-License-Identifier: Apache-2.0
// LiveFlow: the live page: picture, caption, pause, repeat, where the model looked. GUI thread.
#pragma once

#include "app/nanocap/caption_flow.h"
#include "app/nanocap/source_flow.h"
#include "core/catalog/catalog.h"

#include <QObject>

namespace nanocap::ui {
class LivePage;
class MainWindow;
} // namespace nanocap::ui

namespace nanocap::app {

class LiveFlow : public QObject
{
    Q_OBJECT
public:
    /// A model that took longer to load is not ended without being asked for, in seconds.
    static constexpr double longLoad = 3;

    LiveFlow(ui::MainWindow& window, CaptionFlow& captions, SourceFlow& source);
    /// `model` stands in the title; `id` in the history; `loadSeconds` is what is lost when it is ended.
    void begin(const catalog::LocalText& model, const QString& id = {}, double loadSeconds = 0);
    /// The device is closed; late captions are dropped.
    void end();
    /// Whoever paused has gone.
    void endPause();
    bool isLive() const { return m_live; }
    /// To the page, from wherever the person went.
    void show();
    /// The preview of a camera shows people as a mirror does.
    void setMirrored(bool on);
    /// In a kiosk whoever tapped a word may have gone: the picture moves again by itself.
    void setKiosk(bool on);

Q_SIGNALS:
    void left();
    void repeated(); ///< the last caption is shown again
    void silenced(); ///< what is being read aloud is to stop
    void sourceRequested();
    void quitRequested();
    void historyRequested();
    void statisticsRequested();

private:
    void wirePage();
    void showCaption();
    void leave();
    void pause(bool paused);
    void repeat();
    void showFrame(const captions::Frame& frame);

    ui::MainWindow& m_window;
    CaptionFlow& m_captions;
    SourceFlow& m_source;
    ui::LivePage* m_page;
    std::pair<qint64, bool> m_earlier; ///< newest of what was said before when it was shown last
    double m_loadSeconds = 0;
    quint64 m_shownScene = 0; ///< of the preview
    qint64 m_shownMs = 0;
    bool m_live = false;
};

} // namespace nanocap::app
