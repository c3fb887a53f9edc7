// SPDX-License-Identifier: Apache-2.0
#include "app/nanocap/speech_flow.h"

#include "ui/text/caption_text.h"
#include "ui/text/local_text.h"
#include "ui/text/scene_text.h"

namespace nanocap::app {

using captions::SceneState;

namespace {
QString spoken(const engine::Caption& caption)
{
    // The ellipsis of an unknown word is nothing a voice could say.
    return ui::shownText(ui::shownWords(caption)).remove(QChar(0x2026)).simplified();
}
} // namespace

SpeechFlow::SpeechFlow(CaptionFlow& captions) : m_captions(captions)
{
    connect(&m_captions, &CaptionFlow::changed, this, &SpeechFlow::takeCaption);
    connect(&m_captions, &CaptionFlow::sceneChanged, this, &SpeechFlow::takeScene);
    connect(&m_captions, &CaptionFlow::requested, this, [this] {
        if (m_mode == QLatin1String("off"))
            return;
        m_speaker.stop();
        if (const QString trouble = ui::sceneTrouble(m_captions.scene()); !trouble.isEmpty())
            say(trouble, ui::language());
        else
            m_expected = true;
    });
    connect(&m_speaker, &speech::Speaker::spoken, this, &SpeechFlow::sayChange);
    connect(&m_speaker, &speech::Speaker::failed, this, &SpeechFlow::failed);
}

void SpeechFlow::setMode(const QString& mode)
{
    m_mode = mode;
    if (m_mode == QLatin1String("off"))
        stop();
    Q_EMIT voiceChanged(m_mode != QLatin1String("off"), isMuted());
}

void SpeechFlow::setLanguage(const QString& language)
{
    m_language = language.isEmpty() ? QStringLiteral("en") : language;
    m_readAt.clear();
    if (speaksChanges())
        m_speaker.prepare(m_language);
}

void SpeechFlow::setMuted(bool muted)
{
    m_speaker.setMuted(muted);
    if (muted)
        m_expected = false;
    Q_EMIT voiceChanged(m_mode != QLatin1String("off"), muted);
}

void SpeechFlow::takeCaption()
{
    const auto& current = m_captions.stream().current();
    if (!current)
        return;
    if (std::exchange(m_expected, false)) {
        m_readAt[spoken(current->caption)] = current->doneMs;
        say(spoken(current->caption), m_language);
    } else if (!m_speaker.isBusy()) {
        sayChange();
    }
}

void SpeechFlow::sayChange()
{
    // What stands there now: what came and went while the voice was busy is old news.
    const auto& current = m_captions.stream().current();
    if (!current || !speaksChanges() || m_speaker.isMuted())
        return;
    const QString text = spoken(current->caption);
    const auto before = m_readAt.constFind(text);
    if (before != m_readAt.constEnd() && current->doneMs - *before < sameAgainMs)
        return;
    m_readAt.removeIf([&](const auto& entry) { return current->doneMs - entry.value() >= sameAgainMs; });
    m_readAt[text] = current->doneMs;
    say(text, m_language);
}

void SpeechFlow::takeScene(SceneState scene)
{
    if (speaksChanges() && captions::isTrouble(scene) && !m_speaker.isBusy())
        say(ui::sceneTrouble(scene), ui::language());
}

void SpeechFlow::repeat()
{
    const auto& history = m_captions.stream().history();
    if (m_mode != QLatin1String("off") && !history.empty())
        say(spoken(history.front().caption), m_language);
}

void SpeechFlow::stop()
{
    m_expected = false;
    m_speaker.stop();
}

void SpeechFlow::say(const QString& text, const QString& language)
{
    if (text.isEmpty() || m_speaker.isMuted())
        return;
    m_speaker.say(text, language);
    Q_EMIT said(text, language);
}

} // namespace nanocap::app
