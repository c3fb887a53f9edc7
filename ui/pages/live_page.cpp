// SPDX-License-Identifier: Apache-2.0
#include "ui/pages/live_page.h"

#include "ui/style/theme.h"
#include "ui/text/caption_text.h"
#include "ui/text/local_text.h"
#include "ui/widgets/labels.h"
#include "ui/widgets/latency_trio.h"
#include "ui/widgets/preview_widget.h"

#include <QGridLayout>
#include <QLabel>

namespace nanocap::ui {

LivePage::LivePage(QWidget* parent)
    : Page(parent), m_grid(new QGridLayout(this)), m_preview(new PreviewWidget(this)),
      m_caption(new CaptionPanel(this)), m_latency(new LatencyTrio(this)),
      m_privacy(makeLabel(TextKind::Muted, this, true))
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
    connect(m_once, &QPushButton::clicked, this, [this] {
        expectRequestedCaption();
        Q_EMIT captionOnceRequested();
    });
    connect(m_pause, &QPushButton::clicked, this, &LivePage::togglePause);
    m_clock.start();
    setMetrics(Metrics());
    retranslate();
}

void LivePage::begin(const QString& modelName)
{
    m_name = modelName;
    m_stabilizer.reset();
    m_force = false;
    m_paused = false;
    m_statistics = {};
    m_latency->setStatistics(m_statistics);
    retranslate();
    m_caption->setMessage(tr("Waiting for the first caption\u2026") + QStringLiteral("\n\n") +
                          tr("Pictures never leave this device and none are stored."));
    Q_EMIT headingChanged();
}

void LivePage::setModelName(const QString& name)
{
    m_name = name;
    Q_EMIT headingChanged();
}

void LivePage::setFrame(const QImage& frame)
{
    if (!m_paused)
        m_preview->setFrame(frame);
}

void LivePage::setCaption(const captions::CaptionResult& result,
                          const captions::LatencyStatistics& statistics)
{
    m_statistics = statistics;
    m_latency->setStatistics(statistics);
    m_repeat->setEnabled(true);
    const std::vector<ShownWord> words = shownWords(result.caption);
    const double mean = meanLogProbability(result.caption);
    const std::string text = shownText(words).toStdString();
    const captions::CaptionStabilizer::Milliseconds now(m_clock.elapsed());
    bool show = m_stabilizer.offer(text, mean, now);
    if (m_force) {
        m_stabilizer.force(text, mean, now);
        m_force = false;
        show = true;
    }
    // The same text seen again may have become surer or less sure.
    if (show || text == m_stabilizer.shown()) {
        if (words.empty())
            m_caption->setMessage(tr("The model has no word for this."));
        else
            m_caption->setCaption(words, hedgeFor(mean));
    }
}

void LivePage::setStalled(const Sentence& why)
{
    m_stabilizer.reset();
    m_caption->setMessage(why.empty() ? tr("Waiting for the next caption\u2026")
                                      : tr("The engine does not answer: %1").arg(localText(why)));
    retranslate();
}

void LivePage::setSource(SourceState state, const Sentence& text, bool isCamera)
{
    m_source = state;
    m_sourceText = text;
    m_isCamera = isCamera;
    if (state != SourceState::On && state != SourceState::Finished)
        m_preview->clear();
    if (state == SourceState::Busy || state == SourceState::NoFrames || state == SourceState::Unplugged) {
        // What was seen before says nothing about what is there now.
        m_stabilizer.reset();
        m_caption->setMessage(tr("No caption while there is no picture."));
    } else if (state == SourceState::None && !text.empty()) {
        m_stabilizer.reset();
    }
    retranslate();
}

void LivePage::setTextSize(TextSize size)
{
    m_caption->setTextSize(size);
}

void LivePage::setMirrored(bool on)
{
    m_preview->setMirrored(on);
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

QWidget* LivePage::firstFocus() const
{
    return m_pause;
}

void LivePage::setMetrics(const Metrics& metrics)
{
    Page::setMetrics(metrics);
    for (QWidget* widget : {static_cast<QWidget*>(m_preview), static_cast<QWidget*>(m_caption),
                            static_cast<QWidget*>(m_latency), static_cast<QWidget*>(m_privacy)})
        m_grid->removeWidget(widget);
    for (int i = 0; i < 4; ++i) {
        m_grid->setRowStretch(i, 0);
        m_grid->setColumnStretch(i, 0);
    }
    m_grid->setContentsMargins(metrics.margin, metrics.wide ? metrics.margin : metrics.gap, metrics.margin,
                               metrics.wide ? metrics.gap : 10);
    m_grid->setSpacing(metrics.gap);
    m_privacy->setVisible(metrics.wide || metrics.portrait);
    if (metrics.wide || metrics.portrait) {
        m_grid->addWidget(m_preview, 0, 0, 1, 2);
        m_grid->addWidget(m_caption, 1, 0, 1, 2);
        m_grid->addWidget(m_privacy, 2, 0);
        m_grid->addWidget(m_latency, 2, 1);
        m_grid->setRowStretch(0, 1);
        m_grid->setColumnStretch(0, 1);
        m_caption->setMinimumSize(280, metrics.portrait ? 200 : 150);
        m_caption->setMaximumHeight(metrics.portrait ? 260 : 168);
        m_latency->setMinimumWidth(360);
    } else {
        m_grid->addWidget(m_preview, 0, 0, 2, 1);
        m_grid->addWidget(m_caption, 0, 1);
        m_grid->addWidget(m_latency, 1, 1);
        m_grid->setColumnStretch(0, 11);
        m_grid->setColumnStretch(1, 9);
        m_grid->setRowStretch(0, 1);
        m_caption->setMinimumSize(280, 96);
        m_caption->setMaximumHeight(QWIDGETSIZE_MAX);
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
    m_pause->setText(m_paused ? tr("Go on") : tr("Pause"));
    m_pause->setIconKind(m_paused ? Icon::Play : Icon::Pause);
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
    if (m_source == SourceState::None && !m_sourceText.empty())
        m_caption->setMessage(localText(m_sourceText));
    m_sourceHelp->setVisible(trouble || m_source == SourceState::None || m_source == SourceState::Off);
    m_once->setEnabled(!m_paused);
    m_repeat->setEnabled(!m_stabilizer.isEmpty());
}

} // namespace nanocap::ui
