// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/live_flow.h"

#include "ui/main_window.h"
#include "ui/pages/live_page.h"
#include "ui/sheets/confidence_sheet.h"
#include "ui/sheets/notice_sheet.h"
#include "ui/text/caption_text.h"
#include "ui/text/local_text.h"
#include "ui/widgets/past_captions.h"

namespace nanocap::app {

using ui::LivePage;

namespace {
constexpr std::chrono::seconds lookInKiosk{10};
}

LiveFlow::LiveFlow(ui::MainWindow& window, CaptionFlow& captions, SourceFlow& source)
    : m_window(window), m_captions(captions), m_source(source), m_page(new LivePage)
{
    m_window.add(m_page);
    wirePage();
    connect(&m_captions, &CaptionFlow::seen, this, &LiveFlow::showFrame);
    connect(&m_source, &SourceFlow::stateChanged, m_page, &LivePage::setSource);
    connect(&m_source, &SourceFlow::standInChanged, m_page, &LivePage::setStandIn);
    connect(&m_captions, &CaptionFlow::sceneChanged, m_page, &LivePage::setScene);
    connect(&m_captions, &CaptionFlow::changed, this, &LiveFlow::showCaption);
    connect(&m_captions, &CaptionFlow::captioned, this, [this] {
        m_page->answer();
        m_page->setStatistics(m_captions.stream().statistics());
    });
    connect(&m_captions, &CaptionFlow::stalled, m_page, &LivePage::setStalled);
}

void LiveFlow::wirePage()
{
    connect(m_page, &LivePage::menuRequested, this, &LiveFlow::leave);
    connect(m_page, &LivePage::captionOnceRequested, this, [this] {
        m_captions.captionNow();
        if (captions::isTrouble(m_captions.scene())) // none comes, and the page says why
            m_page->answer();
    });
    connect(m_page, &LivePage::repeatRequested, this, &LiveFlow::repeat);
    connect(m_page, &LivePage::silenceRequested, this, &LiveFlow::silenced);
    connect(m_page, &LivePage::statisticsRequested, this, &LiveFlow::statisticsRequested);
    connect(m_page, &LivePage::historyRequested, this, &LiveFlow::historyRequested);
    connect(m_page, &LivePage::explanationRequested, this,
            [this] { m_window.sheet()->open(QStringLiteral("confidence"), ui::confidenceSheet()); });
    connect(m_page, &LivePage::pauseToggled, this, &LiveFlow::pause);
    connect(m_page, &LivePage::playAgainRequested, &m_source, &SourceFlow::start);
    connect(m_page, &LivePage::sourceHelpRequested, this, &LiveFlow::sourceRequested);
    connect(m_page, &LivePage::quitRequested, this, &LiveFlow::quitRequested);
}

void LiveFlow::showFrame(const captions::Frame& frame)
{
    // Painting is most of what a still scene costs, and the same picture is there already.
    constexpr qint64 refreshMs = 2'000;
    if (m_captions.needsFewPictures() && frame.scene == m_shownScene && frame.takenMs - m_shownMs < refreshMs)
        return;
    m_shownScene = frame.scene;
    m_shownMs = frame.takenMs;
    m_page->setFrame(frame.picture);
}

void LiveFlow::begin(const catalog::LocalText& model, const QString& id, double loadSeconds)
{
    m_live = true;
    m_loadSeconds = loadSeconds;
    m_page->begin(model);
    m_captions.begin(id);
    m_window.go(m_page);
    m_source.start();
}

void LiveFlow::end()
{
    m_live = false;
    m_captions.end();
    m_source.stop();
}

void LiveFlow::show()
{
    m_window.go(m_page);
}

void LiveFlow::setMirrored(bool on)
{
    m_page->setMirrored(on);
}

void LiveFlow::setKiosk(bool on)
{
    m_page->setLookLimit(on ? lookInKiosk : std::chrono::seconds(0));
}

void LiveFlow::showCaption()
{
    const captions::CaptionStream& stream = m_captions.stream();
    const auto& current = stream.current();
    m_page->setCaption(current);
    const auto& history = stream.history();
    // The newest of the history is what stands, or what stood last.
    const bool stands = current && !history.empty() && history.front().caption.text == current->caption.text;
    const std::pair now(history.empty() ? qint64(0) : history.front().doneMs, stands);
    if (std::exchange(m_earlier, now) == now && !history.empty())
        return;
    const auto from = history.begin() + (stands ? 1 : 0);
    const auto most = std::min<std::ptrdiff_t>(history.end() - from, ui::PastCaptions::mostInRail);
    m_page->setEarlier({from, from + most});
}

void LiveFlow::leave()
{
    if (m_loadSeconds <= longLoad || !m_live)
        return Q_EMIT left();
    ui::SheetContent sheet;
    sheet.title = tr("Stop this model?");
    sheet.body = tr("It took %1 to load, and must be loaded again to be used again.")
                     .arg(ui::secondsText(m_loadSeconds));
    sheet.actions = {
        {QStringLiteral("stopModel"), tr("Stop it"), ui::Icon::Stop, true, [this] { Q_EMIT left(); }}};
    m_window.sheet()->open(QStringLiteral("leave"), sheet);
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
    if (history.empty())
        return;
    Q_EMIT repeated();
    if (m_page->repeatVisibly())
        return;
    m_window.sheet()->open(
        QStringLiteral("notice"),
        ui::noticeSheet(tr("Last caption"), ui::shownText(ui::shownWords(history.front().caption))));
}

void LiveFlow::endPause()
{
    if (m_page->isPaused())
        m_page->togglePause();
}

} // namespace nanocap::app
