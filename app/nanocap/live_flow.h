// SPDX-License-Identifier: Apache-2.0
// LiveFlow: the live page: picture, caption, pause, statistics. GUI thread.
#pragma once

#include "app/nanocap/caption_flow.h"
#include "app/nanocap/source_flow.h"
#include "core/catalog/catalog.h"
#include "core/memory/monitor.h"

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
    bool isLive() const { return m_live; }
    /// The preview of a camera shows people as a mirror does.
    void setMirrored(bool on);

Q_SIGNALS:
    void left();
    void sourceRequested();
    void quitRequested();

private:
    void wirePage();
    void pause(bool paused);
    void repeat();
    void toggleStatistics();

    ui::MainWindow& m_window;
    CaptionFlow& m_captions;
    SourceFlow& m_source;
    ui::LivePage* m_page;
    memory::MemorySample m_sample;
    bool m_live = false;
};

} // namespace nanocap::app
