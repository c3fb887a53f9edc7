// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/live_flow.h"

#include "ui/main_window.h"
#include "ui/pages/live_page.h"
#include "ui/sheets/notice_sheet.h"
#include "ui/sheets/statistics_sheet.h"
#include "ui/text/caption_text.h"

namespace nanocap::app {

using ui::LivePage;

LiveFlow::LiveFlow(ui::MainWindow& window, CaptionFlow& captions, SourceFlow& source,
                   memory::MemoryMonitor& monitor)
    : m_window(window), m_captions(captions), m_source(source), m_page(new LivePage)
{
    m_window.add(m_page);
    wirePage();
    connect(&m_source, &SourceFlow::frameArrived, this,
            [this](const captions::Frame& frame) { m_page->setFrame(frame.picture); });
    connect(&m_source, &SourceFlow::stateChanged, m_page, &LivePage::setSource);
    connect(&m_captions, &CaptionFlow::changed, this, [this] {
        const auto& current = m_captions.stream().current();
        m_page->setCaption(current ? std::optional(current->caption) : std::nullopt);
    });
    connect(&m_captions, &CaptionFlow::captioned, this, [this] {
        const captions::LatencyStatistics statistics = m_captions.stream().statistics();
        m_page->setStatistics(statistics);
        if (m_window.sheet()->isOpen(QStringLiteral("statistics")))
            m_window.sheet()->refresh(ui::statisticsSheet(statistics, m_sample));
    });
    connect(&m_captions, &CaptionFlow::stalled, m_page, &LivePage::setStalled);
    connect(&monitor, &memory::MemoryMonitor::sampled, this,
            [this](const memory::MemorySample& sample) { m_sample = sample; });
}

void LiveFlow::wirePage()
{
    connect(m_page, &LivePage::menuRequested, this, &LiveFlow::left);
    connect(m_page, &LivePage::captionOnceRequested, &m_captions, &CaptionFlow::captionNow);
    connect(m_page, &LivePage::repeatRequested, this, &LiveFlow::repeat);
    connect(m_page, &LivePage::statisticsRequested, this, &LiveFlow::toggleStatistics);
    connect(m_page, &LivePage::pauseToggled, this, &LiveFlow::pause);
    connect(m_page, &LivePage::playAgainRequested, &m_source, &SourceFlow::start);
    connect(m_page, &LivePage::sourceHelpRequested, this, &LiveFlow::sourceRequested);
    connect(m_page, &LivePage::quitRequested, this, &LiveFlow::quitRequested);
}

void LiveFlow::begin(const catalog::LocalText& model)
{
    m_live = true;
    m_page->begin(model);
    m_captions.begin();
    m_window.go(m_page);
    m_source.start();
}

void LiveFlow::end()
{
    m_live = false;
    m_captions.end();
    m_source.stop();
}

void LiveFlow::setMirrored(bool on)
{
    m_page->setMirrored(on);
}

void LiveFlow::pause(bool paused)
{
    m_captions.setPaused(paused);
    if (paused)
        m_source.stop();
    else if (m_live)
        m_source.start();
}

void LiveFlow::repeat()
{
    const auto& history = m_captions.stream().history();
    if (!history.empty())
        m_window.sheet()->open(
            QStringLiteral("notice"),
            ui::noticeSheet(tr("Last caption"), ui::shownText(ui::shownWords(history.front().caption))));
}

void LiveFlow::toggleStatistics()
{
    if (m_window.sheet()->isOpen(QStringLiteral("statistics")))
        m_window.sheet()->close();
    else
        m_window.sheet()->open(QStringLiteral("statistics"),
                               ui::statisticsSheet(m_captions.stream().statistics(), m_sample));
}

} // namespace nanocap::app
