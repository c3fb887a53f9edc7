// SPDX-License-Identifier: Apache-2.0
// The words of the live page, and where its parts stand.
#include "ui/pages/live_page.h"
#include "ui/pages/live_places.h"

#include "ui/text/caption_text.h"
#include "ui/text/local_text.h"
#include "ui/text/scene_text.h"
#include "ui/widgets/finger_scroll.h"
#include "ui/widgets/latency_trio.h"
#include "ui/widgets/past_captions.h"
#include "ui/widgets/preview_widget.h"

#include <QLabel>

#include <cmath>

namespace nanocap::ui {

void LivePage::setMetrics(const Metrics& metrics)
{
    Page::setMetrics(metrics);
    m_metrics = metrics;
    arrange();
}

void LivePage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
}

void LivePage::arrange()
{
    const QSize picture = m_preview->frame().size();
    const double aspect = picture.isEmpty() ? 4.0 / 3.0 : double(picture.width()) / picture.height();
    m_privacy->ensurePolished();
    const QFontMetrics words(m_privacy->font());
    const QSize privacy(words.horizontalAdvance(m_privacy->text()) + 4, words.lineSpacing());
    const LivePlaces at = livePlaces(m_metrics, size(), aspect, privacy);
    const auto put = [](QWidget* widget, const QRect& box) {
        widget->setVisible(box.isValid());
        if (box.isValid())
            widget->setGeometry(box);
    };
    put(m_preview, at.picture);
    put(m_captionScroll, at.caption);
    put(m_earlier, at.earlier);
    put(m_latency, at.latency);
    put(m_privacy, at.privacy);
}

void LivePage::renewPicture()
{
    const bool shape = m_preview->frame().size() != (isLooking() ? m_looked->frame.picture : m_frame).size();
    m_preview->setFrame(isLooking() ? m_looked->frame.picture : m_frame);
    if (!isLooking())
        m_preview->clearAttention();
    // People know themselves from the mirror; a film or a card would read backwards.
    m_preview->setMirrored(m_mirrored && m_isCamera);
    m_preview->setNote(pictureNote());
    if (shape)
        arrange();
}

QString LivePage::pictureNote() const
{
    if (isLooking()) {
        const ShownWord word = shownWords(m_looked->caption)[static_cast<std::size_t>(m_lookedWord)];
        const QString quoted = QChar(0x201C) + word.text + QChar(0x201D);
        const QString sure = tr("%1 % sure").arg(std::lround(static_cast<double>(word.probability) * 100));
        return (m_metrics.small ? quoted : tr("Where the model looked for %1").arg(quoted)) +
               QStringLiteral(" \u00b7 ") + sure;
    }
    if (!m_paused)
        return {};
    return m_isCamera ? tr("Paused. The camera is closed.") : tr("Paused.");
}

void LivePage::renewCaption()
{
    m_repeat->setEnabled(m_anySaid);
    m_caption->setNote(isLooking() ? QString() : sceneNote(m_scene));
    const auto& said = isLooking() ? m_looked : m_said;
    m_caption->setChosen(isLooking() ? m_lookedWord : -1);
    m_caption->setChoosable(said && !said->caption.attention.empty() && !said->frame.picture.isNull());
    if (!said) {
        m_caption->setMessage(reasonForSilence());
        return;
    }
    const std::vector<ShownWord> words = shownWords(said->caption);
    if (words.empty())
        m_caption->setMessage(tr("The model has no word for this."));
    else
        m_caption->setCaption(words, hedgeFor(captions::meanLogProbability(said->caption)));
}

QString LivePage::reasonForSilence() const
{
    if (!m_stalled.empty())
        return tr("The engine does not answer: %1").arg(localText(m_stalled));
    if (m_paused)
        return {};
    if (m_source == SourceState::Busy || m_source == SourceState::NoFrames ||
        m_source == SourceState::Unplugged)
        return tr("No caption while there is no picture.");
    if (m_source == SourceState::Failed)
        return localText(m_sourceText);
    if (captions::isTrouble(m_scene))
        return sceneTrouble(m_scene);
    if (!m_anySaid)
        return tr("Waiting for the first caption\u2026") + QStringLiteral("\n\n") +
               tr("Pictures never leave this device and none are stored.");
    if (m_silence.isActive() || m_source == SourceState::Finished || m_asked)
        return {};
    return tr("Waiting for the next caption\u2026");
}

void LivePage::retranslate()
{
    renewWords();
    arrange();
    renewButtons();
    renewCaption();
    m_preview->setNote(pictureNote());
}

void LivePage::renewWords()
{
    m_privacy->setText(tr("Pictures never leave this device and none are stored."));
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
}

void LivePage::renewButtons()
{
    m_menu->setText(tr("Menu"));
    m_sourceHelp->setText(tr("Camera"));
    m_historyButton->setText(tr("History"));
    m_statisticsButton->setText(tr("Statistics"));
    m_repeat->setText(tr("Repeat"));
    m_once->setText(tr("Caption"));
    m_pause->setText(isLooking()  ? tr("Back to live")
                     : hasEnded() ? tr("Play again")
                     : m_paused   ? tr("Go on")
                                  : tr("Pause"));
    m_pause->setIconKind(isLooking()  ? Icon::Back
                         : hasEnded() ? Icon::Repeat
                         : m_paused   ? Icon::Play
                                      : Icon::Pause);
    // Without a picture there is nothing to caption, and its button makes room for help.
    m_sourceHelp->setVisible(rights().source && isInTrouble());
    m_menu->setVisible(rights().menu);
    m_pause->setVisible(rights().pause || hasEnded() || isLooking());
    m_once->setVisible(!isInTrouble());
    m_once->setEnabled(!m_paused && !isInTrouble());
}

} // namespace nanocap::ui
