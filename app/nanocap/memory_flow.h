// SPDX-License-Identifier: Apache-2.0
// MemoryFlow: the gauge and pane of the window: every sample of the monitor, and what a tapped figure means.
// GUI thread.
#pragma once

#include "app/nanocap/memory_users_watch.h"
#include "core/load/plan.h"
#include "core/memory/monitor.h"
#include "ui/text/reading_text.h"

#include <QObject>

namespace nanocap::ui {
class MainWindow;
}

namespace nanocap::app {

class MemoryFlow : public QObject
{
    Q_OBJECT
public:
    MemoryFlow(ui::MainWindow& window, memory::MemoryMonitor& monitor, const MemoryUsersWatch& users);
    /// Also for a sample taken before the monitor's first, so that no figure is shown as unknown that is
    /// known.
    void show(const memory::MemorySample& sample);
    /// The tick on the gauge; an automatic floor has none.
    void setFloor(const load::Floor& floor);

private:
    void explain(ui::Figure figure);

    ui::MainWindow& m_window;
    const MemoryUsersWatch& m_users;
};

} // namespace nanocap::app
