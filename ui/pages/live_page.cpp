// SPDX-License-Identifier: Apache-2.0
// What the page shows and does; live_page_view.cpp has its words and where they stand.
#include "ui/pages/live_page.h"

#include "ui/text/local_text.h"
#include "ui/text/scene_text.h"
#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/latency_trio.h"
#include "ui/widgets/past_captions.h"
#include "ui/widgets/preview_widget.h"

#include <QLabel>

namespace nanocap::ui {

namespace {
constexpr int silenceMs = 700, askedLeastMs = 400;
}

LivePage::LivePage(QWidget* parent)
    : Page(parent), m_preview(new PreviewWidget(this)), m_caption(new CaptionPanel),
      m_captionScroll(new FingerScroll(m_caption, this)),
      m_earlier(new PastCaptions(PastCaptions::Form::Rail, this)), m_latency(new LatencyTrio(this)),
      m_privacy(makeLabel(TextKind::Muted, this, true))
{
    m_menu = actionBar()->addLeft(Icon::Menu);
    m_sourceHelp = actionBar()->addLeft(Icon::Camera);
    m_historyButton = actionBar()->addRight(Icon::History);
    m_statisticsButton = actionBar()->addRight(Icon::Statistics);
    m_repeat = actionBar()->addRight(Icon::Repeat);
    m_once = actionBar()->addRight(Icon::Logo);
    m_pause = actionBar()->addRight(Icon::Pause, ActionButton::Role::Primary);
    wire();
    setMetrics(Metrics());
    retranslate();
}

void LivePage::wire()
{
    connect(m_menu, &QPushButton::clicked, this, &LivePage::menuRequested);
    connect(m_sourceHelp, &QPushButton::clicked, this, &LivePage::sourceHelpRequested);
    connect(m_historyButton, &QPushButton::clicked, this, &LivePage::historyRequested);
    connect(m_statisticsButton, &QPushButton::clicked, this, &LivePage::statisticsRequested);
    connect(m_repeat, &QPushButton::clicked, this, &LivePage::repeatRequested);
    connect(m_once, &QPushButton::clicked, this, &LivePage::ask);
    connect(m_pause, &QPushButton::clicked, this, &LivePage::press);
    connect(m_earlier, &PastCaptions::chosen, this, &LivePage::historyRequested);
    connect(m_caption, &CaptionPanel::wordChosen, this, [this](int word) {
        if (isLooking() && word == m_lookedWord)
            stopLooking();
        else
            look(word);
    });
    connect(m_caption, &CaptionPanel::explanationRequested, this, &LivePage::explanationRequested);
    connect(this, &Page::left, this, &LivePage::stopLooking);
    m_silence.setSingleShot(true);
    m_silence.setInterval(silenceMs);
    connect(&m_silence, &QTimer::timeout, this, &LivePage::renewCaption);
    m_lookLimit.setSingleShot(true);
    m_lookLimit.setInterval(0);
    connect(&m_lookLimit, &QTimer::timeout, this, &LivePage::stopLooking);
    m_askedLeast.setSingleShot(true);
    m_askedLeast.setInterval(askedLeastMs);
    connect(&m_askedLeast, &QTimer::timeout, this, [this] {
        if (!m_asked)
            answer();
    });
}

void LivePage::begin(const catalog::LocalText& model)
{
    m_model = model;
    m_paused = false;
    m_anySaid = false;
    m_asked = false;
    m_askedLeast.stop();
    m_stalled = {};
    m_said.reset();
    m_looked.reset();
    m_lookLimit.stop();
    m_frame = QImage();
    m_caption->setBusy(false);
    m_latency->setStatistics({});
    renewPicture();
    retranslate();
    Q_EMIT headingChanged();
}

QString LivePage::title() const
{
    return localText(m_model);
}

QString LivePage::note() const
{
    return m_standIn ? tr("Cards until the camera is back") : QString();
}

void LivePage::setStandIn(bool on)
{
    m_standIn = on;
    Q_EMIT headingChanged();
}

bool LivePage::takeKey(int key)
{
    switch (key) {
    case Qt::Key_S:
        ask();
        return true;
    case Qt::Key_R:
        Q_EMIT repeatRequested();
        return true;
    case Qt::Key_X:
        Q_EMIT silenceRequested();
        return true;
    case Qt::Key_P:
        Q_EMIT statisticsRequested();
        return true;
    case Qt::Key_H:
        Q_EMIT historyRequested();
        return true;
    case Qt::Key_M:
        leave();
        return true;
    case Qt::Key_Q:
        if (rights().operate)
            Q_EMIT quitRequested();
        return true;
    default:
        return false;
    }
}

void LivePage::leave()
{
    if (rights().menu)
        Q_EMIT menuRequested();
}

void LivePage::goBack()
{
    if (isLooking())
        stopLooking();
    else
        leave();
}

void LivePage::setFrame(const QImage& picture)
{
    if (m_paused)
        return;
    const bool shape = m_frame.size() != picture.size();
    m_frame = picture;
    if (isLooking())
        return;
    m_preview->setFrame(m_frame);
    if (shape)
        arrange();
}

void LivePage::setCaption(const std::optional<captions::CaptionResult>& result)
{
    m_said = result;
    m_anySaid = m_anySaid || result;
    if (result)
        m_silence.stop();
    else
        m_silence.start();
    renewCaption();
}

void LivePage::setEarlier(std::deque<captions::PastCaption> captions)
{
    m_earlier->setCaptions(std::move(captions));
}

void LivePage::setStatistics(const captions::LatencyStatistics& statistics)
{
    m_latency->setStatistics(statistics);
}

void LivePage::setStalled(const Sentence& why)
{
    m_stalled = why;
    renewCaption();
}

void LivePage::setScene(captions::SceneState scene)
{
    m_scene = scene;
    renewCaption();
}

void LivePage::setSource(SourceState state, const Sentence& text, bool isCamera)
{
    m_source = state;
    m_sourceText = text;
    m_isCamera = isCamera;
    if (state != SourceState::On && state != SourceState::Finished && !m_paused)
        m_frame = QImage();
    renewPicture();
    retranslate();
}

void LivePage::setMirrored(bool on)
{
    m_mirrored = on;
    renewPicture();
}

void LivePage::setPaused(bool paused)
{
    m_paused = paused;
    if (paused && m_said && !m_said->frame.picture.isNull())
        m_frame = m_said->frame.picture;
    renewPicture();
    retranslate();
}

void LivePage::togglePause()
{
    setPaused(!m_paused);
    Q_EMIT pauseToggled(m_paused);
}

void LivePage::press()
{
    if (isLooking())
        stopLooking();
    else if (hasEnded())
        Q_EMIT playAgainRequested();
    else
        togglePause();
}

bool LivePage::hasEnded() const
{
    return !m_paused && !m_isCamera && (m_source == SourceState::Finished || m_source == SourceState::Failed);
}

bool LivePage::isInTrouble() const
{
    return !m_paused && (m_source == SourceState::Busy || m_source == SourceState::NoFrames ||
                         m_source == SourceState::Unplugged || m_source == SourceState::Failed ||
                         m_source == SourceState::Off);
}

void LivePage::ask()
{
    if (!m_once->isEnabled() || m_asked)
        return;
    stopLooking();
    m_asked = true;
    m_askedLeast.start();
    m_once->setDown(true);
    m_caption->setBusy(true);
    renewCaption();
    Q_EMIT captionOnceRequested();
}

void LivePage::answer()
{
    m_asked = false;
    if (m_askedLeast.isActive() || !m_caption->isBusy())
        return;
    m_once->setDown(false);
    m_caption->setBusy(false);
    renewCaption();
    if (m_said)
        m_caption->flash();
}

bool LivePage::repeatVisibly()
{
    if (!m_said || m_caption->words().empty())
        return false;
    m_caption->flash();
    return true;
}

void LivePage::look(int word)
{
    std::optional<captions::CaptionResult> of = isLooking() ? m_looked : m_said;
    if (!of || of->frame.picture.isNull())
        return;
    const std::vector<ShownWord> words = shownWords(of->caption);
    if (word < 0 || word >= static_cast<int>(words.size()))
        return;
    const auto index = static_cast<std::size_t>(std::max(0, words[static_cast<std::size_t>(word)].index));
    if (index >= of->caption.attention.size() || !m_preview->setAttention(of->caption.attention[index]))
        return;
    m_looked = std::move(of);
    m_lookedWord = word;
    if (m_lookLimit.interval() > 0)
        m_lookLimit.start();
    renewCaption();
    renewPicture();
    renewButtons();
}

void LivePage::stopLooking()
{
    if (!isLooking())
        return;
    m_lookLimit.stop();
    m_looked.reset();
    renewCaption();
    renewPicture();
    renewButtons();
}

void LivePage::setLookLimit(std::chrono::milliseconds limit)
{
    m_lookLimit.setInterval(limit);
}

QWidget* LivePage::firstFocus() const
{
    return rights().pause ? m_pause : m_once;
}

} // namespace nanocap::ui
