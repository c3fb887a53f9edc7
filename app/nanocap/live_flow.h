// SPDX-License-Identifier: Apache-2.0
// LiveFlow: the live page: picture, caption, pause, statistics. GUI thread.
#pragma once

#include "app/nanocap/caption_flow.h"
#include "app/nanocap/source_flow.h"
#include "core/catalog/catalog.h"
#include "core/memory/monitor.h"
#include "ui/widgets/sheet.h"

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
    LiveFlow(ui::MainWindow& window, CaptionFlow& captions, SourceFlow& source,
             memory::MemoryMonitor& monitor);
    void begin(const catalog::LocalText& model);
    /// The device is closed; late captions are dropped.
    void end();
    /// Whoever paused has gone.
    void endPause();
    bool isLive() const { return m_live; }
    /// To the page, from wherever the person went.
    void show();
    /// The preview of a camera shows people as a mirror does.
    void setMirrored(bool on);

Q_SIGNALS:
    void left();
    void repeated(); ///< the last caption is shown again
    void silenced(); ///< what is being read aloud is to stop
    void sourceRequested();
    void quitRequested();

private:
    void wirePage();
    void pause(bool paused);
    void repeat();
    void toggleStatistics();
    void showFrame(const captions::Frame& frame);
    ui::SheetContent statisticsNow() const;

    ui::MainWindow& m_window;
    CaptionFlow& m_captions;
    SourceFlow& m_source;
    ui::LivePage* m_page;
    memory::MemorySample m_sample;
    quint64 m_shownScene = 0; ///< of the preview
    qint64 m_shownMs = 0;
    bool m_live = false;
};

} // namespace nanocap::app
