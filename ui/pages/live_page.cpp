// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/live_page.h"

#include "ui/style/theme.h"
#include "ui/text/caption_text.h"
#include "ui/text/local_text.h"
#include "ui/text/scene_text.h"
#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/latency_trio.h"
#include "ui/widgets/preview_widget.h"

#include <QGridLayout>
#include <QLabel>

namespace nanocap::ui {

namespace {
constexpr int silenceMs = 700;
}

LivePage::LivePage(QWidget* parent)
    : Page(parent), m_grid(new QGridLayout(this)), m_preview(new PreviewWidget(this)),
      m_caption(new CaptionPanel), m_captionScroll(new FingerScroll(m_caption, this)),
      m_latency(new LatencyTrio(this)), m_privacy(makeLabel(TextKind::Muted, this, true))
{
    m_menu = actionBar()->addLeft(Icon::Menu);
    m_sourceHelp = actionBar()->addLeft(Icon::Camera);
    m_statisticsButton = actionBar()->addRight(Icon::Statistics);
    m_repeat = actionBar()->addRight(Icon::Repeat);
    m_once = actionBar()->addRight(Icon::Logo);
    m_pause = actionBar()->addRight(Icon::Pause, ActionButton::Role::Primary);
    connect(m_menu, &QPushButton::clicked, this, &LivePage::menuRequested);
    connect(m_sourceHelp, &QPushButton::clicked, this, &LivePage::sourceHelpRequested);
    connect(m_statisticsButton, &QPushButton::clicked, this, &LivePage::statisticsRequested);
    connect(m_repeat, &QPushButton::clicked, this, &LivePage::repeatRequested);
    connect(m_once, &QPushButton::clicked, this, &LivePage::captionOnceRequested);
    connect(m_pause, &QPushButton::clicked, this, &LivePage::press);
    m_silence.setSingleShot(true);
    m_silence.setInterval(silenceMs);
    connect(&m_silence, &QTimer::timeout, this, &LivePage::renewCaption);
    setMetrics(Metrics());
    retranslate();
}

void LivePage::begin(const catalog::LocalText& model)
{
    m_model = model;
    m_paused = false;
    m_anySaid = false;
    m_stalled = {};
    m_said.reset();
    m_latency->setStatistics({});
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
        if (!m_paused)
            Q_EMIT captionOnceRequested();
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

void LivePage::setFrame(const QImage& picture)
{
    if (!m_paused)
        m_preview->setFrame(picture);
}

void LivePage::setCaption(const std::optional<engine::Caption>& caption)
{
    m_said = caption;
    m_anySaid = m_anySaid || caption;
    if (caption)
        m_silence.stop();
    else
        m_silence.start();
    renewCaption();
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
    if (state != SourceState::On && state != SourceState::Finished)
        m_preview->clear();
    // People know themselves from the mirror; a film or a card would read backwards.
    m_preview->setMirrored(m_mirrored && m_isCamera);
    retranslate();
}

void LivePage::renewCaption()
{
    m_repeat->setEnabled(m_anySaid);
    m_caption->setNote(sceneNote(m_scene));
    if (!m_said) {
        m_caption->setMessage(reasonForSilence());
        return;
    }
    const std::vector<ShownWord> words = shownWords(*m_said);
    if (words.empty())
        m_caption->setMessage(tr("The model has no word for this."));
    else
        m_caption->setCaption(words, hedgeFor(captions::meanLogProbability(*m_said)));
}

QString LivePage::reasonForSilence() const
{
    if (!m_stalled.empty())
        return tr("The engine does not answer: %1").arg(localText(m_stalled));
    if (m_source == SourceState::Busy || m_source == SourceState::NoFrames ||
        m_source == SourceState::Unplugged)
        return tr("No caption while there is no picture.");
    if (m_source == SourceState::Failed)
        return localText(m_sourceText);
    if (m_paused)
        return {};
    if (captions::isTrouble(m_scene))
        return sceneTrouble(m_scene);
    if (!m_anySaid)
        return tr("Waiting for the first caption\u2026") + QStringLiteral("\n\n") +
               tr("Pictures never leave this device and none are stored.");
    if (m_silence.isActive() || m_source == SourceState::Finished)
        return {};
    return tr("Waiting for the next caption\u2026");
}

void LivePage::setMirrored(bool on)
{
    m_mirrored = on;
    m_preview->setMirrored(m_mirrored && m_isCamera);
}

void LivePage::setPaused(bool paused)
{
    m_paused = paused;
    if (paused)
        m_preview->clear();
    retranslate();
}

void LivePage::togglePause()
{
    setPaused(!m_paused);
    Q_EMIT pauseToggled(m_paused);
}

void LivePage::press()
{
    if (hasEnded())
        Q_EMIT playAgainRequested();
    else
        togglePause();
}

bool LivePage::hasEnded() const
{
    return !m_paused && !m_isCamera && (m_source == SourceState::Finished || m_source == SourceState::Failed);
}

QWidget* LivePage::firstFocus() const
{
    return rights().pause ? m_pause : m_once;
}

void LivePage::setMetrics(const Metrics& metrics)
{
    Page::setMetrics(metrics);
    for (QWidget* widget : {static_cast<QWidget*>(m_preview), static_cast<QWidget*>(m_captionScroll),
                            static_cast<QWidget*>(m_latency), static_cast<QWidget*>(m_privacy)})
        m_grid->removeWidget(widget);
    for (int i = 0; i < 4; ++i) {
        m_grid->setRowStretch(i, 0);
        m_grid->setColumnStretch(i, 0);
    }
    m_grid->setContentsMargins(metrics.margin, metrics.wide ? metrics.margin : metrics.gap, metrics.margin,
                               metrics.wide || metrics.stacked() ? metrics.gap : 10);
    m_grid->setSpacing(metrics.gap);
    m_privacy->setVisible(metrics.wide);
    m_preview->setMinimumSize(0, 0);
    m_preview->setMaximumHeight(QWIDGETSIZE_MAX);
    m_captionScroll->setMinimumHeight(0);
    m_captionScroll->setMaximumHeight(QWIDGETSIZE_MAX);
    m_latency->setMinimumWidth(0);
    m_latency->setVisible(!metrics.small || !metrics.portrait);
    const int room = metrics.room() - 3 * metrics.gap;
    if (metrics.wide) {
        m_grid->addWidget(m_preview, 0, 0, 1, 2);
        m_grid->addWidget(m_captionScroll, 1, 0, 1, 2);
        m_grid->addWidget(m_privacy, 2, 0);
        m_grid->addWidget(m_latency, 2, 1);
        m_grid->setRowStretch(0, 1);
        m_grid->setColumnStretch(0, 1);
        m_captionScroll->setMinimumHeight(metrics.scaled(168));
        m_captionScroll->setMaximumHeight(metrics.scaled(168));
        m_latency->setMinimumWidth(metrics.scaled(360));
    } else if (metrics.portrait) {
        m_grid->addWidget(m_preview, 0, 0);
        m_grid->addWidget(m_captionScroll, 1, 0);
        m_grid->addWidget(m_latency, 2, 0);
        m_grid->setRowStretch(1, 1);
        // The picture is 4:3 until the caption would have too little left.
        m_preview->setMinimumHeight(std::min((metrics.window.width() - 2 * metrics.margin) * 3 / 4,
                                             room * (metrics.small ? 45 : 62) / 100));
        m_preview->setMaximumHeight(m_preview->minimumHeight());
    } else if (metrics.small) {
        m_grid->addWidget(m_preview, 0, 0);
        m_grid->addWidget(m_latency, 1, 0);
        m_grid->addWidget(m_captionScroll, 0, 1, 2, 1);
        m_grid->setRowStretch(0, 1);
        m_grid->setColumnStretch(0, 2);
        m_grid->setColumnStretch(1, 3);
    } else {
        m_grid->addWidget(m_preview, 0, 0, 2, 1);
        m_grid->addWidget(m_captionScroll, 0, 1);
        m_grid->addWidget(m_latency, 1, 1);
        m_grid->setColumnStretch(0, 11);
        m_grid->setColumnStretch(1, 9);
        m_grid->setRowStretch(0, 1);
        m_latency->setMinimumWidth(240);
    }
}

void LivePage::retranslate()
{
    m_menu->setText(tr("Menu"));
    m_sourceHelp->setText(tr("Camera"));
    m_statisticsButton->setText(tr("Statistics"));
    m_repeat->setText(tr("Repeat"));
    m_once->setText(tr("Caption"));
    m_pause->setText(hasEnded() ? tr("Play again") : m_paused ? tr("Go on") : tr("Pause"));
    m_pause->setIconKind(hasEnded() ? Icon::Repeat : m_paused ? Icon::Play : Icon::Pause);
    m_privacy->setText(tr("Pictures never leave this device and none are stored."));
    const bool trouble = m_source == SourceState::Busy || m_source == SourceState::NoFrames ||
                         m_source == SourceState::Unplugged;
    QString placeholder = localText(m_sourceText);
    if (m_paused)
        placeholder = m_isCamera ? tr("Paused. The camera is closed.") : tr("Paused.");
    else if (placeholder.isEmpty())
        placeholder = m_source == SourceState::Starting    ? tr("Starting\u2026")
                      : m_source == SourceState::Busy      ? tr("Another program uses the camera.")
                      : m_source == SourceState::NoFrames  ? tr("The camera sends no pictures.")
                      : m_source == SourceState::Unplugged ? tr("The camera was unplugged.")
                                                           : tr("No picture yet");
    m_preview->setPlaceholder(placeholder);
    m_sourceHelp->setVisible(rights().source &&
                             (trouble || m_source == SourceState::Failed || m_source == SourceState::Off));
    m_menu->setVisible(rights().menu);
    m_pause->setVisible(rights().pause || hasEnded());
    m_once->setEnabled(!m_paused);
    renewCaption();
}

} // namespace nanocap::ui
