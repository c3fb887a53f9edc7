// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/statistics_flow.h"

#include "ui/main_window.h"
#include "ui/pages/statistics_page.h"
#include "ui/text/scene_text.h"

namespace nanocap::app {

StatisticsFlow::StatisticsFlow(ui::MainWindow& window, CaptionFlow& captions, memory::MemoryMonitor& monitor)
    : m_window(window), m_captions(captions), m_page(new ui::StatisticsPage)
{
    m_window.add(m_page);
    connect(&m_captions, &CaptionFlow::captioned, this, [this] {
        if (m_page->isVisible())
            renew();
    });
    connect(&monitor, &memory::MemoryMonitor::sampled, this, [this](const memory::MemorySample& sample) {
        m_page->setMemory(sample);
        if (m_page->isVisible()) // a still scene is judged, not captioned
            renew();
    });
}

void StatisticsFlow::open()
{
    renew();
    m_window.open(m_page);
}

void StatisticsFlow::renew()
{
    m_page->setStatistics(m_captions.stream().statistics());
    const auto figures = m_captions.sceneFigures();
    m_page->setScene(figures ? ui::sceneRows(m_captions.scene(), *figures)
                             : std::vector<std::pair<QString, QString>>());
}

} // namespace nanocap::app
