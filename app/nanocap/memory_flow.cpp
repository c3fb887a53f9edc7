// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/memory_flow.h"

#include "ui/main_window.h"
#include "ui/widgets/memory_gauge.h"
#include "ui/widgets/memory_pane.h"

namespace nanocap::app {

MemoryFlow::MemoryFlow(ui::MainWindow& window, memory::MemoryMonitor& monitor, const MemoryUsersWatch& users)
    : m_window(window), m_users(users)
{
    connect(&monitor, &memory::MemoryMonitor::sampled, this, &MemoryFlow::show);
    connect(m_window.gauge(), &ui::MemoryGauge::figureTapped, this, &MemoryFlow::explain);
    connect(m_window.memoryPane(), &ui::MemoryPane::figureTapped, this, &MemoryFlow::explain);
}

void MemoryFlow::show(const memory::MemorySample& sample)
{
    if (sample.reading.monotonicMs <= 0)
        return;
    m_window.gauge()->setSample(sample);
    m_window.memoryPane()->setSample(sample);
}

void MemoryFlow::setFloor(const load::Floor& floor)
{
    const Bytes tick = floor.automatic ? Bytes() : floor.minimum;
    m_window.gauge()->setFloor(tick);
    m_window.memoryPane()->setFloor(tick);
}

void MemoryFlow::explain(ui::Figure figure)
{
    const ui::MemoryGauge* gauge = m_window.gauge();
    ui::SheetContent content =
        ui::figureSheet(figure, gauge->sample(), gauge->floor(), gauge->ageSeconds(), m_users.users());
    // Every number, also for whoever has no arrow to the right.
    content.actions = {{QStringLiteral("nextFigure"), tr("Next number"), ui::Icon::Next, false,
                        [this, next = gauge->figureAfter(figure)] { explain(next); }}};
    m_window.sheet()->open(QStringLiteral("figure"), content);
}

} // namespace nanocap::app
