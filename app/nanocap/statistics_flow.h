// SPDX-License-Identifier: Apache-2.0
// StatisticsFlow: how long captions take and what memory is used, on a page of its own. GUI thread.
#pragma once

#include "app/nanocap/caption_flow.h"
#include "core/memory/monitor.h"

#include <QObject>

namespace nanocap::ui {
class MainWindow;
class StatisticsPage;
} // namespace nanocap::ui

namespace nanocap::app {

class StatisticsFlow : public QObject
{
    Q_OBJECT
public:
    StatisticsFlow(ui::MainWindow& window, CaptionFlow& captions, memory::MemoryMonitor& monitor);
    /// Over the page in view.
    void open();

private:
    void renew();

    ui::MainWindow& m_window;
    CaptionFlow& m_captions;
    ui::StatisticsPage* m_page;
};

} // namespace nanocap::app
